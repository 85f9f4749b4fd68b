package dev.assay.adapters.tribuo;

import dev.assay.data.Dataset;
import dev.assay.data.InvalidDataException;
import dev.assay.data.LabelSetTargets;
import dev.assay.data.LabelTargets;
import dev.assay.data.Labels;
import dev.assay.data.Targets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Stream;
import org.tribuo.Example;
import org.tribuo.Output;
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

    private Optional<Task> task() {
        return Task.ofOutputs(outputType());
    }

    private Class<?> outputType() {
        return source.getOutputFactory().getUnknownOutput().getClass();
    }

    private Targets targets() {
        Task task = task().orElseThrow(() -> new InvalidDataException(
                "the outputs of " + name + " are of type " + outputType().getSimpleName() + "; " + Task.SUPPORTED));
        if (examples.isEmpty()) {
            throw new InvalidDataException(name + " has no examples");
        }
        return task.targets(this);
    }

    /**
     * Reads outputs that are labels of a kind.
     *
     * @param nameOf gives the label of an output, and nothing for an unknown one
     */
    LabelTargets labels(Function<Output<?>, Optional<String>> nameOf) {
        List<String> labels = new ArrayList<>(examples.size());
        for (int row = 0; row < examples.size(); row++) {
            labels.add(known(nameOf, row));
        }
        return Targets.labels(Labels.observed(vocabulary(labels, output -> nameOf.apply(output).stream())), labels);
    }

    /**
     * Reads outputs that are sets of labels.
     *
     * @param namesOf gives the labels of an output, and nothing for an unknown one
     */
    LabelSetTargets labelSets(Function<Output<?>, Optional<Set<String>>> namesOf) {
        List<Set<String>> sets = new ArrayList<>(examples.size());
        for (int row = 0; row < examples.size(); row++) {
            sets.add(known(namesOf, row));
        }
        List<String> observed = sets.stream().flatMap(Set::stream).toList();
        Set<String> vocabulary =
                vocabulary(observed, output -> namesOf.apply(output).stream().flatMap(Set::stream));
        if (vocabulary.isEmpty()) {
            throw new InvalidDataException("no row of " + name + " has a label");
        }
        return Targets.labelSets(Labels.observed(vocabulary), sets);
    }

    private <R> R known(Function<Output<?>, Optional<R>> read, int row) {
        return read.apply(examples.get(row).getOutput()).orElseThrow(() -> unknown(row));
    }

    /** Joins the labels that occur and those of the domain, which may be larger where the data are a part of others. */
    private Set<String> vocabulary(List<String> observed, Function<Output<?>, Stream<String>> namesOf) {
        Set<String> vocabulary = new TreeSet<>(observed);
        source.getOutputs().stream().flatMap(namesOf).forEach(vocabulary::add);
        return vocabulary;
    }

    Targets numbers() {
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
                + " is unknown; leave out such rows, since a model is judged by the truth"
                + task().map(Task::withoutTruth).orElse(""));
    }
}
