package dev.assay.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectMethod;

import dev.assay.data.Dataset;
import dev.assay.evaluation.Comparison;
import dev.assay.evaluation.Evaluation;
import dev.assay.learning.Learner;
import dev.assay.resampling.KFold;
import dev.assay.resampling.Splitter;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.platform.engine.DiscoveryIssue;
import org.junit.platform.engine.DiscoveryIssue.Severity;
import org.junit.platform.engine.support.descriptor.ClassSource;
import org.junit.platform.engine.support.descriptor.MethodSource;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.testkit.engine.EngineTestKit;

class MisuseTest {

    private static void assertIssue(Class<?> type, String message) {
        DiscoveryIssue issue = onlyIssue(type);
        assertThat(issue.message()).isEqualTo(type.getName() + " " + message);
        assertThat(issue.severity()).isEqualTo(Severity.ERROR);
        assertThat(issue.source()).contains(ClassSource.from(type));
    }

    private static void assertMethodIssue(Class<?> type, String method, String message) {
        DiscoveryIssue issue = onlyIssue(type);
        assertThat(issue.message()).isEqualTo(type.getName() + "." + method + " " + message);
        assertThat(issue.severity()).isEqualTo(Severity.ERROR);
        assertThat(issue.source()).hasValueSatisfying(source -> {
            assertThat(source).isInstanceOf(MethodSource.class);
            assertThat(((MethodSource) source).getClassName()).isEqualTo(type.getName());
            assertThat(method).startsWith(((MethodSource) source).getMethodName() + "(");
        });
    }

    private static DiscoveryIssue onlyIssue(Class<?> type) {
        List<DiscoveryIssue> issues = Engine.discovering().issues(type);
        assertThat(issues).hasSize(1);
        return issues.get(0);
    }

    abstract static class Checked extends FlowerModels {

        @Check
        void isGood(Evaluation model) {
            Judge.met(model, "to be good");
        }
    }

    @ModelTest
    static class FineTestCase extends Checked {}

    @Test
    void a_class_as_it_should_be_has_no_issues() {
        assertThat(Engine.discovering().issues(FineTestCase.class)).isEmpty();
    }

    // Classes

    @ModelTest
    private static class PrivateTestCase extends Checked {}

    @Test
    void a_private_class() {
        assertIssue(PrivateTestCase.class, "is private; make it package-private");
    }

    @ModelTest
    abstract static class AbstractTestCase extends Checked {}

    @Test
    void an_abstract_class() {
        assertIssue(AbstractTestCase.class, "is abstract; move @ModelTest to the classes that extend it");
    }

    @ModelTest
    @SuppressWarnings("ClassCanBeStatic") // the point of the test
    class InnerTestCase extends Checked {}

    @Test
    void an_inner_class() {
        assertIssue(InnerTestCase.class, "is an inner class; make it static, or a class of its own");
    }

    @ModelTest
    static class NoConstructorTestCase extends Checked {

        NoConstructorTestCase(String name) {}
    }

    @Test
    void a_class_without_a_usable_constructor() {
        assertIssue(NoConstructorTestCase.class, "has no constructor without parameters; add one");
    }

    static class ForgottenTestCase extends Checked {}

    @Test
    void a_class_with_checks_that_is_not_declared_a_model_test_is_a_warning() {
        DiscoveryIssue issue = onlyIssue(ForgottenTestCase.class);

        assertThat(issue.severity()).isEqualTo(Severity.WARNING);
        assertThat(issue.message())
                .isEqualTo(ForgottenTestCase.class.getName()
                        + " has methods with @Check, which are not run; annotate the class with @ModelTest, or make it "
                        + "abstract if it is a base of others");
    }

    // Resampling

    @ModelTest
    @CrossValidate
    @Holdout
    static class BothResamplingsTestCase extends Checked {}

    @Test
    void two_ways_to_resample() {
        assertIssue(BothResamplingsTestCase.class, "has both @CrossValidate and @Holdout; keep one");
    }

    @ModelTest
    @CrossValidate(folds = 1)
    static class OneFoldTestCase extends Checked {}

    @Test
    void too_few_folds() {
        assertIssue(OneFoldTestCase.class, "has @CrossValidate(folds = 1); at least 2 folds are needed");
    }

    @ModelTest
    @CrossValidate(repeats = 0)
    static class NoRepeatTestCase extends Checked {}

    @ModelTest
    @Holdout(repeats = -1)
    static class NegativeRepeatsTestCase extends Checked {}

    @Test
    void too_few_repeats() {
        assertIssue(NoRepeatTestCase.class, "has @CrossValidate(repeats = 0); at least 1 is needed");
        assertIssue(NegativeRepeatsTestCase.class, "has @Holdout(repeats = -1); at least 1 is needed");
    }

    @ModelTest
    @CrossValidate(timeLimitSeconds = -1)
    static class NegativeTimeTestCase extends Checked {}

    @ModelTest
    @Holdout(timeLimitSeconds = -60)
    static class NegativeHoldoutTimeTestCase extends Checked {}

    @Test
    void a_time_limit_below_zero() {
        assertIssue(
                NegativeTimeTestCase.class,
                "has @CrossValidate(timeLimitSeconds = -1); take a positive number, or leave it out for no limit");
        assertIssue(
                NegativeHoldoutTimeTestCase.class,
                "has @Holdout(timeLimitSeconds = -60); take a positive number, or leave it out for no limit");
    }

    @ModelTest
    @Holdout(testShare = 1)
    static class NothingToTrainTestCase extends Checked {}

    @ModelTest
    @Holdout(testShare = 0)
    static class NothingToTestTestCase extends Checked {}

    @Test
    void a_share_that_leaves_nothing() {
        assertIssue(NothingToTrainTestCase.class, "has @Holdout(testShare = 1.0); the share must lie between 0 and 1");
        assertIssue(NothingToTestTestCase.class, "has @Holdout(testShare = 0.0); the share must lie between 0 and 1");
    }

    @ModelTest
    @Holdout(testShare = 0.5, validationShare = 0.5)
    static class NothingLeftTestCase extends Checked {}

    @ModelTest
    @Holdout(validationShare = -0.5)
    static class NegativeValidationTestCase extends Checked {}

    @Test
    void a_validation_share_that_leaves_nothing() {
        assertIssue(
                NothingLeftTestCase.class,
                "has @Holdout(testShare = 0.5, validationShare = 0.5), which leaves nothing to train on; let them be smaller");
        assertIssue(
                NegativeValidationTestCase.class,
                "has @Holdout(validationShare = -0.5); the share must lie between 0 and 1, or be 0 for none");
    }

    @ModelTest
    @CrossValidate(kind = Folding.LEAVE_ONE_OUT, folds = 5)
    static class FoldsOfOneTestCase extends Checked {}

    @ModelTest
    @CrossValidate(kind = Folding.TIME_SERIES, repeats = 2)
    static class RepeatedTimeTestCase extends Checked {}

    @ModelTest
    @CrossValidate(kind = Folding.STRATIFIED_GROUPS, stratified = false)
    static class ContradictoryGroupsTestCase extends Checked {}

    @Test
    void options_that_mean_nothing_for_a_kind_of_folds() {
        assertIssue(
                FoldsOfOneTestCase.class,
                "has @CrossValidate(kind = LEAVE_ONE_OUT, folds = 5), but the data say how many folds that makes; leave folds "
                        + "out");
        assertIssue(
                RepeatedTimeTestCase.class,
                "has @CrossValidate(kind = TIME_SERIES, repeats = 2), but nothing in that is random, so that all repeats would "
                        + "be the same; leave repeats out");
        assertIssue(
                ContradictoryGroupsTestCase.class,
                "has @CrossValidate(kind = STRATIFIED_GROUPS, stratified = false); use kind = GROUPS, or leave stratified out");
    }

    @ModelTest
    @CrossValidate(bins = 1)
    static class OneBinTestCase extends Checked {}

    @ModelTest
    @Holdout(bins = 5, stratified = false)
    static class IdleBinsTestCase extends Checked {}

    @ModelTest
    @CrossValidate(kind = Folding.GROUPS, bins = 5)
    static class BinsOfGroupsTestCase extends Checked {}

    @Test
    void bins_that_stratify_nothing() {
        assertIssue(
                OneBinTestCase.class,
                "has @CrossValidate(bins = 1); take at least 2, or leave bins out for numbers that are not stratified");
        assertIssue(
                IdleBinsTestCase.class,
                "has @Holdout(bins = 5, stratified = false), but bins are there to stratify by; leave one of both out");
        assertIssue(
                BinsOfGroupsTestCase.class,
                "has @CrossValidate(kind = GROUPS, bins = 5), but such folds are not stratified; leave bins out, or use kind = "
                        + "EXAMPLES or STRATIFIED_GROUPS");
    }

    abstract static class Told extends Checked {

        @Resampling
        Splitter halves() {
            return KFold.of(2);
        }
    }

    @ModelTest
    @CrossValidate(kind = Folding.GROUPS)
    static class ToldAndAnnotatedTestCase extends Checked {

        @Resampling
        Splitter halves() {
            return KFold.of(2);
        }
    }

    @ModelTest
    static class ToldTwiceTestCase extends Told {

        @Resampling
        Splitter thirds() {
            return KFold.of(3);
        }
    }

    @Test
    void resampling_told_in_two_places() {
        assertIssue(
                ToldAndAnnotatedTestCase.class,
                "has both @CrossValidate and a method with @Resampling, halves(); keep one");
        assertIssue(ToldTwiceTestCase.class, "has 2 methods with @Resampling, halves() and thirds(); keep one");
    }

    @ModelTest
    static class NoSplitterTestCase extends Checked {

        @Resampling
        int folds() {
            return 3;
        }
    }

    @ModelTest
    static class VoidResamplingTestCase extends Checked {

        @Resampling
        void folds() {}
    }

    @ModelTest
    static class ResamplingWithParameterTestCase extends Checked {

        @Resampling
        Splitter folds(int number) {
            return KFold.of(number);
        }
    }

    @ModelTest
    static class PrivateResamplingTestCase extends Checked {

        @Resampling
        @SuppressWarnings("UnusedMethod") // the point of the test
        private Splitter folds() {
            return KFold.of(2);
        }
    }

    @ModelTest
    static class NoRepeatOfToldTestCase extends Checked {

        @Resampling(repeats = 0)
        Splitter folds() {
            return KFold.of(2);
        }
    }

    @Test
    void a_resampling_that_gives_no_splitter() {
        assertMethodIssue(
                NoSplitterTestCase.class, "folds()", "returns int; a method with @Resampling must return a Splitter");
        assertMethodIssue(
                VoidResamplingTestCase.class,
                "folds()",
                "returns nothing; a method with @Resampling must return a Splitter");
        assertMethodIssue(
                ResamplingWithParameterTestCase.class,
                "folds(int)",
                "has parameters; a method with @Resampling takes none");
        assertMethodIssue(
                PrivateResamplingTestCase.class,
                "folds()",
                "is private; make a method with @Resampling package-private");
        assertMethodIssue(
                NoRepeatOfToldTestCase.class, "folds()", "has @Resampling(repeats = 0); at least 1 is needed");
    }

    // Examples

    @ModelTest
    static class NoExamplesTestCase {

        @Candidate
        Learner<double[]> rule() {
            return Flowers.rule();
        }

        @Check
        void isGood(Evaluation model) {}
    }

    @Test
    void no_examples() {
        assertIssue(NoExamplesTestCase.class, "has no method with @Examples; add one that returns the data set");
    }

    @ModelTest
    static class TwoExamplesTestCase extends Checked {

        @Examples
        Dataset<double[]> weights() {
            return Flowers.byWeight();
        }
    }

    @Test
    void two_methods_with_examples() {
        assertIssue(TwoExamplesTestCase.class, "has 2 methods with @Examples, flowers() and weights(); keep one");
    }

    @ModelTest
    static class VoidExamplesTestCase extends Checked {

        @Examples
        void examples() {}

        @Override
        Dataset<double[]> flowers() {
            return Flowers.byColour();
        }
    }

    @Test
    void examples_that_give_nothing() {
        assertMethodIssue(
                VoidExamplesTestCase.class,
                "examples()",
                "returns nothing; a method with @Examples must return a Dataset, or a data set that an adapter knows");
    }

    @ModelTest
    static class ExamplesWithParameterTestCase extends Checked {

        @Examples
        Dataset<double[]> examples(String name) {
            return Flowers.byColour();
        }

        @Override
        Dataset<double[]> flowers() {
            return Flowers.byColour();
        }
    }

    @Test
    void examples_with_a_parameter() {
        assertMethodIssue(
                ExamplesWithParameterTestCase.class,
                "examples(String)",
                "has parameters; a method with @Examples takes none");
    }

    // Candidates

    @ModelTest
    static class NoCandidateTestCase {

        @Examples
        Dataset<double[]> flowers() {
            return Flowers.byColour();
        }

        @Check(judges = false)
        void isThere(Dataset<double[]> data) {}
    }

    @Test
    void no_candidate() {
        assertIssue(
                NoCandidateTestCase.class,
                "has no method with @Candidate or @Candidates; add one that returns what is to be evaluated");
    }

    @ModelTest
    static class VoidCandidateTestCase extends Checked {

        @Candidate
        void forest() {}
    }

    @Test
    void a_candidate_that_gives_nothing() {
        assertMethodIssue(
                VoidCandidateTestCase.class,
                "forest()",
                "returns nothing; a candidate must return a Learner, or a trainer that an adapter knows");
    }

    @ModelTest
    static class CandidateWithParameterTestCase extends Checked {

        @Candidate
        Learner<double[]> forest(int trees) {
            return Flowers.rule();
        }
    }

    @Test
    void a_candidate_with_a_parameter() {
        assertMethodIssue(
                CandidateWithParameterTestCase.class, "forest(int)", "has parameters; a candidate takes none");
    }

    @ModelTest
    static class PrivateCandidateTestCase extends Checked {

        @Candidate
        @SuppressWarnings("UnusedMethod") // the point of the test
        private Learner<double[]> forest() {
            return Flowers.rule();
        }
    }

    @ModelTest
    static class StaticCandidateTestCase extends Checked {

        @Candidate
        static Learner<double[]> forest() {
            return Flowers.rule();
        }
    }

    @Test
    void a_candidate_that_the_engine_can_not_call() {
        assertMethodIssue(PrivateCandidateTestCase.class, "forest()", "is private; make a candidate package-private");
        assertMethodIssue(StaticCandidateTestCase.class, "forest()", "is static; make a candidate an instance method");
    }

    @ModelTest
    static class SameNameTestCase extends Checked {

        @Candidate("Rule")
        Learner<double[]> forest() {
            return Flowers.rule();
        }
    }

    @Test
    void two_candidates_whose_names_differ_by_case_at_most() {
        assertMethodIssue(
                SameNameTestCase.class,
                "rule()",
                "is named \"rule\", and forest() \"Rule\"; give one of them another name by @Candidate(\"…\")");
    }

    // Checks

    @ModelTest
    static class NoCheckTestCase extends FlowerModels {}

    @Test
    void no_check() {
        assertIssue(
                NoCheckTestCase.class, "has no method with @Check; add one that judges an Evaluation or a Comparison");
    }

    @ModelTest
    static class PrivateCheckTestCase extends FlowerModels {

        @Check
        @SuppressWarnings({"UnusedMethod", "UnusedVariable"}) // the point of the test
        private void isGood(Evaluation model) {}
    }

    @ModelTest
    static class StaticCheckTestCase extends FlowerModels {

        @Check
        static void isGood(Evaluation model) {}
    }

    @ModelTest
    static class ReturningCheckTestCase extends FlowerModels {

        @Check
        boolean isGood(Evaluation model) {
            return true;
        }
    }

    @Test
    void a_check_that_the_engine_can_not_call() {
        assertMethodIssue(PrivateCheckTestCase.class, "isGood(Evaluation)", "is private; make a check package-private");
        assertMethodIssue(
                StaticCheckTestCase.class, "isGood(Evaluation)", "is static; make a check an instance method");
        assertMethodIssue(
                ReturningCheckTestCase.class, "isGood(Evaluation)", "returns boolean; a check must return void");
    }

    @ModelTest
    abstract static class AbstractCheckTestCase extends FlowerModels {

        @Check
        abstract void isGood(Evaluation model);
    }

    @Test
    void an_abstract_check() {
        assertThat(Engine.discovering().issues(AbstractCheckTestCase.class))
                .extracting(DiscoveryIssue::message)
                .contains(
                        AbstractCheckTestCase.class.getName() + ".isGood(Evaluation) is abstract; give a check a body");
    }

    @ModelTest
    static class UnknownCandidateTestCase extends FlowerModels {

        @Check(of = {"rule", "forrest"})
        void isGood(Evaluation model) {}
    }

    @Test
    void a_check_of_a_candidate_that_there_is_not() {
        assertMethodIssue(
                UnknownCandidateTestCase.class,
                "isGood(Evaluation)",
                "is about a candidate \"forrest\", which there is not; name one of \"majority class\", \"rule\"");
    }

    @ModelTest
    static class UnknownParameterTestCase extends FlowerModels {

        @Check
        void isGood(Evaluation model, String name) {}
    }

    @ModelTest
    static class RepeatedParameterTestCase extends FlowerModels {

        @Check
        void isGood(Evaluation model, Evaluation other) {}
    }

    @Test
    void parameters_that_can_not_be_given() {
        String message =
                "can't be given these parameters; a check takes an Evaluation, a Comparison and a Dataset, in any "
                        + "order and each at most once";

        assertMethodIssue(
                UnknownParameterTestCase.class,
                "isGood(Evaluation, String)",
                message + "; for a String, name a provider of it in "
                        + "META-INF/services/dev.assay.engine.CheckParameterProvider");
        assertMethodIssue(RepeatedParameterTestCase.class, "isGood(Evaluation, Evaluation)", message);
    }

    @ModelTest
    static class NothingToJudgeTestCase extends FlowerModels {

        @Check
        void isThere(Dataset<double[]> data) {}
    }

    @Test
    void a_check_that_has_nothing_to_judge() {
        assertMethodIssue(
                NothingToJudgeTestCase.class,
                "isThere(Dataset)",
                "takes neither an Evaluation nor a Comparison and so can judge nothing; take one, or declare "
                        + "@Check(judges = false)");
    }

    @ModelTest
    static class NamesInVainTestCase extends FlowerModels {

        @Check(of = "rule", judges = false)
        void isThere(Dataset<double[]> data) {}
    }

    @Test
    void candidates_named_in_vain() {
        assertMethodIssue(
                NamesInVainTestCase.class,
                "isThere(Dataset)",
                "names candidates but takes neither an Evaluation nor a Comparison; take one, or remove \"of\"");
    }

    @ModelTest
    static class OnlyCandidateTestCase {

        @Examples
        Dataset<double[]> flowers() {
            return Flowers.byColour();
        }

        @Candidate
        Learner<double[]> rule() {
            return Flowers.rule();
        }

        @Check
        void wins(Comparison models) {}
    }

    @ModelTest
    static class ComparisonOfOneTestCase extends FlowerModels {

        @Check(of = "rule")
        void wins(Comparison models) {}
    }

    @Test
    void a_comparison_of_fewer_than_two() {
        assertMethodIssue(
                OnlyCandidateTestCase.class,
                "wins(Comparison)",
                "takes a Comparison of fewer than two candidates; add a candidate, or take an Evaluation");
        assertMethodIssue(
                ComparisonOfOneTestCase.class,
                "wins(Comparison)",
                "takes a Comparison of fewer than two candidates; name two or more, or none for all, or take an Evaluation");
    }

    @ModelTest
    @Tag("two words")
    static class InvalidTagTestCase extends Checked {}

    @Test
    void a_tag_that_is_none_is_a_warning() {
        DiscoveryIssue issue = onlyIssue(InvalidTagTestCase.class);

        assertThat(issue.severity()).isEqualTo(Severity.WARNING);
        assertThat(issue.message())
                .isEqualTo(InvalidTagTestCase.class.getName()
                        + " has the tag \"two words\", which is left out; a tag is not blank and has no spaces and none of "
                        + ", ( ) & | !");
    }

    // Configuration

    @Test
    void a_configuration_parameter_that_makes_no_sense() {
        List<DiscoveryIssue> issues =
                Engine.discovering().with("assay.parallelism", "many").issues(FineTestCase.class);

        assertThat(issues).extracting(DiscoveryIssue::severity).containsExactly(Severity.ERROR);
        assertThat(issues)
                .extracting(DiscoveryIssue::message)
                .containsExactly(
                        "configuration parameter assay.parallelism must be a whole number of at least 1, not \"many\"");
    }

    // What becomes of the rest

    @Test
    void all_that_is_wrong_with_a_class_is_reported_at_once_and_once() {
        List<DiscoveryIssue> issues = EngineTestKit.discover(
                        "assay",
                        LauncherDiscoveryRequestBuilder.request()
                                .selectors(
                                        selectMethod(SeveralTestCase.class, "wins"),
                                        selectMethod(SeveralTestCase.class, "isGood"))
                                .build())
                .getDiscoveryIssues();

        assertThat(issues).hasSize(3);
    }

    @ModelTest
    @CrossValidate(folds = 0)
    static class SeveralTestCase extends FlowerModels {

        @Check
        @SuppressWarnings({"UnusedMethod", "UnusedVariable"}) // the point of the test
        private void isGood(Evaluation model) {}

        @Check(of = "none")
        void wins(Evaluation models) {}
    }

    @Test
    void other_classes_are_found_all_the_same() {
        assertThat(Engine.discovering()
                        .discover(SeveralTestCase.class, FineTestCase.class)
                        .getChildren())
                .hasSize(1);
    }
}
