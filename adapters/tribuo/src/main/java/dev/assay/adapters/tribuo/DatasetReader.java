package dev.assay.adapters.tribuo;

import dev.assay.data.Dataset;
import dev.assay.data.InvalidDataException;
import dev.assay.data.Labels;
import dev.assay.data.Targets;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.tribuo.Example;
import org.tribuo.Output;
import org.tribuo.classification.Label;
import org.tribuo.classification.LabelFactory;
import org.tribuo.regression.Regressor;

/** Turns one of Tribuo's data sets into Assay's. */
final class DatasetReader {

    private final org.tribuo.Dataset<?> source;
    private final String name;
    private final List<Example<?>> examples;

    DatasetReader(org.tribuo.Dataset<?> source) {
        this.source = source;
        this.name = DatasetName.of(source.getSourceProvenance());
        this.examples = List.copyOf(source.getData());
    }

    Dataset<Example<?>> read() {
        Dataset<Example<?>> data = Dataset.of(examples, targets()).named(name).withContent(new ExampleContent());
        double[] weights = examples.stream().mapToDouble(Example::getWeight).toArray();
        for (double weight : weights) {
            if (weight != Example.DEFAULT_WEIGHT) {
                return data.withWeights(weights);
            }
        }
        return data;
    }

    private Targets targets() {
        Output<?> kind = source.getOutputFactory().getUnknownOutput();
        if (!(kind instanceof Label) && !(kind instanceof Regressor)) {
            throw new InvalidDataException("the outputs of " + name + " are of type "
                    + kind.getClass().getSimpleName() + "; labels and numbers are supported");
        }
        if (examples.isEmpty()) {
            throw new InvalidDataException(name + " has no examples");
        }
        return kind instanceof Label ? labels() : numbers();
    }

    private Targets labels() {
        List<String> labels = new ArrayList<>(examples.size());
        for (int row = 0; row < examples.size(); row++) {
            if (!(examples.get(row).getOutput() instanceof Label label) || label.equals(LabelFactory.UNKNOWN_LABEL)) {
                throw unknown(row);
            }
            labels.add(label.getLabel());
        }
        Set<String> vocabulary = new TreeSet<>(labels);
        for (Output<?> output : source.getOutputs()) {
            if (output instanceof Label label) {
                vocabulary.add(label.getLabel());
            }
        }
        return Targets.labels(Labels.observed(vocabulary), labels);
    }

    private Targets numbers() {
        double[] numbers = new double[examples.size()];
        for (int row = 0; row < numbers.length; row++) {
            if (!(examples.get(row).getOutput() instanceof Regressor regressor)) {
                throw unknown(row);
            }
            if (regressor.size() != 1) {
                throw new InvalidDataException("row " + row + " of " + name + " has " + regressor.size()
                        + " numbers as its output, " + String.join(", ", regressor.getNames()) + "; one is supported");
            }
            if (Double.isNaN(regressor.getValues()[0])) {
                throw unknown(row);
            }
            numbers[row] = regressor.getValues()[0];
        }
        return Targets.numbers(numbers);
    }

    private InvalidDataException unknown(int row) {
        return new InvalidDataException("the output of row " + row + " of " + name
                + " is unknown; leave out such rows, since a model is judged by the truth");
    }
}
