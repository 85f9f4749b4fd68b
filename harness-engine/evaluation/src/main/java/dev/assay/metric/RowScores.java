package dev.assay.metric;

import dev.assay.data.LabelTargets;
import dev.assay.numeric.Chunks;
import dev.assay.prediction.LabelPredictions;
import dev.assay.prediction.ScoreKind;
import java.util.List;

/**
 * What is asked of the scores of each row: how many labels come before the true one and, if they are probabilities, that of
 * the true and that of the predicted label, and the squared distances of all from the truth. One pass over all scores finds
 * what several metrics need.
 */
final class RowScores {

    private final double[] ofTruth;
    private final Confidences confidences;
    private final CellTotals ranks;
    private final BrierTotals brier;

    private RowScores(double[] ofTruth, Confidences confidences, CellTotals ranks, BrierTotals brier) {
        this.ofTruth = ofTruth;
        this.confidences = confidences;
        this.ranks = ranks;
        this.brier = brier;
    }

    /** Finds it once; there have to be scores. */
    static RowScores of(Outcomes outcomes) {
        return outcomes.once("row scores", RowScores.class, () -> compute(outcomes));
    }

    private static RowScores compute(Outcomes outcomes) {
        int rows = outcomes.labelPredictions().scoreKind() == ScoreKind.PROBABILITIES ? outcomes.size() : 0;
        RowScores empty = new RowScores(
                new double[rows],
                Confidences.ofRows(rows),
                new CellTotals(outcomes.labelTruth().labels().size()),
                new BrierTotals(outcomes.labelTruth().labels().size()));
        List<Pass> passes = Chunks.map(outcomes.size(), (from, to) -> {
            Pass pass = new Pass(outcomes, empty);
            ScoreBlocks.forEach(outcomes.labelPredictions(), from, to, pass::add);
            return pass;
        });
        passes.forEach(pass -> pass.addTo(empty));
        return empty;
    }

    /** Returns the probability of a row's true label; above 1 by as much as the row's sum may be. */
    double ofTruth(int row) {
        return ofTruth[row];
    }

    /** Returns the probabilities of predicted labels. */
    Confidences confidences() {
        return confidences;
    }

    /** Returns rows by how many labels come before the true one: those of higher scores, and of equal ones the first. */
    CellTotals ranks() {
        return ranks;
    }

    /** Returns the squared distances of probabilities from the truth. */
    BrierTotals brier() {
        return brier;
    }

    /**
     * Returns how many labels come before the true one of a row.
     *
     * @param scores room for one score of each label
     */
    static int rank(Outcomes outcomes, int row, double[] scores) {
        outcomes.labelPredictions().copyScores(row, row + 1, scores);
        return labelsBefore(scores, 0, scores.length, outcomes.labelTruth().index(row));
    }

    /** Goes through a range of rows. */
    private static final class Pass {

        private final Outcomes outcomes;
        private final LabelTargets truth;
        private final LabelPredictions predictions;
        private final int labels;
        private final boolean probabilities;
        private final RowScores all;
        private final CellTotals ranks;
        private final BrierTotals.Pass brier;
        private final double[] scales;

        Pass(Outcomes outcomes, RowScores all) {
            this.outcomes = outcomes;
            this.truth = outcomes.labelTruth();
            this.predictions = outcomes.labelPredictions();
            this.labels = truth.labels().size();
            this.probabilities = predictions.scoreKind() == ScoreKind.PROBABILITIES;
            this.all = all;
            this.ranks = new CellTotals(labels);
            this.brier = new BrierTotals.Pass(outcomes);
            this.scales = new double[ScoreBlocks.mostRows(labels)];
        }

        void add(int from, int to, double[] scores) {
            addRanks(from, to, scores);
            if (probabilities) {
                addProbabilities(from, to, scores);
                brier.add(from, to, scores, scales);
            }
        }

        private void addRanks(int from, int to, double[] scores) {
            boolean byScore = predictions.isByHighestScore();
            for (int row = from; row < to; row++) {
                int first = (row - from) * labels;
                int index = truth.index(row);
                int before = byScore && predictions.index(row) == index
                        ? 0
                        : labelsBefore(scores, first, first + labels, first + index);
                ranks.add(before, outcomes.weight(row));
            }
        }

        private void addProbabilities(int from, int to, double[] scores) {
            for (int row = from; row < to; row++) {
                int first = (row - from) * labels;
                int index = truth.index(row);
                int predicted = predictions.index(row);
                double scale = ScoreBlocks.scale(predictions, scores, first);
                scales[row - from] = scale;
                all.ofTruth[row] = scores[first + index] * scale;
                all.confidences.set(row, scores[first + predicted] * scale, predicted == index);
            }
        }

        void addTo(RowScores whole) {
            whole.ranks.merge(ranks);
            whole.brier.merge(brier.totals());
        }
    }

    /** Counts by sign bits: no processor could guess comparisons. */
    private static int labelsBefore(double[] scores, int from, int to, int index) {
        double score = scores[index];
        int before = index - from;
        for (int i = from; i < index; i++) {
            before -= signBit(scores[i] - score);
        }
        for (int i = index + 1; i < to; i++) {
            before += signBit(score - scores[i]);
        }
        return before;
    }

    private static int signBit(double difference) {
        // adding 0 clears the sign of -0.0
        return (int) (Double.doubleToRawLongBits(difference + 0.0) >>> 63);
    }
}
