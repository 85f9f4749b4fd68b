package dev.assay.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.data.Dataset;
import dev.assay.evaluation.Evaluation;
import dev.assay.learning.Learner;
import dev.assay.learning.Learners;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ResamplingTest {

    @TempDir
    Path output;

    private static final Map<Class<?>, Evaluation> EVALUATIONS = new ConcurrentHashMap<>();

    abstract static class Models {

        @Check
        void isGood(Evaluation model) {
            EVALUATIONS.put(getClass(), model);
            Judge.met(model, "to be good");
        }
    }

    abstract static class LabelModels extends Models {

        @Examples("garden flowers")
        Dataset<double[]> flowers() {
            return Flowers.byColour().named("overruled");
        }

        @Candidate
        Learner<double[]> rule() {
            return Flowers.rule();
        }
    }

    abstract static class NumberModels extends Models {

        @Examples
        Dataset<double[]> flowerWeights() {
            return Flowers.byWeight();
        }

        @Candidate
        Learner<double[]> mean() {
            return Learners.mean();
        }
    }

    private Evaluation evaluation(Class<? extends Models> type) {
        Engine.writingTo(output).run(type).testEvents().assertStatistics(stats -> stats.succeeded(1));
        return EVALUATIONS.get(type);
    }

    @ModelTest
    static class DefaultsTestCase extends LabelModels {}

    @Test
    void without_a_word_it_is_ten_stratified_folds_with_seed_1() {
        Evaluation evaluation = evaluation(DefaultsTestCase.class);

        assertThat(evaluation.title()).isEqualTo("rule on garden flowers: 10-fold stratified cross-validation, seed 1");
        assertThat(evaluation.folds()).hasSize(10);
    }

    @ModelTest
    @CrossValidate(folds = 4, repeats = 2, seed = 42, stratified = false)
    static class PlainFoldsTestCase extends LabelModels {}

    @Test
    void folds_need_not_be_stratified() {
        Evaluation evaluation = evaluation(PlainFoldsTestCase.class);

        assertThat(evaluation.title()).isEqualTo("rule on garden flowers: 4-fold cross-validation x 2, seed 42");
        assertThat(evaluation.folds()).hasSize(8);
    }

    @ModelTest
    @CrossValidate(folds = 5)
    static class NumberFoldsTestCase extends NumberModels {}

    @Test
    void folds_of_numbers_are_never_stratified() {
        assertThat(evaluation(NumberFoldsTestCase.class).title())
                .isEqualTo("mean on flower weights: 5-fold cross-validation, seed 1");
    }

    @ModelTest
    @Holdout(repeats = 3, seed = 5)
    static class HoldoutTestCase extends LabelModels {}

    @Test
    void a_hold_out_can_be_repeated() {
        Evaluation evaluation = evaluation(HoldoutTestCase.class);

        assertThat(evaluation.title()).isEqualTo("rule on garden flowers: stratified hold-out of 25 % x 3, seed 5");
        assertThat(evaluation.folds()).hasSize(3);
    }

    @ModelTest
    @Holdout(testShare = 0.1)
    static class NumberHoldoutTestCase extends NumberModels {}

    @Test
    void a_hold_out_of_numbers_is_never_stratified() {
        assertThat(evaluation(NumberHoldoutTestCase.class).title())
                .isEqualTo("mean on flower weights: hold-out of 10 %, seed 1");
    }
}
