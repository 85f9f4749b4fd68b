package dev.assay.adapters.tribuo;

import dev.assay.data.Dataset;
import java.util.Arrays;
import java.util.PrimitiveIterator;
import java.util.stream.IntStream;
import org.tribuo.Example;
import org.tribuo.Output;
import org.tribuo.classification.LabelFactory;
import org.tribuo.impl.ArrayExample;

/** Puts a data set into Tribuo's form: one example for each row. */
final class ExampleAdapter {

    /** Stands for rows of the whole data set that the adapted selection has not, so that nobody can see it. */
    private static final Example<?> NOT_SELECTED = new ArrayExample<>(LabelFactory.UNKNOWN_LABEL);

    private ExampleAdapter() {}

    static Dataset<Example<?>> adapt(Dataset<?> data) {
        Example<?>[] examples = examples(data, Outputs.of(data.targets()));
        // The whole data set is mapped, also where only a selection of it was given.
        PrimitiveIterator.OfInt origins = IntStream.iterate(0, i -> i + 1).iterator();
        return data.map(input -> {
            int origin = origins.nextInt();
            return origin < examples.length ? examples[origin] : NOT_SELECTED;
        });
    }

    /** Makes the examples, each at its place in the whole data set. */
    private static <T extends Output<T>> Example<?>[] examples(Dataset<?> data, Outputs<T> outputs) {
        RowExamples<T> rows = new RowExamples<>(data, outputs);
        InputFeatures features = new InputFeatures(data);
        int last = IntStream.range(0, data.size()).map(data::origin).max().orElse(-1);
        Example<?>[] examples = new Example<?>[last + 1];
        Arrays.fill(examples, NOT_SELECTED);
        for (int row = 0; row < data.size(); row++) {
            Example<T> example = data.input(row) instanceof Example<?> given
                    ? rows.of(given, row)
                    : rows.of(features.of(data.input(row), rows.name(row)), row);
            examples[data.origin(row)] = rows.checked(example, row);
        }
        return examples;
    }
}
