package dev.assay.benchmarks;

import dev.assay.data.Seed;
import java.util.SplittableRandom;

/**
 * What a classifier of middling quality might give, row by row: the true label, and one probability for each label.
 *
 * <p>Each label has a normal score with variance 1, whose mean is {@code separation} for the true label and 0 for the
 * others; the probabilities are those of the labels given the scores, so they are calibrated.
 */
final class ClassifierOutput {

    /** With it the most probable of ten labels is the true one in about 80 of 100 rows. */
    static final double SEPARATION_OF_TEN = 2.46;

    /** With it the more probable of two labels is the true one in about 80 of 100 rows. */
    static final double SEPARATION_OF_TWO = 1.19;

    private static final Seed SEED = Seed.of(42);
    private static final double SHARE_CORRECT = 0.8;

    private final int labels;
    private final int[] truth;
    private final double[] probabilities;

    private ClassifierOutput(int labels, int[] truth, double[] probabilities) {
        this.labels = labels;
        this.truth = truth;
        this.probabilities = probabilities;
    }

    static ClassifierOutput of(int rows, int labels, double separation) {
        SplittableRandom random = SEED.derive("scores", labels).random();
        int[] truth = new int[rows];
        double[] probabilities = new double[rows * labels];
        for (int row = 0; row < rows; row++) {
            truth[row] = random.nextInt(labels);
            double sum = 0;
            for (int label = 0; label < labels; label++) {
                double score = random.nextGaussian() + (label == truth[row] ? separation : 0);
                double likelihood = Math.exp(separation * score);
                probabilities[row * labels + label] = likelihood;
                sum += likelihood;
            }
            for (int label = 0; label < labels; label++) {
                probabilities[row * labels + label] /= sum;
            }
        }
        return new ClassifierOutput(labels, truth, probabilities);
    }

    /** Returns indices of true labels; fewer rows are the first of more. */
    static int[] truth(int rows, int labels) {
        return SEED.derive("truth").random().ints(rows, 0, labels).toArray();
    }

    /** Returns indices of predicted labels, most of them the true ones; fewer rows are the first of more. */
    static int[] predicted(int labels, int... truth) {
        SplittableRandom random = SEED.derive("predicted").random();
        int[] predicted = new int[truth.length];
        for (int row = 0; row < predicted.length; row++) {
            predicted[row] = random.nextDouble() < SHARE_CORRECT ? truth[row] : random.nextInt(labels);
        }
        return predicted;
    }

    /** Returns the index of each row's label; not a copy. */
    int[] truth() {
        return truth;
    }

    /** Returns the probabilities, one row after another; not a copy. */
    double[] probabilities() {
        return probabilities;
    }

    /** Returns one label's probability in each row. */
    double[] probabilitiesOf(int label) {
        double[] column = new double[truth.length];
        for (int row = 0; row < column.length; row++) {
            column[row] = probabilities[row * labels + label];
        }
        return column;
    }

    static float[] rounded(double... values) {
        float[] rounded = new float[values.length];
        for (int i = 0; i < rounded.length; i++) {
            rounded[i] = (float) values[i];
        }
        return rounded;
    }
}
