package dev.assay.statistics;

import java.util.function.DoublePredicate;

/** Finds how much larger a sample has to be for a bound to reach a threshold. */
final class Growth {

    /** Nobody will ever have so many times more, and bounds can't be computed there. */
    private static final double MOST = 1e8;

    private static final double PRECISION = 1e-9;

    private Growth() {}

    /** Lets the distance to the bound shrink by the square root of the size until it is that to the threshold. */
    static double ofDistances(double toBound, double toThreshold) {
        if (toThreshold == 0) {
            return Double.POSITIVE_INFINITY;
        }
        double ratio = toBound / toThreshold;
        double growth = Math.max(1, ratio * ratio);
        return growth > MOST ? Double.POSITIVE_INFINITY : growth;
    }

    /** Finds the size from which on a bound separates value and threshold, by bisection. */
    static double solve(double value, double threshold, DoublePredicate separates) {
        if (value == threshold) {
            return Double.POSITIVE_INFINITY;
        }
        double enough = 1;
        while (!separates.test(enough)) {
            enough *= 2;
            if (enough > MOST) {
                return Double.POSITIVE_INFINITY;
            }
        }
        double tooFew = enough / 2;
        while (enough > 1 && enough - tooFew > PRECISION * enough) {
            double middle = (enough + tooFew) / 2;
            if (separates.test(middle)) {
                enough = middle;
            } else {
                tooFew = middle;
            }
        }
        return enough;
    }
}
