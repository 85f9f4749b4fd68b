package dev.assay.learning;

import dev.assay.data.Row;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Transforms that are often needed.
 *
 * <pre>{@code
 * Transform<Row, double[]> features = Transforms.together(
 *         Transforms.numbers().then(Transforms.imputingMedian()).then(Transforms.standardScaling()),
 *         Transforms.oneHot("city", "trade"),
 *         Transforms.text("note").then(Transforms.wordCounts().withMinimumDocuments(5).withTfIdf()));
 * }</pre>
 *
 * <p>Missing numbers are NaN. Weights of examples don't count. An infinite number in a training part is an error, and so is an
 * array of another length than those before it.
 */
public final class Transforms {

    private Transforms() {}

    /**
     * Scales each feature to mean 0 and standard deviation 1 (that of the population, with n in the denominator). A feature
     * that varies no more than by rounding is only centred. What is missing stays missing and counts for neither; a
     * feature that is always missing stays as it is.
     *
     * @return the transform
     */
    public static Transform<double[], double[]> standardScaling() {
        return Scaling.STANDARD;
    }

    /**
     * Scales each feature so that the training part's lowest number becomes 0 and its highest 1; others may lie beyond. A
     * constant feature becomes 0. What is missing stays missing; a feature that is always missing stays as it is.
     *
     * @return the transform
     */
    public static Transform<double[], double[]> minMaxScaling() {
        return Scaling.MIN_MAX;
    }

    /**
     * Puts the feature's mean where a number is missing.
     *
     * @return the transform; a feature that is missing in the whole training part is an error
     */
    public static Transform<double[], double[]> imputingMean() {
        return Imputing.MEAN;
    }

    /**
     * Puts the feature's median where a number is missing, the middle of the two central ones if they are even in number.
     *
     * @return the transform; a feature that is missing in the whole training part is an error
     */
    public static Transform<double[], double[]> imputingMedian() {
        return Imputing.MEDIAN;
    }

    /**
     * Puts the feature's most frequent number where one is missing, the lowest of equally frequent ones.
     *
     * @return the transform; a feature that is missing in the whole training part is an error
     */
    public static Transform<double[], double[]> imputingMostFrequent() {
        return Imputing.MOST_FREQUENT;
    }

    /**
     * Puts a constant where a number is missing.
     *
     * @param constant a finite number
     * @return the transform
     */
    public static Transform<double[], double[]> imputing(double constant) {
        if (!Double.isFinite(constant)) {
            throw new IllegalArgumentException("what is imputed must be a finite number, not " + constant);
        }
        return training -> Imputing.constant(constant, training);
    }

    /**
     * Takes the numbers of columns, as features that bear the columns' names.
     *
     * @param columns the names of columns that hold numbers; none for all that do
     * @return the transform
     */
    public static Transform<Row, double[]> numbers(String... columns) {
        return new NumberColumns(Arrays.asList(columns));
    }

    /**
     * Makes a feature {@code column=category} of each category that the training part has, sorted: 1 where a row has it,
     * otherwise 0. A category that the training part lacks is not an error: such a row has zeros only. An empty cell is a
     * category, too.
     *
     * @param columns the names of columns that hold categories or texts; none for all that hold categories
     * @return the transform
     */
    public static Transform<Row, double[]> oneHot(String... columns) {
        return new OneHot(Arrays.asList(columns));
    }

    /**
     * Takes the text of a column, for transforms of texts.
     *
     * @param column the name of a column that holds texts or categories
     * @return the transform
     */
    public static Transform<Row, String> text(String column) {
        return new TextColumn(column);
    }

    /**
     * Counts the words of texts.
     *
     * @return the transform, by which every word of the training part counts; can be told more
     */
    public static WordCounts wordCounts() {
        return new WordCounts(1, false);
    }

    /**
     * Puts the features of several transforms of the same inputs one after another.
     *
     * @param parts at least one transform, no two of which make a feature of one name
     * @param <X> the type of inputs
     * @return the transform
     */
    @SafeVarargs
    public static <X> Transform<X, double[]> together(Transform<X, double[]>... parts) {
        List<Transform<X, double[]>> all = new ArrayList<>();
        for (Transform<X, double[]> part : parts) {
            all.add(part);
        }
        return new Together<>(all);
    }
}
