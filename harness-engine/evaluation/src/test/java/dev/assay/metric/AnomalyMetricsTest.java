package dev.assay.metric;

import static dev.assay.metric.AnomalyMetrics.DETECTION_RATE;
import static dev.assay.metric.AnomalyMetrics.F1;
import static dev.assay.metric.AnomalyMetrics.FALSE_ALARM_RATE;
import static dev.assay.metric.AnomalyMetrics.MISS_RATE;
import static dev.assay.metric.AnomalyMetrics.PRECISION;
import static dev.assay.metric.AnomalyMetrics.TRUE_NEGATIVE_RATE;
import static dev.assay.metric.Cases.value;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import dev.assay.data.Labels;
import dev.assay.data.Targets;
import dev.assay.testing.LabelCase;
import dev.assay.testing.RandomCases;
import dev.assay.testing.Script;
import java.util.List;
import org.junit.jupiter.api.Test;

class AnomalyMetricsTest {

    private static final Labels LABELS = Labels.of("fraud", "normal", "odd").withPositive("fraud");

    private static final List<Metric> RATES = List.of(DETECTION_RATE, MISS_RATE, FALSE_ALARM_RATE, TRUE_NEGATIVE_RATE);

    private static final List<Metric> ALL =
            List.of(DETECTION_RATE, MISS_RATE, FALSE_ALARM_RATE, TRUE_NEGATIVE_RATE, PRECISION, F1);

    /** TP 2, FN 1, FP 1, TN 4: what else is not told apart. */
    private static final Outcomes OUTCOMES = outcomes("fffnnnoo", "ffnfnoon");

    private static Outcomes outcomes(String truth, String predicted) {
        return Cases.labels(Labels.of("f", "n", "o").withPositive("f"), truth, predicted);
    }

    @Test
    void are_computed_from_the_counts_of_the_positive_label() {
        assertThat(value(DETECTION_RATE, OUTCOMES)).isEqualTo(2.0 / 3);
        assertThat(value(MISS_RATE, OUTCOMES)).isEqualTo(1.0 / 3);
        assertThat(value(FALSE_ALARM_RATE, OUTCOMES)).isEqualTo(1.0 / 5);
        assertThat(value(TRUE_NEGATIVE_RATE, OUTCOMES)).isEqualTo(4.0 / 5);
        assertThat(value(PRECISION, OUTCOMES)).isEqualTo(2.0 / 3);
        assertThat(value(F1, OUTCOMES)).isEqualTo(4.0 / 6);
    }

    @Test
    void count_examples_by_their_weight() {
        Outcomes weighted = OUTCOMES.withWeights(0.5, 1, 3, 2, 1, 1, 1, 0);

        assertThat(value(DETECTION_RATE, weighted)).isEqualTo(1.5 / 4.5);
        assertThat(value(FALSE_ALARM_RATE, weighted)).isEqualTo(2.0 / 5);
    }

    @Test
    void name_the_label_that_they_are_of() {
        Targets targets = Targets.labels(LABELS, List.of("fraud", "normal"));

        assertThat(ALL)
                .extracting(metric -> metric.resolve(targets).name())
                .containsExactly(
                        "detection rate of \"fraud\"",
                        "miss rate of \"fraud\"",
                        "false alarm rate of \"fraud\"",
                        "true negative rate of \"fraud\"",
                        "precision of \"fraud\"",
                        "F1 of \"fraud\"");
        assertThat(ALL)
                .extracting(Object::toString)
                .containsExactly(
                        "detection rate",
                        "miss rate",
                        "false alarm rate",
                        "true negative rate",
                        "precision of alarms",
                        "F1 of alarms");
    }

    @Test
    void stay_as_they_are_once_resolved() {
        Targets targets = Targets.labels(LABELS, List.of("fraud", "normal"));
        Metric resolved = DETECTION_RATE.resolve(targets);

        assertThat(resolved.resolve(targets)).isEqualTo(resolved);
        assertThat(resolved)
                .isEqualTo(DETECTION_RATE.resolve(targets))
                .isNotEqualTo(MISS_RATE.resolve(targets))
                .hasToString("detection rate of \"fraud\"");
        assertThat(DETECTION_RATE).isNotEqualTo(MISS_RATE);
    }

    @Test
    void are_those_of_classification_where_there_are_such() {
        Targets targets = Targets.labels(LABELS, List.of("fraud", "normal"));

        assertThat(PRECISION.resolve(targets)).isEqualTo(ClassificationMetrics.PRECISION.ofLabel("fraud"));
        assertThat(F1.resolve(targets)).isEqualTo(ClassificationMetrics.F1.ofLabel("fraud"));
    }

    @Test
    void are_undefined_as_rates_of_nothing() {
        Outcomes noAnomalies = outcomes("nno", "fno");
        Outcomes onlyAnomalies = outcomes("ff", "fn");

        assertThat(List.of(DETECTION_RATE, MISS_RATE))
                .allSatisfy(metric ->
                        assertThat(metric.value(noAnomalies)).isEqualTo(MetricValue.undefined("no example is \"f\"")));
        assertThat(List.of(FALSE_ALARM_RATE, TRUE_NEGATIVE_RATE))
                .allSatisfy(metric -> assertThat(metric.value(onlyAnomalies))
                        .isEqualTo(MetricValue.undefined("every example is \"f\"")));
        assertThat(value(PRECISION, outcomes("fn", "nn"))).isZero();
        assertThat(value(F1, outcomes("nn", "nn"))).isZero();
    }

    @Test
    void are_better_when_there_are_more_detections_and_fewer_false_alarms_and_pooled_over_folds() {
        assertThat(ALL)
                .extracting(Metric::direction)
                .containsExactly(
                        Direction.HIGHER_IS_BETTER,
                        Direction.LOWER_IS_BETTER,
                        Direction.LOWER_IS_BETTER,
                        Direction.HIGHER_IS_BETTER,
                        Direction.HIGHER_IS_BETTER,
                        Direction.HIGHER_IS_BETTER);
        assertThat(ALL).allSatisfy(metric -> {
            Metric resolved = metric.resolve(OUTCOMES.truth());
            assertThat(List.of(metric, resolved))
                    .allMatch(either -> either.range().equals(Range.UNIT)
                            && either.combination() == FoldCombination.POOLED
                            && either.direction() == metric.direction());
        });
    }

    @Test
    void rates_are_samples_of_proportions() {
        assertThat(RATES)
                .extracting(metric -> metric.resolve(OUTCOMES.truth()).sampling(OUTCOMES))
                .extracting(sampling -> sampling.orElseThrow())
                .containsExactly(
                        new Sampling.Proportion(2, 3),
                        new Sampling.Proportion(1, 3),
                        new Sampling.Proportion(1, 5),
                        new Sampling.Proportion(4, 5));
        assertThat(RATES)
                .allSatisfy(metric -> assertThat(
                                metric.resolve(OUTCOMES.truth()).sampling(OUTCOMES.withWeights(1, 2, 3, 4, 5, 6, 7, 8)))
                        .isEmpty());
        assertThat(DETECTION_RATE.resolve(OUTCOMES.truth()).sampling(outcomes("n", "n")))
                .isEmpty();
    }

    @Test
    void fail_where_the_data_declare_no_positive_label() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> DETECTION_RATE.resolve(Targets.labels("normal", "fraud")))
                .withMessage("detection rate: the data declare no positive label; say which of \"fraud\", \"normal\""
                        + " the anomalies are with Dataset.withPositive");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> F1.value(Cases.labels(Labels.of("f", "n"), "fn", "fn")))
                .withMessageStartingWith("F1 of alarms: the data declare no positive label");
    }

    @Test
    void fail_when_targets_are_numbers() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> FALSE_ALARM_RATE.resolve(Targets.numbers(1)))
                .withMessage("false alarm rate judges labels, but the targets are numbers");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> DETECTION_RATE.resolve(OUTCOMES.truth()).resolve(Targets.labels("a", "b")))
                .withMessage("recall of \"f\" (0/0 is undefined): there is no such label; the labels are \"a\", \"b\"");
    }

    @Test
    void are_computed_by_an_evaluation_from_the_counts_of_all_folds() {
        // true positives, false negatives, false positives and true negatives of two folds
        Script script = Script.tumours(2, 1, 1, 4, 0, 0, 3, 5);

        assertThat(script.crossValidated(2).score(FALSE_ALARM_RATE).value()).isEqualTo(MetricValue.of(4.0 / 13));
        assertThat(script.crossValidated(2).score(DETECTION_RATE).value()).isEqualTo(MetricValue.of(2.0 / 3));
    }

    @Test
    void hold_together_for_any_outcomes() {
        RandomCases.check(1000, random -> {
            LabelCase any = LabelCase.random(random);
            String label = any.truth().label(0);
            LabelCase original = new LabelCase(
                    any.truth().over(any.truth().labels().withPositive(label)), any.predictions(), any.weights());
            Outcomes outcomes = original.weightedOutcomes();

            assertThat(value(DETECTION_RATE, outcomes))
                    .isEqualTo(value(ClassificationMetrics.RECALL.ofLabel(label), outcomes))
                    .isCloseTo(1 - value(MISS_RATE, outcomes), within(1e-15));
            for (Metric metric : ALL) {
                assertThat(metric.value(original.repeated().outcomes())).isEqualTo(metric.value(outcomes));
                assertThat(metric.value(original.shuffled(random).weightedOutcomes()))
                        .isEqualTo(metric.value(outcomes));
                assertThat(metric.value(outcomes).asOptional().stream()).allMatch(Range.UNIT::contains);
            }
        });
    }
}
