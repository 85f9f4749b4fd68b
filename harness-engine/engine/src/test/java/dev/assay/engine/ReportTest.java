package dev.assay.engine;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectMethod;

import dev.assay.data.Dataset;
import dev.assay.evaluation.Comparison;
import dev.assay.evaluation.Evaluation;
import dev.assay.learning.Learner;
import dev.assay.learning.Learners;
import dev.assay.result.ClassResult;
import dev.assay.result.ClassResults;
import dev.assay.result.Result;
import dev.assay.result.ResultException;
import dev.assay.result.ResultFiles;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.junit.jupiter.api.parallel.Resources;
import org.junit.platform.engine.reporting.FileEntry;
import org.junit.platform.engine.reporting.ReportEntry;
import org.junit.platform.testkit.engine.EngineExecutionResults;
import org.junit.platform.testkit.engine.Event;
import org.junit.platform.testkit.engine.EventType;

class ReportTest {

    @TempDir
    Path output;

    private Path file(Class<?> type, String name) {
        return output.resolve(type.getName()).resolve(name);
    }

    @ModelTest
    static class JudgingTestCase extends FlowerModels {

        @Candidate
        Learner<double[]> broken() {
            return Flowers.broken();
        }

        @Candidate
        Learner<double[]> unused() {
            return Learners.prior();
        }

        @Check(of = {"rule", "broken"})
        void isGood(Evaluation model) {
            Judge.met(model, "to be good");
            Judge.notMet(model, "to be very good");
        }

        @Check(of = {"rule", "majority class"})
        void wins(Comparison models) {
            Judge.met(models, "to be compared");
        }
    }

    @Test
    void each_candidate_that_could_be_evaluated_has_a_file() throws IOException {
        Engine.writingTo(output).run(JudgingTestCase.class);

        try (Stream<Path> files = Files.list(output.resolve(JudgingTestCase.class.getName()))) {
            assertThat(files.map(Path::getFileName).map(Path::toString))
                    .containsExactlyInAnyOrder(
                            "class.summary.json",
                            "majority%20class.json",
                            "majority%20class.timings.json",
                            "rule.json",
                            "rule.timings.json");
        }
    }

    @Test
    void each_criterion_is_published_while_its_test_runs_and_the_folder_of_results_at_the_end() {
        List<Event> events = Engine.writingTo(output).run(JudgingTestCase.class).allEvents().stream()
                .filter(event ->
                        event.getType() == EventType.REPORTING_ENTRY_PUBLISHED || event.getType() == EventType.FINISHED)
                .toList();

        List<String> told = events.stream()
                .map(event -> event.getPayload(ReportEntry.class)
                        .map(entry -> entry.getKeyValuePairs().getOrDefault("assay.outcome", "results"))
                        .orElse("end"))
                .toList();
        assertThat(told).containsSubsequence("met", "not met", "end", "results", "end");
        assertThat(told).filteredOn("results"::equals).hasSize(1);
        assertThat(events)
                .filteredOn(event -> event.getPayload(ReportEntry.class)
                        .filter(entry -> entry.getKeyValuePairs()
                                .containsValue(output.resolve(JudgingTestCase.class.getName())
                                        .toAbsolutePath()
                                        .toString()))
                        .isPresent())
                .hasSize(1);
    }

    @Test
    void the_result_of_each_candidate_is_published_as_a_file_of_the_class_when_it_is_written() {
        List<Event> events = Engine.writingTo(output).run(JudgingTestCase.class).allEvents().stream()
                .filter(event -> event.getType() == EventType.FILE_ENTRY_PUBLISHED)
                .toList();

        assertThat(events)
                .allSatisfy(event -> assertThat(event.getTestDescriptor()
                                .getUniqueId()
                                .getLastSegment()
                                .getValue())
                        .isEqualTo(JudgingTestCase.class.getName()))
                .extracting(event -> event.getRequiredPayload(FileEntry.class))
                .allSatisfy(entry -> assertThat(entry.getMediaType()).contains("application/json"))
                .extracting(FileEntry::getPath)
                .containsExactly(
                        file(JudgingTestCase.class, "majority%20class.json").toAbsolutePath(),
                        file(JudgingTestCase.class, "rule.json").toAbsolutePath())
                .allSatisfy(path -> assertThat(path).exists());
    }

    @Test
    void a_summary_says_what_is_to_be_said_of_all_candidates() {
        Engine.writingTo(output).run(JudgingTestCase.class);

        ClassResults results = ResultFiles.readAll(output).get(0);
        assertThat(results.results()).extracting(Result::candidate).containsExactly("majority class", "rule");
        ClassResult summary = results.summary();
        assertThat(summary.testClass()).isEqualTo(JudgingTestCase.class.getName());
        assertThat(summary.name()).contains("JudgingTestCase");
        assertThat(summary.failures()).singleElement().satisfies(failure -> {
            assertThat(failure.candidate()).isEqualTo("broken");
            assertThat(failure.message())
                    .isEqualTo("broken on flowers, repeat 1, fold 1: IllegalStateException: out of water");
        });
        assertThat(summary.differences().best()).isEqualTo("rule");
        assertThat(summary.differences().entries())
                .extracting(ClassResult.DifferenceEntry::candidate)
                .containsExactly("majority class");
    }

    @Test
    void results_that_an_earlier_run_left_are_not_read_as_this_one_s() throws IOException {
        Engine.writingTo(output).run(JudgingTestCase.class);
        Path left = file(JudgingTestCase.class, "removed.json");
        Files.copy(file(JudgingTestCase.class, "rule.json"), left);
        Files.writeString(file(JudgingTestCase.class, "class.summary.json"), "of an earlier run");

        Engine.writingTo(output).run(JudgingTestCase.class);

        assertThat(left).exists();
        assertThat(ResultFiles.readAll(output).get(0).results())
                .extracting(Result::candidate)
                .containsExactly("majority class", "rule");
    }

    @ModelTest
    @CrossValidate(folds = 2)
    static class FailingTestCase extends FlowerModels {

        @Candidate
        Learner<double[]> broken() {
            throw new IllegalStateException("no such feature");
        }

        @Check(of = "broken")
        void isGood(Evaluation model) {
            Judge.met(model, "to be good");
        }
    }

    @Test
    void a_class_all_of_whose_candidates_fail_has_a_summary() {
        Engine.writingTo(output).run(FailingTestCase.class);

        assertThat(ResultFiles.readAll(output)).singleElement().satisfies(results -> {
            assertThat(results.results()).isEmpty();
            assertThat(results.summary().candidates()).isEmpty();
            assertThat(results.summary().differences()).isNull();
            assertThat(results.summary().failures()).singleElement().satisfies(failure -> {
                assertThat(failure.candidate()).isEqualTo("broken");
                assertThat(failure.message()).contains("no such feature");
            });
        });
    }

    @Test
    void predictions_are_exported_beside_results_where_asked_for() throws IOException {
        Engine.writingTo(output).with("assay.export", "csv").run(JudgingTestCase.class);
        assertThat(Files.readAllLines(file(JudgingTestCase.class, "rule.predictions.csv")))
                .first()
                .asString()
                .startsWith("row,repeat,fold,truth,predicted");
        assertThat(file(JudgingTestCase.class, "broken.predictions.csv")).doesNotExist();

        Engine.writingTo(output).with("assay.export", "jsonl").run(JudgingTestCase.class);
        assertThat(file(JudgingTestCase.class, "rule.predictions.jsonl")).exists();
        assertThat(file(JudgingTestCase.class, "rule.predictions.csv")).doesNotExist();
    }

    @Test
    void an_earlier_result_of_a_candidate_that_now_fails_does_not_stay() throws IOException {
        Path stale = file(JudgingTestCase.class, "broken.json");
        Files.createDirectories(stale.getParent());
        Files.writeString(stale, "{}");

        Engine.writingTo(output).run(JudgingTestCase.class);

        assertThat(stale).doesNotExist();
    }

    @Test
    void a_result_has_what_every_check_judged_of_its_candidate() {
        Engine.writingTo(output).run(JudgingTestCase.class);

        Result rule = ResultFiles.read(file(JudgingTestCase.class, "rule.json"));
        assertThat(rule.judgements())
                .extracting(each -> each.check() + ": " + each.criterion() + ": " + each.outcome())
                .containsExactly(
                        "isGood: to be good: MET", "isGood: to be very good: NOT_MET", "wins: to be compared: MET");
        Result floor = ResultFiles.read(file(JudgingTestCase.class, "majority%20class.json"));
        assertThat(floor.judgements())
                .extracting(each -> each.check() + ": " + each.criterion() + ": " + each.outcome())
                .containsExactly("wins: to be compared: MET");
    }

    @ModelTest
    @CrossValidate(folds = 2, keepPredictions = true)
    static class KeepingTestCase extends FlowerModels {

        @Check(of = "rule")
        void isGood(Evaluation model) {
            Judge.met(model, "to be good");
        }
    }

    @Test
    void predictions_are_kept_where_a_class_or_the_configuration_asks_for_it() {
        Engine.writingTo(output).run(KeepingTestCase.class);
        assertThat(ResultFiles.read(file(KeepingTestCase.class, "rule.json")).folds())
                .allSatisfy(fold -> assertThat(fold.predictions()).hasSize(15));

        Engine.writingTo(output).run(JudgingTestCase.class);
        assertThat(ResultFiles.read(file(JudgingTestCase.class, "rule.json")).folds())
                .allSatisfy(fold -> assertThat(fold.predictions()).isNull());

        Engine.writingTo(output).with("assay.predictions", "true").run(JudgingTestCase.class);
        assertThat(ResultFiles.read(file(JudgingTestCase.class, "rule.json")).folds())
                .allSatisfy(fold -> assertThat(fold.predictions()).hasSize(10));
    }

    @ModelTest
    static class UnwritableTestCase extends FlowerModels {

        @Check
        void isGood(Evaluation model) {
            Judge.met(model, "to be good");
        }
    }

    @Test
    void a_file_that_can_not_be_written_fails_the_class_and_leaves_its_checks_alone() throws IOException {
        Path file = Files.writeString(output.resolve("in-the-way"), "");

        EngineExecutionResults results = Engine.writingTo(file).run(UnwritableTestCase.class);

        results.testEvents().assertStatistics(stats -> stats.succeeded(2).failed(0));
        results.containerEvents().assertStatistics(stats -> stats.failed(1));
        assertThat(results.containerEvents().failed().stream().map(Engine::throwable))
                .hasSize(1)
                .allSatisfy(failure -> assertThat(failure)
                        .isInstanceOf(ResultException.class)
                        .hasMessageContaining("majority%20class.json: cannot be written")
                        .satisfies(first -> assertThat(first.getSuppressed())
                                .extracting(Throwable::getMessage)
                                .satisfiesExactly(
                                        rule -> assertThat(rule).contains("rule.json: cannot be written"),
                                        summary -> assertThat(summary)
                                                .contains("class.summary.json: cannot be written"))));
    }

    @ModelTest
    @CrossValidate(folds = 5, repeats = 4, seed = 3, keepPredictions = true)
    static class RandomTestCase {

        @Examples
        Dataset<double[]> flowers() {
            return Flowers.byColour();
        }

        @Candidate
        Learner<double[]> random() {
            return Learners.stratifiedRandom();
        }

        @Candidate
        Learner<double[]> prior() {
            return Learners.prior();
        }

        @Check
        void differs(Comparison models) {
            Judge.met(models, "to differ");
        }

        @Check
        void isGood(Evaluation model) {
            Judge.met(model, "to be good");
        }
    }

    @Test
    void results_are_the_same_byte_for_byte_with_any_number_of_threads() throws IOException {
        for (String threads : List.of("1", "2", "16")) {
            Engine.writingTo(output.resolve(threads))
                    .with("assay.parallelism", threads)
                    .run(RandomTestCase.class);
        }

        assertThat(results(output.resolve("1")))
                .hasSize(3)
                .isEqualTo(results(output.resolve("2")))
                .isEqualTo(results(output.resolve("16")));
    }

    @ModelTest
    @CrossValidate(folds = 5, repeats = 4, seed = 3, keepPredictions = true)
    static class OtherRandomTestCase extends RandomTestCase {}

    @Test
    void results_are_the_same_byte_for_byte_alone_and_beside_other_classes() throws Exception {
        Path alone = output.resolve("alone");
        Path first = output.resolve("first");
        Path second = output.resolve("second");
        Engine.writingTo(alone).run(RandomTestCase.class);
        Engine.writingTo(alone).run(OtherRandomTestCase.class);

        // on the shared pool, at once
        Thread beside = new Thread(() -> Engine.writingTo(first).run(RandomTestCase.class, OtherRandomTestCase.class));
        beside.start();
        Engine.writingTo(second).run(OtherRandomTestCase.class, RandomTestCase.class);
        beside.join();

        assertThat(results(alone)).hasSize(6).isEqualTo(results(first)).isEqualTo(results(second));
    }

    @Test
    void results_are_the_same_in_any_order_of_checks() throws IOException {
        Path forwards = output.resolve("forwards");
        Path backwards = output.resolve("backwards");
        Engine.writingTo(forwards)
                .run(selectMethod(RandomTestCase.class, "differs"), selectMethod(RandomTestCase.class, "isGood"));
        Engine.writingTo(backwards)
                .run(selectMethod(RandomTestCase.class, "isGood"), selectMethod(RandomTestCase.class, "differs"));

        assertThat(results(forwards)).hasSize(3).isEqualTo(results(backwards));
    }

    @Test
    void predictions_are_the_same_whichever_check_asks_for_them_first() {
        assertThat(predictions("differs")).hasSize(20).isEqualTo(predictions("isGood"));
    }

    private List<Result.FoldEntry> predictions(String check) {
        Path folder = output.resolve(check);
        Engine.writingTo(folder).run(selectMethod(RandomTestCase.class, check));
        return ResultFiles.read(folder.resolve(RandomTestCase.class.getName()).resolve("random.json"))
                .folds();
    }

    private static Map<String, String> results(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(file -> file.toString().endsWith(".json"))
                    .filter(file -> !file.toString().endsWith(".timings.json"))
                    .collect(Collectors.toMap(file -> folder.relativize(file).toString(), ReportTest::text));
        }
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    @ResourceLock(Resources.SYSTEM_OUT)
    void a_table_of_the_candidates_is_printed() {
        String printed = printed(
                () -> Engine.writingTo(output).with("assay.summary", "on").run(JudgingTestCase.class));

        assertThat(printed.lines().findFirst().orElseThrow())
                .isEqualTo(JudgingTestCase.class.getName()
                        + ": flowers (30 examples): 3-fold stratified cross-validation, seed 1");
        assertThat(printed)
                .containsPattern("majority class .* 0\\.")
                .containsPattern("rule +1 not met, \\d met +0\\.")
                .containsPattern("(?m)^Assay: criteria: 1 not met, \\d met; candidates that could not be evaluated: 1");
    }

    @Test
    @ResourceLock(Resources.SYSTEM_OUT)
    void no_table_is_printed_where_that_is_off_or_nothing_was_evaluated() {
        assertThat(printed(() ->
                        Engine.writingTo(output).with("assay.summary", "off").run(JudgingTestCase.class)))
                .isEmpty();
        assertThat(printed(() ->
                        Engine.writingTo(output).with("assay.summary", "on").run(NothingTestCase.class)))
                .isEmpty();
    }

    @ModelTest
    static class NothingTestCase extends FlowerModels {

        @Check(judges = false)
        void needsNothing() {}
    }

    private static String printed(Runnable action) {
        PrintStream original = System.out;
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        System.setOut(new PrintStream(bytes, true, UTF_8));
        try {
            action.run();
        } finally {
            System.setOut(original);
        }
        return bytes.toString(UTF_8);
    }
}
