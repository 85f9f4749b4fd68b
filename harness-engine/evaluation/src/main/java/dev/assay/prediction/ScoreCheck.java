package dev.assay.prediction;

import dev.assay.data.Labels;
import dev.assay.numeric.Chunks;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Checks scores, and finds the label of the highest of each row, in one pass. */
final class ScoreCheck {

    private static final double SUM_TOLERANCE = 1e-6;

    /** Floats have seven digits, of which softmax and export lose some. */
    private static final double SUM_TOLERANCE_OF_FLOATS = 1e-3;

    /** How many scores are looked at together; as many as stay in the nearest cache. */
    private static final int BATCH = 2048;

    private final Labels labels;
    private final ScoreKind kind;
    private final ScoreMatrix scores;
    private final double tolerance;

    private ScoreCheck(Labels labels, ScoreKind kind, ScoreMatrix scores) {
        this.labels = labels;
        this.kind = kind;
        this.scores = scores;
        this.tolerance = scores.isSingle() ? SUM_TOLERANCE_OF_FLOATS : SUM_TOLERANCE;
    }

    /** Returns the label of the highest score of each row, the first of equals. */
    static int[] highest(Labels labels, ScoreKind kind, ScoreMatrix scores) {
        requireWholeRows(labels, scores);
        ScoreCheck check = new ScoreCheck(labels, kind, scores);
        int[] highest = new int[scores.rows()];
        Chunks.map(highest.length, (from, to) -> new FirstFault(check.firstFault(from, to, highest))).stream()
                .map(FirstFault::fault)
                .filter(Objects::nonNull)
                .findFirst()
                .ifPresent(fault -> {
                    throw fault;
                });
        return highest;
    }

    static void requireWholeRows(Labels labels, ScoreMatrix scores) {
        if (scores.length() % labels.size() != 0) {
            throw new InvalidPredictionsException(
                    scores.length() + " scores are not a multiple of the number of labels, " + labels.size());
        }
    }

    private record FirstFault(@Nullable InvalidPredictionsException fault) {}

    private @Nullable InvalidPredictionsException firstFault(int from, int to, int[] highest) {
        int k = labels.size();
        int batch = Math.max(1, BATCH / k);
        double[] copy = new double[batch * k];
        for (int start = from; start < to; start += batch) {
            int end = Math.min(to, start + batch);
            scores.copy(start, end, copy);
            for (int row = start; row < end; row++) {
                if (!check(copy, (row - start) * k, (row - start + 1) * k, highest, row)) {
                    return fault(row);
                }
            }
        }
        return null;
    }

    /** Finds the highest score of a row; tells whether all are as they have to be. */
    private boolean check(double[] copy, int from, int to, int[] highest, int row) {
        double sum = 0;
        long signs = 0;
        long best = from;
        long top = 0;
        for (int i = from; i < to; i++) {
            double score = copy[i];
            sum += score;
            // bits of numbers that are not negative order as the numbers do; no processor could guess a branch
            long bits = Double.doubleToRawLongBits(score);
            signs |= bits;
            long isHigher = (top - bits) >> 63;
            top ^= (top ^ bits) & isHigher;
            best ^= (best ^ i) & isHigher;
        }
        highest[row] = (signs >= 0 ? (int) best : highest(copy, from, to)) - from;
        return kind == ScoreKind.PROBABILITIES
                ? Math.abs(sum - 1) <= tolerance
                        && copy[from + highest[row]] <= 1 + tolerance
                        && (signs >= 0 || !hasNegative(copy, from, to))
                : isFinite(copy, from, to);
    }

    private static int highest(double[] copy, int from, int to) {
        int best = from;
        for (int i = from + 1; i < to; i++) {
            if (copy[i] > copy[best]) {
                best = i;
            }
        }
        return best;
    }

    /** Looks closer: -0.0 has a sign but isn't negative. */
    private static boolean hasNegative(double[] copy, int from, int to) {
        for (int i = from; i < to; i++) {
            if (copy[i] < 0) {
                return true;
            }
        }
        return false;
    }

    private static boolean isFinite(double[] copy, int from, int to) {
        for (int i = from; i < to; i++) {
            if (!Double.isFinite(copy[i])) {
                return false;
            }
        }
        return true;
    }

    private InvalidPredictionsException fault(int row) {
        double sum = 0;
        for (int label = 0; label < labels.size(); label++) {
            double score = scores.get(row, label);
            sum += score;
            if (!Double.isFinite(score)) {
                return new InvalidPredictionsException(
                        row,
                        "the score of \"" + labels.name(label) + "\" is " + score + "; scores must be finite numbers");
            }
            if (kind == ScoreKind.PROBABILITIES && (score < 0 || score > 1 + tolerance)) {
                return new InvalidPredictionsException(
                        row,
                        "the probability of \"" + labels.name(label) + "\" is " + score
                                + "; if these are logits or votes, say so with margins(…)");
            }
        }
        return new InvalidPredictionsException(row, "the probabilities sum to " + sum + " instead of 1");
    }
}
