package dev.assay.engine.internal;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import dev.assay.engine.ModelTest;
import org.junit.jupiter.api.Test;

/** The structure that the packages' first paragraphs describe. */
class PackageDependenciesTest {

    private static final JavaClasses MAIN = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackagesOf(ModelTest.class);

    @Test
    void packages_have_no_cycles() {
        slices().matching("dev.assay.engine.(**)")
                .should()
                .beFreeOfCycles()
                .because("a package that can be read without the others can be changed without them")
                .check(MAIN);
    }

    @Test
    void annotations_use_nothing_of_the_engine() {
        noClasses()
                .that()
                .resideInAPackage("dev.assay.engine")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("dev.assay.engine.internal..")
                .because("users compile against the annotations, and the inside must be free to change")
                .check(MAIN);
    }

    @Test
    void no_class_needs_jupiter_but_those_that_say_so() {
        noClasses()
                .that()
                .haveSimpleNameNotStartingWith("PresentJupiter")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("org.junit.jupiter..")
                .because("the engine runs without Jupiter on the class path")
                .check(MAIN);
    }
}
