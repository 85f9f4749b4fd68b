package dev.assay.data;

import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.TreeSet;

/** What is to be predicted, one target for each example: labels, numbers or sets of labels. */
public sealed interface Targets permits LabelTargets, NumberTargets, LabelSetTargets {

    /**
     * Makes label targets whose vocabulary is what occurs, sorted.
     *
     * @param labels one label for each example
     * @return the targets
     */
    static LabelTargets labels(String... labels) {
        return labels(Arrays.asList(labels));
    }

    /**
     * Makes label targets whose vocabulary is what occurs, sorted.
     *
     * @param labels one label for each example
     * @return the targets
     */
    static LabelTargets labels(List<String> labels) {
        return labels(Labels.observed(labels), labels);
    }

    /**
     * Makes label targets over a declared vocabulary.
     *
     * @param vocabulary all labels there may be
     * @param labels one label for each example
     * @return the targets
     * @throws InvalidDataException if a label is not in the vocabulary; the message names the row
     */
    static LabelTargets labels(Labels vocabulary, List<String> labels) {
        int[] indices = new int[labels.size()];
        for (int row = 0; row < indices.length; row++) {
            String label = labels.get(row);
            if (!vocabulary.contains(label)) {
                throw new InvalidDataException(
                        "row " + row + ": no label \"" + label + "\"; the labels are " + vocabulary);
            }
            indices[row] = vocabulary.indexOf(label);
        }
        return new LabelTargets(vocabulary, indices);
    }

    /**
     * Makes label targets over a declared vocabulary.
     *
     * @param vocabulary all labels there may be
     * @param indices the position of each example's label in the vocabulary; copied
     * @return the targets
     * @throws InvalidDataException if an index is outside the vocabulary; the message names the row
     */
    static LabelTargets labels(Labels vocabulary, int... indices) {
        return LabelTargets.of(vocabulary, indices.clone());
    }

    /**
     * Makes targets that are sets of labels, of any size and perhaps empty, over a vocabulary of what occurs, sorted.
     *
     * @param sets the labels of each example, at least one example with a label
     * @return the targets
     */
    static LabelSetTargets labelSets(List<? extends Collection<String>> sets) {
        TreeSet<String> observed = new TreeSet<>();
        sets.forEach(observed::addAll);
        return labelSets(Labels.of(List.copyOf(observed)), sets);
    }

    /**
     * Makes targets that are sets of labels, of any size and perhaps empty, over a declared vocabulary.
     *
     * @param vocabulary all labels there may be
     * @param sets the labels of each example
     * @return the targets
     * @throws InvalidDataException if a label is not in the vocabulary; the message names the row
     */
    static LabelSetTargets labelSets(Labels vocabulary, List<? extends Collection<String>> sets) {
        return LabelSetTargets.of(vocabulary, sets);
    }

    /**
     * Makes number targets.
     *
     * @param values one finite number for each example; copied
     * @return the targets
     * @throws InvalidDataException if a value is not finite; the message names the row
     */
    static NumberTargets numbers(double... values) {
        return new NumberTargets(values.clone());
    }

    /**
     * Returns the number of examples.
     *
     * @return how many targets there are
     */
    int size();

    /**
     * Says what the targets are, as messages do.
     *
     * @return such as "labels"
     */
    String kind();

    /**
     * Picks some of the targets.
     *
     * @param rows positions, each from 0 to {@code size() - 1}, in any order
     * @return the targets at those positions, in that order
     */
    Targets select(int... rows);
}
