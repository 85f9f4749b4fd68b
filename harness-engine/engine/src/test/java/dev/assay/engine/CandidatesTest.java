package dev.assay.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectIteration;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectMethod;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectUniqueId;
import static org.junit.platform.launcher.TagFilter.excludeTags;
import static org.junit.platform.launcher.TagFilter.includeTags;

import dev.assay.data.Dataset;
import dev.assay.evaluation.Candidate;
import dev.assay.evaluation.Comparison;
import dev.assay.evaluation.Evaluation;
import dev.assay.evaluation.SelectionRule;
import dev.assay.learning.Learners;
import dev.assay.metric.ClassificationMetrics;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.Disabled;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.platform.engine.DiscoverySelector;
import org.junit.platform.engine.TestDescriptor;
import org.junit.platform.engine.TestSource;
import org.junit.platform.engine.UniqueId;
import org.junit.platform.engine.support.descriptor.MethodSource;
import org.junit.platform.testkit.engine.EngineExecutionResults;
import org.junit.platform.testkit.engine.Event;
import org.junit.platform.testkit.engine.Events;

class CandidatesTest {

    private static final String EACH = "each(dev.assay.evaluation.Evaluation)";

    @TempDir
    Path output;

    private static Candidate candidate(String name) {
        return Candidate.of(name, Flowers.rule());
    }

    private static UniqueId id(Class<?> type, String... segments) {
        UniqueId id = UniqueId.forEngine("assay").append("class", type.getName());
        return segments.length == 1
                ? id.append("check", segments[0])
                : id.append("check", segments[0]).append("test-template-invocation", segments[1]);
    }

    private static List<String> names(Events events) {
        return events.map(Event::getTestDescriptor)
                .map(TestDescriptor::getDisplayName)
                .toList();
    }

    private EngineExecutionResults run(DiscoverySelector... selectors) {
        return Engine.writingTo(output).run(selectors);
    }

    private static List<String> messages(EngineExecutionResults results) {
        return Engine.failures(results).stream().map(Throwable::getMessage).toList();
    }

    @CrossValidate(folds = 3)
    abstract static class Streamed {

        @Examples
        Dataset<double[]> flowers() {
            return Flowers.byColour();
        }

        @Check
        void each(Evaluation model) {
            Judge.met(model, "to be good");
        }
    }

    @ModelTest
    static class GridTestCase extends Streamed {

        static final AtomicInteger CALLS = new AtomicInteger();
        static final AtomicInteger FITS = new AtomicInteger();
        static final List<String> COMPARED = new ArrayList<>();

        @Candidates
        Stream<Candidate> rules() {
            CALLS.incrementAndGet();
            return Stream.of("small", "large")
                    .map(name -> Candidate.of(name, () -> {
                        FITS.incrementAndGet();
                        return Flowers.rule();
                    }));
        }

        @Check(of = "large")
        void one(Evaluation model) {
            assertThat(model.candidate()).isEqualTo("large");
            Judge.met(model, "to be good");
        }

        @Check
        void wins(Comparison models) {
            models.evaluations().forEach(model -> COMPARED.add(model.candidate()));
            // the given order says that "small" is simpler
            assertThat(SelectionRule.withinOneStandardError()
                            .select(models, ClassificationMetrics.ACCURACY)
                            .chosen())
                    .get()
                    .extracting(Evaluation::candidate)
                    .isEqualTo("small");
            Judge.met(models, "to win");
        }
    }

    @Test
    void each_check_runs_once_for_each_candidate_that_is_given_and_a_comparison_sees_all() {
        TestDescriptor tree = Engine.discovering().discover(GridTestCase.class);

        assertThat(Engine.ids(tree))
                .containsExactly(
                        GridTestCase.class.getName(),
                        EACH,
                        "one(dev.assay.evaluation.Evaluation)",
                        "wins(dev.assay.evaluation.Comparison)");
        assertThat(Engine.find(tree, EACH).getType()).isEqualTo(TestDescriptor.Type.CONTAINER);
        assertThat(Engine.find(tree, EACH).mayRegisterTests()).isTrue();
        assertThat(GridTestCase.CALLS).hasValue(0);

        EngineExecutionResults results = run(selectClass(GridTestCase.class));

        results.testEvents().assertStatistics(stats -> stats.started(4).succeeded(4));
        results.allEvents()
                .assertStatistics(stats -> stats.dynamicallyRegistered(2).failed(0));
        assertThat(names(results.testEvents().succeeded())).containsExactly("small", "large", "one", "wins");
        assertThat(GridTestCase.COMPARED).containsExactly("small", "large");
        assertThat(GridTestCase.CALLS).hasValue(1);
        assertThat(GridTestCase.FITS).hasValue(2 * 3);
        assertThat(output.resolve(GridTestCase.class.getName())).isDirectoryContaining("glob:**small.json");
    }

    @ModelTest
    static class TreeTestCase extends Streamed {

        @Candidates
        List<?> rules() {
            return List.of(candidate("depth=2, rate=0.1"), candidate("depth=4, rate=0.1"));
        }
    }

    @Test
    void tests_have_ids_sources_and_numbered_names_as_if_they_had_been_known() throws NoSuchMethodException {
        List<TestDescriptor> tests = run(selectClass(TreeTestCase.class))
                .testEvents()
                .succeeded()
                .map(Event::getTestDescriptor)
                .toList();

        assertThat(tests)
                .extracting(TestDescriptor::getUniqueId)
                .containsExactly(
                        id(TreeTestCase.class, EACH, "depth=2, rate=0.1"),
                        id(TreeTestCase.class, EACH, "depth=4, rate=0.1"));
        assertThat(tests)
                .extracting(TestDescriptor::getLegacyReportingName)
                .containsExactly("each(Evaluation)[1]", "each(Evaluation)[2]");
        TestSource source =
                MethodSource.from(TreeTestCase.class, Streamed.class.getDeclaredMethod("each", Evaluation.class));
        assertThat(tests).allMatch(test -> test.getSource().orElseThrow().equals(source));
        assertThat(tests).extracting(TestDescriptor::getType).containsOnly(TestDescriptor.Type.TEST);
    }

    @ModelTest
    static class AgainTestCase extends Streamed {

        @Candidates
        List<?> rules() {
            return List.of(candidate("first"), candidate("second"), Candidate.of("broken", Flowers.broken()));
        }
    }

    @Test
    void one_test_is_run_again_by_its_id_under_the_same_name() {
        EngineExecutionResults results = run(selectUniqueId(id(AgainTestCase.class, EACH, "second")));

        results.testEvents().assertStatistics(stats -> stats.started(1).succeeded(1));
        TestDescriptor test = results.testEvents()
                .succeeded()
                .map(Event::getTestDescriptor)
                .toList()
                .get(0);
        assertThat(test.getUniqueId()).isEqualTo(id(AgainTestCase.class, EACH, "second"));
        assertThat(test.getLegacyReportingName()).isEqualTo("each(Evaluation)[2]");
    }

    @Test
    void several_ids_select_what_they_name_and_the_check_selects_all() {
        assertThat(names(run(
                                selectUniqueId(id(AgainTestCase.class, EACH, "broken")),
                                selectUniqueId(id(AgainTestCase.class, EACH, "first")))
                        .testEvents()
                        .started()))
                .containsExactly("first", "broken");
        assertThat(names(run(
                                selectUniqueId(id(AgainTestCase.class, EACH, "first")),
                                selectUniqueId(id(AgainTestCase.class, EACH)))
                        .testEvents()
                        .started()))
                .containsExactly("first", "second", "broken");
    }

    @Test
    void a_method_is_selected_by_its_name_and_its_iterations_by_their_place() {
        assertThat(names(run(selectMethod(AgainTestCase.class.getName() + "#each"))
                        .testEvents()
                        .started()))
                .containsExactly("first", "second", "broken");
        assertThat(names(run(selectIteration(selectMethod(AgainTestCase.class, "each"), 0, 2))
                        .testEvents()
                        .started()))
                .containsExactly("first", "broken");
    }

    @Test
    void an_id_that_names_no_candidate_any_more_fails() {
        EngineExecutionResults results = run(selectUniqueId(id(AgainTestCase.class, EACH, "third")));

        results.testEvents().assertStatistics(stats -> stats.started(1).failed(1));
        assertThat(messages(results))
                .containsExactly("there is no candidate \"third\": rules() gives \"first\", \"second\", \"broken\"");
        assertThat(names(results.testEvents().failed())).containsExactly("third");
    }

    @Test
    void an_id_below_one_of_these_tests_or_of_another_type_gives_nothing() {
        UniqueId check = id(AgainTestCase.class, EACH);

        assertThat(Engine.discovering()
                        .discover(selectUniqueId(check.append("fold", "1")))
                        .getChildren())
                .isEmpty();
    }

    @ModelTest
    static class MixedTestCase extends FlowerModels {

        @Candidates
        List<?> others() {
            return List.of(candidate("b"), candidate("a"));
        }

        @Check
        @Tag("all")
        void each(Evaluation model) {
            Judge.met(model, "to be good");
        }

        @Check(of = {"rule", "majority class"})
        void known(Evaluation model) {
            Judge.met(model, "to be good");
        }

        @Check(of = {"a", "rule"})
        void some(Evaluation model, Comparison models) {
            assertThat(models.evaluations())
                    .extracting(Evaluation::candidate)
                    .containsExactly("majority class", "rule", "b", "a");
            Judge.met(model, "to be good");
        }

        @Check
        void wins(Comparison models) {
            assertThatIllegalArgumentException()
                    .isThrownBy(
                            () -> SelectionRule.withinOneStandardError().select(models, ClassificationMetrics.ACCURACY))
                    .withMessageStartingWith("the candidates come in the order of their names");
            Judge.met(models, "to win");
        }
    }

    @Test
    void candidates_of_methods_come_first_and_then_those_that_are_given_in_their_order() {
        EngineExecutionResults results = run(selectClass(MixedTestCase.class));

        assertThat(results.testEvents()
                        .succeeded()
                        .map(event -> event.getTestDescriptor().getLegacyReportingName()))
                .containsExactly(
                        "each(Evaluation)[1]",
                        "each(Evaluation)[2]",
                        "each(Evaluation)[3]",
                        "each(Evaluation)[4]",
                        "known(Evaluation)[1]",
                        "known(Evaluation)[2]",
                        "some(Evaluation, Comparison)[2]",
                        "some(Evaluation, Comparison)[4]",
                        "wins(Comparison)");
        assertThat(names(results.testEvents().succeeded()))
                .startsWith("majority class", "rule", "b", "a", "majority class", "rule", "rule", "a");
        results.testEvents().assertStatistics(stats -> stats.failed(0));
    }

    @ModelTest
    static class UnaskedTestCase extends FlowerModels {

        @Candidates
        List<?> others() {
            throw new IllegalStateException("must not be called");
        }

        @Check
        void each(Evaluation model) {
            Judge.met(model, "to be good");
        }

        @Check(of = "rule")
        void one(Evaluation model) {
            Judge.met(model, "to be good");
        }
    }

    @Test
    void the_method_is_not_called_for_tests_that_need_none_of_its_candidates() {
        EngineExecutionResults results = run(
                selectUniqueId(id(UnaskedTestCase.class, EACH, "rule")), selectMethod(UnaskedTestCase.class, "one"));

        results.testEvents().assertStatistics(stats -> stats.started(2).succeeded(2));
    }

    @Test
    void tags_of_checks_select_all_their_tests() {
        assertThat(Engine.ids(Engine.discovering().with(excludeTags("all")).discover(MixedTestCase.class)))
                .doesNotContain(EACH)
                .contains("rule", "wins(dev.assay.evaluation.Comparison)");
        assertThat(Engine.ids(Engine.discovering().with(includeTags("all")).discover(MixedTestCase.class)))
                .containsExactly(MixedTestCase.class.getName(), EACH);
    }

    @CrossValidate(folds = 3)
    abstract static class Wrong extends FlowerModels {

        @Check
        void each(Evaluation model) {
            Judge.met(model, "to be good");
        }

        @Check(of = "rule")
        void known(Evaluation model) {
            Judge.met(model, "to be good");
        }

        @Check(of = "gone")
        void named(Evaluation model) {
            Judge.met(model, "to be good");
        }

        @Check
        void wins(Comparison models) {
            Judge.met(models, "to win");
        }
    }

    /** Every check that needs the method's candidates says what is wrong, and all others run. */
    private void assertWrong(Class<?> type, String message) {
        EngineExecutionResults results = run(selectClass(type));

        results.containerEvents().assertStatistics(stats -> stats.failed(0));
        assertThat(names(results.testEvents().succeeded())).containsExactly("majority class", "rule", "known");
        assertThat(names(results.testEvents().failed())).containsExactly("others()", "named", "wins");
        assertThat(messages(results)).containsExactly(message, message, message);
        assertThat(results.testEvents()
                        .failed()
                        .map(event -> event.getTestDescriptor().getLegacyReportingName()))
                .startsWith("each(Evaluation)[3]");
        // once more, by the id of the test that stood in for those that could not be made
        EngineExecutionResults again = run(selectUniqueId(id(type, EACH, "others()")));
        assertThat(messages(again)).containsExactly(message);
        again.testEvents().assertStatistics(stats -> stats.started(1).failed(1));
    }

    private static String others(Class<?> type) {
        return type.getName() + ".others() ";
    }

    @ModelTest
    static class ThrowingTestCase extends Wrong {

        @Candidates
        List<?> others() {
            throw new IllegalStateException("no grid today");
        }
    }

    @Test
    void a_method_that_throws_fails_what_needs_it() {
        assertWrong(ThrowingTestCase.class, "no grid today");
    }

    @ModelTest
    static class EmptyTestCase extends Wrong {

        @Candidates
        Stream<Candidate> others() {
            return Stream.empty();
        }
    }

    @Test
    void no_candidate_is_a_failure() {
        assertWrong(
                EmptyTestCase.class,
                others(EmptyTestCase.class) + "gave no candidate; give at least one, or remove the method");
    }

    @ModelTest
    static class NullTestCase extends Wrong {

        @Candidates
        List<Candidate> others() {
            return null;
        }
    }

    @Test
    void null_is_a_failure() {
        assertWrong(NullTestCase.class, others(NullTestCase.class) + "gave null and no candidates");
    }

    @ModelTest
    static class TwinsTestCase extends Wrong {

        @Candidates
        List<?> others() {
            return List.of(candidate("a"), candidate("b"), candidate("A"));
        }
    }

    @ModelTest
    static class SameAsMethodTestCase extends Wrong {

        @Candidates
        List<?> others() {
            return List.of(candidate("Rule"));
        }
    }

    @Test
    void two_candidates_of_one_name_are_a_failure() {
        assertWrong(
                TwinsTestCase.class,
                others(TwinsTestCase.class)
                        + "gave candidate 3 the name \"A\", but candidate 1 is \"a\"; give one of them another name");
        assertWrong(
                SameAsMethodTestCase.class,
                others(SameAsMethodTestCase.class)
                        + "gave candidate 1 the name \"Rule\", but rule() is \"rule\"; give one of them another name");
    }

    @ModelTest
    static class LearnersTestCase extends Wrong {

        @Candidates
        List<?> others() {
            return List.of(candidate("a"), "b");
        }
    }

    @ModelTest
    static class NothingTestCase extends Wrong {

        @Candidates
        Iterable<Candidate> others() {
            return Collections.singletonList(null);
        }
    }

    @Test
    void what_is_no_candidate_is_a_failure() {
        assertWrong(
                LearnersTestCase.class,
                others(LearnersTestCase.class)
                        + "gave a String in place of candidate 2; give each as Candidate.of(\"its name\", …) of"
                        + " dev.assay.evaluation, or as ParameterGrid makes them");
        assertWrong(
                NothingTestCase.class,
                others(NothingTestCase.class)
                        + "gave null in place of candidate 1; give each as Candidate.of(\"its name\", …) of"
                        + " dev.assay.evaluation, or as ParameterGrid makes them");
    }

    @ModelTest
    static class RecoveredTestCase extends Streamed {

        @Candidates
        List<?> rules() {
            return List.of(candidate("a"), candidate("b"));
        }
    }

    @Test
    void the_id_of_a_test_that_stood_in_for_others_gives_all_of_them_once_the_method_is_mended() {
        EngineExecutionResults results = run(selectUniqueId(id(RecoveredTestCase.class, EACH, "rules()")));

        assertThat(names(results.testEvents().succeeded())).containsExactly("a", "b");
        results.testEvents().assertStatistics(stats -> stats.failed(0));
    }

    @ModelTest
    static class NamingTestCase extends Streamed {

        @Candidates
        List<?> rules() {
            return List.of(candidate("a"), candidate("b"));
        }

        @Check(of = "gone")
        void one(Evaluation model) {
            Judge.met(model, "to be good");
        }

        @Check(of = {"b", "gone"})
        void some(Evaluation model) {
            Judge.met(model, "to be good");
        }

        @Check(of = {"b", "gone"})
        void wins(Comparison models) {
            Judge.met(models, "to win");
        }
    }

    @Test
    void names_that_are_not_given_fail_and_the_others_run() {
        EngineExecutionResults results = run(selectClass(NamingTestCase.class));

        String message = "there is no candidate \"gone\": rules() gives \"a\", \"b\"";
        assertThat(names(results.testEvents().succeeded())).containsExactly("a", "b", "b");
        assertThat(names(results.testEvents().failed())).containsExactly("one", "gone", "wins");
        assertThat(messages(results)).containsExactly(message, message, message);
    }

    @ModelTest
    static class OnlyOneTestCase extends Streamed {

        @Candidates
        List<?> rules() {
            return List.of(candidate("a"));
        }

        @Check
        void wins(Comparison models) {
            Judge.met(models, "to win");
        }
    }

    @Test
    void a_single_candidate_can_not_be_compared() {
        EngineExecutionResults results = run(selectClass(OnlyOneTestCase.class));

        assertThat(names(results.testEvents().succeeded())).containsExactly("a");
        assertThat(messages(results)).containsExactly("a comparison needs at least two candidates, not 1");
    }

    @ModelTest
    static class DisabledTestCase extends FlowerModels {

        @Candidates
        @Disabled("needs the cluster")
        List<?> others() {
            throw new IllegalStateException("must not be called");
        }

        @Check
        void each(Evaluation model) {
            Judge.met(model, "to be good");
        }

        @Check(of = "large")
        void one(Evaluation model) {
            Judge.met(model, "to be good");
        }

        @Check(of = {"large", "rule"})
        void tooFew(Comparison models) {
            Judge.met(models, "to win");
        }

        @Check
        void wins(Comparison models) {
            assertThat(models.evaluations()).hasSize(2);
            Judge.met(models, "to win");
        }
    }

    @Test
    void a_disabled_method_is_not_called_and_what_is_about_its_candidates_alone_is_skipped() {
        EngineExecutionResults results = run(selectClass(DisabledTestCase.class));

        assertThat(names(results.testEvents().succeeded())).containsExactly("majority class", "rule", "wins");
        assertThat(names(results.testEvents().skipped())).containsExactly("others()", "one", "too few");
        assertThat(results.testEvents().skipped().map(event -> event.getRequiredPayload(String.class)))
                .containsExactly(
                        "needs the cluster",
                        "needs the cluster",
                        "fewer than two candidates are left to compare, since these are disabled: those of others() (needs the"
                                + " cluster)");
        results.testEvents().assertStatistics(stats -> stats.failed(0));
    }

    @ModelTest
    static class ClosingTestCase extends Streamed {

        static final AtomicInteger CLOSED = new AtomicInteger();

        @Candidates
        Stream<Candidate> rules() {
            return Stream.of(candidate("a"), candidate("b")).onClose(CLOSED::incrementAndGet);
        }
    }

    @Test
    void a_stream_is_closed() {
        run(selectClass(ClosingTestCase.class));

        assertThat(ClosingTestCase.CLOSED).hasValue(1);
    }

    @ModelTest
    static class CostTestCase extends FlowerModels {

        @dev.assay.engine.Candidate(cost = 2)
        Object costly() {
            return Flowers.rule();
        }

        @Override
        @dev.assay.engine.Candidate(cost = 1)
        dev.assay.learning.Learner<double[]> rule() {
            return Flowers.rule();
        }

        @Override
        @dev.assay.engine.Candidate(value = "majority class", cost = 0)
        dev.assay.learning.Learner<double[]> floor() {
            return Learners.majorityClass();
        }

        @Check
        void simplest(Comparison models) {
            assertThat(SelectionRule.withinOneStandardError()
                            .select(models, ClassificationMetrics.ACCURACY)
                            .chosen())
                    .get()
                    .extracting(Evaluation::candidate)
                    .isEqualTo("rule");
            Judge.met(models, "to win");
        }
    }

    @Test
    void costs_of_candidates_say_which_is_the_simplest() {
        run(selectClass(CostTestCase.class))
                .testEvents()
                .assertStatistics(stats -> stats.succeeded(1).failed(0));
    }

    @Test
    void discovery_finds_nothing_wrong_with_any_of_these() {
        assertThat(Stream.of(GridTestCase.class, MixedTestCase.class, NamingTestCase.class, DisabledTestCase.class))
                .allSatisfy(
                        type -> assertThat(Engine.discovering().issues(type)).isEmpty());
    }

    private static List<String> issues(Class<?> type) {
        return Engine.discovering().issues(type).stream()
                .map(issue -> issue.message().replace(type.getName(), ""))
                .toList();
    }

    @ModelTest
    static class TwoMethodsTestCase extends Streamed {

        @Candidates
        List<?> rules() {
            return List.of();
        }

        @Candidates
        List<?> forests() {
            return List.of();
        }
    }

    @ModelTest
    static class MisshapenTestCase extends Streamed {

        @Candidates
        @SuppressWarnings("UnusedMethod") // the point of the test
        private static Candidate[] rules(int number) {
            return new Candidate[number];
        }
    }

    @ModelTest
    static class BothTestCase extends Streamed {

        @Candidates
        @dev.assay.engine.Candidate
        List<?> rules() {
            return List.of();
        }
    }

    @ModelTest
    static class InfiniteCostTestCase extends Streamed {

        @dev.assay.engine.Candidate(cost = Double.POSITIVE_INFINITY)
        Object rule() {
            return Flowers.rule();
        }
    }

    @ModelTest
    static class OneNameTestCase extends Streamed {

        @Candidates
        List<?> rules() {
            return List.of();
        }

        @Check(of = "a")
        void wins(Comparison models) {}
    }

    @Test
    void misuse_is_reported_before_anything_runs() {
        assertThat(issues(TwoMethodsTestCase.class))
                .containsExactly(
                        " has 2 methods with @Candidates, forests() and rules(); keep one, which may give the candidates of all");
        assertThat(issues(MisshapenTestCase.class))
                .containsExactlyInAnyOrder(
                        ".rules(int) is private; make a method that gives candidates package-private",
                        ".rules(int) is static; make a method that gives candidates an instance method",
                        ".rules(int) has parameters; a method that gives candidates takes none",
                        ".rules(int) returns Candidate[]; candidates must be returned as a Stream or a List");
        assertThat(issues(BothTestCase.class))
                .containsExactly(
                        ".rules() has both @Candidate and @Candidates; keep @Candidate if it gives one learner, and"
                                + " @Candidates if it gives several candidates");
        assertThat(issues(InfiniteCostTestCase.class))
                .containsExactly(".rule() has the cost Infinity; a cost is a finite number");
        assertThat(issues(OneNameTestCase.class))
                .containsExactly(
                        ".wins(Comparison) takes a Comparison of fewer than two candidates; name two or more, or none for"
                                + " all, or take an Evaluation");
    }

    @ModelTest
    static class TaggedTestCase extends Streamed {

        @dev.assay.engine.Candidate
        @Tag("slow")
        Object rule() {
            return Flowers.rule();
        }

        @Candidates
        @Tag("slow")
        List<?> rules() {
            return List.of();
        }
    }

    @Test
    void tags_of_candidates_that_would_select_nothing_are_a_warning() {
        String warning =
                " has tags, which select nothing in a class with @Candidates, where tests are known when they run; tag"
                        + " checks or the class";

        assertThat(issues(TaggedTestCase.class)).containsExactly(".rules()" + warning, ".rule()" + warning);
    }
}
