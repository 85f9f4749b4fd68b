package dev.assay.statistics;

/**
 * A sample that is yet to be drawn: what a gate would find there says how far it can be trusted.
 *
 * @param truth the true value, of which the sample would give an estimate
 * @param growth how many times larger than the sample at hand it is to be, positive
 */
public record Prospect(double truth, double growth) {

    /** Checks the numbers. */
    public Prospect {
        if (Double.isNaN(truth) || !(growth > 0) || Double.isInfinite(growth)) {
            throw new IllegalArgumentException(
                    "a true value and a positive size are needed, not " + truth + " and " + growth);
        }
    }

    /**
     * Takes the value that was found for the true one.
     *
     * @param estimate what was found
     * @return a sample of the same size
     */
    public static Prospect likeThat(Estimate estimate) {
        return new Prospect(estimate.value(), 1);
    }

    /** Returns a standard error of the sample at hand as it would be there. */
    double scaled(double error) {
        return error / Math.sqrt(growth);
    }

    /** Returns a number of trials of the sample at hand as it would be there. */
    int scaled(long trials) {
        return (int) Math.max(1, Math.min(Integer.MAX_VALUE, Math.round(trials * growth)));
    }
}
