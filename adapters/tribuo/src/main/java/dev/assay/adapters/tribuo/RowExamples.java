package dev.assay.adapters.tribuo;

import dev.assay.data.Dataset;
import dev.assay.data.InvalidDataException;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.tribuo.Example;
import org.tribuo.Feature;
import org.tribuo.Output;
import org.tribuo.impl.ArrayExample;

/** Makes the examples of a data set's rows: with the row's target as output, and the row's weight. */
final class RowExamples<T extends Output<T>> {

    private final Dataset<?> data;
    private final Outputs<T> outputs;
    private final double @Nullable [] weights;

    RowExamples(Dataset<?> data, Outputs<T> outputs) {
        this.data = data;
        this.outputs = outputs;
        this.weights = data.weights().orElse(null);
    }

    /** Returns how messages name a row. */
    String name(int row) {
        return "row " + data.id(row);
    }

    /** Returns the given example itself if it is right and safe to share, else a copy that is. */
    Example<T> of(Example<?> given, int row) {
        float weight = weight(row, given.getWeight());
        if (isSafeToShare(given) && outputs.agrees(given.getOutput(), row) && given.getWeight() == weight) {
            return Typed.example(outputs.type(), given).orElseThrow();
        }
        T output = outputs.output(row, given.getOutput());
        return new RowExample<>(name(row), output, weight, Features.of(given), given.getMetadata());
    }

    /** Makes an example. */
    Example<T> of(Features features, int row) {
        float weight = weight(row, Example.DEFAULT_WEIGHT);
        return new RowExample<>(name(row), outputs.output(row), weight, features, Map.of());
    }

    /**
     * Tells whether folds that run at once may add an example to their data sets, which replaces its feature names by
     * equal ones: harmless in the arrays of these two, but not in a {@code ListExample}.
     */
    private static boolean isSafeToShare(Example<?> example) {
        return example.getClass() == ArrayExample.class || example instanceof RowExample;
    }

    private float weight(int row, float unlessGiven) {
        if (weights == null) {
            return unlessGiven;
        }
        float weight = (float) weights[row];
        if (Float.isInfinite(weight) || (weight == 0 && weights[row] > 0)) {
            throw new InvalidDataException(name(row) + ": the weight " + weights[row]
                    + " is beyond the 32 bits that Tribuo keeps weights in; scale the weights");
        }
        return weight;
    }

    /**
     * Finds what Tribuo would refuse without saying where; features are sorted by name.
     *
     * @return the example
     * @throws InvalidDataException if it has no features, or one that is NaN or there twice
     */
    Example<T> checked(Example<T> example, int row) {
        if (example.size() == 0) {
            throw new InvalidDataException(name(row) + " has no features, and Tribuo takes no such example");
        }
        String previous = null;
        for (Feature feature : example) {
            if (Double.isNaN(feature.getValue())) {
                throw new InvalidDataException(name(row) + ": the feature \"" + feature.getName()
                        + "\" is NaN, and Tribuo knows no missing values; fill it in, or leave out the row or the"
                        + " feature");
            }
            if (feature.getName().equals(previous)) {
                throw new InvalidDataException(name(row) + " has the feature \"" + previous + "\" twice");
            }
            previous = feature.getName();
        }
        return example;
    }
}
