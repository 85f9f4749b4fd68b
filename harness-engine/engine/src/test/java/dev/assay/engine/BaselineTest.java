package dev.assay.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.data.Dataset;
import dev.assay.evaluation.Baseline;
import dev.assay.evaluation.Evaluation;
import dev.assay.learning.Learner;
import dev.assay.learning.Learners;
import dev.assay.metric.ClassificationMetrics;
import dev.assay.result.BaselineFile;
import dev.assay.result.BaselineFiles;
import dev.assay.result.Result;
import dev.assay.result.ResultFiles;
import dev.assay.verdict.Criteria;
import dev.assay.verdict.Criterion;
import dev.assay.verdict.Verdict;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.platform.testkit.engine.EngineExecutionResults;

class BaselineTest {

    @TempDir
    Path folder;

    private static void require(Evaluation evaluation, Criterion<Evaluation> criterion) {
        Verdict verdict = dev.assay.verdict.Judge.judge(evaluation, criterion);
        if (!verdict.isMet()) {
            throw new AssertionError(verdict.message());
        }
    }

    @ModelTest
    static class GuardedTestCase extends FlowerModels {

        @Check
        void hasNotRegressed(Evaluation model) {
            require(model, Criteria.hasNotRegressed());
        }

        @Check(of = "rule")
        void isStable(Evaluation model) {
            require(model, Criteria.hasNotRegressed(ClassificationMetrics.ACCURACY));
        }
    }

    @ModelTest
    static class BrokenTestCase extends FlowerModels {

        @Candidate
        Learner<double[]> broken() {
            return Flowers.broken();
        }

        @Check(of = {"broken", "rule"})
        void hasNotRegressed(Evaluation model) {
            require(model, Criteria.hasNotRegressed());
        }
    }

    private BaselineFiles baselines() {
        return BaselineFiles.in(folder.resolve("baselines"));
    }

    private EngineExecutionResults run(Class<?> type, String use) {
        return Engine.writingTo(folder.resolve("out"))
                .with("assay.baselines", folder.resolve("baselines").toString())
                .with("assay.baseline", use)
                .run(type);
    }

    private Result result(Class<?> type, String candidate) {
        return ResultFiles.read(ResultFiles.in(folder.resolve("out")).file(type.getName(), candidate));
    }

    private Baseline baseline(Class<?> type, String candidate) {
        return BaselineFile.read(baselines().file(type.getName(), candidate));
    }

    /** Replaces text of the baseline of "rule". */
    private void edit(Class<?> type, String from, String to) throws IOException {
        Path file = baselines().file(type.getName(), "rule");
        String text = Files.readString(file);
        assertThat(text).contains(from);
        Files.writeString(file, text.replace(from, to));
    }

    @Test
    void without_baselines_checks_fail_and_none_is_made() {
        EngineExecutionResults results = run(GuardedTestCase.class, "compare");

        results.testEvents().assertStatistics(statistics -> statistics.failed(3));
        assertThat(Engine.failures(results))
                .allSatisfy(failure -> assertThat(failure)
                        .hasMessageContaining("but there is no baseline yet, ")
                        .hasMessageContaining(
                                "mvn test '-Dtest=BaselineTest$GuardedTestCase' -Dassay.baseline=accept"));
        assertThat(folder.resolve("baselines")).doesNotExist();
    }

    @Test
    void what_is_accepted_is_written_remarked_on_and_met_from_then_on() {
        run(GuardedTestCase.class, "accept").testEvents().assertStatistics(statistics -> statistics.succeeded(3));

        Baseline rule = baseline(GuardedTestCase.class, "rule");
        assertThat(rule.checks()).containsExactly("hasNotRegressed", "isStable");
        assertThat(rule.metrics()).containsKeys("F1 of \"red\"", "accuracy");
        assertThat(baseline(GuardedTestCase.class, "majority class").checks()).containsExactly("hasNotRegressed");
        Result accepted = result(GuardedTestCase.class, "rule");
        assertThat(accepted.remarks())
                .contains("accepted as the baseline: F1 of \"red\" of 0.8000, where nothing was accepted before");
        assertThat(accepted.judgements())
                .extracting(Result.JudgementEntry::outcome)
                .containsOnly(Result.Outcome.MET);

        run(GuardedTestCase.class, "compare").testEvents().assertStatistics(statistics -> statistics.succeeded(3));
        assertThat(result(GuardedTestCase.class, "rule").remarks())
                .noneMatch(remark -> remark.contains("accepted as the baseline"));
    }

    @Test
    void files_are_the_same_byte_for_byte_when_nothing_changed() throws IOException {
        run(GuardedTestCase.class, "accept");
        Path file = baselines().file(GuardedTestCase.class.getName(), "rule");
        String first = Files.readString(file);

        run(GuardedTestCase.class, "accept");

        assertThat(Files.readString(file)).isEqualTo(first);
    }

    @Test
    void a_worse_model_fails_until_it_is_accepted() throws IOException {
        run(GuardedTestCase.class, "accept");
        Path file = baselines().file(GuardedTestCase.class.getName(), "rule");
        String now = Files.readString(file);
        String value = "\"value\" : "
                + baseline(GuardedTestCase.class, "rule")
                        .metrics()
                        .get("accuracy")
                        .value();
        edit(GuardedTestCase.class, value + " },\n", "\"value\" : 0.999 },\n");

        EngineExecutionResults results = run(GuardedTestCase.class, "compare");
        results.testEvents().assertStatistics(statistics -> statistics.failed(1).succeeded(2));
        assertThat(Engine.failures(results))
                .singleElement()
                .satisfies(failure -> assertThat(failure)
                        .hasMessageContaining("Expecting accuracy not to have regressed from 0.9990")
                        .hasMessageContaining("  baseline: ")
                        .hasMessageContaining("  evidence: "));
        assertThat(result(GuardedTestCase.class, "rule").judgements())
                .extracting(entry -> entry.check() + " " + entry.criterion())
                .contains("isStable accuracy not to have regressed");

        run(GuardedTestCase.class, "accept").testEvents().assertStatistics(statistics -> statistics.succeeded(3));
        assertThat(Files.readString(file)).isEqualTo(now);
        assertThat(result(GuardedTestCase.class, "rule").remarks())
                .anyMatch(remark -> remark.startsWith("accepted as the baseline: accuracy of 0.8")
                        && remark.endsWith(" instead of 0.9990"));
    }

    @Test
    void a_candidate_that_cannot_be_evaluated_is_not_accepted() {
        run(BrokenTestCase.class, "accept")
                .testEvents()
                .assertStatistics(statistics -> statistics.succeeded(1).failed(1));

        assertThat(baselines().list(BrokenTestCase.class.getName()))
                .containsExactly(baselines().file(BrokenTestCase.class.getName(), "rule"));
    }

    @Test
    void baselines_of_removed_candidates_and_checks_are_remarked_on() throws IOException {
        run(GuardedTestCase.class, "accept");
        edit(GuardedTestCase.class, "    \"isStable\"\n", "    \"isGone\"\n");
        Path old = baselines().file(GuardedTestCase.class.getName(), "old");
        Files.writeString(
                old,
                Files.readString(baselines().file(GuardedTestCase.class.getName(), "majority class"))
                        .replace("\"candidate\" : \"majority class\"", "\"candidate\" : \"old\""));

        run(GuardedTestCase.class, "compare").testEvents().assertStatistics(statistics -> statistics.succeeded(3));

        String removed = " is the baseline of \"old\", a candidate that there is no more; delete the file, or bring the"
                + " candidate back";
        assertThat(result(GuardedTestCase.class, "rule").remarks())
                .anyMatch(remark -> remark.endsWith(removed))
                .contains(
                        "its baseline was judged by isGone, which there is no more; accept anew if nothing shall judge"
                                + " so any longer");
        assertThat(result(GuardedTestCase.class, "majority class").remarks())
                .anyMatch(remark -> remark.endsWith(removed))
                .noneMatch(remark -> remark.contains("isGone"));

        run(GuardedTestCase.class, "accept");
        assertThat(baseline(GuardedTestCase.class, "rule").checks()).containsExactly("hasNotRegressed", "isStable");
    }

    @Test
    void a_baseline_that_cannot_be_read_fails_those_who_need_it() throws IOException {
        run(GuardedTestCase.class, "accept");
        edit(GuardedTestCase.class, "{", "<<<<");

        EngineExecutionResults results = run(GuardedTestCase.class, "compare");

        results.testEvents().assertStatistics(statistics -> statistics.failed(2).succeeded(1));
        assertThat(Engine.failures(results))
                .allSatisfy(failure -> assertThat(failure)
                        .hasMessageContaining("rule.json: not a whole baseline of Assay: ")
                        .hasMessageContaining("restore it from version control, or accept anew: mvn test"));
    }

    @Test
    void a_class_that_asks_for_no_baseline_leaves_no_trace() {
        run(PlainTestCase.class, "accept").testEvents().assertStatistics(statistics -> statistics.succeeded(1));

        assertThat(folder.resolve("baselines")).doesNotExist();
        assertThat(result(PlainTestCase.class, "prior").remarks()).isEqualTo(List.of());
    }

    @ModelTest
    @CrossValidate(folds = 3)
    static class PlainTestCase {

        @Examples
        Dataset<double[]> flowers() {
            return Flowers.byColour();
        }

        @Candidate
        Learner<double[]> prior() {
            return Learners.prior();
        }

        @Check
        void isGood(Evaluation model) {
            Judge.met(model, "to be good");
        }
    }
}
