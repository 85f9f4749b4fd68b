package dev.assay.verdict;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.data.Labels;
import dev.assay.data.Targets;
import dev.assay.evaluation.Baseline;
import dev.assay.evaluation.Evaluation;
import dev.assay.evaluation.Judgement;
import dev.assay.metric.ClassificationMetrics;
import dev.assay.metric.Metrics;
import dev.assay.prediction.Predictions;
import dev.assay.result.BaselineFiles;
import dev.assay.result.Result;
import dev.assay.result.ResultFiles;
import dev.assay.testing.Script;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RecordedRegressionCriterionTest {

    private static final String TEST_CLASS = "org.clinic.TumourModelTest";
    private static final Labels LABELS = Labels.of("benign", "malignant").withPositive("malignant");

    @TempDir
    Path folder;

    /** Eighty tumours, each second one malignant, of which a model is wrong about certain ones. */
    private static Evaluation wrongAbout(int folds, int... wrong) {
        List<Integer> errors = IntStream.of(wrong).boxed().toList();
        int[] truth = IntStream.range(0, 80).map(row -> row % 2).toArray();
        int[] said = IntStream.range(0, 80)
                .map(row -> errors.contains(row) ? 1 - truth[row] : truth[row])
                .toArray();
        Script script = Script.of(Targets.labels(LABELS, truth), Predictions.labels(LABELS, said));
        return script.with(script.data().named("tumours")).crossValidated(folds);
    }

    private Result stored(Evaluation evaluation, boolean withPredictions) {
        Map<String, List<Judgement>> none = Map.of();
        ResultFiles.in(folder).write(TEST_CLASS, evaluation, none, withPredictions);
        return ResultFiles.read(ResultFiles.in(folder).file(TEST_CLASS, evaluation.candidate()));
    }

    private static Verdict judge(Evaluation before, Result now) {
        return RecordedRegressionCriterion.from(MemoryStore.of(before, ClassificationMetrics.ACCURACY))
                .of("accuracy")
                .judge(now);
    }

    @Test
    void what_is_no_worse_is_met() {
        assertThat(judge(wrongAbout(4, 1, 2), stored(wrongAbout(4, 7), false))).isInstanceOf(Verdict.Met.class);
    }

    @Test
    void what_is_worse_in_all_folds_is_not_met_and_compared_by_fold() {
        Evaluation worse =
                wrongAbout(4, 1, 2, 3, 4, 5, 6, 21, 22, 23, 24, 25, 41, 42, 43, 44, 45, 61, 62, 63, 64, 65, 66);
        Verdict verdict = judge(wrongAbout(4, 1, 30), stored(worse, false));

        assertThat(verdict).isInstanceOf(Verdict.NotMet.class);
        assertThat(verdict.message())
                .contains("Expecting accuracy not to have regressed from 0.9750")
                .contains("but it was 0.7250, which is 0.2500 worse, beyond chance: one-sided p ")
                .contains("  paired: by fold, over the same 4 folds; corrected resampled t test")
                .contains("  to accept it: ");
    }

    @Test
    void it_says_the_same_as_a_check_that_has_no_rows() {
        Evaluation before = wrongAbout(4, 1, 30);
        Evaluation now = wrongAbout(5, 1, 2, 3, 4);
        String said = judge(before, stored(now, false)).message();

        assertThat(said).contains("not at all, since the split is another (then 4-fold cross-validation, seed 42)");
    }

    @Test
    void a_tolerance_lets_a_little_pass() {
        RecordedRegressionCriterion strict = RecordedRegressionCriterion.from(
                        MemoryStore.of(wrongAbout(4, 1), ClassificationMetrics.ACCURACY))
                .of("accuracy");
        Result now = stored(wrongAbout(4, 1, 2), false);

        assertThat(strict.judge(now).isMet()).isFalse();
        assertThat(strict.by(0.0125).judge(now).isMet()).isTrue();
    }

    @Test
    void without_a_baseline_nothing_is_met() {
        Verdict verdict =
                RecordedRegressionCriterion.from(MemoryStore.empty(false)).judge(stored(wrongAbout(4, 1), false));

        assertThat(verdict).isInstanceOf(Verdict.Inconclusive.class);
        assertThat(verdict.message())
                .contains("Expecting F1 of \"malignant\" not to have regressed")
                .contains("but there is no baseline yet, ");
        assertThat(RecordedRegressionCriterion.from(MemoryStore.empty(true)).judge(stored(wrongAbout(4, 1), false)))
                .isInstanceOf(Verdict.NotMet.class);
    }

    @Test
    void a_result_with_predictions_is_accepted_as_its_evaluation_would_be() {
        Evaluation now = wrongAbout(4, 1, 2, 30, 31, 32);
        Baseline accepted = AcceptedResult.of(stored(now, true));
        Baseline direct = AcceptedEvaluation.of(
                now, TEST_CLASS, Metrics.headline(now.repeats().get(0)), Set.of());

        assertThat(accepted.rows()).isEqualTo(direct.rows());
        assertThat(accepted.split()).isEqualTo(direct.split());
        assertThat(accepted.data()).isEqualTo(direct.data());
        assertThat(accepted.folds()).isEqualTo(direct.folds());
        assertThat(accepted.metrics().keySet()).isEqualTo(direct.metrics().keySet());
    }

    @Test
    void what_was_accepted_from_a_result_can_be_compared_with_evaluations() {
        Baseline accepted = AcceptedResult.of(stored(wrongAbout(4, 1, 30), false));
        var file = BaselineFiles.in(folder.resolve("baselines")).accepting(true).open(TEST_CLASS, "forest");
        file.accept(accepted, "accepted");
        file.write();
        Evaluation now = BaselineFiles.in(folder.resolve("baselines"))
                .accepting(false)
                .attach(TEST_CLASS, wrongAbout(4, 1, 30, 2, 3, 4));

        assertThat(accepted.rows()).isNull();
        assertThat(Criteria.hasNotRegressed().judge(now).message()).contains("paired: by fold, over the same 4 folds");
    }
}
