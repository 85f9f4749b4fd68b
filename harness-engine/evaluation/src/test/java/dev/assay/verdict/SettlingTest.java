package dev.assay.verdict;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.data.Dataset;
import dev.assay.data.Targets;
import dev.assay.evaluation.CrossValidation;
import dev.assay.evaluation.Evaluation;
import dev.assay.evaluation.Uncertainty;
import dev.assay.learning.Learner;
import dev.assay.metric.ClassificationMetrics;
import dev.assay.metric.Metric;
import dev.assay.metric.RegressionMetrics;
import dev.assay.prediction.Predictions;
import dev.assay.resampling.KFold;
import dev.assay.testing.Script;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What an inconclusive message says would settle it; the numbers behind are tested with the estimates. */
class SettlingTest {

    private static final Evaluation FITTED = Script.tumours(45, 5, 5, 45).fitted();

    private static String lastLineOfFinding(Verdict verdict) {
        assertThat(verdict).isInstanceOf(Verdict.Inconclusive.class);
        return verdict.message().lines().skip(4).findFirst().orElseThrow();
    }

    private static String atLeast(Evaluation evaluation, Metric metric, double threshold) {
        return lastLineOfFinding(
                Criteria.atLeast(metric, threshold).atConfidence(0.95).judge(evaluation));
    }

    @Test
    void says_how_many_examples_would_confirm_or_refute() {
        assertThat(atLeast(FITTED, ClassificationMetrics.F1, 0.85))
                .isEqualTo("  about 152 examples would settle it at this value, 100 are there");
        assertThat(atLeast(FITTED, ClassificationMetrics.F1, 0.93))
                .isEqualTo("  about 216 examples would settle it at this value, 100 are there");
        // of examples, not of those with that label
        assertThat(atLeast(FITTED, ClassificationMetrics.RECALL, 0.89)).contains("examples would", ", 100 are there");
    }

    @Test
    void says_that_no_number_would_at_the_threshold() {
        assertThat(atLeast(FITTED, ClassificationMetrics.F1, 0.9))
                .isEqualTo("  no number of examples would settle it at this value");
        assertThat(atLeast(Script.tumours(4, 0, 0, 4).fitted(), ClassificationMetrics.F1, 1))
                .isEqualTo("  no number of examples would settle it at this value");
    }

    @Test
    void says_nothing_of_repeats_that_cannot_differ() {
        Evaluation evaluation =
                Script.numbers(List.of(0.0, 10.0, 0.0, 10.0), 3, 13, 4, 14).crossValidated(2);

        assertThat(lastLineOfFinding(Criteria.atMost(RegressionMetrics.ROOT_MEAN_SQUARED_ERROR, 4)
                        .atConfidence(0.95)
                        .judge(evaluation)))
                .contains("examples would settle it", ", 4 are there")
                .doesNotContain("repeat");
    }

    /** Of 200 numbers that are all 0, a model is off by 0 or 1 in turns, more or less. */
    private static Evaluation shuffled(int repeats) {
        Learner<Integer> learner = training -> rows -> Predictions.numbers(rows.stream()
                .mapToDouble(row -> row % 3 == 0 || row % 7 == 1 ? 1 : 0)
                .toArray());
        return CrossValidation.of(Dataset.of(IntStream.range(0, 200).boxed().toList(), Targets.numbers(new double[200]))
                        .named("zeros"))
                .splitter(KFold.of(5).withShuffling())
                .repeats(repeats)
                .seed(7)
                .evaluate("rule", learner);
    }

    private static String atMost(Evaluation evaluation, double threshold) {
        return lastLineOfFinding(Criteria.atMost(RegressionMetrics.MEAN_ABSOLUTE_ERROR, threshold)
                .atConfidence(0.95)
                .judge(evaluation));
    }

    @Test
    void says_how_many_repeats_would_where_their_limit_does() {
        Evaluation evaluation = shuffled(1);
        double upper = Uncertainty.of(evaluation, RegressionMetrics.MEAN_ABSOLUTE_ERROR)
                .estimate()
                .orElseThrow()
                .upperBound(0.95);

        assertThat(atMost(evaluation, upper - 0.001)).endsWith("; about 2 repeats would, too, 1 was made");
    }

    @Test
    void says_that_repeats_cannot_where_their_limit_does_not() {
        Evaluation evaluation = shuffled(2);
        double value = evaluation
                .value(RegressionMetrics.MEAN_ABSOLUTE_ERROR)
                .asOptional()
                .orElseThrow();

        assertThat(atMost(evaluation, value + 0.001)).endsWith("; more repeats can't settle it, more examples can");
    }
}
