package dev.assay.metric;

import dev.assay.numeric.Chunks;
import java.util.function.IntPredicate;
import java.util.function.IntToDoubleFunction;

/** What was predicted of each row with which probability, and whether it came true. */
final class Confidences {

    /** The probabilities; with a minus sign where it didn't come true. */
    private final double[] signed;

    private Confidences(double[] signed) {
        this.signed = signed;
    }

    static Confidences of(int rows, IntToDoubleFunction probability, IntPredicate hit) {
        double[] signed = new double[rows];
        Chunks.run(rows, (from, to) -> {
            for (int row = from; row < to; row++) {
                // adding 0 clears the sign of -0.0
                double value = Math.min(1, probability.applyAsDouble(row)) + 0.0;
                signed[row] = hit.test(row) ? value : -value;
            }
        });
        return new Confidences(signed);
    }

    int size() {
        return signed.length;
    }

    double probability(int row) {
        return Math.abs(signed[row]);
    }

    /** Returns 1 if it came true, and 0 if not. */
    int hit(int row) {
        return 1 - (int) (Double.doubleToRawLongBits(signed[row]) >>> 63);
    }
}
