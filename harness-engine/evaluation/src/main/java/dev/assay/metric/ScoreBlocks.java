package dev.assay.metric;

import dev.assay.prediction.LabelPredictions;

/** Goes through the scores of rows in blocks that stay in the nearest cache. */
final class ScoreBlocks {

    /** So few that what is summed up of each place stays in that cache, too. */
    private static final int SCORES = 1 << 10;

    private ScoreBlocks() {}

    /** What is done with a block of rows. */
    @FunctionalInterface
    interface Block {

        /**
         * Does it.
         *
         * @param from the first row of the block
         * @param to the row behind its last
         * @param scores the scores of these rows, one row after another
         */
        void accept(int from, int to, double[] scores);
    }

    /** Returns how many rows with so many scores a block has at most. */
    static int mostRows(int scores) {
        return Math.max(1, SCORES / scores);
    }

    static void forEach(LabelPredictions predictions, int from, int to, Block block) {
        int k = predictions.labels().size();
        int rows = mostRows(k);
        double[] scores = new double[rows * k];
        for (int start = from; start < to; start += rows) {
            int end = Math.min(to, start + rows);
            predictions.copyScores(start, end, scores);
            block.accept(start, end, scores);
        }
    }

    /**
     * Returns what the scores of a row have to be multiplied by to be probabilities: those that came as floats may miss a sum
     * of 1.
     *
     * @param predictions probabilities
     * @param scores a block of them
     * @param first where the row begins in it
     */
    static double scale(LabelPredictions predictions, double[] scores, int first) {
        if (!predictions.hasFloatScores()) {
            return 1;
        }
        double sum = 0;
        int end = first + predictions.labels().size();
        for (int i = first; i < end; i++) {
            sum += scores[i];
        }
        return 1 / sum;
    }
}
