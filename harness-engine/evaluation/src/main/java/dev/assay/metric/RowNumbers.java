package dev.assay.metric;

import dev.assay.numeric.ExactSum;
import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** A number of each row that counts, which is one whose weight is above 0, for statistics that are not plain means. */
final class RowNumbers {

    private final double[] values;
    private final double @Nullable [] weights;

    private RowNumbers(double[] values, double @Nullable [] weights) {
        this.values = values;
        this.weights = weights;
    }

    static RowNumbers of(Outcomes outcomes, RowLoss number) {
        double[] all = new double[outcomes.size()];
        number.fill(outcomes, 0, all.length, all);
        if (!outcomes.isWeighted()) {
            return new RowNumbers(all, null);
        }
        int[] rows = IntStream.range(0, all.length)
                .filter(row -> outcomes.weight(row) > 0)
                .toArray();
        return new RowNumbers(
                Arrays.stream(rows).mapToDouble(row -> all[row]).toArray(),
                Arrays.stream(rows).mapToDouble(outcomes::weight).toArray());
    }

    /** Returns how many rows count. */
    int size() {
        return values.length;
    }

    private double weight(int index) {
        return weights == null ? 1 : weights[index];
    }

    double minimum() {
        return Arrays.stream(values).min().orElseThrow();
    }

    double maximum() {
        return Arrays.stream(values).max().orElseThrow();
    }

    /** Returns the weighted mean: exactly the number that all rows have, if there is one; not finite if the sum overflows. */
    double mean() {
        WeightedMean mean = new WeightedMean();
        for (int i = 0; i < values.length; i++) {
            mean.add(values[i], weight(i));
        }
        double value = mean.value();
        // the division rounds, which mustn't give numbers that are all equal a variance
        return Double.isFinite(value) ? Math.max(minimum(), Math.min(maximum(), value)) : value;
    }

    /** Returns the weighted mean of the squared deviations from the mean, 0 if all numbers are equal. */
    double variance() {
        double mean = mean();
        WeightedMean variance = new WeightedMean();
        for (int i = 0; i < values.length; i++) {
            double deviation = values[i] - mean;
            variance.add(deviation * deviation, weight(i));
        }
        return variance.value();
    }

    /** Returns the middle number, or the mean of the middle two; with weights the lower weighted median. */
    double median() {
        if (weights != null) {
            return quantile(0.5);
        }
        double[] sorted = sorted();
        int half = sorted.length / 2;
        return sorted.length % 2 == 1 ? sorted[half] : (sorted[half - 1] + sorted[half]) / 2;
    }

    /** Returns the lowest number up to which the weights sum to at least a share of all weights. */
    double quantile(double level) {
        if (weights == null) {
            double[] sorted = sorted();
            return sorted[Math.max(0, (int) Math.ceil(level * sorted.length) - 1)];
        }
        double share = level * ExactSum.of(weights);
        ExactSum sum = new ExactSum();
        for (int i : order()) {
            sum.add(weights[i]);
            if (sum.value() >= share) {
                return values[i];
            }
        }
        return maximum();
    }

    private double[] sorted() {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        return sorted;
    }

    private int[] order() {
        return IntStream.range(0, values.length)
                .boxed()
                .sorted(Comparator.comparingDouble(i -> values[i]))
                .mapToInt(Integer::intValue)
                .toArray();
    }
}
