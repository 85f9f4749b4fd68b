package dev.assay.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.evaluation.Comparison;
import dev.assay.evaluation.Evaluation;
import dev.assay.learning.Learner;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Disabled;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.platform.testkit.engine.EngineExecutionResults;
import org.junit.platform.testkit.engine.Event;
import org.junit.platform.testkit.engine.Events;

class DisabledTest {

    @TempDir
    Path output;

    private static List<String> reasons(Events events) {
        return events.skipped()
                .map(event -> event.getRequiredPayload(String.class))
                .toList();
    }

    @ModelTest
    @Disabled("until spring")
    static class DisabledTestCase extends FlowerModels {

        DisabledTestCase() {
            throw new IllegalStateException("must not be made");
        }

        @Check
        void isGood(Evaluation model) {}
    }

    @Test
    void a_disabled_class_is_skipped() {
        EngineExecutionResults results = Engine.writingTo(output).run(DisabledTestCase.class);

        results.allEvents().assertStatistics(stats -> stats.skipped(1).failed(0));
        assertThat(reasons(results.containerEvents())).containsExactly("until spring");
    }

    @ModelTest
    static class DisabledCheckTestCase extends FlowerModels {

        static final AtomicInteger FITS = new AtomicInteger();

        @Override
        @Candidate
        Learner<double[]> floor() {
            return training -> {
                FITS.incrementAndGet();
                return Flowers.rule().fit(training);
            };
        }

        @Check
        @Disabled
        void isGood(Evaluation model) {}

        @Check(of = "floor")
        @Disabled("too slow")
        void isFast(Evaluation model) {}

        @Check(of = "rule")
        void runs(Evaluation model) {
            Judge.met(model, "to be good");
        }
    }

    @Test
    void a_disabled_check_is_skipped_and_what_it_needs_is_not_evaluated() {
        EngineExecutionResults results = Engine.writingTo(output).run(DisabledCheckTestCase.class);

        assertThat(reasons(results.containerEvents())).containsExactly("isGood(Evaluation) is @Disabled");
        assertThat(reasons(results.testEvents())).containsExactly("too slow");
        results.testEvents().assertStatistics(stats -> stats.succeeded(1));
        assertThat(DisabledCheckTestCase.FITS).hasValue(0);
    }

    @ModelTest
    static class DisabledCandidateTestCase extends FlowerModels {

        static final AtomicInteger FITS = new AtomicInteger();
        static final AtomicInteger COMPARED = new AtomicInteger();

        @Candidate
        @Disabled("needs the cluster")
        Learner<double[]> deep() {
            return training -> {
                FITS.incrementAndGet();
                return Flowers.rule().fit(training);
            };
        }

        @Check
        void each(Evaluation model) {
            Judge.met(model, "to be good");
        }

        @Check(of = "deep")
        void only(Evaluation model) {
            Judge.met(model, "to be good");
        }

        @Check
        void rest(Comparison models) {
            COMPARED.set(models.evaluations().size());
            Judge.met(models, "to be good");
        }

        @Check(of = {"deep", "rule"})
        void tooFew(Comparison models) {
            Judge.met(models, "to be good");
        }
    }

    @Test
    void tests_of_a_disabled_candidate_are_skipped_and_comparisons_do_without_it() {
        EngineExecutionResults results = Engine.writingTo(output).run(DisabledCandidateTestCase.class);

        results.testEvents()
                .assertStatistics(stats -> stats.skipped(3).succeeded(3).failed(0));
        assertThat(reasons(results.testEvents()))
                .containsExactly(
                        "needs the cluster",
                        "needs the cluster",
                        "fewer than two candidates are left to compare, since these are disabled: \"deep\" "
                                + "(needs the cluster)");
        assertThat(results.testEvents().skipped().map(Event::getTestDescriptor).map(each -> each.getDisplayName()))
                .containsExactly("deep", "only", "too few");
        assertThat(DisabledCandidateTestCase.COMPARED).hasValue(2);
        assertThat(DisabledCandidateTestCase.FITS).hasValue(0);
    }
}
