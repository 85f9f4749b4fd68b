package dev.assay.metric;

import static dev.assay.metric.Cases.value;
import static dev.assay.metric.ClassificationMetrics.ACCURACY;
import static dev.assay.metric.ClassificationMetrics.BALANCED_ACCURACY;
import static dev.assay.metric.ClassificationMetrics.F1;
import static dev.assay.metric.ClassificationMetrics.LOG_LOSS;
import static dev.assay.metric.ClassificationMetrics.PRECISION;
import static dev.assay.metric.ClassificationMetrics.RECALL;
import static dev.assay.metric.ClassificationMetrics.ROC_AUC;
import static dev.assay.metric.ClassificationMetrics.fBeta;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.assay.data.Labels;
import dev.assay.reference.Tolerance;
import dev.assay.testing.LabelCase;
import dev.assay.testing.NumberCase;
import dev.assay.testing.RandomCases;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What holds for metrics of any outcomes. */
class MetricPropertiesTest {

    private static final int CASES = 1000;

    private static final List<Metric> OF_NUMBERS = List.of(
            RegressionMetrics.MEAN_ABSOLUTE_ERROR,
            RegressionMetrics.MEAN_SQUARED_ERROR,
            RegressionMetrics.ROOT_MEAN_SQUARED_ERROR,
            RegressionMetrics.R2);

    /** Metrics of integers or of quotients of integers, which have no rounding errors to differ in. */
    private static List<Metric> exactMetrics(Labels labels) {
        List<Metric> metrics = new ArrayList<>(List.of(ACCURACY, ROC_AUC.ofLabel(labels.name(0))));
        for (LabelMetric quotient : List.of(PRECISION, RECALL, F1, fBeta(0.5), fBeta(2))) {
            for (ZeroDivision policy : ZeroDivision.values()) {
                LabelMetric metric = quotient.withZeroDivision(policy);
                metrics.addAll(List.of(metric.micro(), metric.macro(), metric.macroOverAllLabels(), metric.weighted()));
                labels.names().forEach(label -> metrics.add(metric.ofLabel(label)));
            }
        }
        metrics.addAll(List.of(BALANCED_ACCURACY, ROC_AUC.macro(), ROC_AUC.weighted()));
        return metrics;
    }

    private static void assertSame(List<Metric> metrics, Outcomes actual, Outcomes expected) {
        for (Metric metric : metrics) {
            // compared before it is asserted, because a description for each of a million values takes seconds
            MetricValue value = metric.value(expected);
            if (!metric.value(actual).equals(value)) {
                assertThat(metric.value(actual)).as(metric.name()).isEqualTo(value);
            }
        }
    }

    private static void assertClose(Metric metric, Outcomes actual, Outcomes expected) {
        double value = value(metric, expected);
        assertThat(value(metric, actual)).as(metric.name()).isCloseTo(value, Tolerance.of(value));
    }

    @Test
    void the_order_of_rows_does_not_matter() {
        RandomCases.check(CASES, random -> {
            LabelCase original = LabelCase.random(random);
            LabelCase shuffled = original.shuffled(random);
            List<Metric> metrics = exactMetrics(original.truth().labels());

            assertThat(shuffled.outcomes().confusion())
                    .isEqualTo(original.outcomes().confusion());
            assertSame(metrics, shuffled.outcomes(), original.outcomes());
            assertSame(metrics, shuffled.weightedOutcomes(), original.weightedOutcomes());
            assertClose(LOG_LOSS, shuffled.outcomes(), original.outcomes());
            assertClose(LOG_LOSS, shuffled.weightedOutcomes(), original.weightedOutcomes());
        });
    }

    @Test
    void the_order_of_rows_does_not_matter_to_errors_of_numbers() {
        RandomCases.check(CASES, random -> {
            NumberCase original = NumberCase.random(random);
            NumberCase shuffled = original.shuffled(random);

            OF_NUMBERS.forEach(metric -> {
                assertClose(metric, shuffled.outcomes(), original.outcomes());
                assertClose(metric, shuffled.weightedOutcomes(), original.weightedOutcomes());
            });
        });
    }

    @Test
    void a_weight_is_a_number_of_repetitions() {
        RandomCases.check(CASES, random -> {
            LabelCase original = LabelCase.random(random);
            Outcomes weighted = original.weightedOutcomes();
            Outcomes repeated = original.repeated().outcomes();
            List<Metric> metrics = exactMetrics(original.truth().labels());

            assertThat(weighted.confusion()).isEqualTo(repeated.confusion());
            assertSame(metrics, weighted, repeated);
            assertClose(LOG_LOSS, weighted, repeated);
        });
    }

    @Test
    void a_weight_is_a_number_of_repetitions_to_errors_of_numbers() {
        RandomCases.check(CASES, random -> {
            NumberCase original = NumberCase.random(random);

            OF_NUMBERS.forEach(metric -> assertClose(
                    metric, original.weightedOutcomes(), original.repeated().outcomes()));
        });
    }

    @Test
    void weights_of_one_are_no_weights() {
        RandomCases.check(CASES, random -> {
            Outcomes outcomes = LabelCase.random(random).outcomes();
            double[] ones = new double[outcomes.size()];
            Arrays.fill(ones, 1);
            Outcomes weighted = outcomes.withWeights(ones);
            List<Metric> metrics = exactMetrics(outcomes.labelTruth().labels());

            assertSame(metrics, weighted, outcomes);
            assertThat(LOG_LOSS.value(weighted)).isEqualTo(LOG_LOSS.value(outcomes));
        });
    }

    @Test
    void micro_averages_are_the_accuracy() {
        RandomCases.check(CASES, random -> {
            LabelCase original = LabelCase.random(random);
            for (Outcomes outcomes : List.of(original.outcomes(), original.weightedOutcomes())) {
                double accuracy = value(ACCURACY, outcomes);

                assertThat(value(PRECISION.micro(), outcomes)).isEqualTo(accuracy);
                assertThat(value(RECALL.micro(), outcomes)).isEqualTo(accuracy);
                assertThat(value(F1.micro(), outcomes)).isEqualTo(accuracy);
            }
        });
    }

    @Test
    void macro_f1_is_the_mean_of_the_f1_of_labels() {
        RandomCases.check(CASES, random -> {
            Outcomes outcomes = LabelCase.random(random).outcomes();
            ConfusionMatrix matrix = outcomes.confusion();
            double[] all = matrix.labels().names().stream()
                    .mapToDouble(label -> value(F1.ofLabel(label), outcomes))
                    .toArray();
            double[] observed = IntStream.range(0, all.length)
                    .filter(label -> matrix.isObserved(label))
                    .mapToDouble(label -> all[label])
                    .toArray();

            assertThat(value(F1.macro(), outcomes)).isCloseTo(mean(observed), within(1e-15));
            assertThat(value(F1.macroOverAllLabels(), outcomes)).isCloseTo(mean(all), within(1e-15));
        });
    }

    private static double mean(double... values) {
        return IntStream.range(0, values.length)
                .mapToDouble(i -> values[i])
                .average()
                .orElseThrow();
    }

    @Test
    void weighted_recall_is_the_accuracy() {
        RandomCases.check(CASES, random -> {
            Outcomes outcomes = LabelCase.random(random).weightedOutcomes();

            assertThat(value(RECALL.weighted(), outcomes))
                    .isCloseTo(value(ACCURACY, outcomes), within(2 * Math.ulp(1.0)));
        });
    }

    @Test
    void balanced_accuracy_is_the_mean_recall_of_labels_that_occur() {
        RandomCases.check(CASES, random -> {
            Outcomes outcomes = LabelCase.random(random).outcomes();
            double[] recalls = outcomes.labelTruth().labels().names().stream()
                    .map(label -> RECALL.withZeroDivision(ZeroDivision.UNDEFINED)
                            .ofLabel(label)
                            .value(outcomes)
                            .asOptional())
                    .filter(recall -> recall.isPresent())
                    .mapToDouble(recall -> recall.getAsDouble())
                    .toArray();

            assertThat(value(BALANCED_ACCURACY, outcomes)).isCloseTo(mean(recalls), within(1e-15));
        });
    }

    @Test
    void values_lie_in_the_range_of_their_metric() {
        RandomCases.check(CASES, random -> {
            LabelCase labels = LabelCase.random(random);
            NumberCase numbers = NumberCase.random(random);

            assertInRange(exactMetrics(labels.truth().labels()), labels.weightedOutcomes());
            assertInRange(OF_NUMBERS, numbers.weightedOutcomes());
        });
    }

    private static void assertInRange(List<Metric> metrics, Outcomes outcomes) {
        assertThat(metrics)
                .allMatch(metric -> metric.value(outcomes).asOptional().stream().allMatch(metric.range()::contains));
    }

    /** Margins rather than probabilities: those of the other label are their exact negatives. */
    private static Outcomes twoLabels(SplittableRandom random) {
        int rows = random.nextInt(2, 60);
        String truth = "np"
                + random.ints(rows - 2, 0, 2).mapToObj(i -> i == 0 ? "n" : "p").reduce("", String::concat);
        double[] margins = random.nextBoolean()
                ? random.doubles(rows, -1, 1).toArray()
                : random.ints(rows, -3, 4).asDoubleStream().toArray();
        return Cases.margins(truth, margins);
    }

    @Test
    void the_auc_of_both_labels_is_the_same_where_one_is_scored_by_the_negated_score_of_the_other() {
        RandomCases.check(CASES, random -> {
            Outcomes outcomes = twoLabels(random);

            assertThat(value(ROC_AUC.ofLabel("n"), outcomes)).isEqualTo(value(ROC_AUC.ofLabel("p"), outcomes));
        });
    }

    @Test
    void the_auc_of_negated_scores_is_the_complement_within_one_ulp_of_one() {
        RandomCases.check(CASES, random -> {
            Outcomes outcomes = twoLabels(random);
            Outcomes negated = negated(outcomes);

            assertThat(value(ROC_AUC.ofLabel("p"), outcomes) + value(ROC_AUC.ofLabel("p"), negated))
                    .isCloseTo(1, within(Math.ulp(1.0)));
        });
    }

    private static Outcomes negated(Outcomes outcomes) {
        StringBuilder truth = new StringBuilder();
        double[] margins = new double[outcomes.size()];
        for (int row = 0; row < margins.length; row++) {
            truth.append(outcomes.labelTruth().label(row));
            margins[row] = -outcomes.labelPredictions().score(row, 1);
        }
        return Cases.margins(truth.toString(), margins);
    }

    @Test
    void the_auc_is_the_share_of_pairs_in_order_with_ties_counting_half() {
        RandomCases.check(CASES, random -> {
            LabelCase original = LabelCase.random(random);
            Outcomes outcomes = random.nextBoolean() ? original.outcomes() : original.weightedOutcomes();
            String label = outcomes.labelTruth().labels().name(0);

            MetricValue area = ROC_AUC.ofLabel(label).value(outcomes);

            double pairs = 0;
            double wins = 0;
            for (int positive = 0; positive < outcomes.size(); positive++) {
                for (int negative = 0; negative < outcomes.size(); negative++) {
                    if (outcomes.labelTruth().index(positive) == 0
                            && outcomes.labelTruth().index(negative) != 0) {
                        double weight = outcomes.weight(positive) * outcomes.weight(negative);
                        pairs += weight;
                        wins += weight
                                * Cases.win(
                                        outcomes.labelPredictions().score(positive, 0),
                                        outcomes.labelPredictions().score(negative, 0));
                    }
                }
            }
            if (pairs == 0) {
                assertThat(area).isInstanceOf(MetricValue.Undefined.class);
            } else {
                // whole numbers and halves: exact
                assertThat(area).isEqualTo(MetricValue.of(wins / pairs));
            }
        });
    }

    @Test
    void the_auc_depends_on_the_order_of_scores_only() {
        RandomCases.check(CASES, random -> {
            int[] ranks = random.ints(30, -5, 6).toArray();
            String truth = "np".repeat(15);

            assertThat(value(
                            ROC_AUC,
                            Cases.margins(
                                    truth,
                                    IntStream.of(ranks).mapToDouble(Math::exp).toArray())))
                    .isEqualTo(value(
                            ROC_AUC,
                            Cases.margins(
                                    truth, IntStream.of(ranks).asDoubleStream().toArray())));
        });
    }
}
