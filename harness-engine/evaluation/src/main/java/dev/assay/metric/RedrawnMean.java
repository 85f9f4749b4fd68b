package dev.assay.metric;

import java.util.function.DoubleUnaryOperator;

/**
 * A mean of a number of each row, or of each group, as a function of which of them there are. Each replicate adds up two
 * numbers of each; nothing of the metric itself is computed again.
 *
 * <p>Where the numbers have a lowest and a highest possible value, the prior is half a unit of each: of zeros and ones, that is
 * Jeffreys' prior. What was never seen, such as any error at all, then still is possible.
 */
final class RedrawnMean {

    private static final long NANOSECONDS = 10;

    private RedrawnMean() {}

    /**
     * Makes the redrawing of a mean over rows.
     *
     * @param outcomes rows, with their weights and groups
     * @param numbers one of each row; NaN leaves a row out
     * @param range which values the numbers can have
     * @param finish makes the metric of the mean
     */
    static Redrawing ofRows(Outcomes outcomes, double[] numbers, Range range, DoubleUnaryOperator finish) {
        Units units = Units.of(outcomes);
        double[] sums = new double[units.size()];
        double[] weights = new double[units.size()];
        for (int row = 0; row < numbers.length; row++) {
            double weight = outcomes.weight(row);
            if (weight > 0 && !Double.isNaN(numbers[row])) {
                sums[units.ofRow(row)] += weight * numbers[row];
                weights[units.ofRow(row)] += weight;
            }
        }
        return ofUnits(units, sums, weights, range, finish);
    }

    /** Makes the redrawing of the quotient of two sums over units. */
    static Redrawing ofUnits(Units units, double[] sums, double[] weights, Range range, DoubleUnaryOperator finish) {
        boolean bounded = Double.isFinite(range.minimum()) && Double.isFinite(range.maximum());
        double total = 0;
        for (double weight : weights) {
            total += weight;
        }
        double average = total / units.size();
        long cost = NANOSECONDS * units.size();
        return bounded
                ? Redrawing.ofUnits(units, 2, 0.5, cost, drawn -> {
                    double low = average * drawn[units.size()];
                    double high = average * drawn[units.size() + 1];
                    return value(
                            drawn, sums, weights, low * range.minimum() + high * range.maximum(), low + high, finish);
                })
                : Redrawing.ofUnits(units, cost, drawn -> value(drawn, sums, weights, 0, 0, finish));
    }

    private static double value(
            double[] drawn,
            double[] sums,
            double[] weights,
            double pseudoSum,
            double pseudoWeight,
            DoubleUnaryOperator finish) {
        double sum = pseudoSum;
        double weight = pseudoWeight;
        for (int unit = 0; unit < sums.length; unit++) {
            sum += drawn[unit] * sums[unit];
            weight += drawn[unit] * weights[unit];
        }
        double value = finish.applyAsDouble(sum / weight);
        return Double.isFinite(value) ? value : Double.NaN;
    }
}
