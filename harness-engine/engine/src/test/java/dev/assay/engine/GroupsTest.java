package dev.assay.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.platform.engine.discovery.ClassNameFilter.excludeClassNamePatterns;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectIteration;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectMethod;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectNestedClass;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectNestedMethod;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectPackage;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectUniqueId;
import static org.junit.platform.launcher.TagFilter.includeTags;

import dev.assay.data.Dataset;
import dev.assay.evaluation.Comparison;
import dev.assay.evaluation.Evaluation;
import dev.assay.learning.Learner;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Disabled;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.platform.engine.DiscoveryIssue;
import org.junit.platform.engine.DiscoveryIssue.Severity;
import org.junit.platform.engine.DiscoverySelector;
import org.junit.platform.engine.TestDescriptor;
import org.junit.platform.engine.TestTag;
import org.junit.platform.engine.UniqueId;
import org.junit.platform.engine.support.descriptor.ClassSource;
import org.junit.platform.engine.support.descriptor.MethodSource;
import org.junit.platform.testkit.engine.EngineExecutionResults;
import org.junit.platform.testkit.engine.Event;
import org.junit.platform.testkit.engine.Events;

@SuppressWarnings("ClassCanBeStatic") // groups are inner classes
class GroupsTest {

    private static final String IS_FOUND = "isFound(dev.assay.evaluation.Evaluation)";

    @TempDir
    Path output;

    private static List<String> reasons(Events events) {
        return events.skipped()
                .map(event -> event.getRequiredPayload(String.class))
                .toList();
    }

    // The tree

    @ModelTest
    static class TreeTestCase extends FlowerModels {

        @Check
        void isFound(Evaluation model) {}

        @CheckGroup
        @Tag("rare")
        class RareLabels {

            @Check
            void isFound(Evaluation model) {}

            @Check(of = "rule")
            void again(Evaluation model) {}

            @CheckGroup
            class Deeper {

                @Check
                void wins(Comparison models) {}
            }
        }

        @CheckGroup
        @DisplayName("All of them")
        class Everything {

            @Check(judges = false)
            void areMany(Dataset<double[]> data) {}
        }
    }

    private static final UniqueId CLASS = UniqueId.forEngine("assay").append("class", TreeTestCase.class.getName());
    private static final UniqueId RARE = CLASS.append("group", "RareLabels");

    private static List<String> found(DiscoverySelector... selectors) {
        List<String> ids = Engine.ids(Engine.discovering().discover(selectors));
        return ids.isEmpty() ? ids : ids.subList(1, ids.size());
    }

    @Test
    void groups_come_behind_checks_in_the_order_of_their_names() {
        assertThat(found(selectClass(TreeTestCase.class)))
                .containsExactly(
                        IS_FOUND,
                        "majority class",
                        "rule",
                        "Everything",
                        "areMany(dev.assay.data.Dataset)",
                        "RareLabels",
                        "again(dev.assay.evaluation.Evaluation)",
                        IS_FOUND,
                        "majority class",
                        "rule",
                        "Deeper",
                        "wins(dev.assay.evaluation.Comparison)");
    }

    @Test
    void a_group_is_a_container_and_the_source_of_its_checks_is_in_its_own_class() throws NoSuchMethodException {
        TestDescriptor root = Engine.discovering().discover(TreeTestCase.class);
        TestDescriptor rare = Engine.find(root, "RareLabels");
        TestDescriptor again = Engine.find(root, "again(dev.assay.evaluation.Evaluation)");

        assertThat(rare.getUniqueId()).isEqualTo(RARE);
        assertThat(rare.getType()).isEqualTo(TestDescriptor.Type.CONTAINER);
        assertThat(rare.getSource()).contains(ClassSource.from(TreeTestCase.RareLabels.class));
        assertThat(rare.getDisplayName()).isEqualTo("RareLabels");
        assertThat(rare.getLegacyReportingName()).isEqualTo(TreeTestCase.RareLabels.class.getName());
        assertThat(again.getSource())
                .contains(MethodSource.from(
                        TreeTestCase.RareLabels.class,
                        TreeTestCase.RareLabels.class.getDeclaredMethod("again", Evaluation.class)));
        assertThat(again.getTags()).extracting(TestTag::getName).containsExactly("rare");
        assertThat(Engine.find(root, "Everything").getDisplayName()).isEqualTo("All of them");
        assertThat(Engine.find(root, "Deeper").getUniqueId()).isEqualTo(RARE.append("group", "Deeper"));
    }

    @Test
    void every_id_resolves_again() {
        TestDescriptor all = Engine.discovering().discover(TreeTestCase.class);
        for (TestDescriptor descriptor : all.getDescendants()) {
            TestDescriptor again = Engine.discovering().discover(selectUniqueId(descriptor.getUniqueId()));

            assertThat(again.findByUniqueId(descriptor.getUniqueId())).isPresent();
            assertThat(again.findByUniqueId(descriptor.getUniqueId())
                            .orElseThrow()
                            .getDescendants())
                    .hasSameSizeAs(descriptor.getDescendants());
        }
    }

    // Selection

    @Test
    void a_group_is_found_by_its_class() {
        assertThat(found(selectClass(TreeTestCase.Everything.class)))
                .containsExactly("Everything", "areMany(dev.assay.data.Dataset)");
        assertThat(found(selectClass(TreeTestCase.RareLabels.Deeper.class.getName())))
                .containsExactly("RareLabels", "Deeper", "wins(dev.assay.evaluation.Comparison)");
    }

    @Test
    void a_group_is_found_as_a_nested_class() {
        assertThat(found(selectNestedClass(List.of(TreeTestCase.class), TreeTestCase.Everything.class)))
                .containsExactly("Everything", "areMany(dev.assay.data.Dataset)");
        assertThat(found(selectNestedClass(
                        List.of(TreeTestCase.class.getName(), TreeTestCase.RareLabels.class.getName()),
                        TreeTestCase.RareLabels.Deeper.class.getName())))
                .containsExactly("RareLabels", "Deeper", "wins(dev.assay.evaluation.Comparison)");
    }

    @Test
    void a_check_of_a_group_is_found_by_its_method_and_by_its_name_alone() {
        String group = TreeTestCase.RareLabels.class.getName();

        assertThat(found(selectMethod(group + "#isFound")))
                .containsExactly("RareLabels", IS_FOUND, "majority class", "rule");
        assertThat(found(selectMethod(TreeTestCase.RareLabels.class, "isFound", Evaluation.class)))
                .containsExactly("RareLabels", IS_FOUND, "majority class", "rule");
        assertThat(found(selectMethod(group + "#isFound(dev.assay.evaluation.Comparison)")))
                .isEmpty();
        assertThat(found(selectMethod(TreeTestCase.class, "isFound")))
                .containsExactly(IS_FOUND, "majority class", "rule");
        assertThat(found(selectMethod(TreeTestCase.class, "again"))).isEmpty();
    }

    @Test
    void a_check_of_a_group_is_found_as_a_nested_method() {
        assertThat(found(selectNestedMethod(List.of(TreeTestCase.class), TreeTestCase.RareLabels.class, "again")))
                .containsExactly("RareLabels", "again(dev.assay.evaluation.Evaluation)");
        assertThat(found(selectNestedMethod(
                        List.of(TreeTestCase.class),
                        TreeTestCase.RareLabels.class,
                        "again",
                        "dev.assay.evaluation.Evaluation")))
                .containsExactly("RareLabels", "again(dev.assay.evaluation.Evaluation)");
    }

    @Test
    void iterations_of_a_check_of_a_group_are_found() {
        assertThat(found(selectIteration(selectMethod(TreeTestCase.RareLabels.class, "isFound"), 1)))
                .containsExactly("RareLabels", IS_FOUND, "rule");
        assertThat(found(selectIteration(
                        selectNestedMethod(List.of(TreeTestCase.class), TreeTestCase.RareLabels.class, "isFound"), 0)))
                .containsExactly("RareLabels", IS_FOUND, "majority class");
    }

    @Test
    void tags_of_groups_select() {
        assertThat(Engine.ids(Engine.discovering().with(includeTags("rare")).discover(TreeTestCase.class)))
                .containsExactly(
                        TreeTestCase.class.getName(),
                        "RareLabels",
                        "again(dev.assay.evaluation.Evaluation)",
                        IS_FOUND,
                        "majority class",
                        "rule",
                        "Deeper",
                        "wins(dev.assay.evaluation.Comparison)");
    }

    @Test
    void class_name_filters_are_asked_of_the_class_that_a_group_is_in() {
        assertThat(Engine.ids(Engine.discovering()
                        .with(excludeClassNamePatterns(".*RareLabels"))
                        .discover(TreeTestCase.RareLabels.class)))
                .isNotEmpty();
        assertThat(Engine.ids(Engine.discovering()
                        .with(excludeClassNamePatterns(".*TreeTestCase"))
                        .discover(TreeTestCase.RareLabels.class)))
                .isEmpty();
    }

    // The run

    @ModelTest
    static class SharingTestCase extends FlowerModels {

        static final List<String> LOG = new ArrayList<>();
        static final AtomicInteger FITS = new AtomicInteger();

        private int calls;

        SharingTestCase() {
            LOG.add("class");
        }

        @Override
        @Candidate
        Learner<double[]> rule() {
            return training -> {
                FITS.incrementAndGet();
                return Flowers.rule().fit(training);
            };
        }

        @Check(of = "rule")
        void isFound(Evaluation model) {
            LOG.add("isFound " + ++calls);
            Judge.met(model, "to be found");
        }

        @CheckGroup
        class Rare {

            Rare() {
                LOG.add("group");
            }

            @Check
            void compared(Comparison models, Dataset<double[]> data) {
                assertThat(models.evaluations()).hasSize(2);
                LOG.add("compared " + ++calls);
                Judge.met(models, "to be found");
            }

            @Check(of = "rule")
            void isFound(Evaluation model) {
                LOG.add("isFound in group " + ++calls);
                Judge.met(model, "to be found again");
            }

            @CheckGroup
            class Deeper {

                @Check(of = "rule")
                void isFound(Evaluation model) {
                    LOG.add("isFound in group in group " + ++calls);
                    Judge.met(model, "to be found once more");
                }
            }
        }
    }

    @Test
    void checks_of_groups_share_instance_examples_and_evaluations() throws IOException {
        EngineExecutionResults results = Engine.writingTo(output).run(SharingTestCase.class);

        results.allEvents().assertStatistics(stats -> stats.failed(0).skipped(0));
        results.testEvents().assertStatistics(stats -> stats.succeeded(4));
        assertThat(SharingTestCase.LOG)
                .containsExactly(
                        "class",
                        "isFound 1",
                        "group",
                        "compared 2",
                        "isFound in group 3",
                        "isFound in group in group 4");
        assertThat(SharingTestCase.FITS).hasValue(3);
        String result =
                Files.readString(output.resolve(SharingTestCase.class.getName()).resolve("rule.json"));
        assertThat(Pattern.compile("\"check\"\\s*:\\s*\"([^\"]*)\"")
                        .matcher(result)
                        .results()
                        .map(each -> each.group(1)))
                .containsExactly("isFound", "Rare.compared", "Rare.isFound", "Rare.Deeper.isFound");
    }

    @ModelTest
    static class StreamedTestCase {

        @Examples
        Dataset<double[]> flowers() {
            return Flowers.byColour();
        }

        @Candidates
        List<?> rules() {
            return List.of(
                    dev.assay.evaluation.Candidate.of("small", Flowers.rule()),
                    dev.assay.evaluation.Candidate.of("large", Flowers.rule()));
        }

        @CheckGroup
        class Rare {

            @Check
            void isFound(Evaluation model) {
                Judge.met(model, "to be found");
            }
        }
    }

    @Test
    void checks_of_groups_are_called_for_candidates_that_come_when_they_run() {
        EngineExecutionResults results = Engine.writingTo(output).run(StreamedTestCase.class);
        results.testEvents().assertStatistics(stats -> stats.succeeded(2).failed(0));
        List<UniqueId> ids = results.testEvents()
                .succeeded()
                .map(Event::getTestDescriptor)
                .map(TestDescriptor::getUniqueId)
                .toList();
        assertThat(ids)
                .element(1)
                .isEqualTo(UniqueId.forEngine("assay")
                        .append("class", StreamedTestCase.class.getName())
                        .append("group", "Rare")
                        .append("check", IS_FOUND)
                        .append("test-template-invocation", "large"));

        Engine.writingTo(output)
                .run(selectUniqueId(ids.get(1)))
                .testEvents()
                .assertStatistics(stats -> stats.started(1).succeeded(1));
    }

    @ModelTest
    static class BrokenGroupTestCase extends FlowerModels {

        static final AtomicInteger ATTEMPTS = new AtomicInteger();

        @CheckGroup
        class Broken {

            Broken() throws IOException {
                ATTEMPTS.incrementAndGet();
                throw new IOException("no such garden");
            }

            @Check(of = "rule")
            void isFound(Evaluation model) {}

            @Check(judges = false)
            void isThere() {}
        }

        @CheckGroup
        class Fine {

            @Check(of = "rule")
            void isFound(Evaluation model) {
                Judge.met(model, "to be found");
            }
        }
    }

    @Test
    void a_group_that_can_not_be_made_is_reported_by_each_of_its_checks_and_the_others_still_run() {
        EngineExecutionResults results = Engine.writingTo(output).run(BrokenGroupTestCase.class);

        results.testEvents().assertStatistics(stats -> stats.failed(2).succeeded(1));
        results.containerEvents().assertStatistics(stats -> stats.failed(0));
        assertThat(Engine.failures(results))
                .allSatisfy(failure ->
                        assertThat(failure).isInstanceOf(IOException.class).hasMessage("no such garden"));
        assertThat(BrokenGroupTestCase.ATTEMPTS).hasValue(1);
    }

    @ModelTest
    static class SkippedTestCase extends FlowerModels {

        static final AtomicInteger FITS = new AtomicInteger();

        @Override
        @Candidate
        Learner<double[]> rule() {
            return training -> {
                FITS.incrementAndGet();
                return Flowers.rule().fit(training);
            };
        }

        @Check(of = "majority class")
        void runs(Evaluation model) {
            Judge.met(model, "to be found");
        }

        @CheckGroup
        @Disabled("until spring")
        class Off {

            @Check(of = "rule")
            void isFound(Evaluation model) {}

            @CheckGroup
            class Deeper {

                @Check(of = "rule")
                void isFound(Evaluation model) {}
            }
        }

        @CheckGroup
        @EnabledIfSystemProperty(named = "dev.assay.engine.absent", matches = ".*")
        class Unmet {

            @Check(of = "rule")
            void isFound(Evaluation model) {}
        }
    }

    @Test
    void a_group_that_is_disabled_or_whose_condition_is_not_met_is_skipped_and_what_it_needs_is_not_evaluated() {
        EngineExecutionResults results = Engine.writingTo(output).run(SkippedTestCase.class);

        assertThat(reasons(results.containerEvents()))
                .containsExactly("until spring", "System property [dev.assay.engine.absent] does not exist");
        results.testEvents().assertStatistics(stats -> stats.started(1).succeeded(1));
        assertThat(SkippedTestCase.FITS).hasValue(0);
    }

    abstract static class GroupsOfBase extends FlowerModels {

        String greeting() {
            return "from the base";
        }

        @CheckGroup
        class Inherited {

            @Check(of = "rule")
            void isFound(Evaluation model) {
                assertThat(greeting()).isEqualTo("from the class");
                Judge.met(model, "to be found");
            }

            @Check(judges = false)
            void fails() throws IOException {
                throw new IOException("as it should");
            }
        }
    }

    @ModelTest
    static class InheritingTestCase extends GroupsOfBase {

        @Override
        String greeting() {
            return "from the class";
        }
    }

    @Test
    void groups_of_superclasses_are_inherited() {
        assertThat(Engine.discovering().issues(GroupsOfBase.Inherited.class)).isEmpty();
        EngineExecutionResults results = Engine.writingTo(output).run(InheritingTestCase.class);

        results.testEvents().assertStatistics(stats -> stats.succeeded(1).failed(1));
        assertThat(Engine.failures(results)).extracting(Throwable::getMessage).containsExactly("as it should");
        assertThat(found(
                        selectNestedMethod(List.of(InheritingTestCase.class), GroupsOfBase.Inherited.class, "isFound")))
                .containsExactly("Inherited", IS_FOUND);
        assertThat(found(selectClass(GroupsOfBase.Inherited.class))).isEmpty();
    }

    // Misuse

    private static List<String> messages(Class<?> type) {
        List<DiscoveryIssue> issues = Engine.discovering().issues(type);
        assertThat(issues).extracting(DiscoveryIssue::severity).containsOnly(Severity.ERROR);
        return issues.stream().map(DiscoveryIssue::message).toList();
    }

    @ModelTest
    static class MisusedTestCase extends FlowerModels {

        @CheckGroup
        static class Static {

            @Check
            void isFound(Evaluation model) {}
        }

        @CheckGroup
        @SuppressWarnings({"UnusedNestedClass", "UnusedMethod", "UnusedVariable"}) // the point of the test
        private class Private {

            @Check
            void isFound(Evaluation model) {}
        }

        @CheckGroup
        abstract class Abstract {

            @Check
            void isFound(Evaluation model) {}
        }

        @CheckGroup
        class WithParameter {

            WithParameter(String name) {}

            @Check
            void isFound(Evaluation model) {}
        }

        @CheckGroup
        class Empty {}

        @CheckGroup
        @CrossValidate(folds = 3)
        class WithMembers {

            @Examples
            Dataset<double[]> others() {
                return Flowers.byColour();
            }

            @Candidate
            Learner<double[]> other() {
                return Flowers.rule();
            }

            @BeforeEvaluation
            void open() {}

            @Check(of = "none")
            void isFound(Evaluation model) {}

            @CheckGroup
            @EnabledOnOs(OS.LINUX)
            class Deeper {

                @Check
                void isFound(String name) {}
            }
        }
    }

    @Test
    void groups_that_are_not_as_they_should_be_are_an_error() {
        String name = MisusedTestCase.class.getName();
        String around = ", but a group is evaluated with the class around it; ";

        assertThat(messages(MisusedTestCase.class))
                .containsExactlyInAnyOrder(
                        name
                                + "$Static is static; make a group an inner class, which has an instance of the class around it",
                        name + "$Private is private; make it package-private",
                        name + "$Abstract is abstract; move @CheckGroup to the classes that extend it",
                        name + "$WithParameter has no constructor without parameters; add one",
                        name
                                + "$Empty has neither a method with @Check nor a group in it; add one, or remove the group",
                        name + "$WithMembers has @CrossValidate" + around + "remove it here",
                        name + "$WithMembers.others() has @Examples" + around + "move the method there",
                        name + "$WithMembers.other() has @Candidate" + around + "move the method there",
                        name + "$WithMembers.open() has @BeforeEvaluation" + around + "move the method there",
                        name
                                + "$WithMembers.isFound(Evaluation) is about a candidate \"none\", which there is not; name"
                                + " one of \"majority class\", \"rule\"",
                        name + "$WithMembers$Deeper has @EnabledOnOs, a condition that nobody would look at; use"
                                + " @EnabledIfSystemProperty, @EnabledIfEnvironmentVariable, their opposites or @Disabled,"
                                + " or assume in the check what it needs",
                        name + "$WithMembers$Deeper.isFound(String) can't be given these parameters; a check takes an"
                                + " Evaluation, a Comparison and a Dataset, in any order and each at most once; for a"
                                + " String, name a provider of it in"
                                + " META-INF/services/dev.assay.engine.CheckParameterProvider",
                        name
                                + "$WithMembers$Deeper.isFound(String) takes neither an Evaluation nor a Comparison and so can"
                                + " judge nothing; take one, or declare @Check(judges = false)");
    }

    @ModelTest
    static class SameNameTestCase extends GroupsOfBase {

        @CheckGroup
        class Inherited {

            @Check
            void isFound(Evaluation model) {}
        }
    }

    @Test
    void two_groups_of_one_name_are_an_error() {
        assertThat(messages(SameNameTestCase.class))
                .containsExactly(SameNameTestCase.class.getName() + " has two groups of one name, "
                        + GroupsOfBase.Inherited.class.getName() + " and " + SameNameTestCase.Inherited.class.getName()
                        + "; rename one");
    }

    @ModelTest
    static class EndlessTestCase extends FlowerModels {

        @Check
        void isFound(Evaluation model) {}

        @CheckGroup
        class Base {

            @Check
            void isFound(Evaluation model) {}

            @CheckGroup
            class Derived extends Base {}
        }
    }

    @Test
    void a_group_that_would_contain_itself_is_an_error() {
        assertThat(messages(EndlessTestCase.class))
                .singleElement()
                .asString()
                .contains(EndlessTestCase.Base.Derived.class.getName());
    }

    static class NoModelTestCase {

        @CheckGroup
        class Lost {

            @Check
            void isFound(Evaluation model) {}
        }
    }

    @CheckGroup
    static class AloneTestCase {

        @Check
        void isFound(Evaluation model) {}
    }

    @Test
    void a_group_outside_of_a_model_test_is_an_error() {
        String remedy =
                " has @CheckGroup, but is in no class with @ModelTest, so that its checks are not run; make it an inner"
                        + " class of one, or annotate the class around it, or make that abstract if it is a base of others";

        assertThat(messages(NoModelTestCase.Lost.class)).containsExactly(NoModelTestCase.Lost.class.getName() + remedy);
        assertThat(messages(AloneTestCase.class)).containsExactly(AloneTestCase.class.getName() + remedy);
        assertThat(Engine.discovering().issues(selectMethod(NoModelTestCase.Lost.class, "isFound")))
                .extracting(DiscoveryIssue::message)
                .containsExactly(NoModelTestCase.Lost.class.getName() + remedy);
    }

    @Test
    void a_group_is_found_once_with_its_class_where_all_classes_are_looked_at() {
        DiscoverySelector[] selectors = {selectPackage("dev.assay.engine.scanned")};

        assertThat(Engine.discovering().issues(selectors)).isEmpty();
        TestDescriptor root = Engine.discovering().discover(selectors);
        assertThat(root.getChildren()).hasSize(2);
        assertThat(Engine.ids(root)).containsOnlyOnce("Group");
        assertThat(Engine.ids(Engine.discovering()
                        .discover(TreeTestCase.RareLabels.class, TreeTestCase.Everything.class, TreeTestCase.class)))
                .hasSize(13);
    }
}
