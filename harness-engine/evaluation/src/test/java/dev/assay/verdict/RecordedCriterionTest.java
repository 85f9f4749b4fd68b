package dev.assay.verdict;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.assay.evaluation.Evaluation;
import dev.assay.evaluation.Judgement;
import dev.assay.metric.Metrics;
import dev.assay.result.Result;
import dev.assay.result.ResultFiles;
import dev.assay.testing.Script;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RecordedCriterionTest {

    private static final String TEST_CLASS = "org.clinic.TumourModelTest";

    @TempDir
    Path folder;

    private final Evaluation forest =
            Script.tumours(9, 1, 2, 20, 8, 2, 0, 22, 10, 0, 3, 19, 9, 1, 1, 21).crossValidated(4);

    private Result stored(Evaluation evaluation) {
        Map<String, List<Judgement>> none = Map.of();
        ResultFiles.in(folder).write(TEST_CLASS, evaluation, none, false);
        return ResultFiles.read(ResultFiles.in(folder).file(TEST_CLASS, evaluation.candidate()));
    }

    /** Returns what is said before the evidence that results don't keep in this form. */
    private static String firstLines(Verdict verdict) {
        return verdict.message().lines().limit(2).reduce("", (one, other) -> one + other + "\n");
    }

    @ParameterizedTest
    @CsvSource({
        "f1, 0.8, true",
        "f1, 0.9, true",
        "accuracy, 0.95, true",
        "accuracy, 0.2, false",
        "'recall of \"malignant\"', 0.9, true",
        "'recall of \"malignant\"', 0.9, false",
    })
    void a_stored_result_is_judged_as_the_evaluation_is(String metric, double threshold, boolean least) {
        for (double level : new double[] {0, 0.8, 0.95, 0.999}) {
            MetricCriterion direct = least
                    ? Criteria.atLeast(Metrics.named(metric), threshold)
                    : Criteria.atMost(Metrics.named(metric), threshold);
            RecordedCriterion recorded =
                    least ? RecordedCriterion.atLeast(metric, threshold) : RecordedCriterion.atMost(metric, threshold);
            Verdict expected = (level == 0 ? direct : direct.atConfidence(level)).judge(forest);
            Verdict verdict = (level == 0 ? recorded : recorded.atConfidence(level)).judge(stored(forest));

            assertThat(verdict.judgement().outcome())
                    .isEqualTo(expected.judgement().outcome());
            assertThat(verdict.judgement().criterion())
                    .isEqualTo(expected.judgement().criterion());
            assertThat(verdict.expected()).isEqualTo(expected.expected());
            assertThat(verdict.actual()).isEqualTo(expected.actual());
            assertThat(firstLines(verdict)).isEqualTo(firstLines(expected));
        }
    }

    @Test
    void a_message_names_candidate_data_metric_and_folds() {
        Verdict verdict = RecordedCriterion.atLeast("accuracy", 0.99).judge(stored(forest));

        assertThat(verdict.message().lines())
                .startsWith(
                        "[forest on tumours: 4-fold cross-validation, seed 42]",
                        "Expecting accuracy to be at least 0.9900",
                        "              but it was 0.9218")
                .anyMatch(line -> line.startsWith("  folds: worst 0.9"));
    }

    @Test
    void a_level_that_results_do_not_keep_is_an_error_that_names_those_they_do() {
        RecordedCriterion criterion = RecordedCriterion.atLeast("f1", 0.9).atConfidence(0.93);

        assertThatIllegalArgumentException()
                .isThrownBy(() -> criterion.judge(stored(forest)))
                .withMessageContaining("at 0.8, 0.9, 0.95, 0.975, 0.99, 0.995, 0.999 confidence, but not at 0.93");
    }

    @Test
    void an_unknown_metric_is_an_error_with_proposals_and_what_there_is() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> RecordedCriterion.atLeast("acuracy", 0.9).judge(stored(forest)))
                .withMessageStartingWith("there is no metric \"acuracy\"; did you mean \"accuracy\"")
                .withMessageContaining("the result of \"forest\" of " + TEST_CLASS + " keeps F1 of \"malignant\", ");
    }

    @Test
    void a_metric_that_the_result_does_not_keep_is_an_error_with_the_remedy() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> RecordedCriterion.atLeast("f3", 0.9).judge(stored(forest)))
                .withMessageStartingWith(
                        "the result of \"forest\" of " + TEST_CLASS + " doesn't keep F3 of \"malignant\"; ")
                .withMessageEndingWith("; results also keep what a check judges");
    }

    @Test
    void a_threshold_in_percent_is_an_error() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> RecordedCriterion.atLeast("f1", 90).judge(stored(forest)))
                .withMessageContaining("is it meant in percent?");
    }

    @Test
    void what_is_undefined_is_not_met() {
        Verdict verdict = RecordedCriterion.atLeast("roc auc", 0.5).judge(withoutScores(stored(forest)));

        assertThat(verdict).isInstanceOf(Verdict.NotMet.class);
        assertThat(verdict.message()).contains("but it is undefined: ");
    }

    /** Adds a metric that is undefined. */
    private static Result withoutScores(Result result) {
        Result.MetricEntry undefined = new Result.MetricEntry(
                "ROC AUC of \"malignant\"",
                true,
                null,
                "the model gives no scores",
                0,
                List.of(),
                List.of(),
                new Result.IntervalEntry("it is undefined", null, null, null, null, List.of()));
        return new Result(
                result.schema(),
                result.testClass(),
                result.candidate(),
                result.data(),
                result.resampling(),
                result.versions(),
                List.of(undefined),
                result.confusion(),
                result.plots(),
                result.judgements(),
                result.remarks(),
                result.findings(),
                result.folds());
    }

    @Test
    void nothing_known_of_the_uncertainty_is_inconclusive() {
        Evaluation equal = Script.tumours(5, 0, 0, 5, 5, 0, 0, 5).crossValidated(2);
        Result stored = stored(equal);
        Verdict verdict = RecordedCriterion.atLeast("f1", 0.5)
                .atConfidence(0.95)
                .judge(new Result(
                        stored.schema(),
                        stored.testClass(),
                        stored.candidate(),
                        stored.data(),
                        stored.resampling(),
                        stored.versions(),
                        List.of(new Result.MetricEntry(
                                "F1 of \"malignant\"",
                                true,
                                1.0,
                                null,
                                2,
                                List.of(1.0),
                                List.of(1.0, 1.0),
                                new Result.IntervalEntry("all folds agree", null, null, null, null, List.of()))),
                        stored.confusion(),
                        stored.plots(),
                        stored.judgements(),
                        stored.remarks(),
                        stored.findings(),
                        stored.folds()));

        assertThat(verdict).isInstanceOf(Verdict.Inconclusive.class);
        assertThat(verdict.message()).contains("but that can't be told: all folds agree");
    }
}
