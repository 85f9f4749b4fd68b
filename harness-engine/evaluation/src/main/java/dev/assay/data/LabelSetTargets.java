package dev.assay.data;

import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;

/** Targets that are sets of labels of one vocabulary: any number of labels for each example, perhaps none. */
public final class LabelSetTargets implements Targets {

    private final Labels labels;
    private final int size;
    /** Row-major: whether an example has a label. */
    private final boolean[] members;

    private LabelSetTargets(Labels labels, int size, boolean[] members) {
        this.labels = labels;
        this.size = size;
        this.members = members;
    }

    static LabelSetTargets of(Labels labels, List<? extends Collection<String>> sets) {
        boolean[] members = new boolean[Math.multiplyExact(sets.size(), labels.size())];
        for (int row = 0; row < sets.size(); row++) {
            for (String label : sets.get(row)) {
                if (!labels.contains(label)) {
                    throw new InvalidDataException(
                            "row " + row + ": no label \"" + label + "\"; the labels are " + labels);
                }
                members[row * labels.size() + labels.indexOf(label)] = true;
            }
        }
        return new LabelSetTargets(labels, sets.size(), members);
    }

    /**
     * Returns the vocabulary.
     *
     * @return all labels there may be, whether they occur or not
     */
    public Labels labels() {
        return labels;
    }

    @Override
    public String kind() {
        return "sets of labels";
    }

    @Override
    public int size() {
        return size;
    }

    /**
     * Tells whether an example has a label.
     *
     * @param row from 0 to {@code size() - 1}
     * @param label the label's index in {@link #labels()}
     * @return whether it is in the example's set
     */
    public boolean contains(int row, int label) {
        return members[row * labels.size() + label];
    }

    /**
     * Returns an example's labels.
     *
     * @param row from 0 to {@code size() - 1}
     * @return the labels' names in the vocabulary's order
     */
    public Set<String> set(int row) {
        Set<String> set = new LinkedHashSet<>();
        for (int label = 0; label < labels.size(); label++) {
            if (contains(row, label)) {
                set.add(labels.name(label));
            }
        }
        return set;
    }

    /**
     * Puts the same sets over another vocabulary.
     *
     * @param vocabulary labels that contain all that occur
     * @return the targets over that vocabulary
     * @throws InvalidDataException if a label that occurs is not in the vocabulary; the message names the row
     */
    public LabelSetTargets over(Labels vocabulary) {
        return of(vocabulary, IntStream.range(0, size).mapToObj(this::set).toList());
    }

    @Override
    public LabelSetTargets select(int... rows) {
        int k = labels.size();
        boolean[] selected = new boolean[rows.length * k];
        for (int i = 0; i < rows.length; i++) {
            System.arraycopy(members, rows[i] * k, selected, i * k, k);
        }
        return new LabelSetTargets(labels, rows.length, selected);
    }
}
