package dev.assay.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.evaluation.Comparison;
import dev.assay.evaluation.Evaluation;
import dev.assay.learning.Learner;
import dev.assay.learning.Learners;
import java.lang.reflect.Method;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.platform.engine.TestDescriptor;
import org.junit.platform.engine.TestTag;
import org.junit.platform.engine.support.descriptor.ClassSource;
import org.junit.platform.engine.support.descriptor.MethodSource;

class TreeTest {

    @ModelTest
    @DisplayName("Models of flowers")
    @Tag("flowers")
    static class NamedTestCase extends FlowerModels {

        @Candidate
        @DisplayName("a [very] odd/name")
        @Tag("odd")
        Learner<double[]> odd() {
            return Learners.prior();
        }

        @Check
        @Tag("often")
        void isGoodEnough(Evaluation model) {}

        @Check(of = {"rule", "majority class"})
        @DisplayName("no worse than before")
        void regresses(Evaluation model) {}

        @Check(of = "rule")
        void ofOne(Evaluation model) {}

        @Check
        void wins(Comparison models) {}
    }

    @ModelTest
    static class PlainTestCase extends FlowerModels {

        @Check
        void wins(Comparison models) {}
    }

    private static final String CLASS = "[engine:assay]/[class:" + NamedTestCase.class.getName() + "]";
    private static final String ODD = "a [very] odd/name";

    private final TestDescriptor root = Engine.discovering().discover(NamedTestCase.class);
    private final TestDescriptor ofClass = Engine.find(root, NamedTestCase.class.getName());
    private final TestDescriptor perCandidate = Engine.find(root, "isGoodEnough(dev.assay.evaluation.Evaluation)");
    private final TestDescriptor ofTwo = Engine.find(root, "regresses(dev.assay.evaluation.Evaluation)");
    private final TestDescriptor ofOne = Engine.find(root, "ofOne(dev.assay.evaluation.Evaluation)");
    private final TestDescriptor once = Engine.find(root, "wins(dev.assay.evaluation.Comparison)");

    @Test
    void ids_name_class_check_and_candidate() {
        assertThat(ofClass.getUniqueId()).hasToString(CLASS);
        assertThat(once.getUniqueId())
                .hasToString(CLASS
                        + "/[check:wins%28dev.assay.evaluation.Comparison%29]"
                                .replace("%28", "(")
                                .replace("%29", ")"));
        assertThat(Engine.find(ofTwo, "rule").getUniqueId())
                .hasToString(CLASS + "/[check:regresses(dev.assay.evaluation.Evaluation)]"
                        + "/[test-template-invocation:rule]");
    }

    @Test
    void candidates_with_odd_names_have_ids_that_can_be_parsed() {
        assertThat(Engine.find(perCandidate, ODD).getUniqueId().getLastSegment().getValue())
                .isEqualTo(ODD);
    }

    @Test
    void the_source_of_a_class_is_the_class() {
        assertThat(ofClass.getSource()).contains(ClassSource.from(NamedTestCase.class));
    }

    @Test
    void the_source_of_a_check_and_of_each_of_its_calls_is_the_method() throws NoSuchMethodException {
        Method method = NamedTestCase.class.getDeclaredMethod("isGoodEnough", Evaluation.class);

        assertThat(perCandidate.getSource()).contains(MethodSource.from(NamedTestCase.class, method));
        assertThat(perCandidate.getChildren())
                .hasSize(3)
                .allSatisfy(child -> assertThat(child.getSource()).isEqualTo(perCandidate.getSource()));
    }

    @Test
    void a_node_is_either_container_or_test() {
        assertThat(ofClass.getType()).isEqualTo(TestDescriptor.Type.CONTAINER);
        assertThat(perCandidate.getType()).isEqualTo(TestDescriptor.Type.CONTAINER);
        assertThat(perCandidate.getChildren())
                .extracting(TestDescriptor::getType)
                .containsOnly(TestDescriptor.Type.TEST);
        assertThat(ofOne.getType()).isEqualTo(TestDescriptor.Type.TEST);
        assertThat(ofOne.getChildren()).isEmpty();
        assertThat(once.getType()).isEqualTo(TestDescriptor.Type.TEST);
    }

    @Test
    void display_names_are_words_unless_declared() {
        assertThat(ofClass.getDisplayName()).isEqualTo("Models of flowers");
        assertThat(perCandidate.getDisplayName()).isEqualTo("is good enough");
        assertThat(ofTwo.getDisplayName()).isEqualTo("no worse than before");
        assertThat(perCandidate.getChildren())
                .extracting(TestDescriptor::getDisplayName)
                .isEqualTo(List.of(ODD, "majority class", "rule"));
        assertThat(Engine.discovering().discover(PlainTestCase.class).getChildren())
                .extracting(TestDescriptor::getDisplayName)
                .isEqualTo(List.of("PlainTestCase"));
    }

    @Test
    void legacy_names_number_calls_by_the_candidates_place_in_the_class() {
        assertThat(ofClass.getLegacyReportingName()).isEqualTo(NamedTestCase.class.getName());
        assertThat(perCandidate.getLegacyReportingName()).isEqualTo("isGoodEnough(Evaluation)");
        assertThat(ofOne.getLegacyReportingName()).isEqualTo("ofOne(Evaluation)");
        assertThat(Engine.find(perCandidate, ODD).getLegacyReportingName()).isEqualTo("isGoodEnough(Evaluation)[1]");
        assertThat(Engine.find(ofTwo, "majority class").getLegacyReportingName())
                .isEqualTo("regresses(Evaluation)[2]");
        assertThat(Engine.find(ofTwo, "rule").getLegacyReportingName()).isEqualTo("regresses(Evaluation)[3]");
    }

    @Test
    void a_node_has_the_tags_of_its_own_and_of_what_it_is_in() {
        assertThat(ofClass.getTags()).extracting(TestTag::getName).containsExactlyInAnyOrder("flowers");
        assertThat(perCandidate.getTags()).extracting(TestTag::getName).containsExactlyInAnyOrder("flowers", "often");
        assertThat(Engine.find(perCandidate, ODD).getTags())
                .extracting(TestTag::getName)
                .containsExactlyInAnyOrder("flowers", "often", "odd");
        assertThat(Engine.find(perCandidate, "rule").getTags())
                .extracting(TestTag::getName)
                .containsExactlyInAnyOrder("flowers", "often");
    }

    @Test
    void the_root_is_the_engine() {
        assertThat(root.getDisplayName()).isEqualTo("Assay");
        assertThat(root.getSource()).isEqualTo(Optional.empty());
    }
}
