package dev.assay.adapters.tribuo;

import org.tribuo.Example;
import org.tribuo.Feature;

/** The features of one input, before they are sorted and checked. */
final class Features {

    private final String[] names;
    private final double[] values;

    /** Wraps the arrays, which have the same length and are not changed any more. */
    Features(String[] names, double[] values) {
        this.names = names;
        this.values = values;
    }

    static Features of(Example<?> example) {
        String[] names = new String[example.size()];
        double[] values = new double[names.length];
        int position = 0;
        for (Feature feature : example) {
            names[position] = feature.getName();
            values[position] = feature.getValue();
            position++;
        }
        return new Features(names, values);
    }

    /** Returns the names, not to be changed. */
    String[] names() {
        return names;
    }

    /** Returns the values in the order of the names, not to be changed. */
    double[] values() {
        return values;
    }
}
