package dev.assay.metric;

import dev.assay.metric.Domain.Bound;

/**
 * Unit deviance of the Tweedie distribution of a power p (Jørgensen, "The Theory of Dispersion Models", 1997):
 * 2·(y^(2−p)/((1−p)(2−p)) − y·m^(1−p)/(1−p) + m^(2−p)/(2−p)) for truth y and predicted mean m, and the limits of that for
 * p = 1 and 2.
 *
 * <p>With x = y/m and the Box–Cox function B(a) = (x^a − 1)/a, B(0) = ln x, that is 2·m^(2−p)·(x·B(1−p) − B(2−p)), which
 * holds for every p and loses no digits where p is near 1 or 2.
 */
record TweedieDeviance(double power) implements RowLoss.OfNumbers {

    TweedieDeviance {
        if (Double.isNaN(power) || Double.isInfinite(power) || (power > 0 && power < 1)) {
            throw new IllegalArgumentException(
                    "there is no Tweedie distribution of power " + power + "; it must be at most 0 or at least 1");
        }
    }

    Domain domain() {
        if (power == 0) {
            return Domain.ANY;
        }
        if (power < 0) {
            return new Domain(Bound.NONE, Bound.POSITIVE);
        }
        return new Domain(power < 2 ? Bound.NOT_NEGATIVE : Bound.POSITIVE, Bound.POSITIVE);
    }

    @Override
    public double of(double truth, double predicted) {
        if (power == 0) {
            return NumberLosses.squared(truth, predicted);
        }
        if (truth == predicted) {
            return 0;
        }
        double ratio = truth / predicted;
        double half = ratio > 0 || power >= 2 ? ofRatio(ratio, predicted) : ofNoRatio(truth, predicted);
        // rounding may take a deviance of nearly nothing below 0
        return 2 * Math.max(0, half);
    }

    private double ofRatio(double ratio, double predicted) {
        double log = Math.log(ratio);
        return Math.pow(predicted, 2 - power) * (ratio * boxCox(1 - power, log) - boxCox(2 - power, log));
    }

    private static double boxCox(double exponent, double log) {
        return exponent == 0 ? log : Math.expm1(exponent * log) / exponent;
    }

    /** The deviance of a truth of 0, or below where the power allows that. */
    private double ofNoRatio(double truth, double predicted) {
        double ofZero = Math.pow(predicted, 2 - power) / (2 - power);
        return truth < 0 ? ofZero - truth * (Math.pow(predicted, 1 - power) / (1 - power)) : ofZero;
    }

    @Override
    public String toString() {
        return "Tweedie deviance of power " + Parameter.text(power);
    }
}
