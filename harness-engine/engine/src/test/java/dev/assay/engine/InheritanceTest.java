package dev.assay.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.data.Dataset;
import dev.assay.evaluation.Evaluation;
import dev.assay.learning.Learner;
import dev.assay.learning.Learners;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class InheritanceTest {

    @TempDir
    Path output;

    interface FromInterface {

        @Examples
        default Dataset<double[]> flowers() {
            return Flowers.byColour();
        }

        @Candidate
        default Learner<double[]> rule() {
            return Flowers.rule();
        }

        @Check
        default void isGood(Evaluation model) {
            Judge.met(model, "to be good");
        }
    }

    @ModelTest
    static class InterfaceTestCase implements FromInterface {}

    @Test
    void members_may_be_default_methods_of_interfaces() {
        Engine.writingTo(output)
                .run(InterfaceTestCase.class)
                .testEvents()
                .assertStatistics(stats -> stats.succeeded(1));
    }

    abstract static class Base extends FlowerModels {

        static final AtomicReference<Class<?>> CALLED = new AtomicReference<>();

        @Check(of = "rule")
        void isGood(Evaluation model) {
            CALLED.set(Base.class);
            Judge.met(model, "to be good");
        }

        @Check(of = "rule")
        void isGoodEverywhere(Evaluation model) {
            Judge.met(model, "to be good");
        }
    }

    @ModelTest
    static class OverridingTestCase extends Base {

        @Override
        @Check(of = "rule")
        void isGood(Evaluation model) {
            CALLED.set(OverridingTestCase.class);
            Judge.met(model, "to be better");
        }

        @Override
        void isGoodEverywhere(Evaluation model) {}
    }

    @Test
    void an_overridden_check_runs_once_and_one_that_is_overridden_without_the_annotation_does_not() {
        Engine.writingTo(output)
                .run(OverridingTestCase.class)
                .testEvents()
                .assertStatistics(stats -> stats.started(1).succeeded(1));

        assertThat(Base.CALLED).hasValue(OverridingTestCase.class);
    }

    @ModelTest
    static class ConcreteTestCase extends FlowerModels {

        @Check(of = "rule")
        void isGood(Evaluation model) {
            Judge.met(model, "to be good");
        }
    }

    static class DerivedTestCase extends ConcreteTestCase {

        @Candidate
        Learner<double[]> another() {
            return Learners.prior();
        }
    }

    @Test
    void a_class_that_extends_a_model_test_is_one() {
        assertThat(Engine.discovering().issues(DerivedTestCase.class)).isEmpty();
        Engine.writingTo(output).run(DerivedTestCase.class).testEvents().assertStatistics(stats -> stats.succeeded(1));
    }

    abstract static class Resampled extends FlowerModels {

        static String resampling = "";

        @Check(of = "rule")
        void isGood(Evaluation model) {
            resampling = model.title();
            Judge.met(model, "to be good");
        }
    }

    @ModelTest
    static class InheritedResamplingTestCase extends Resampled {}

    @ModelTest
    @Holdout(testShare = 0.2, seed = 7)
    static class OwnResamplingTestCase extends Resampled {}

    @Test
    void the_nearest_resampling_counts() {
        Engine.writingTo(output).run(InheritedResamplingTestCase.class);
        assertThat(Resampled.resampling).isEqualTo("rule on flowers: 3-fold stratified cross-validation, seed 1");

        Engine.writingTo(output).run(OwnResamplingTestCase.class);
        assertThat(Resampled.resampling).isEqualTo("rule on flowers: stratified hold-out of 20 %, seed 7");
    }
}
