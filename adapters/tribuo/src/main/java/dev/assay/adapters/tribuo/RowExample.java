package dev.assay.adapters.tribuo;

import java.io.Serial;
import java.util.Map;
import org.tribuo.Example;
import org.tribuo.Output;
import org.tribuo.impl.ArrayExample;

/** An example that knows which row of the data it is, for messages. */
final class RowExample<T extends Output<T>> extends ArrayExample<T> {

    @Serial
    private static final long serialVersionUID = 1;

    private final String row;

    RowExample(String row, T output, float weight, Features features, Map<String, Object> metadata) {
        super(output, features.names(), features.values(), metadata);
        this.row = row;
        setWeight(weight);
    }

    /** Names any example of a batch: by its row, by the name that Tribuo has for it, or by its place. */
    static String nameOf(Example<?> example, int position) {
        if (example instanceof RowExample<?> known) {
            return known.row;
        }
        return example.getMetadataValue(Example.NAME)
                .map(name -> "example " + name)
                .orElse("example " + position + " of those to predict");
    }
}
