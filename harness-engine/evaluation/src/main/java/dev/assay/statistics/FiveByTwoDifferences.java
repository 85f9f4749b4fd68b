package dev.assay.statistics;

/** The differences of five repeats of a two-fold cross-validation, scaled so that the largest lies from 1 to 2. */
final class FiveByTwoDifferences {

    private static final int REPEATS = 5;
    private static final int FOLDS = 2;

    private final double[] scaled;
    private final int exponent;

    FiveByTwoDifferences(double[][] differences) {
        if (differences.length != REPEATS) {
            throw new IllegalArgumentException("a 5x2 cross-validation has 5 repeats, not " + differences.length);
        }
        double[] all = new double[REPEATS * FOLDS];
        for (int repeat = 0; repeat < REPEATS; repeat++) {
            if (differences[repeat].length != FOLDS) {
                throw new IllegalArgumentException("a 5x2 cross-validation has 2 folds in each repeat, not "
                        + differences[repeat].length + " as in repeat " + repeat);
            }
            System.arraycopy(differences[repeat], 0, all, repeat * FOLDS, FOLDS);
        }
        Differences.require("a 5x2 test", all);
        exponent = Differences.exponent(all);
        scaled = Differences.scaled(exponent, all);
    }

    boolean areAllZero() {
        return Differences.areAllZero(scaled);
    }

    double first() {
        return scaled[0];
    }

    double mean() {
        return Math.scalb(Samples.mean(scaled), exponent);
    }

    double sumOfSquares() {
        double sum = 0;
        for (double difference : scaled) {
            sum += difference * difference;
        }
        return sum;
    }

    /** Returns the sum of the five variances, each with one degree of freedom; 0 if both folds agree in each repeat. */
    double sumOfVariances() {
        double sum = 0;
        for (int i = 0; i < scaled.length; i += FOLDS) {
            sum += Samples.variance(new double[] {scaled[i], scaled[i + 1]});
        }
        return sum;
    }
}
