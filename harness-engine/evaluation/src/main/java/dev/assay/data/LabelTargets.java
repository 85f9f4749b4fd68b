package dev.assay.data;

/** Targets that are labels of one vocabulary. */
public final class LabelTargets implements Targets {

    private final Labels labels;
    private final int[] indices;

    LabelTargets(Labels labels, int[] indices) {
        this.labels = labels;
        this.indices = indices;
    }

    /** Checks and wraps; the array is not copied. */
    static LabelTargets of(Labels labels, int[] indices) {
        for (int row = 0; row < indices.length; row++) {
            if (indices[row] < 0 || indices[row] >= labels.size()) {
                throw new InvalidDataException("row " + row + ": no label has index " + indices[row] + "; there are "
                        + labels.size() + " labels");
            }
        }
        return new LabelTargets(labels, indices);
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
        return "labels";
    }

    @Override
    public int size() {
        return indices.length;
    }

    /**
     * Returns an example's label by its position in the vocabulary.
     *
     * @param row from 0 to {@code size() - 1}
     * @return the label's index in {@link #labels()}
     */
    public int index(int row) {
        return indices[row];
    }

    /**
     * Returns an example's label.
     *
     * @param row from 0 to {@code size() - 1}
     * @return the label's name
     */
    public String label(int row) {
        return labels.name(indices[row]);
    }

    /**
     * Counts the examples of each label.
     *
     * @return one count for each label, in the vocabulary's order
     */
    public int[] counts() {
        int[] counts = new int[labels.size()];
        for (int index : indices) {
            counts[index]++;
        }
        return counts;
    }

    /**
     * Puts the same targets over another vocabulary.
     *
     * @param vocabulary labels that contain every label that occurs
     * @return the targets over that vocabulary
     * @throws InvalidDataException if a label that occurs is not in it; the message names the row
     */
    public LabelTargets over(Labels vocabulary) {
        int[] moved = new int[indices.length];
        for (int row = 0; row < moved.length; row++) {
            String label = label(row);
            if (!vocabulary.contains(label)) {
                throw new InvalidDataException(
                        "row " + row + " is \"" + label + "\", which is not among the labels " + vocabulary);
            }
            moved[row] = vocabulary.indexOf(label);
        }
        return new LabelTargets(vocabulary, moved);
    }

    @Override
    public LabelTargets select(int... rows) {
        int[] selected = new int[rows.length];
        for (int i = 0; i < rows.length; i++) {
            selected[i] = indices[rows[i]];
        }
        return new LabelTargets(labels, selected);
    }
}
