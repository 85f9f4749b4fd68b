package dev.assay.learning;

import dev.assay.data.Dataset;
import dev.assay.data.InvalidDataException;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/** Ways to fill in what is missing. */
enum Imputing implements Transform<double[], double[]> {
    /** The mean of what is there. */
    MEAN("mean") {
        @Override
        double filling(double[] known) {
            return Scaling.STANDARD.centre(known);
        }
    },
    /** The median of what is there. */
    MEDIAN("median") {
        @Override
        double filling(double[] known) {
            Arrays.sort(known);
            double lower = known[(known.length - 1) / 2];
            return lower + (known[known.length / 2] - lower) / 2;
        }
    },
    /** The number that is there most often, the lowest of equally frequent ones. */
    MOST_FREQUENT("most frequent number") {
        @Override
        double filling(double[] known) {
            Arrays.sort(known);
            double best = known[0];
            int most = 0;
            for (int from = 0, to; from < known.length; from = to) {
                to = from + 1;
                // −0 and 0, which are neighbours when sorted, are one number
                while (to < known.length && known[to] == known[from]) {
                    to++;
                }
                if (to - from > most) {
                    most = to - from;
                    best = known[from];
                }
            }
            return best;
        }
    };

    private final String noun;

    Imputing(String noun) {
        this.noun = noun;
    }

    /** Returns what takes the place of missing numbers, of which others are known; may reorder these. */
    abstract double filling(double[] known);

    @Override
    public FittedTransform<double[], double[]> fit(Dataset<double[]> training) {
        NumberFeatures features = new NumberFeatures(training);
        return new Fitted(
                features.each(feature -> {
                    double[] known = features.known(feature);
                    if (known.length == 0) {
                        throw new InvalidDataException(features.name(feature) + " has no " + noun
                                + ", since it is missing in all " + features.size()
                                + " training examples; leave it out, or impute a constant");
                    }
                    return filling(known);
                }),
                features.names());
    }

    static FittedTransform<double[], double[]> constant(double filling, Dataset<double[]> training) {
        NumberFeatures features = new NumberFeatures(training);
        return new Fitted(features.each(feature -> filling), features.names());
    }

    @SuppressWarnings("ArrayRecordComponent") // nobody compares them
    private record Fitted(double[] fillings, List<String> featureNames) implements FittedTransform<double[], double[]> {

        @Override
        public double[] apply(double[] input) {
            NumberFeatures.requireWidth(input, fillings.length);
            return IntStream.range(0, input.length)
                    .mapToDouble(feature -> Double.isNaN(input[feature]) ? fillings[feature] : input[feature])
                    .toArray();
        }
    }
}
