package dev.assay.metric;

import static dev.assay.metric.Cases.value;
import static dev.assay.metric.ClassificationMetrics.BRIER_SCORE;
import static dev.assay.metric.ClassificationMetrics.COHENS_KAPPA;
import static dev.assay.metric.ClassificationMetrics.HINGE_LOSS;
import static dev.assay.metric.ClassificationMetrics.LINEAR_KAPPA;
import static dev.assay.metric.ClassificationMetrics.LOG_LOSS;
import static dev.assay.metric.ClassificationMetrics.MATTHEWS_CORRELATION;
import static dev.assay.metric.ClassificationMetrics.MULTICLASS_BRIER_SCORE;
import static dev.assay.metric.ClassificationMetrics.QUADRATIC_KAPPA;
import static dev.assay.metric.ClassificationMetrics.expectedCalibrationError;
import static dev.assay.metric.ClassificationMetrics.expectedCost;
import static dev.assay.metric.ClassificationMetrics.maximumCalibrationError;
import static dev.assay.metric.ClassificationMetrics.topKAccuracy;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.assay.data.Labels;
import dev.assay.prediction.LabelPredictions;
import dev.assay.prediction.ScoreKind;
import dev.assay.testing.LabelCase;
import dev.assay.testing.RandomCases;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.OptionalDouble;
import java.util.function.DoubleBinaryOperator;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Metrics of predicted labels and probabilities, against their definitions as plain loops over rows. */
class ClassificationDefinitionsTest {

    private static final int CASES = 500;

    private static Outcomes maybeWeighted(LabelCase original, boolean weighted) {
        return weighted ? original.weightedOutcomes() : original.outcomes();
    }

    private static double mean(Outcomes outcomes, IntToDoubleFunction ofRow) {
        double sum = 0;
        double weights = 0;
        for (int row = 0; row < outcomes.size(); row++) {
            sum += outcomes.weight(row) * ofRow.applyAsDouble(row);
            weights += outcomes.weight(row);
        }
        return sum / weights;
    }

    private static double is(boolean condition) {
        return condition ? 1 : 0;
    }

    /** The sum over labels of the covariances of two indicators of that label. */
    private static double covariance(Outcomes outcomes, LabelOfRow one, LabelOfRow other) {
        double sum = 0;
        for (int label = 0; label < outcomes.labelTruth().labels().size(); label++) {
            int index = label;
            sum += mean(outcomes, row -> is(one.index(row) == index) * is(other.index(row) == index))
                    - mean(outcomes, row -> is(one.index(row) == index))
                            * mean(outcomes, row -> is(other.index(row) == index));
        }
        return sum;
    }

    @FunctionalInterface
    private interface LabelOfRow {

        int index(int row);
    }

    @Test
    void matthews_correlation_is_the_correlation_of_the_indicators_of_labels() {
        RandomCases.check(CASES, random -> {
            Outcomes outcomes = maybeWeighted(LabelCase.random(random), random.nextBoolean());
            LabelOfRow truth = row -> outcomes.labelTruth().index(row);
            LabelOfRow predicted = row -> outcomes.labelPredictions().index(row);
            double variances = covariance(outcomes, truth, truth) * covariance(outcomes, predicted, predicted);

            assertThat(value(MATTHEWS_CORRELATION, outcomes))
                    .isCloseTo(
                            variances < 1e-12 ? 0 : covariance(outcomes, truth, predicted) / Math.sqrt(variances),
                            within(1e-12));
        });
    }

    @Test
    void kappa_is_one_minus_observed_over_expected_disagreement() {
        RandomCases.check(CASES, random -> {
            Outcomes outcomes = maybeWeighted(LabelCase.random(random), random.nextBoolean());

            assertKappa(COHENS_KAPPA, outcomes, (one, other) -> is(one != other));
            assertKappa(LINEAR_KAPPA, outcomes, (one, other) -> Math.abs(one - other));
            assertKappa(QUADRATIC_KAPPA, outcomes, (one, other) -> (one - other) * (one - other));
        });
    }

    private static void assertKappa(Metric kappa, Outcomes outcomes, DoubleBinaryOperator disagreement) {
        double observed = mean(
                outcomes,
                row -> disagreement.applyAsDouble(
                        outcomes.labelTruth().index(row),
                        outcomes.labelPredictions().index(row)));
        double expected = mean(
                outcomes,
                row -> mean(
                        outcomes,
                        other -> disagreement.applyAsDouble(
                                outcomes.labelTruth().index(row),
                                outcomes.labelPredictions().index(other))));
        OptionalDouble value = kappa.value(outcomes).asOptional();

        assertThat(value.isPresent()).isEqualTo(expected > 0);
        value.ifPresent(defined -> assertThat(defined).isCloseTo(1 - observed / expected, within(1e-12)));
    }

    @Test
    void the_expected_cost_is_the_mean_over_rows() {
        RandomCases.check(CASES, random -> {
            Outcomes outcomes = maybeWeighted(LabelCase.random(random), random.nextBoolean());
            Labels labels = outcomes.labelTruth().labels();
            double[][] costs = IntStream.range(0, labels.size())
                    .mapToObj(truth -> random.doubles(labels.size(), -3, 10).toArray())
                    .toArray(double[][]::new);

            assertThat(value(expectedCost(CostMatrix.of(labels, costs)), outcomes))
                    .isCloseTo(
                            mean(
                                    outcomes,
                                    row -> costs[outcomes.labelTruth().index(row)][
                                            outcomes.labelPredictions().index(row)]),
                            within(1e-12));
        });
    }

    /** Probabilities as they are where they came as doubles, and over their sum where they came as floats. */
    private static double probability(Outcomes outcomes, int row, int label) {
        LabelPredictions predictions = outcomes.labelPredictions();
        double sum = IntStream.range(0, predictions.labels().size())
                .mapToDouble(other -> predictions.score(row, other))
                .sum();
        return predictions.score(row, label) / (predictions.hasFloatScores() ? sum : 1);
    }

    @Test
    void losses_of_probabilities_are_means_over_rows() {
        RandomCases.check(CASES, random -> {
            Outcomes outcomes = maybeWeighted(LabelCase.random(random), random.nextBoolean());
            Labels labels = outcomes.labelTruth().labels();
            double[] brier = new double[labels.size()];
            for (int label = 0; label < brier.length; label++) {
                int index = label;
                brier[label] = mean(
                        outcomes,
                        row -> Math.pow(
                                probability(outcomes, row, index)
                                        - is(outcomes.labelTruth().index(row) == index),
                                2));
                assertThat(value(BRIER_SCORE.ofLabel(labels.name(label)), outcomes))
                        .isCloseTo(brier[label], within(1e-14));
            }

            assertThat(value(MULTICLASS_BRIER_SCORE, outcomes))
                    .isCloseTo(Arrays.stream(brier).sum(), within(1e-14));
            assertThat(value(LOG_LOSS, outcomes))
                    .isCloseTo(
                            mean(
                                    outcomes,
                                    row -> -Math.log(probability(
                                            outcomes, row, outcomes.labelTruth().index(row)))),
                            within(1e-13));
        });
    }

    @Test
    void top_k_accuracy_is_the_share_of_rows_whose_label_is_among_the_first_by_score_and_then_by_order() {
        RandomCases.check(CASES, random -> {
            LabelCase original = LabelCase.any(random);
            Outcomes outcomes = original.outcomes();
            LabelPredictions predictions = outcomes.labelPredictions();
            for (int k = 1; k <= 4 && predictions.scoreKind() != ScoreKind.NONE; k++) {
                int most = Math.min(k, predictions.labels().size());

                assertThat(value(topKAccuracy(k), outcomes))
                        .isCloseTo(mean(outcomes, row -> is(isAmongTop(most, outcomes, row))), within(1e-14));
            }
        });
    }

    private static boolean isAmongTop(int k, Outcomes outcomes, int row) {
        return labelsByScore(outcomes.labelPredictions(), row)
                .subList(0, k)
                .contains(outcomes.labelTruth().index(row));
    }

    private static List<Integer> labelsByScore(LabelPredictions predictions, int row) {
        return IntStream.range(0, predictions.labels().size())
                .boxed()
                // adding 0 makes -0.0 equal to 0.0
                .sorted(Comparator.comparingDouble(label -> -(predictions.score(row, label) + 0.0) + 0.0))
                .toList();
    }

    @Test
    void top_1_accuracy_is_the_accuracy_of_the_labels_of_the_highest_scores() {
        RandomCases.check(CASES, random -> {
            Outcomes outcomes = LabelCase.any(random).outcomes();
            LabelPredictions predictions = outcomes.labelPredictions();
            if (predictions.scoreKind() != ScoreKind.NONE) {
                LabelPredictions highest = predictions.withPredicted(IntStream.range(0, outcomes.size())
                        .map(row -> labelsByScore(predictions, row).get(0))
                        .toArray());

                assertThat(value(topKAccuracy(1), outcomes))
                        .isEqualTo(value(ClassificationMetrics.ACCURACY, Outcomes.of(outcomes.truth(), highest)));
            }
        });
    }

    @Test
    void hinge_loss_is_what_margins_of_the_truth_over_the_best_other_lack_of_one() {
        RandomCases.check(CASES, random -> {
            double[] margins = random.doubles(random.nextInt(1, 30), -2, 2).toArray();
            Outcomes outcomes = Cases.margins("np".repeat(15).substring(0, margins.length), margins);

            assertThat(value(HINGE_LOSS, outcomes))
                    .isCloseTo(mean(outcomes, row -> Math.max(0, 1 - lead(outcomes, row))), within(1e-14));
        });
    }

    /** By how much the margin of the true one of two labels exceeds the other's. */
    private static double lead(Outcomes outcomes, int row) {
        int truth = outcomes.labelTruth().index(row);
        LabelPredictions predictions = outcomes.labelPredictions();
        return predictions.score(row, truth) - predictions.score(row, 1 - truth);
    }

    /** Returns the expected and the maximum error, where a function tells the bin of each row. */
    private static double[] calibrationErrors(Outcomes outcomes, int bins, BinOfRow binOfRow) {
        double expected = 0;
        double largest = 0;
        for (int bin = 0; bin < bins; bin++) {
            int index = bin;
            double share = mean(outcomes, row -> is(binOfRow.bin(row) == index));
            if (share > 0) {
                double confidence =
                        mean(outcomes, row -> is(binOfRow.bin(row) == index) * ofPredicted(outcomes, row)) / share;
                double accuracy =
                        mean(outcomes, row -> is(binOfRow.bin(row) == index && isCorrect(outcomes, row))) / share;
                expected += share * Math.abs(confidence - accuracy);
                largest = Math.max(largest, Math.abs(confidence - accuracy));
            }
        }
        return new double[] {expected, largest};
    }

    private static boolean isCorrect(Outcomes outcomes, int row) {
        return outcomes.labelTruth().index(row) == outcomes.labelPredictions().index(row);
    }

    @FunctionalInterface
    private interface BinOfRow {

        int bin(int row);
    }

    private static double ofPredicted(Outcomes outcomes, int row) {
        return probability(outcomes, row, outcomes.labelPredictions().index(row));
    }

    @Test
    void calibration_errors_in_bins_of_equal_width_are_the_mean_and_the_largest_distance() {
        RandomCases.check(CASES, random -> {
            Outcomes outcomes = maybeWeighted(LabelCase.random(random), random.nextBoolean());
            int bins = random.nextInt(1, 12);
            double[] errors = calibrationErrors(outcomes, bins, row -> {
                int bin = bins - 1;
                while ((double) bin / bins > ofPredicted(outcomes, row)) {
                    bin--;
                }
                return bin;
            });

            assertThat(value(expectedCalibrationError().withBins(bins), outcomes))
                    .isCloseTo(errors[0], within(1e-14));
            assertThat(value(maximumCalibrationError().withBins(bins), outcomes))
                    .isCloseTo(errors[1], within(1e-13));
        });
    }

    @Test
    void bins_of_equal_counts_have_equal_probabilities_where_the_middle_one_falls() {
        RandomCases.check(CASES, random -> {
            Outcomes outcomes = maybeWeighted(LabelCase.random(random), random.nextBoolean());
            int bins = random.nextInt(1, 12);
            double total = outcomes.confusion().total();
            double[] errors = calibrationErrors(outcomes, bins, row -> {
                double below = 0;
                double tied = 0;
                for (int other = 0; other < outcomes.size(); other++) {
                    double difference = ofPredicted(outcomes, other) - ofPredicted(outcomes, row);
                    below += difference < 0 ? outcomes.weight(other) : 0;
                    tied += difference == 0 ? outcomes.weight(other) : 0;
                }
                return (int) ((below + tied / 2) * bins / total);
            });

            assertThat(value(expectedCalibrationError().withBins(bins).withEqualCounts(), outcomes))
                    .isCloseTo(errors[0], within(1e-14));
            assertThat(value(maximumCalibrationError().withBins(bins).withEqualCounts(), outcomes))
                    .isCloseTo(errors[1], within(1e-13));
        });
    }
}
