package dev.assay.learning;

import dev.assay.data.Dataset;
import dev.assay.data.InvalidDataException;
import dev.assay.numeric.ExactSum;
import java.util.Arrays;
import java.util.List;

/** Ways to choose what is taken from each feature, and by what the rest is divided. */
enum Scaling implements Transform<double[], double[]> {
    /** The mean, and the standard deviation of the population. */
    STANDARD {
        @Override
        double centre(double[] known) {
            ExactSum sum = new ExactSum();
            for (double value : known) {
                sum.add(value);
            }
            return sum.value() / known.length;
        }

        @Override
        double scale(double[] known, double mean) {
            ExactSum squares = new ExactSum();
            for (double value : known) {
                squares.add((value - mean) * (value - mean));
            }
            double variance = squares.value() / known.length;
            double rounding = known.length * mean * EPSILON;
            boolean constant = variance <= known.length * EPSILON * variance + rounding * rounding;
            return constant && Double.isFinite(variance) ? 1 : Math.sqrt(variance);
        }
    },
    /** The minimum, and the range. */
    MIN_MAX {
        @Override
        double centre(double[] known) {
            return Arrays.stream(known).min().orElseThrow();
        }

        @Override
        double scale(double[] known, double minimum) {
            double range = Arrays.stream(known).max().orElseThrow() - minimum;
            return range == 0 ? 1 : range;
        }
    };

    private static final double EPSILON = Math.ulp(1.0);

    abstract double centre(double[] known);

    abstract double scale(double[] known, double centre);

    @Override
    public FittedTransform<double[], double[]> fit(Dataset<double[]> training) {
        NumberFeatures features = new NumberFeatures(training);
        double[] centres = features.each(feature -> {
            double[] known = features.known(feature);
            return known.length == 0 ? 0 : finite(centre(known), features.name(feature));
        });
        double[] scales = features.each(feature -> {
            double[] known = features.known(feature);
            return known.length == 0 ? 1 : finite(scale(known, centres[feature]), features.name(feature));
        });
        return new Fitted(centres, scales, features.names());
    }

    private static double finite(double number, String feature) {
        if (!Double.isFinite(number)) {
            throw new InvalidDataException(
                    feature + " has numbers too large to be scaled; divide it by a large number first");
        }
        return number;
    }

    @SuppressWarnings("ArrayRecordComponent") // nobody compares them
    private record Fitted(double[] centres, double[] scales, List<String> featureNames)
            implements FittedTransform<double[], double[]> {

        @Override
        public double[] apply(double[] input) {
            NumberFeatures.requireWidth(input, centres.length);
            double[] scaled = new double[input.length];
            Arrays.setAll(scaled, feature -> (input[feature] - centres[feature]) / scales[feature]);
            return scaled;
        }
    }
}
