package dev.assay.prediction;

import java.util.Arrays;
import java.util.List;

/** Predicted numbers, all finite. */
public final class NumberPredictions implements Predictions {

    private final double[] values;

    NumberPredictions(double[] values) {
        for (int row = 0; row < values.length; row++) {
            if (!Double.isFinite(values[row])) {
                throw new InvalidPredictionsException(
                        row, "the prediction is " + values[row] + "; predictions must be finite numbers");
            }
        }
        this.values = values;
    }

    static NumberPredictions concatenated(List<NumberPredictions> parts) {
        return new NumberPredictions(parts.stream()
                .flatMapToDouble(part -> Arrays.stream(part.values))
                .toArray());
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

    @Override
    public NumberPredictions select(int... rows) {
        double[] selected = new double[rows.length];
        for (int i = 0; i < rows.length; i++) {
            selected[i] = values[rows[i]];
        }
        return new NumberPredictions(selected);
    }
}
