package dev.assay;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.tngtech.archunit.ArchConfiguration;
import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaCodeUnit;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import dev.assay.data.Dataset;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Keeps the arrows between packages as they were designed. The rules also hold while a package has no classes yet. */
class PackageDependenciesTest {

    private static final String ROOT = "dev.assay.";

    /** From where a main class lies and not by package name, so that tests are not among them. */
    private static final JavaClasses MAIN = ArchConfiguration.withThreadLocalScope(configuration -> {
        // the rules ask for the names of other libraries' classes only; reading them takes seconds
        configuration.setResolveMissingDependenciesFromClassPath(false);
        return new ClassFileImporter()
                .importUrl(Dataset.class.getProtectionDomain().getCodeSource().getLocation());
    });

    /** What each package may use of the others, and why no more. */
    private static final Map<String, Arrows> ARROWS = Map.ofEntries(
            Map.entry("numeric", new Arrows(Set.of(), "it is arithmetic and knows nothing of models")),
            Map.entry("data", new Arrows(Set.of(), "examples are what everything else is about")),
            Map.entry(
                    "statistics",
                    new Arrows(Set.of(), "it takes plain numbers, so that anybody can check it against a textbook")),
            Map.entry(
                    "prediction",
                    new Arrows(
                            Set.of("data", "numeric"), "predictions are over the labels of data, whoever made them")),
            Map.entry(
                    "resampling",
                    new Arrows(
                            Set.of("data", "numeric"), "a split must not depend on the model that is evaluated on it")),
            Map.entry(
                    "learning",
                    new Arrows(Set.of("data", "prediction", "numeric"), "a model must not know how it will be judged")),
            Map.entry(
                    "tensors",
                    new Arrows(
                            Set.of("data", "prediction", "learning", "serving"),
                            "it only runs models that others fitted; nobody here knows of the libraries that do")),
            Map.entry(
                    "metric",
                    new Arrows(
                            Set.of("data", "prediction", "numeric"),
                            "a metric sees truth and predictions, whatever made or split them")),
            Map.entry(
                    "leakage",
                    new Arrows(
                            Set.of("data", "resampling", "numeric"),
                            "a leak is in data and splits, whatever models make of them")),
            Map.entry("progress", new Arrows(Set.of(), "it counts and tells the time, whatever is run")),
            Map.entry(
                    "serving",
                    new Arrows(
                            Set.of("data", "prediction", "learning", "statistics"),
                            "what a prediction takes doesn't depend on how good it is")),
            Map.entry(
                    "evaluation",
                    new Arrows(
                            Set.of(
                                    "data",
                                    "prediction",
                                    "learning",
                                    "resampling",
                                    "leakage",
                                    "metric",
                                    "statistics",
                                    "progress",
                                    "serving"),
                            "evaluating must not depend on how its outcome is stored or judged")),
            Map.entry(
                    "tuning",
                    new Arrows(
                            Set.of("data", "evaluation"),
                            "it only makes candidates; how they are split, measured and chosen is for others")),
            Map.entry(
                    "result",
                    new Arrows(
                            Set.of(
                                    "data",
                                    "prediction",
                                    "learning",
                                    "resampling",
                                    "leakage",
                                    "metric",
                                    "statistics",
                                    "evaluation"),
                            "results are read back where nothing judges them, such as in a report")),
            Map.entry(
                    "files",
                    new Arrows(
                            Set.of("data", "prediction", "resampling", "evaluation"),
                            "it only reads predictions; they are judged as any others, and who judges doesn't know of files")),
            Map.entry(
                    "verdict",
                    new Arrows(
                            Set.of("data", "prediction", "metric", "statistics", "serving", "evaluation", "result"),
                            "a verdict is about what was measured; it neither fits models nor splits data")));

    private record Arrows(Set<String> targets, String reason) {}

    @Test
    void sees_the_main_classes_and_no_tests() {
        assertThat(MAIN)
                .extracting(JavaClass::getName)
                .contains("dev.assay.data.Dataset", "dev.assay.prediction.Predictions", "dev.assay.learning.Learner")
                .contains("dev.assay.resampling.Splitter", "dev.assay.metric.Metric")
                .doesNotContain(PackageDependenciesTest.class.getName());
    }

    @TestFactory
    Stream<DynamicTest> packages_use_only_what_the_design_lets_them_use() {
        return ARROWS.keySet().stream()
                .sorted()
                .map(name -> DynamicTest.dynamicTest(name, () -> arrows(name).check(MAIN)));
    }

    private static ArchRule arrows(String name) {
        return arrows(name, ARROWS.get(name));
    }

    private static ArchRule arrows(String name, Arrows arrows) {
        String[] forbidden = ARROWS.keySet().stream()
                .filter(other -> !other.equals(name) && !arrows.targets.contains(other))
                .map(PackageDependenciesTest::pattern)
                .toArray(String[]::new);
        return noClasses()
                .that()
                .resideInAPackage(pattern(name))
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(forbidden)
                .because(arrows.reason)
                .allowEmptyShould(true);
    }

    private static String pattern(String name) {
        return ROOT + name + "..";
    }

    @Test
    void every_package_has_its_arrows() {
        classes()
                .should()
                .resideInAnyPackage(ARROWS.keySet().stream()
                        .map(PackageDependenciesTest::pattern)
                        .toArray(String[]::new))
                .because("a package that is not in this test's list could use anything")
                .check(MAIN);
    }

    @Test
    void packages_are_free_of_cycles() {
        slices().matching(ROOT + "(**)")
                .should()
                .beFreeOfCycles()
                .because("only then can each package be understood, tested and changed without those that use it")
                .check(MAIN);
    }

    @Test
    void no_test_framework_is_used() {
        noClasses()
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("org.junit..", "junit..", "org.opentest4j..", "org.assertj..", "org.hamcrest..")
                .because("the library serves plain programs and every test framework; adapters depend on it")
                .check(MAIN);
    }

    private static ArchRule noArrays() {
        return classes()
                .that(DescribedPredicate.describe(
                        "are public records",
                        type -> type.isRecord() && type.getModifiers().contains(JavaModifier.PUBLIC)))
                .should(exposeNoArrays())
                .because("an array in a record can be changed from outside and is not compared by its content");
    }

    /** Constructors and methods alike: a record's accessors are among its methods. */
    private static ArchCondition<JavaClass> exposeNoArrays() {
        return new ArchCondition<>("expose no arrays") {
            @Override
            public void check(JavaClass type, ConditionEvents events) {
                type.getCodeUnits().stream()
                        .filter(unit -> unit.getModifiers().contains(JavaModifier.PUBLIC))
                        .filter(unit -> takesOrGivesArray(unit))
                        .forEach(unit -> events.add(SimpleConditionEvent.violated(unit, unit.getDescription())));
            }
        };
    }

    private static boolean takesOrGivesArray(JavaCodeUnit unit) {
        boolean takes =
                unit.isConstructor() && unit.getRawParameterTypes().stream().anyMatch(JavaClass::isArray);
        return takes || unit.getRawReturnType().isArray();
    }

    @Test
    void public_records_expose_no_arrays() {
        noArrays().check(MAIN);
    }

    /** A record as there must be none. */
    public record Exposed(double value) {

        public Exposed(double[] values) {
            this(values[0]);
        }

        public double[] values() {
            return new double[] {value};
        }
    }

    @Test
    void finds_a_public_record_that_exposes_an_array() {
        assertThatExceptionOfType(AssertionError.class)
                .isThrownBy(() -> noArrays().check(new ClassFileImporter().importClasses(Exposed.class)))
                .withMessageContaining("Exposed.values()")
                .withMessageContaining("Exposed.<init>([D)");
    }

    @Test
    void finds_an_arrow_that_must_not_be() {
        ArchRule narrower = arrows("metric", new Arrows(Set.of("prediction"), "this test asks for less than there is"));

        assertThatExceptionOfType(AssertionError.class)
                .isThrownBy(() -> narrower.check(MAIN))
                .withMessageContaining("dev.assay.data.LabelTargets")
                .withMessageContaining("this test asks for less than there is");
    }

    @Test
    void lists_no_arrow_to_a_package_that_there_is_not() {
        assertThat(ARROWS.values())
                .allSatisfy(arrows -> assertThat(ARROWS.keySet()).containsAll(arrows.targets));
    }
}
