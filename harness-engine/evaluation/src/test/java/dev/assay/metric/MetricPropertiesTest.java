package dev.assay.metric;

import static dev.assay.metric.Cases.value;
import static dev.assay.metric.ClassificationMetrics.ACCURACY;
import static dev.assay.metric.ClassificationMetrics.BALANCED_ACCURACY;
import static dev.assay.metric.ClassificationMetrics.BRIER_SCORE;
import static dev.assay.metric.ClassificationMetrics.F1;
import static dev.assay.metric.ClassificationMetrics.FALSE_NEGATIVE_RATE;
import static dev.assay.metric.ClassificationMetrics.FALSE_POSITIVE_RATE;
import static dev.assay.metric.ClassificationMetrics.MULTICLASS_BRIER_SCORE;
import static dev.assay.metric.ClassificationMetrics.NEGATIVE_PREDICTIVE_VALUE;
import static dev.assay.metric.ClassificationMetrics.PRECISION;
import static dev.assay.metric.ClassificationMetrics.RECALL;
import static dev.assay.metric.ClassificationMetrics.ROC_AUC;
import static dev.assay.metric.ClassificationMetrics.SPECIFICITY;
import static dev.assay.metric.ClassificationMetrics.ZERO_ONE_LOSS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;
import static org.assertj.core.api.Assertions.within;

import dev.assay.data.LabelTargets;
import dev.assay.data.Labels;
import dev.assay.data.Targets;
import dev.assay.prediction.Predictions;
import dev.assay.reference.Tolerance;
import dev.assay.testing.Examples;
import dev.assay.testing.LabelCase;
import dev.assay.testing.RandomCases;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalDouble;
import java.util.SplittableRandom;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What holds for metrics of any classification. */
class MetricPropertiesTest {

    private static final int CASES = 1000;

    private static List<Metric> all(LabelCase original) {
        return ClassificationCatalogue.all(original.truth().labels());
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

    /** Undefined values may have other reasons, such as another label of several that don't occur. */
    private static void assertClose(List<Metric> metrics, Outcomes actual, Outcomes expected) {
        for (Metric metric : metrics) {
            OptionalDouble value = metric.value(expected).asOptional();
            OptionalDouble other = metric.value(actual).asOptional();
            if (!other.equals(value)) {
                assertThat(other).as(metric.name()).isPresent();
                assertThat(value).as(metric.name()).isPresent();
                assertThat(other.getAsDouble())
                        .as(metric.name())
                        .isCloseTo(value.getAsDouble(), Tolerance.of(value.getAsDouble()));
            }
        }
    }

    @Test
    void all_metrics_are_judged() {
        LabelTargets targets = Targets.labels("a", "b", "c");

        assertThat(ClassificationCatalogue.all(targets.labels()))
                .containsAll(ClassificationCatalogue.constants().stream()
                        .map(metric -> metric.resolve(targets))
                        .toList());
    }

    @Test
    void the_order_of_rows_changes_no_bit() {
        RandomCases.check(CASES, random -> {
            LabelCase original = LabelCase.any(random);
            LabelCase shuffled = original.shuffled(random);

            assertThat(shuffled.outcomes().confusion())
                    .isEqualTo(original.outcomes().confusion());
            assertThat(shuffled.weightedOutcomes().confusion())
                    .isEqualTo(original.weightedOutcomes().confusion());
            assertSame(all(original), shuffled.outcomes(), original.outcomes());
            assertSame(all(original), shuffled.weightedOutcomes(), original.weightedOutcomes());
        });
    }

    @Test
    void the_order_of_rows_changes_no_bit_of_curves() {
        RandomCases.check(CASES, random -> {
            LabelCase original = LabelCase.any(random);
            LabelCase shuffled = original.shuffled(random);

            assertThat(Curves.all(shuffled.outcomes())).isEqualTo(Curves.all(original.outcomes()));
            assertThat(Curves.all(shuffled.weightedOutcomes())).isEqualTo(Curves.all(original.weightedOutcomes()));
        });
    }

    @Test
    void a_whole_numbered_weight_is_a_number_of_repetitions_to_the_bit() {
        RandomCases.check(CASES, random -> {
            LabelCase original = LabelCase.anyWithWholeWeights(random);
            Outcomes weighted = original.weightedOutcomes();
            Outcomes repeated = original.repeated().outcomes();
            List<Metric> metrics = all(original);
            metrics.removeAll(ClassificationCatalogue.OF_PAIRS);

            assertThat(weighted.confusion()).isEqualTo(repeated.confusion());
            assertSame(metrics, weighted, repeated);
            assertThat(Curves.all(weighted)).isEqualTo(Curves.all(repeated));
        });
    }

    @Test
    void a_row_of_weight_zero_is_as_good_as_none() {
        RandomCases.check(CASES, random -> {
            LabelCase original = LabelCase.any(random);
            Outcomes all = original.weightedOutcomes();
            Outcomes some = original.ofPositiveWeight().weightedOutcomes();

            assertThat(all.confusion()).isEqualTo(some.confusion());
            assertSame(all(original), all, some);
            assertThat(Curves.all(all)).isEqualTo(Curves.all(some));
        });
    }

    @Test
    void batches_in_any_order_give_the_same_bits_as_all_rows_at_once() {
        RandomCases.check(CASES, random -> {
            LabelCase original = LabelCase.any(random);
            LabelCase shuffled = original.shuffled(random);
            List<Metric> metrics = all(original).stream()
                    .filter(metric -> metric.combination() == FoldCombination.POOLED)
                    .filter(metric -> !(metric instanceof ScoreMetric))
                    .toList();
            int middle = random.nextInt(0, original.truth().size());
            MetricTotals totals = MetricTotals.of(metrics);
            MetricTotals others = MetricTotals.of(metrics);
            totals.add(
                    shuffled.select(IntStream.rangeClosed(0, middle).toArray()).outcomes());
            if (middle + 1 < original.truth().size()) {
                others.add(shuffled.select(
                                IntStream.range(middle + 1, original.truth().size())
                                        .toArray())
                        .outcomes());
            }
            totals.merge(others);

            for (Metric metric : metrics) {
                assertSameOrUndefined(metric, totals.value(metric), metric.value(original.outcomes()));
            }
        });
    }

    /** Reasons name the batch. */
    private static void assertSameOrUndefined(Metric metric, MetricValue actual, MetricValue expected) {
        if (!actual.asOptional().equals(expected.asOptional())) {
            assertThat(actual).as(metric.name()).isEqualTo(expected);
        }
    }

    @Test
    void weights_of_one_are_no_weights() {
        RandomCases.check(CASES, random -> {
            LabelCase original = LabelCase.any(random);
            double[] ones = new double[original.truth().size()];
            Arrays.fill(ones, 1);
            List<Metric> metrics = all(original);
            metrics.removeAll(ClassificationCatalogue.OF_PAIRS);

            assertSame(metrics, original.outcomes().withWeights(ones), original.outcomes());
        });
    }

    @Test
    void the_order_of_labels_does_not_matter_where_they_are_not_ordered() {
        RandomCases.check(CASES, random -> {
            LabelCase original = LabelCase.any(random);
            LabelCase shuffled = original.withLabelsShuffled(random);
            Labels labels = original.truth().labels();
            List<Metric> metrics = ClassificationCatalogue.ofUnorderedLabels(labels);
            Metric cost = ClassificationCatalogue.expectedCost(labels);
            metrics.remove(cost);

            assertClose(metrics, shuffled.outcomes(), original.outcomes());
            assertClose(metrics, shuffled.weightedOutcomes(), original.weightedOutcomes());
            assertThat(value(
                            ClassificationCatalogue.expectedCost(
                                    shuffled.truth().labels()),
                            shuffled.weightedOutcomes()))
                    .isEqualTo(value(cost, original.weightedOutcomes()));
        });
    }

    @Test
    void values_lie_in_the_range_of_their_metric() {
        RandomCases.check(2 * CASES, random -> {
            LabelCase original = LabelCase.any(random);
            for (Outcomes outcomes : List.of(original.outcomes(), original.weightedOutcomes())) {
                for (Metric metric : all(original)) {
                    metric.value(outcomes).asOptional().ifPresent(value -> {
                        if (!metric.range().contains(value)) {
                            fail(metric.name() + " is " + value);
                        }
                    });
                }
            }
        });
    }

    @Test
    void metrics_of_rankings_depend_on_the_order_of_scores_only() {
        RandomCases.check(CASES, random -> {
            Labels labels = Examples.vocabulary(random.nextInt(2, 5));
            int rows = random.nextInt(1, 40);
            LabelTargets truth = Targets.labels(
                    labels,
                    random.ints(rows, 0, labels.size()).mapToObj(labels::name).toList());
            int[] ranks = random.ints((long) rows * labels.size(), 0, 12).toArray();
            double[] increasing = random.doubles(12, -1e9, 1e9).sorted().toArray();
            Outcomes ofRanks = Outcomes.of(
                    truth,
                    Predictions.margins(
                            labels, Arrays.stream(ranks).asDoubleStream().toArray()));
            Outcomes ofOthers = Outcomes.of(
                    truth,
                    Predictions.margins(
                            labels,
                            Arrays.stream(ranks)
                                    .mapToDouble(rank -> increasing[rank])
                                    .toArray()));
            double[] weights = random.doubles(rows).toArray();
            List<Metric> metrics = ClassificationCatalogue.ofLabelsScores(ClassificationCatalogue.OF_RANKINGS, labels);
            metrics.addAll(ClassificationCatalogue.OF_PAIRS);
            metrics.addAll(ClassificationCatalogue.OF_TOP_LABELS);

            assertSame(metrics, ofOthers, ofRanks);
            assertSame(metrics, ofOthers.withWeights(weights), ofRanks.withWeights(weights));
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
    void rates_of_one_label_add_up_to_one() {
        RandomCases.check(CASES, random -> {
            Outcomes outcomes = LabelCase.any(random).outcomes();
            for (String label : outcomes.labelTruth().labels().names()) {
                assertComplements(RECALL.ofLabel(label), FALSE_NEGATIVE_RATE.ofLabel(label), outcomes);
                assertComplements(SPECIFICITY.ofLabel(label), FALSE_POSITIVE_RATE.ofLabel(label), outcomes);
            }
            assertComplements(RECALL.micro(), FALSE_NEGATIVE_RATE.micro(), outcomes);
            assertComplements(ACCURACY, ZERO_ONE_LOSS, outcomes);
        });
    }

    private static void assertComplements(Metric one, Metric other, Outcomes outcomes) {
        OptionalDouble share = undefinedWhereEmpty(one).value(outcomes).asOptional();
        OptionalDouble rest = undefinedWhereEmpty(other).value(outcomes).asOptional();

        assertThat(share.isPresent()).isEqualTo(rest.isPresent());
        share.ifPresent(value -> assertThat(rest.getAsDouble()).isCloseTo(1 - value, within(1e-15)));
    }

    private static Metric undefinedWhereEmpty(Metric metric) {
        return metric instanceof LabelMetric quotient ? quotient.withZeroDivision(ZeroDivision.UNDEFINED) : metric;
    }

    @Test
    void what_is_true_of_one_of_two_labels_is_false_of_the_other() {
        RandomCases.check(CASES, random -> {
            Outcomes outcomes = twoLabels(random);

            assertThat(value(SPECIFICITY.ofLabel("p"), outcomes)).isEqualTo(value(RECALL.ofLabel("n"), outcomes));
            assertThat(value(NEGATIVE_PREDICTIVE_VALUE.ofLabel("p"), outcomes))
                    .isEqualTo(value(PRECISION.ofLabel("n"), outcomes));
        });
    }

    @Test
    void the_brier_score_of_two_labels_is_half_the_multiclass_one() {
        RandomCases.check(CASES, random -> {
            double[] probabilities = random.doubles(random.nextInt(1, 40)).toArray();
            String truth = random.ints(probabilities.length, 0, 2)
                    .mapToObj(Integer::toString)
                    .collect(Collectors.joining());
            Outcomes outcomes = Cases.probabilities(truth, probabilities);

            assertThat(value(MULTICLASS_BRIER_SCORE, outcomes))
                    .isCloseTo(2 * value(BRIER_SCORE, outcomes), within(1e-15));
        });
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
}
