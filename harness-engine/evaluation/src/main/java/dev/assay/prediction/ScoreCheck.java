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
        if (scores.length() % labels.size() != 0) {
            throw new InvalidPredictionsException(
                    scores.length() + " scores are not a multiple of the number of labels, " + labels.size());
        }
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

    /** Checks the scores of a row and finds the highest. */
    private boolean check(double[] copy, int from, int to, int[] highest, int row) {
        double sum = 0;
        double lowest = Double.POSITIVE_INFINITY;
        double top = Double.NEGATIVE_INFINITY;
        double zeroIfFinite = 0;
        int best = from;
        for (int i = from; i < to; i++) {
            double score = copy[i];
            sum += score;
            zeroIfFinite += 0 * score;
            lowest = score < lowest ? score : lowest;
            best = score > top ? i : best;
            top = score > top ? score : top;
        }
        highest[row] = best - from;
        return zeroIfFinite == 0 && (kind != ScoreKind.PROBABILITIES || isDistribution(lowest, top, sum));
    }

    private boolean isDistribution(double lowest, double top, double sum) {
        return lowest >= 0 && top <= 1 + tolerance && Math.abs(sum - 1) <= tolerance;
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
