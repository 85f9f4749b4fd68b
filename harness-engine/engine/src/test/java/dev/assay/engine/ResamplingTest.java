package dev.assay.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.data.Dataset;
import dev.assay.data.InvalidDataException;
import dev.assay.data.Labels;
import dev.assay.data.Targets;
import dev.assay.evaluation.Evaluation;
import dev.assay.learning.Learner;
import dev.assay.learning.Learners;
import dev.assay.prediction.Predictions;
import dev.assay.resampling.KFold;
import dev.assay.resampling.ShuffleSplit;
import dev.assay.resampling.Splitter;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.platform.testkit.engine.EventConditions;
import org.junit.platform.testkit.engine.TestExecutionResultConditions;

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

    @ModelTest
    @CrossValidate(folds = 5, bins = 3)
    static class BinnedFoldsTestCase extends NumberModels {}

    @ModelTest
    @Holdout(testShare = 0.2, bins = 3)
    static class BinnedHoldoutTestCase extends NumberModels {}

    @Test
    void numbers_are_stratified_by_bins() {
        assertThat(evaluation(BinnedFoldsTestCase.class).title())
                .isEqualTo("mean on flower weights: 5-fold stratified cross-validation by 3 quantile bins, seed 1");
        assertThat(evaluation(BinnedHoldoutTestCase.class).title())
                .isEqualTo("mean on flower weights: stratified hold-out of 20 %, by 3 quantile bins, seed 1");
    }

    @ModelTest
    @CrossValidate(folds = 5, kind = Folding.STRATIFIED_GROUPS, bins = 3)
    static class BinnedGroupsTestCase extends NumberModels {

        @Override
        @Examples
        Dataset<double[]> flowerWeights() {
            return Flowers.byWeight()
                    .withGroups(
                            IntStream.range(0, 30).mapToObj(i -> "bed " + i / 3).toList());
        }
    }

    @Test
    void groups_are_stratified_by_bins() {
        Evaluation evaluation = evaluation(BinnedGroupsTestCase.class);

        assertThat(evaluation.resampling()).isEqualTo("5-fold stratified group cross-validation by 3 quantile bins");
        assertGroupsWhole(evaluation);
    }

    abstract static class LabelSetModels extends Models {

        @Examples
        Dataset<double[]> beds() {
            Labels labels = Labels.of("red", "tall");
            return Flowers.byColour()
                    .withTargets(Targets.labelSets(
                            labels,
                            IntStream.range(0, 30)
                                    .mapToObj(i -> i % 10 == 0 ? Set.of("red", "tall") : Set.<String>of())
                                    .toList()))
                    .withGroups(
                            IntStream.range(0, 30).mapToObj(i -> "bed " + i / 3).toList());
        }

        @Candidate
        Learner<double[]> all() {
            return training -> inputs -> Predictions.labelSets(
                    Labels.of("red", "tall"), Collections.nCopies(inputs.size(), Set.of("red", "tall")));
        }
    }

    @ModelTest
    @CrossValidate(folds = 3)
    static class LabelSetFoldsTestCase extends LabelSetModels {}

    @ModelTest
    @CrossValidate(folds = 3, stratified = false)
    static class PlainLabelSetFoldsTestCase extends LabelSetModels {}

    @ModelTest
    @Holdout
    static class LabelSetHoldoutTestCase extends LabelSetModels {}

    @ModelTest
    @Holdout(grouped = true)
    static class LabelSetGroupsTestCase extends LabelSetModels {}

    @Test
    void sets_of_labels_are_stratified_unless_told_otherwise_or_in_groups() {
        Evaluation folds = evaluation(LabelSetFoldsTestCase.class);

        assertThat(folds.resampling()).isEqualTo("3-fold stratified cross-validation");
        assertThat(folds.folds())
                .allSatisfy(fold -> assertThat(
                                IntStream.of(fold.split().testRows()).filter(row -> row % 10 == 0))
                        .hasSize(1));
        assertThat(evaluation(PlainLabelSetFoldsTestCase.class).resampling()).isEqualTo("3-fold cross-validation");
        assertThat(evaluation(LabelSetHoldoutTestCase.class).resampling()).isEqualTo("stratified hold-out of 25 %");
        assertThat(evaluation(LabelSetGroupsTestCase.class).resampling()).isEqualTo("group hold-out of 25 %");
    }

    abstract static class GroupedModels extends Models {

        @Examples
        Dataset<double[]> beds() {
            List<String> beds =
                    IntStream.range(0, 30).mapToObj(i -> "bed " + i / 3).toList();
            return Flowers.byColour().withGroups(beds);
        }

        @Candidate
        Learner<double[]> rule() {
            return Flowers.rule();
        }
    }

    private static void assertGroupsWhole(Evaluation evaluation) {
        assertThat(evaluation.folds())
                .allSatisfy(fold -> assertThat(IntStream.of(fold.split().testRows())
                                        .map(row -> row / 3)
                                        .distinct()
                                        .count()
                                * 3)
                        .isEqualTo(fold.split().testSize()));
    }

    @ModelTest
    @CrossValidate(folds = 5)
    static class GroupsNotAskedForTestCase extends GroupedModels {}

    @Test
    void groups_count_only_if_asked_for() {
        assertThat(evaluation(GroupsNotAskedForTestCase.class).resampling())
                .isEqualTo("5-fold stratified cross-validation");
    }

    @ModelTest
    @CrossValidate(kind = Folding.GROUPS, folds = 5, repeats = 2)
    static class GroupFoldsTestCase extends GroupedModels {}

    @ModelTest
    @CrossValidate(kind = Folding.STRATIFIED_GROUPS, folds = 5, repeats = 2)
    static class StratifiedGroupFoldsTestCase extends GroupedModels {}

    @ModelTest
    @CrossValidate(kind = Folding.LEAVE_ONE_GROUP_OUT)
    static class LeaveOneGroupOutTestCase extends GroupedModels {}

    @ModelTest
    @Holdout(grouped = true)
    static class GroupHoldoutTestCase extends GroupedModels {}

    @Test
    void groups_stay_whole_where_that_is_asked_for() {
        Evaluation groups = evaluation(GroupFoldsTestCase.class);
        assertThat(groups.resampling()).isEqualTo("5-fold group cross-validation x 2");
        assertGroupsWhole(groups);
        Evaluation stratified = evaluation(StratifiedGroupFoldsTestCase.class);
        assertThat(stratified.resampling()).isEqualTo("5-fold stratified group cross-validation x 2");
        assertGroupsWhole(stratified);
        Evaluation oneOut = evaluation(LeaveOneGroupOutTestCase.class);
        assertThat(oneOut.resampling()).isEqualTo("leave-one-group-out cross-validation");
        assertThat(oneOut.folds()).hasSize(10);
        assertGroupsWhole(oneOut);
        Evaluation holdout = evaluation(GroupHoldoutTestCase.class);
        assertThat(holdout.resampling()).isEqualTo("stratified group hold-out of 25 %");
        assertGroupsWhole(holdout);
    }

    @ModelTest
    @CrossValidate(kind = Folding.LEAVE_ONE_OUT)
    static class LeaveOneOutTestCase extends LabelModels {}

    @ModelTest
    @CrossValidate(kind = Folding.TIME_SERIES, folds = 4)
    static class TimeSeriesTestCase extends NumberModels {}

    @Test
    void one_can_be_left_out_and_time_can_be_respected() {
        Evaluation oneOut = evaluation(LeaveOneOutTestCase.class);
        assertThat(oneOut.title()).isEqualTo("rule on garden flowers: leave-one-out cross-validation, seed 1");
        assertThat(oneOut.folds()).hasSize(30);
        Evaluation time = evaluation(TimeSeriesTestCase.class);
        assertThat(time.title()).isEqualTo("mean on flower weights: 4-fold time series cross-validation, seed 1");
        assertThat(time.folds()).extracting(fold -> fold.split().trainSize()).containsExactly(6, 12, 18, 24);
    }

    @ModelTest
    @Holdout(testShare = 0.2, validationShare = 0.2)
    static class ValidatedTestCase extends LabelModels {

        @Override
        @Candidate
        Learner<double[]> rule() {
            return training -> {
                assertThat(training.validation().orElseThrow().size()).isEqualTo(6);
                return Flowers.rule().fit(training);
            };
        }
    }

    @Test
    void learners_are_given_the_validation_part() {
        assertThat(evaluation(ValidatedTestCase.class).resampling())
                .isEqualTo("stratified hold-out of 20 %, validation of 20 %");
    }

    @ModelTest
    static class ToldTestCase extends LabelModels {

        private final int splits = 3;

        @Resampling(seed = 7)
        Splitter drawn() {
            return ShuffleSplit.of(splits, 0.5);
        }
    }

    @ModelTest
    static class ToldStaticallyTestCase extends NumberModels {

        @Resampling(repeats = 2)
        static KFold halves() {
            return KFold.of(2).withShuffling();
        }
    }

    @ModelTest
    @CrossValidate(folds = 3)
    static class ToldOtherwiseTestCase extends ToldTestCase {}

    @Test
    void what_the_nearest_class_says_counts() {
        assertThat(evaluation(ToldOtherwiseTestCase.class).resampling())
                .isEqualTo("3-fold stratified cross-validation");
    }

    @Test
    void a_method_says_how_to_split() {
        assertThat(evaluation(ToldTestCase.class).title())
                .isEqualTo("rule on garden flowers: 3 x shuffle split of 50 %, seed 7");
        assertThat(evaluation(ToldStaticallyTestCase.class).title())
                .isEqualTo("mean on flower weights: 2-fold cross-validation x 2, seed 1");
    }

    @ModelTest
    static class ToldNothingTestCase extends LabelModels {

        @Resampling
        @SuppressWarnings("NullAway") // the point of the test
        Splitter nothing() {
            return null;
        }
    }

    @ModelTest
    static class BrokenResamplingTestCase extends LabelModels {

        @Resampling
        Splitter broken() {
            throw new IllegalStateException("no idea");
        }
    }

    @Test
    void checks_fail_that_need_splits_which_nobody_says() {
        assertFailure(
                ToldNothingTestCase.class,
                InvalidDataException.class,
                ToldNothingTestCase.class.getName() + ".nothing() gave null and no splitter");
        assertFailure(BrokenResamplingTestCase.class, IllegalStateException.class, "no idea");
    }

    private void assertFailure(Class<?> type, Class<? extends Throwable> failure, String message) {
        Engine.writingTo(output)
                .run(type)
                .testEvents()
                .assertThatEvents()
                .haveExactly(
                        1,
                        EventConditions.finishedWithFailure(
                                TestExecutionResultConditions.instanceOf(failure),
                                TestExecutionResultConditions.message(message)));
    }
}
