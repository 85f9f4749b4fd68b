package dev.assay.metric;

/** A number of each row, of which a metric is the mean. */
@FunctionalInterface
interface RowLoss {

    /**
     * Computes what all rows share, before ranges of them are computed at the same time.
     *
     * @param outcomes truth and predictions
     */
    default void prepare(Outcomes outcomes) {}

    /**
     * Computes the numbers of a range of rows.
     *
     * @param outcomes truth and predictions
     * @param from the first row
     * @param to the row behind the last
     * @param losses takes the number of row {@code from + i} at index i
     */
    void fill(Outcomes outcomes, int from, int to, double[] losses);

    /** A number of truth and prediction. */
    @FunctionalInterface
    interface OfNumbers {

        double of(double truth, double predicted);
    }

    /** Makes a loss of rows from one of numbers. */
    static RowLoss ofNumbers(OfNumbers loss) {
        return (outcomes, from, to, losses) -> {
            for (int row = from; row < to; row++) {
                losses[row - from] = loss.of(
                        outcomes.numberTruth().value(row),
                        outcomes.numberPredictions().value(row));
            }
        };
    }
}
