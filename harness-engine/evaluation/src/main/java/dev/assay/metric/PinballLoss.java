package dev.assay.metric;

/**
 * The loss that a quantile minimises: level · (truth − predicted) where the truth lies above the prediction, and
 * (1 − level) · (predicted − truth) where it lies below.
 */
record PinballLoss(double level) implements RowLoss.OfNumbers {

    PinballLoss {
        if (!(level > 0 && level < 1)) {
            throw new IllegalArgumentException("a quantile's level lies between 0 and 1, unlike " + level);
        }
    }

    @Override
    public double of(double truth, double predicted) {
        double error = truth - predicted;
        return error >= 0 ? level * error : (1 - level) * -error;
    }

    @Override
    public String toString() {
        return "pinball loss at " + Parameter.text(level);
    }
}
