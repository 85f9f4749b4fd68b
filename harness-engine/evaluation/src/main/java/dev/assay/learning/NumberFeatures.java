package dev.assay.learning;

import dev.assay.data.Dataset;
import dev.assay.data.InvalidDataException;
import java.util.Arrays;
import java.util.List;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;

/** The features of a training part whose inputs are arrays of numbers, NaN where one is missing. */
final class NumberFeatures {

    private final Dataset<double[]> data;
    /** Each row once, since lazy inputs would be made anew for each feature. */
    private final double[][] inputs;

    private final int width;

    NumberFeatures(Dataset<double[]> data) {
        this.data = data;
        this.inputs = data.inputs().toArray(double[][]::new);
        this.width = inputs[0].length;
        for (int row = 0; row < inputs.length; row++) {
            double[] input = inputs[row];
            if (input.length != width) {
                throw new InvalidDataException("row " + data.id(row) + " has " + input.length + " features, row "
                        + data.id(0) + " has " + width);
            }
            for (int feature = 0; feature < width; feature++) {
                if (Double.isInfinite(input[feature])) {
                    throw new InvalidDataException("row " + data.id(row) + ": " + name(feature) + " is "
                            + input[feature] + "; correct it, or make it NaN and impute what is missing");
                }
            }
        }
    }

    /** Returns the names, none if the features have none. */
    List<String> names() {
        return data.featureNames();
    }

    int size() {
        return data.size();
    }

    String name(int feature) {
        return names().isEmpty() ? "feature " + feature : "feature '" + names().get(feature) + "'";
    }

    /** Returns the values of a feature that are not missing. */
    double[] known(int feature) {
        return Arrays.stream(inputs)
                .mapToDouble(input -> input[feature])
                .filter(value -> !Double.isNaN(value))
                .toArray();
    }

    /** Computes a number for each feature. */
    double[] each(IntToDoubleFunction statistic) {
        return IntStream.range(0, width).mapToDouble(statistic).toArray();
    }

    static void requireWidth(double[] input, int width) {
        if (input.length != width) {
            throw new InvalidDataException(
                    "there are " + input.length + " features, but the transform was fitted to " + width);
        }
    }
}
