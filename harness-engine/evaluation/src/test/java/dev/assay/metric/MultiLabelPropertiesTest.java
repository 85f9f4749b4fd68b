package dev.assay.metric;

import static dev.assay.metric.Cases.value;
import static dev.assay.metric.MultiLabelMetrics.COVERAGE_ERROR;
import static dev.assay.metric.MultiLabelMetrics.F1;
import static dev.assay.metric.MultiLabelMetrics.HAMMING_LOSS;
import static dev.assay.metric.MultiLabelMetrics.JACCARD;
import static dev.assay.metric.MultiLabelMetrics.LABEL_RANKING_AVERAGE_PRECISION;
import static dev.assay.metric.MultiLabelMetrics.PRECISION;
import static dev.assay.metric.MultiLabelMetrics.RANKING_LOSS;
import static dev.assay.metric.MultiLabelMetrics.RECALL;
import static dev.assay.metric.MultiLabelMetrics.SUBSET_ACCURACY;
import static dev.assay.metric.MultiLabelMetrics.fBeta;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.assay.testing.LabelCase;
import dev.assay.testing.LabelSetCase;
import dev.assay.testing.RandomCases;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.ToDoubleBiFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What holds for metrics of any sets of labels. */
class MultiLabelPropertiesTest {

    private static final int CASES = 1000;

    private static List<Metric> metrics(List<String> labels) {
        List<Metric> metrics = new ArrayList<>(
                List.of(SUBSET_ACCURACY, HAMMING_LOSS, COVERAGE_ERROR, RANKING_LOSS, LABEL_RANKING_AVERAGE_PRECISION));
        for (LabelSetMetric quotient : List.of(PRECISION, RECALL, F1, fBeta(0.5), JACCARD)) {
            for (ZeroDivision policy : ZeroDivision.values()) {
                LabelSetMetric metric = quotient.withZeroDivision(policy);
                metrics.addAll(List.of(metric.micro(), metric.macro(), metric.weighted(), metric.samples()));
                labels.forEach(label -> metrics.add(metric.ofLabel(label)));
            }
        }
        return metrics;
    }

    private static void assertSame(Outcomes actual, Outcomes expected) {
        for (Metric metric : metrics(expected.labelSetTruth().labels().names())) {
            // compared before it is asserted, because a description for each of many values takes seconds
            MetricValue value = metric.value(expected);
            if (!metric.value(actual).equals(value)) {
                assertThat(metric.value(actual)).as(metric.name()).isEqualTo(value);
            }
        }
    }

    @Test
    void the_order_of_rows_does_not_matter() {
        RandomCases.check(CASES, random -> {
            LabelSetCase original = LabelSetCase.random(random);
            double[] weights = random.doubles(original.truth().size()).toArray();
            int[] order = IntStream.range(0, weights.length)
                    .map(row -> weights.length - 1 - row)
                    .toArray();
            double[] reversed =
                    Arrays.stream(order).mapToDouble(row -> weights[row]).toArray();

            assertSame(original.shuffled(random).outcomes(), original.outcomes());
            assertSame(
                    original.select(order).outcomes().withWeights(reversed),
                    original.outcomes().withWeights(weights));
        });
    }

    @Test
    void the_order_of_labels_does_not_matter() {
        RandomCases.check(CASES, random -> {
            LabelSetCase original = LabelSetCase.random(random);
            LabelSetCase relabelled = original.relabelled(random);

            assertSame(relabelled.outcomes(), original.outcomes());
            assertSame(relabelled.weightedOutcomes(), original.weightedOutcomes());
        });
    }

    @Test
    void a_weight_is_a_number_of_repetitions() {
        RandomCases.check(CASES, random -> {
            LabelSetCase original = LabelSetCase.random(random);

            assertSame(original.weightedOutcomes(), original.repeated().outcomes());
        });
    }

    @Test
    void values_lie_in_the_range_of_their_metric() {
        RandomCases.check(CASES, random -> {
            Outcomes outcomes = LabelSetCase.random(random).weightedOutcomes();

            assertThat(metrics(outcomes.labelSetTruth().labels().names()))
                    .allMatch(metric ->
                            metric.value(outcomes).asOptional().stream().allMatch(metric.range()::contains));
        });
    }

    @Test
    void sets_of_one_label_each_are_a_classification() {
        RandomCases.check(CASES, random -> {
            LabelCase single = LabelCase.random(random);
            LabelSetCase sets = LabelSetCase.of(single);

            assertSameAsSingle(sets.outcomes(), single.outcomes());
            assertSameAsSingle(sets.weightedOutcomes(), single.weightedOutcomes());
        });
    }

    private static void assertSameAsSingle(Outcomes sets, Outcomes single) {
        double accuracy = value(ClassificationMetrics.ACCURACY, single);
        for (LabelSetMetric quotient : List.of(F1, PRECISION, RECALL)) {
            assertThat(value(quotient.micro(), sets)).isEqualTo(accuracy);
            assertThat(value(quotient.samples(), sets)).isEqualTo(accuracy);
        }
        assertThat(value(SUBSET_ACCURACY, sets)).isEqualTo(accuracy);
        assertThat(value(F1.macro(), sets)).isEqualTo(value(ClassificationMetrics.F1.macroOverAllLabels(), single));
        assertThat(value(F1.weighted(), sets))
                .isCloseTo(value(ClassificationMetrics.F1.weighted(), single), within(1e-15));
        single.labelTruth().labels().names().forEach(label -> {
            for (ZeroDivision policy : ZeroDivision.values()) {
                assertThat(F1.ofLabel(label)
                                .withZeroDivision(policy)
                                .value(sets)
                                .asOptional())
                        .isEqualTo(ClassificationMetrics.F1
                                .ofLabel(label)
                                .withZeroDivision(policy)
                                .value(single)
                                .asOptional());
            }
        });
    }

    @Test
    void averages_over_examples_are_means_of_what_sets_have_in_common() {
        RandomCases.check(CASES, random -> {
            Outcomes outcomes = LabelSetCase.random(random).outcomes();

            assertMean(JACCARD.samples(), outcomes, (truth, predicted) -> {
                Set<String> union = new HashSet<>(truth);
                union.addAll(predicted);
                return (double) common(truth, predicted) / Math.max(1, union.size());
            });
            assertMean(
                    F1.samples(),
                    outcomes,
                    (truth, predicted) ->
                            2.0 * common(truth, predicted) / Math.max(1, truth.size() + predicted.size()));
            assertMean(SUBSET_ACCURACY, outcomes, (truth, predicted) -> truth.equals(predicted) ? 1 : 0);
        });
    }

    private static int common(Set<String> one, Set<String> other) {
        Set<String> both = new HashSet<>(one);
        both.retainAll(other);
        return both.size();
    }

    private static void assertMean(
            Metric metric, Outcomes outcomes, ToDoubleBiFunction<Set<String>, Set<String>> ofRow) {
        double mean = IntStream.range(0, outcomes.size())
                .mapToDouble(row -> ofRow.applyAsDouble(
                        outcomes.labelSetTruth().set(row),
                        outcomes.labelSetPredictions().set(row)))
                .average()
                .orElseThrow();
        assertThat(value(metric, outcomes)).as(metric.name()).isCloseTo(mean, within(1e-12));
    }

    /** By the definitions of scikit-learn's user guide, label by label and pair by pair. */
    @Test
    void metrics_of_scores_are_what_their_definitions_say() {
        RandomCases.check(CASES, random -> {
            Outcomes outcomes = LabelSetCase.random(random).outcomes();
            double coverage = 0;
            double loss = 0;
            double precision = 0;
            for (int row = 0; row < outcomes.size(); row++) {
                coverage += coverage(outcomes, row);
                loss += loss(outcomes, row);
                precision += precision(outcomes, row);
            }

            assertThat(value(COVERAGE_ERROR, outcomes)).isCloseTo(coverage / outcomes.size(), within(1e-12));
            assertThat(value(RANKING_LOSS, outcomes)).isCloseTo(loss / outcomes.size(), within(1e-12));
            assertThat(value(LABEL_RANKING_AVERAGE_PRECISION, outcomes))
                    .isCloseTo(precision / outcomes.size(), within(1e-12));
        });
    }

    private static int labels(Outcomes outcomes) {
        return outcomes.labelSetTruth().labels().size();
    }

    private static int[] own(Outcomes outcomes, int row) {
        return IntStream.range(0, labels(outcomes))
                .filter(label -> outcomes.labelSetTruth().contains(row, label))
                .toArray();
    }

    private static boolean isNotBelow(Outcomes outcomes, int row, int label, int other) {
        return outcomes.labelSetPredictions().score(row, label)
                >= outcomes.labelSetPredictions().score(row, other);
    }

    private static long rank(Outcomes outcomes, int row, int label) {
        return IntStream.range(0, labels(outcomes))
                .filter(other -> isNotBelow(outcomes, row, other, label))
                .count();
    }

    private static double coverage(Outcomes outcomes, int row) {
        return Arrays.stream(own(outcomes, row))
                .mapToLong(label -> rank(outcomes, row, label))
                .max()
                .orElse(0);
    }

    private static double loss(Outcomes outcomes, int row) {
        int[] own = own(outcomes, row);
        int pairs = 0;
        int wrong = 0;
        for (int label : own) {
            for (int other = 0; other < labels(outcomes); other++) {
                if (!outcomes.labelSetTruth().contains(row, other)) {
                    pairs++;
                    wrong += isNotBelow(outcomes, row, other, label) ? 1 : 0;
                }
            }
        }
        return pairs == 0 ? 0 : (double) wrong / pairs;
    }

    private static double precision(Outcomes outcomes, int row) {
        int[] own = own(outcomes, row);
        return Arrays.stream(own)
                .mapToDouble(label -> (double) Arrays.stream(own)
                                .filter(other -> isNotBelow(outcomes, row, other, label))
                                .count()
                        / rank(outcomes, row, label))
                .average()
                .orElse(1);
    }
}
