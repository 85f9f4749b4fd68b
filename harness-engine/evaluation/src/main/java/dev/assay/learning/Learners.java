package dev.assay.learning;

import dev.assay.data.LabelTargets;
import dev.assay.data.Labels;
import dev.assay.data.Seed;
import dev.assay.prediction.Predictions;
import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.function.Supplier;

/**
 * Learners that ignore the inputs, which are the floor that every model must rise above, and learners made of a library's
 * trainers.
 */
public final class Learners {

    private Learners() {}

    /**
     * Makes a learner of a library's trainer, so that it can be put behind a {@link Learner#after transform}. Each fit gets a
     * copy of the trainer; where that can't be had, give a supplier.
     *
     * @param trainer a trainer that an adapter on the class path knows, or a learner
     * @param <X> the type of inputs, one that the adapter takes
     * @return the learner; a learner itself
     * @throws IllegalArgumentException if no adapter knows the trainer, or it can't be copied; the message says what to do
     */
    public static <X> Learner<X> of(Object trainer) {
        if (trainer instanceof Supplier<?> source) {
            return of(source);
        }
        return new Trainers(() -> trainer, false).learner();
    }

    /**
     * Makes a learner of trainers of a library that are made anew for each fit.
     *
     * @param source makes a new trainer, or a learner, at each call; the first call is now, others come from the threads that
     *     fit
     * @param <X> the type of inputs, one that the adapter takes
     * @return the learner, whose fits fail if the source gives the same trainer twice
     * @throws IllegalArgumentException if no adapter knows the first trainer
     */
    public static <X> Learner<X> of(Supplier<?> source) {
        return new Trainers(source, true).learner();
    }

    /**
     * Always predicts the most frequent label of the training part, the first of equals, with probability 1.
     *
     * @param <X> the type of inputs
     * @return the learner
     */
    public static <X> Learner<X> majorityClass() {
        return new MajorityClass<>();
    }

    /**
     * Always predicts the most frequent label of the training part, with each label's frequency there as its
     * probability.
     *
     * @param <X> the type of inputs
     * @return the learner
     */
    public static <X> Learner<X> prior() {
        return new Prior<>();
    }

    /**
     * Predicts a random label with the training part's frequencies, and probability 1 for it.
     *
     * @param <X> the type of inputs
     * @return the learner
     */
    public static <X> Learner<X> stratifiedRandom() {
        return new StratifiedRandom<>();
    }

    /**
     * Always predicts the mean of the training part's targets.
     *
     * @param <X> the type of inputs
     * @return the learner
     */
    public static <X> Learner<X> mean() {
        return new Mean<>();
    }

    /**
     * Always predicts the median of the training part's targets, the middle of the two central ones if they are even in
     * number.
     *
     * @param <X> the type of inputs
     * @return the learner
     */
    public static <X> Learner<X> median() {
        return new Median<>();
    }

    // records, which show all that there is to know of them, so that what they predict can be kept for later runs

    private record MajorityClass<X>() implements Learner<X> {

        @Override
        public Predictor<X> fit(Training<X> training) {
            double[] row = new double[training.labels().size()];
            row[majority(training.labelTargets())] = 1;
            return constant(training.labels(), row);
        }
    }

    private record Prior<X>() implements Learner<X> {

        @Override
        public Predictor<X> fit(Training<X> training) {
            return constant(training.labels(), frequencies(training.labelTargets()));
        }
    }

    private record StratifiedRandom<X>() implements Learner<X> {

        @Override
        public Predictor<X> fit(Training<X> training) {
            double[] frequencies = frequencies(training.labelTargets());
            Labels labels = training.labels();
            Seed seed = training.seed().derive("stratified random");
            return inputs -> {
                SplittableRandom random = seed.random();
                double[] probabilities = new double[inputs.size() * labels.size()];
                for (int row = 0; row < inputs.size(); row++) {
                    probabilities[row * labels.size() + draw(frequencies, random.nextDouble())] = 1;
                }
                return Predictions.probabilities(labels, probabilities);
            };
        }
    }

    private record Mean<X>() implements Learner<X> {

        @Override
        public Predictor<X> fit(Training<X> training) {
            double[] values = training.numberTargets().values();
            return constant(Arrays.stream(values).sum() / values.length);
        }
    }

    private record Median<X>() implements Learner<X> {

        @Override
        public Predictor<X> fit(Training<X> training) {
            double[] sorted = training.numberTargets().values();
            Arrays.sort(sorted);
            double upper = sorted[sorted.length / 2];
            double lower = sorted[(sorted.length - 1) / 2];
            return constant(lower + (upper - lower) / 2);
        }
    }

    private static int majority(LabelTargets targets) {
        int[] counts = targets.counts();
        int best = 0;
        for (int label = 1; label < counts.length; label++) {
            if (counts[label] > counts[best]) {
                best = label;
            }
        }
        return best;
    }

    private static double[] frequencies(LabelTargets targets) {
        return Arrays.stream(targets.counts())
                .mapToDouble(count -> (double) count / targets.size())
                .toArray();
    }

    private static int draw(double[] frequencies, double uniform) {
        double below = 0;
        int last = 0;
        for (int label = 0; label < frequencies.length; label++) {
            if (frequencies[label] > 0) {
                last = label;
                below += frequencies[label];
                if (uniform < below) {
                    return label;
                }
            }
        }
        return last;
    }

    private static <X> Predictor<X> constant(Labels labels, double[] row) {
        return inputs -> {
            double[] probabilities = new double[inputs.size() * row.length];
            for (int i = 0; i < inputs.size(); i++) {
                System.arraycopy(row, 0, probabilities, i * row.length, row.length);
            }
            return Predictions.probabilities(labels, probabilities);
        };
    }

    private static <X> Predictor<X> constant(double value) {
        return inputs -> {
            double[] values = new double[inputs.size()];
            Arrays.fill(values, value);
            return Predictions.numbers(values);
        };
    }
}
