package dev.assay.adapters.tribuo;

import dev.assay.data.Dataset;
import java.util.ArrayList;
import java.util.List;
import org.tribuo.Example;
import org.tribuo.Output;

/** Puts a data set into Tribuo's form: one example for each row. */
final class ExampleAdapter {

    private ExampleAdapter() {}

    static Dataset<Example<?>> adapt(Dataset<?> data) {
        return data.withInputs(examples(data, Task.of(data.targets()).outputs(data)));
    }

    private static <T extends Output<T>> List<Example<T>> examples(Dataset<?> data, Outputs<T> outputs) {
        RowExamples<T> rows = new RowExamples<>(data, outputs);
        InputFeatures features = new InputFeatures(data);
        List<Example<T>> examples = new ArrayList<>(data.size());
        for (int row = 0; row < data.size(); row++) {
            Example<T> example = data.input(row) instanceof Example<?> given
                    ? rows.of(given, row)
                    : rows.of(features.of(data.input(row), rows.name(row)), row);
            examples.add(rows.checked(example, row));
        }
        return examples;
    }
}
