package dev.assay.result;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.evaluation.Evaluation;
import dev.assay.evaluation.MetricScore;
import dev.assay.evaluation.Uncertainty;
import dev.assay.metric.ClassificationMetrics;
import dev.assay.metric.Direction;
import dev.assay.metric.Metric;
import dev.assay.metric.Outcomes;
import dev.assay.metric.Range;
import dev.assay.statistics.Estimate;
import dev.assay.testing.Script;
import dev.assay.verdict.Criteria;
import dev.assay.verdict.Judge;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class IntervalsTest {

    /** Drawn again and again from all rows. */
    private static final Metric BIAS =
            Metric.of("bias", Direction.LOWER_IS_BETTER, Range.NON_NEGATIVE, IntervalsTest::bias);

    private static double bias(Outcomes outcomes) {
        return Math.abs(IntStream.range(0, outcomes.size())
                .mapToDouble(row -> outcomes.numberPredictions().value(row)
                        - outcomes.numberTruth().value(row))
                .average()
                .orElseThrow());
    }

    private static Evaluation numbers(int rows) {
        return Script.numbers(
                        IntStream.range(0, rows).mapToObj(i -> (double) i).toList(),
                        IntStream.range(0, rows).mapToDouble(i -> i + i % 3).toArray())
                .fitted();
    }

    private static Result.IntervalEntry entry(Evaluation evaluation, Metric metric, String... judged) {
        return new Intervals(evaluation, List.of(judged)).of(evaluation.score(metric));
    }

    @Test
    void an_entry_has_the_interval_and_the_bounds_by_which_gates_decide() {
        Evaluation evaluation = Script.tumours(3, 1, 0, 4, 4, 0, 2, 2).crossValidated(2);
        Estimate estimate = Uncertainty.of(evaluation, ClassificationMetrics.ACCURACY)
                .estimate()
                .orElseThrow();

        Result.IntervalEntry entry = entry(evaluation, ClassificationMetrics.ACCURACY);

        assertThat(entry.unknown()).isNull();
        assertThat(entry.question()).isEqualTo("this training procedure");
        assertThat(entry.method()).isEqualTo("by the spread of folds after Nadeau and Bengio");
        assertThat(entry.lower()).isEqualTo(estimate.interval(0.95).lower());
        assertThat(entry.bounds())
                .extracting(Result.BoundEntry::level)
                .containsExactly(0.8, 0.9, 0.95, 0.975, 0.99, 0.995, 0.999);
        assertThat(entry.bounds())
                .contains(new Result.BoundEntry(0.9, estimate.lowerBound(0.9), estimate.upperBound(0.9)));
    }

    @Test
    void what_is_not_known_says_why() {
        Evaluation evaluation = Script.tumours(3, 1, 0, 4).fitted();

        assertThat(entry(evaluation, ClassificationMetrics.LOG_LOSS))
                .isEqualTo(new Result.IntervalEntry("the metric is undefined", null, null, null, null, List.of()));
    }

    @Test
    void what_takes_long_and_nobody_asked_for_is_left_out_whether_it_is_known_or_not() {
        Evaluation evaluation = numbers(2000);
        Result.IntervalEntry before = entry(evaluation, BIAS);

        assertThat(before.unknown())
                .isEqualTo(
                        "it would take many draws from so many rows, and no check asked for it; judge the metric at a"
                                + " confidence to see it");
        Uncertainty known = Uncertainty.of(evaluation, BIAS);
        assertThat(known.estimate()).isPresent();
        assertThat(entry(evaluation, BIAS)).isEqualTo(before);
        assertThat(entry(evaluation, BIAS, "bias").lower())
                .isEqualTo(known.estimate().orElseThrow().interval(0.95).lower());
        assertThat(entry(numbers(50), BIAS).unknown()).isNull();
    }

    @Test
    void a_metric_is_estimated_once_for_all_views() {
        Evaluation evaluation = numbers(50);
        Uncertainty first = Uncertainty.of(evaluation, BIAS);

        assertThat(Uncertainty.of(evaluation.withRemarks(List.of("a view")), BIAS))
                .isSameAs(first);
    }

    @Test
    void a_result_has_what_a_check_asked_for() {
        Evaluation evaluation = numbers(2000);
        Judge.judge(evaluation, Criteria.atMost(BIAS, 2).atConfidence(0.95));

        Result result = new ResultAssembly(evaluation, false)
                .result("Test", Map.of("isGood", evaluation.ledger().judgements()));

        assertThat(result.metrics())
                .filteredOn(metric -> metric.name().equals("bias"))
                .extracting(metric -> metric.interval().unknown())
                .containsOnlyNulls();
        assertThat(evaluation.scores()).extracting(MetricScore::metric).contains(BIAS);
    }
}
