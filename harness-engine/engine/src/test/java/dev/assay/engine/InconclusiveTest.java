package dev.assay.engine;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.evaluation.Comparison;
import dev.assay.evaluation.Evaluation;
import dev.assay.learning.Learner;
import dev.assay.metric.ClassificationMetrics;
import dev.assay.result.Result;
import dev.assay.result.ResultFiles;
import dev.assay.verdict.Criteria;
import dev.assay.verdict.Criterion;
import dev.assay.verdict.Verdict;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.junit.jupiter.api.parallel.Resources;
import org.junit.platform.engine.reporting.ReportEntry;
import org.junit.platform.testkit.engine.EngineExecutionResults;
import org.junit.platform.testkit.engine.EventType;

/** What becomes of evidence that doesn't decide: {@code assay.inconclusive}. */
class InconclusiveTest {

    @TempDir
    Path output;

    @ModelTest
    static class UndecidedTestCase extends FlowerModels {

        @Candidate
        Learner<double[]> again() {
            return Flowers.rule();
        }

        @Check
        void isUndecided(Comparison models) {
            // the same learner twice is a tie for the best
            require(dev.assay.verdict.Judge.judge(models, Criteria.isBest(ClassificationMetrics.ACCURACY, "again")));
        }

        @Check(of = "majority class")
        void isNotMet(Evaluation model) {
            Criterion<Evaluation> perfect = Criteria.atLeast(ClassificationMetrics.ACCURACY, 1);
            require(dev.assay.verdict.Judge.judge(model, perfect));
        }

        /** As façades do. */
        private static void require(Verdict verdict) {
            if (!verdict.passes()) {
                throw new AssertionError(verdict.message());
            }
        }
    }

    private static String entries(EngineExecutionResults results) {
        return results.testEvents().stream()
                .filter(event -> event.getType() == EventType.REPORTING_ENTRY_PUBLISHED)
                .map(event -> event.getRequiredPayload(ReportEntry.class).getKeyValuePairs())
                .filter(entry -> entry.containsKey("assay.inconclusive"))
                .map(Object::toString)
                .reduce("", String::concat);
    }

    private Result.JudgementEntry judgement() {
        return ResultFiles.read(
                        output.resolve(UndecidedTestCase.class.getName()).resolve("again.json"))
                .judgements()
                .get(0);
    }

    @Test
    void fails_by_default() {
        EngineExecutionResults results = Engine.writingTo(output).run(UndecidedTestCase.class);

        results.testEvents().assertStatistics(stats -> stats.failed(2));
        assertThat(entries(results)).isEmpty();
        assertThat(judgement().outcome()).isEqualTo(Result.Outcome.INCONCLUSIVE);
        assertThat(judgement().tolerated()).isFalse();
    }

    @Test
    @ResourceLock(Resources.SYSTEM_OUT)
    void passes_with_a_warning_in_report_summary_and_result_where_that_is_asked_for() {
        PrintStream out = System.out;
        ByteArrayOutputStream printed = new ByteArrayOutputStream();
        System.setOut(new PrintStream(printed, true, UTF_8));
        EngineExecutionResults results;
        try {
            results = Engine.writingTo(output)
                    .with("assay.inconclusive", "warn")
                    .with("assay.summary", "on")
                    .run(UndecidedTestCase.class);
        } finally {
            System.setOut(out);
        }

        // what is not met fails all the same
        results.testEvents().assertStatistics(stats -> stats.succeeded(1).failed(1));
        assertThat(entries(results))
                .startsWith("{assay.inconclusive=[flowers: ")
                .contains("Expecting \"again\" to be the best by accuracy", "\"rule\" is just as good");
        assertThat(printed.toString(UTF_8))
                .contains(
                        "  inconclusive, and passes by assay.inconclusive=warn: isUndecided of again: \"again\" to be the"
                                + " best by accuracy: \"rule\" is just as good: both have ");
        assertThat(judgement().outcome()).isEqualTo(Result.Outcome.INCONCLUSIVE);
        assertThat(judgement().tolerated()).isTrue();
        assertThat(judgement().finding()).startsWith("\"rule\" is just as good");
    }
}
