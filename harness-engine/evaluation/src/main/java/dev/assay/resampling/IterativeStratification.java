package dev.assay.resampling;

import dev.assay.data.LabelSetTargets;
import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Allocates examples that have sets of labels to parts of given sizes: labels with the fewest examples left come first, and
 * each of their examples goes to the part that still wants most of the label, then most examples (Sechidis, Tsoumakas and
 * Vlahavas 2011, "On the stratification of multi-label data", algorithm 1). Unlike there, a part that has its size takes no
 * more.
 */
final class IterativeStratification {

    private final LabelSetTargets sets;
    private final int labels;
    /** Nothing where ties go to the first part. */
    private final @Nullable SplittableRandom random;
    /** How many examples a part still takes. */
    private final int[] room;
    /** How many examples of a label a part still wants, times the number of examples, which makes it a whole number. */
    private final long[][] wanted;
    /** How many examples of a label have no part yet. */
    private final int[] left;

    private final int[] partOfRow;

    private IterativeStratification(LabelSetTargets sets, int[] sizes, @Nullable SplittableRandom random) {
        this.sets = sets;
        this.labels = sets.labels().size();
        this.random = random;
        this.room = sizes.clone();
        this.left = new int[labels];
        for (int row = 0; row < sets.size(); row++) {
            for (int label = 0; label < labels; label++) {
                left[label] += sets.contains(row, label) ? 1 : 0;
            }
        }
        this.wanted = new long[sizes.length][labels];
        for (int part = 0; part < sizes.length; part++) {
            for (int label = 0; label < labels; label++) {
                wanted[part][label] = (long) left[label] * sizes[part];
            }
        }
        this.partOfRow = new int[sets.size()];
        Arrays.fill(partOfRow, -1);
    }

    /** Takes examples in the data's order, and the first of parts that are equal. */
    static int[] inOrder(LabelSetTargets sets, int[] sizes) {
        return new IterativeStratification(sets, sizes, null)
                .allocate(IntStream.range(0, sets.size()).toArray());
    }

    /** Takes examples, and parts that are equal, at random. The sizes add up to the number of examples. */
    static int[] shuffled(LabelSetTargets sets, int[] sizes, SplittableRandom random) {
        return new IterativeStratification(sets, sizes, random).allocate(Shuffling.permutation(sets.size(), random));
    }

    private int[] allocate(int[] order) {
        int[][] examples = examplesOfLabels(order);
        for (int label = rarestLeft(); label >= 0; label = rarestLeft()) {
            for (int row : examples[label]) {
                if (partOfRow[row] < 0) {
                    put(row, best(label));
                }
            }
        }
        for (int row : order) {
            if (partOfRow[row] < 0) {
                put(row, best(-1));
            }
        }
        return partOfRow;
    }

    private int[][] examplesOfLabels(int[] order) {
        int[][] examples = Arrays.stream(left).mapToObj(int[]::new).toArray(int[][]::new);
        int[] next = new int[labels];
        for (int row : order) {
            for (int label = 0; label < labels; label++) {
                if (sets.contains(row, label)) {
                    examples[label][next[label]++] = row;
                }
            }
        }
        return examples;
    }

    private int rarestLeft() {
        int rarest = -1;
        for (int label = 0; label < labels; label++) {
            if (left[label] > 0 && (rarest < 0 || left[label] < left[rarest])) {
                rarest = label;
            }
        }
        return rarest;
    }

    /** Finds the part for an example of a label, or of none where that is negative. */
    private int best(int label) {
        int best = -1;
        int equals = 0;
        for (int part = 0; part < room.length; part++) {
            if (room[part] == 0) {
                continue;
            }
            int order = best < 0 ? 1 : compare(part, best, label);
            if (order > 0) {
                best = part;
                equals = 1;
            } else if (order == 0 && random != null && random.nextInt(++equals) == 0) {
                best = part;
            }
        }
        return best;
    }

    private int compare(int part, int other, int label) {
        int byLabel = label < 0 ? 0 : Long.compare(wanted[part][label], wanted[other][label]);
        return byLabel != 0 ? byLabel : Integer.compare(room[part], room[other]);
    }

    private void put(int row, int part) {
        partOfRow[row] = part;
        room[part]--;
        for (int label = 0; label < labels; label++) {
            if (sets.contains(row, label)) {
                left[label]--;
                wanted[part][label] -= sets.size();
            }
        }
    }
}
