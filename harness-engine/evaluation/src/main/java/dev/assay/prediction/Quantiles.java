package dev.assay.prediction;

import java.util.Arrays;
import java.util.List;

/** Quantiles of each prediction's distribution at the same levels. */
final class Quantiles {

    static final Quantiles NONE = new Quantiles(List.of(), new double[0]);

    private final List<Double> levels;
    /** Row-major. */
    private final double[] values;

    private Quantiles(List<Double> levels, double[] values) {
        this.levels = levels;
        this.values = values;
    }

    /** Checks and wraps; the values are not copied. */
    static Quantiles of(int rows, double[] levels, double[] values) {
        requireLevels(levels);
        if (values.length != (long) rows * levels.length) {
            throw new InvalidPredictionsException(values.length + " quantiles for " + rows + " examples at "
                    + levels.length + " levels; there must be one for each example and level");
        }
        Quantiles quantiles = new Quantiles(Arrays.stream(levels).boxed().toList(), values);
        for (int row = 0; row < rows; row++) {
            quantiles.requireAscending(row);
        }
        return quantiles;
    }

    private static void requireLevels(double[] levels) {
        if (levels.length == 0) {
            throw new InvalidPredictionsException("there are no levels of quantiles");
        }
        double previous = 0;
        for (double level : levels) {
            if (!(level > previous && level < 1)) {
                throw new InvalidPredictionsException("the levels of quantiles are " + Arrays.toString(levels)
                        + "; they must lie between 0 and 1, each above the one before");
            }
            previous = level;
        }
    }

    private void requireAscending(int row) {
        double previous = Double.NEGATIVE_INFINITY;
        for (int index = 0; index < levels.size(); index++) {
            double value = value(row, index);
            if (!Double.isFinite(value)) {
                throw new InvalidPredictionsException(
                        row,
                        "the quantile at " + levels.get(index) + " is " + value + "; quantiles must be finite numbers");
            }
            if (value < previous) {
                throw new InvalidPredictionsException(
                        row,
                        "the quantile at " + levels.get(index) + " is " + value + ", below that at "
                                + levels.get(index - 1) + ", " + previous + "; quantiles must not cross");
            }
            previous = value;
        }
    }

    /** Puts quantiles one after another; of other levels, there are none of the whole. */
    static Quantiles concatenated(List<Quantiles> parts) {
        List<Double> common = parts.get(0).levels;
        if (!parts.stream().allMatch(part -> part.levels.equals(common))) {
            return NONE;
        }
        return new Quantiles(
                common,
                parts.stream()
                        .flatMapToDouble(part -> Arrays.stream(part.values))
                        .toArray());
    }

    List<Double> levels() {
        return levels;
    }

    double value(int row, int index) {
        return values[row * levels.size() + index];
    }

    Quantiles select(int... rows) {
        int k = levels.size();
        double[] selected = new double[rows.length * k];
        for (int i = 0; i < rows.length; i++) {
            System.arraycopy(values, rows[i] * k, selected, i * k, k);
        }
        return new Quantiles(levels, selected);
    }
}
