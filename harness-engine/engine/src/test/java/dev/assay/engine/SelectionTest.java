package dev.assay.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.platform.engine.discovery.ClassNameFilter.excludeClassNamePatterns;
import static org.junit.platform.engine.discovery.ClassNameFilter.includeClassNamePatterns;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClasspathRoots;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectFile;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectIteration;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectMethod;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectModule;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectNestedClass;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectPackage;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectUniqueId;
import static org.junit.platform.engine.discovery.PackageNameFilter.excludePackageNames;
import static org.junit.platform.engine.discovery.PackageNameFilter.includePackageNames;
import static org.junit.platform.launcher.TagFilter.excludeTags;
import static org.junit.platform.launcher.TagFilter.includeTags;

import dev.assay.data.Dataset;
import dev.assay.evaluation.Comparison;
import dev.assay.evaluation.Evaluation;
import dev.assay.learning.Learner;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.platform.engine.DiscoverySelector;

class SelectionTest {

    private static final String SCANNED = "dev.assay.engine.scanned.ScannedModels";
    private static final String OTHER_SCANNED = "dev.assay.engine.scanned.deeper.OtherScannedModels";
    private static final String EACH = "each(dev.assay.evaluation.Evaluation)";
    private static final String BOTH = "both(dev.assay.evaluation.Comparison,dev.assay.data.Dataset)";
    private static final String ONE = "one(dev.assay.evaluation.Evaluation)";
    private static final String ONE_WITH_DATA = "one(dev.assay.evaluation.Evaluation,dev.assay.data.Dataset)";

    @ModelTest
    static class ChecksTestCase extends FlowerModels {

        @Candidate
        @Tag("slow")
        Learner<double[]> other() {
            return Flowers.rule();
        }

        @Check
        @Tag("important")
        void each(Evaluation model) {}

        @Check
        void both(Comparison models, Dataset<double[]> data) {}

        @Check(of = "rule")
        void one(Evaluation model) {}

        @Check(of = "other")
        void one(Evaluation model, Dataset<double[]> data) {}
    }

    static class NothingTestCase {

        void each(Evaluation model) {}
    }

    private static List<String> found(DiscoverySelector... selectors) {
        List<String> ids = Engine.ids(Engine.discovering().discover(selectors));
        return ids.isEmpty() ? ids : ids.subList(1, ids.size());
    }

    @Test
    void a_class_gives_all_its_checks_and_their_candidates_in_the_order_of_names() {
        assertThat(found(selectClass(ChecksTestCase.class)))
                .containsExactly(BOTH, EACH, "majority class", "other", "rule", ONE, ONE_WITH_DATA);
    }

    @Test
    void a_class_can_be_named_without_being_loaded() {
        assertThat(found(selectClass(ChecksTestCase.class.getName()))).hasSize(7);
    }

    @Test
    void a_class_that_is_no_model_test_gives_nothing() {
        assertThat(Engine.discovering().discover(NothingTestCase.class).getChildren())
                .isEmpty();
    }

    @Test
    void a_method_is_found_by_its_name_alone() {
        assertThat(found(selectMethod(ChecksTestCase.class.getName() + "#each")))
                .containsExactly(EACH, "majority class", "other", "rule");
        assertThat(found(selectMethod(ChecksTestCase.class, "both"))).containsExactly(BOTH);
    }

    @Test
    void a_name_alone_gives_all_checks_of_that_name() {
        assertThat(found(selectMethod(ChecksTestCase.class, "one"))).containsExactly(ONE, ONE_WITH_DATA);
    }

    @Test
    void a_method_is_found_by_its_parameter_types() {
        assertThat(found(selectMethod(ChecksTestCase.class.getName()
                        + "#one(dev.assay.evaluation.Evaluation, dev.assay.data.Dataset)")))
                .containsExactly(ONE_WITH_DATA);
        assertThat(found(selectMethod(ChecksTestCase.class, "one", Evaluation.class)))
                .containsExactly(ONE);
    }

    @Test
    void a_method_is_found_by_reflection() throws NoSuchMethodException {
        assertThat(found(selectMethod(
                        ChecksTestCase.class, ChecksTestCase.class.getDeclaredMethod("one", Evaluation.class))))
                .containsExactly(ONE);
    }

    @Test
    void a_method_with_other_parameter_types_is_not_found() {
        assertThat(found(selectMethod(ChecksTestCase.class, "each", Comparison.class)))
                .isEmpty();
    }

    @Test
    void a_method_that_is_no_check_gives_nothing() {
        assertThat(found(selectMethod(ChecksTestCase.class, "flowers"))).isEmpty();
        assertThat(found(selectMethod(NothingTestCase.class, "each"))).isEmpty();
    }

    @Test
    void several_selected_methods_come_in_the_order_of_names() {
        assertThat(found(selectMethod(ChecksTestCase.class, "each"), selectMethod(ChecksTestCase.class, "both")))
                .containsExactly(BOTH, EACH, "majority class", "other", "rule");
    }

    @Test
    void iterations_are_counted_over_all_candidates_of_the_class() {
        assertThat(found(selectIteration(selectMethod(ChecksTestCase.class, "each"), 0, 2)))
                .containsExactly(EACH, "majority class", "rule");
    }

    @Test
    void an_iteration_of_a_check_without_iterations_is_the_check() {
        assertThat(found(selectIteration(selectMethod(ChecksTestCase.class, "both"), 0)))
                .containsExactly(BOTH);
    }

    @Test
    void an_iteration_that_there_is_not_gives_nothing() {
        assertThat(found(selectIteration(selectMethod(ChecksTestCase.class, "each"), 3)))
                .isEmpty();
    }

    @Test
    void every_id_resolves_again() {
        var all = Engine.discovering().discover(ChecksTestCase.class);
        for (var descriptor : all.getDescendants()) {
            var again = Engine.discovering().discover(selectUniqueId(descriptor.getUniqueId()));

            assertThat(again.findByUniqueId(descriptor.getUniqueId())).isPresent();
            assertThat(again.findByUniqueId(descriptor.getUniqueId()).get().getDescendants())
                    .hasSameSizeAs(descriptor.getDescendants());
        }
    }

    @Test
    void an_id_gives_nothing_beside_what_it_names() {
        var id = Engine.find(Engine.discovering().discover(ChecksTestCase.class), "majority class")
                .getUniqueId();

        assertThat(found(selectUniqueId(id))).containsExactly(EACH, "majority class");
    }

    @Test
    void a_part_and_the_whole_give_the_whole_once() {
        var id = Engine.find(Engine.discovering().discover(ChecksTestCase.class), "other")
                .getUniqueId();

        assertThat(found(selectUniqueId(id), selectClass(ChecksTestCase.class))).hasSize(7);
    }

    @Test
    void a_package_gives_the_classes_in_and_below_it() {
        assertThat(classes(Engine.discovering(), selectPackage("dev.assay.engine.scanned")))
                .containsExactlyInAnyOrder(SCANNED, OTHER_SCANNED);
    }

    @Test
    void a_class_path_root_gives_its_classes() throws URISyntaxException {
        assertThat(classes(scannedOnly(), root())).containsExactlyInAnyOrder(SCANNED, OTHER_SCANNED);
    }

    @Test
    void a_module_gives_its_classes() {
        Module module = getClass().getModule();
        Assumptions.assumeTrue(module.isNamed(), "tests run on the class path");

        assertThat(classes(scannedOnly(), selectModule(module.getName())))
                .containsExactlyInAnyOrder(SCANNED, OTHER_SCANNED);
    }

    @Test
    void class_name_filters_count() throws URISyntaxException {
        assertThat(classes(scannedOnly().with(excludeClassNamePatterns(".*Other.*")), root()))
                .containsExactly(SCANNED);
        assertThat(classes(
                        Engine.discovering().with(excludeClassNamePatterns(".*TestCase")),
                        selectClass(ChecksTestCase.class)))
                .isEmpty();
    }

    @Test
    void package_filters_that_include_count() throws URISyntaxException {
        assertThat(classes(scannedOnly().with(includePackageNames("dev.assay.engine.scanned.deeper")), root()))
                .containsExactly(OTHER_SCANNED);
    }

    @Test
    void package_filters_count() throws URISyntaxException {
        assertThat(classes(scannedOnly().with(excludePackageNames("dev.assay.engine.scanned.deeper")), root()))
                .containsExactly(SCANNED);
    }

    @ModelTest
    @Tag("nightly")
    static class TaggedTestCase extends FlowerModels {

        @Check
        void both(Comparison models) {}

        @Check
        @Tag("important")
        void one(Comparison models) {}
    }

    @Test
    void tags_of_classes_select() {
        assertThat(Engine.ids(Engine.discovering()
                        .with(includeTags("nightly"))
                        .discover(TaggedTestCase.class, ChecksTestCase.class)))
                .containsExactly(
                        TaggedTestCase.class.getName(),
                        "both(dev.assay.evaluation.Comparison)",
                        "one(dev.assay.evaluation.Comparison)");
        assertThat(Engine.ids(Engine.discovering()
                        .with(includeTags("nightly & !important"))
                        .discover(TaggedTestCase.class, ChecksTestCase.class)))
                .containsExactly(TaggedTestCase.class.getName(), "both(dev.assay.evaluation.Comparison)");
    }

    @Test
    void a_selector_of_what_has_no_model_tests_gives_nothing() {
        assertThat(found(selectUniqueId("[engine:assay]/[class:dev.assay.engine.Missing]")))
                .isEmpty();
        assertThat(found(selectUniqueId(
                        "[engine:assay]/[class:" + ChecksTestCase.class.getName() + "]/[check:missing()]")))
                .isEmpty();
        assertThat(found(selectUniqueId(
                        "[engine:assay]/[class:" + ChecksTestCase.class.getName() + "]/[group:Missing]")))
                .isEmpty();
        assertThat(found(selectNestedClass(List.of(ChecksTestCase.class), NothingTestCase.class)))
                .isEmpty();
        assertThat(found(selectIteration(selectClass(ChecksTestCase.class), 0))).isEmpty();
        assertThat(found(selectFile("pom.xml"))).isEmpty();
    }

    @Test
    void tags_of_checks_and_candidates_select() {
        assertThat(Engine.ids(Engine.discovering().with(includeTags("slow")).discover(ChecksTestCase.class)))
                .containsExactly(ChecksTestCase.class.getName(), EACH, "other", ONE_WITH_DATA);
        assertThat(Engine.ids(
                        Engine.discovering().with(includeTags("important")).discover(ChecksTestCase.class)))
                .containsExactly(ChecksTestCase.class.getName(), EACH, "majority class", "other", "rule");
        assertThat(Engine.ids(Engine.discovering()
                        .with(includeTags("important"), excludeTags("slow"))
                        .discover(ChecksTestCase.class)))
                .containsExactly(ChecksTestCase.class.getName(), EACH, "majority class", "rule");
    }

    private static Engine scannedOnly() {
        return Engine.discovering().with(includeClassNamePatterns(".*\\.scanned\\..*"));
    }

    private static DiscoverySelector root() throws URISyntaxException {
        Path root = Path.of(FlowerModels.class.getResource("FlowerModels.class").toURI());
        for (int i = 0; i < 4; i++) {
            root = root.getParent();
        }
        return selectClasspathRoots(Set.of(root)).get(0);
    }

    private static List<String> classes(Engine engine, DiscoverySelector selector) {
        return engine.discover(selector).getChildren().stream()
                .map(each -> each.getUniqueId().getLastSegment().getValue())
                .toList();
    }
}
