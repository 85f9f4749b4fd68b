package dev.assay.prediction;

import java.util.Arrays;
import java.util.List;
import java.util.Objects;

/** Predicted numbers, all finite, with quantiles of each one's distribution where the model gives them. */
public final class NumberPredictions implements Predictions {

    private final double[] values;
    private final Quantiles quantiles;

    private NumberPredictions(double[] values, Quantiles quantiles) {
        this.values = values;
        this.quantiles = quantiles;
    }

    /** Checks and wraps; the array is not copied. */
    static NumberPredictions of(double[] values) {
        for (int row = 0; row < values.length; row++) {
            if (!Double.isFinite(values[row])) {
                throw new InvalidPredictionsException(
                        row, "the prediction is " + values[row] + "; predictions must be finite numbers");
            }
        }
        return new NumberPredictions(values, Quantiles.NONE);
    }

    static NumberPredictions concatenated(List<NumberPredictions> parts) {
        return new NumberPredictions(
                parts.stream()
                        .flatMapToDouble(part -> Arrays.stream(part.values))
                        .toArray(),
                Quantiles.concatenated(
                        parts.stream().map(part -> part.quantiles).toList()));
    }

    /**
     * Adds quantiles of each prediction's distribution, for models that predict them. The predicted numbers stay as they
     * are, whether they are medians, means or neither.
     *
     * @param levels the quantiles' levels, such as 0.1, 0.5 and 0.9, each above the one before; copied
     * @param rowMajorValues {@code levels.length} finite numbers for each example, none below the one before, one example
     *     after another; copied
     * @return the same predictions with these quantiles
     * @throws InvalidPredictionsException if levels or values are not so; the message names the row
     */
    public NumberPredictions withQuantiles(double[] levels, double... rowMajorValues) {
        return new NumberPredictions(values, Quantiles.of(values.length, levels, rowMajorValues.clone()));
    }

    @Override
    public String kind() {
        return "numbers";
    }

    @Override
    public int size() {
        return values.length;
    }

    /**
     * Returns an example's prediction.
     *
     * @param row from 0 to {@code size() - 1}
     * @return a finite number
     */
    public double value(int row) {
        return values[row];
    }

    /**
     * Returns the levels of the quantiles.
     *
     * @return numbers between 0 and 1 in ascending order; empty if there are no quantiles
     */
    public List<Double> quantileLevels() {
        return quantiles.levels();
    }

    /**
     * Returns a quantile of an example's prediction.
     *
     * @param row from 0 to {@code size() - 1}
     * @param level the level's position in {@link #quantileLevels()}
     * @return a finite number
     * @throws IndexOutOfBoundsException if there is no such level, or there are no quantiles
     */
    public double quantile(int row, int level) {
        return quantiles.value(row, Objects.checkIndex(level, quantiles.levels().size()));
    }

    @Override
    public NumberPredictions select(int... rows) {
        double[] selected = new double[rows.length];
        for (int i = 0; i < rows.length; i++) {
            selected[i] = values[rows[i]];
        }
        return new NumberPredictions(selected, quantiles.select(rows));
    }
}
