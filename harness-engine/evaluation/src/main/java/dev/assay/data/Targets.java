package dev.assay.data;

import java.util.Arrays;
import java.util.List;

/** What is to be predicted, one target for each example: labels or numbers. */
public sealed interface Targets permits LabelTargets, NumberTargets {

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
     * Picks some of the targets.
     *
     * @param rows positions, each from 0 to {@code size() - 1}, in any order
     * @return the targets at those positions, in that order
     */
    Targets select(int... rows);
}
