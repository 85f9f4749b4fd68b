package dev.assay.metric;

import dev.assay.prediction.NumberPredictions;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.IntStream;

/**
 * The interval that leaves out the same probability on either side: that of 0.8 reaches from a model's quantile at 0.1 to
 * its quantile at 0.9.
 *
 * @param probability the probability within
 * @param tail the probability on either side, which is the lower end's level
 * @param upperLevel the upper end's level
 */
record CentralInterval(double probability, double tail, double upperLevel) {

    /** How much rounding of levels is forgiven, as a share of the tail. */
    private static final double ROUNDING = 1e-9;

    /** A number of a truth and the interval's ends. */
    @FunctionalInterface
    interface OfInterval {

        double of(double truth, double lower, double upper);
    }

    /** Computes the levels in decimal, so that they read like those that a user gives. */
    static CentralInterval of(double probability) {
        if (!(probability > 0 && probability < 1)) {
            throw new IllegalArgumentException("an interval's probability lies between 0 and 1, unlike " + probability);
        }
        BigDecimal tail =
                BigDecimal.ONE.subtract(BigDecimal.valueOf(probability)).divide(BigDecimal.valueOf(2));
        return new CentralInterval(
                probability, tail.doubleValue(), BigDecimal.ONE.subtract(tail).doubleValue());
    }

    /** Says which quantiles are missing, if any are. */
    Optional<String> obstacle(Outcomes outcomes) {
        List<Double> levels = outcomes.numberPredictions().quantileLevels();
        return RankedProbabilityScore.obstacle(outcomes)
                .or(() -> missing(levels, tail))
                .or(() -> missing(levels, upperLevel));
    }

    private Optional<String> missing(List<Double> levels, double level) {
        return index(levels, level).isPresent()
                ? Optional.empty()
                : Optional.of("the model gives no quantile at " + Parameter.text(level) + ", only at " + levels);
    }

    private OptionalInt index(List<Double> levels, double level) {
        return IntStream.range(0, levels.size())
                .filter(i -> Math.abs(levels.get(i) - level) < ROUNDING * tail)
                .findFirst();
    }

    /** Makes a number of rows from one of intervals. */
    RowLoss rows(OfInterval function) {
        return (outcomes, from, to, losses) -> {
            NumberPredictions predictions = outcomes.numberPredictions();
            int lower = index(predictions.quantileLevels(), tail).orElseThrow();
            int upper = index(predictions.quantileLevels(), upperLevel).orElseThrow();
            for (int row = from; row < to; row++) {
                losses[row - from] = function.of(
                        outcomes.numberTruth().value(row),
                        predictions.quantile(row, lower),
                        predictions.quantile(row, upper));
            }
        };
    }

    static double covered(double truth, double lower, double upper) {
        return truth >= lower && truth <= upper ? 1 : 0;
    }

    static double width(double truth, double lower, double upper) {
        return upper - lower;
    }

    /** The width, and for a truth outside, how far outside it is over the tail's probability. */
    double score(double truth, double lower, double upper) {
        double outside = Math.max(0, Math.max(lower - truth, truth - upper));
        return upper - lower + outside / tail;
    }

    @Override
    public String toString() {
        return "the " + Parameter.text(probability) + " interval";
    }
}
