package dev.assay.adapters.python;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.assay.data.CsvDataset;
import dev.assay.data.Dataset;
import dev.assay.data.LabelTargets;
import dev.assay.data.Row;
import dev.assay.data.Seed;
import dev.assay.data.Targets;
import dev.assay.evaluation.CrossValidation;
import dev.assay.evaluation.Evaluation;
import dev.assay.evaluation.FoldCache;
import dev.assay.evaluation.WorkerPool;
import dev.assay.learning.Learner;
import dev.assay.learning.Predictor;
import dev.assay.learning.Training;
import dev.assay.learning.Transforms;
import dev.assay.prediction.LabelPredictions;
import dev.assay.prediction.LabelSetPredictions;
import dev.assay.prediction.NumberPredictions;
import dev.assay.prediction.Predictions;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** A command is cross-validated as any other learner is. */
class CommandLearnerTest {

    @TempDir
    Path folder;

    private static Path resource(String name) {
        try {
            return Path.of(CommandLearnerTest.class.getResource("/" + name).toURI());
        } catch (URISyntaxException e) {
            throw new AssertionError(e);
        }
    }

    private static Dataset<Row> iris() {
        return CsvDataset.of(resource("iris.csv")).target("species").read();
    }

    /** What the program does, done here. */
    private static <X> Learner<X> nearestCentroid(Function<X, double[]> numbers) {
        return training -> {
            LabelTargets targets = training.labelTargets();
            NearestCentroid model = new NearestCentroid(
                    training.data().inputs().stream().map(numbers).toList(),
                    IntStream.range(0, targets.size()).map(targets::index).toArray(),
                    targets.labels().size());
            return inputs -> Predictions.labels(
                    targets.labels(),
                    inputs.stream().map(numbers).mapToInt(model::predict).toArray());
        };
    }

    private static List<List<String>> predicted(Evaluation evaluation) {
        return evaluation.folds().stream()
                .map(fold -> (LabelPredictions) fold.outcomes().predictions())
                .map(labels -> IntStream.range(0, labels.size())
                        .mapToObj(row -> labels.labels().name(labels.index(row)))
                        .toList())
                .toList();
    }

    private static <X> CrossValidation<X> threeFolds(Dataset<X> data) {
        return CrossValidation.of(data).folds(3).seed(42);
    }

    @Test
    void rows_give_what_the_same_model_gives_without_a_command() {
        Evaluation here = threeFolds(iris()).evaluate("here", nearestCentroid(Row::numbers));

        Evaluation there = threeFolds(iris()).evaluate("there", Program.does("classify"));

        assertThat(predicted(there)).isEqualTo(predicted(here));
    }

    @Test
    void arrays_of_numbers_give_what_the_same_model_gives_without_a_command() {
        Dataset<double[]> data =
                CsvDataset.of(resource("iris.csv")).target("species").read().numeric();
        Evaluation here = threeFolds(data).evaluate("here", nearestCentroid(numbers -> numbers));

        Evaluation there = threeFolds(data).evaluate("there", Program.does("classify"));

        assertThat(predicted(there)).isEqualTo(predicted(here));
    }

    @Test
    void a_transform_may_come_before() {
        Dataset<double[]> data =
                CsvDataset.of(resource("iris.csv")).target("species").read().numeric();
        Learner<double[]> here =
                CommandLearnerTest.<double[]>nearestCentroid(numbers -> numbers).after(Transforms.standardScaling());
        Learner<double[]> there = Program.does("classify").after(Transforms.standardScaling());

        assertThat(predicted(threeFolds(data).evaluate("there", there)))
                .isEqualTo(predicted(threeFolds(data).evaluate("here", here)));
    }

    @Test
    void folds_at_once_give_what_folds_one_after_another_give() {
        Evaluation alone = threeFolds(iris()).evaluate("alone", Program.does("classify"));
        try (WorkerPool pool = WorkerPool.of(3)) {
            Evaluation together = threeFolds(iris()).pool(pool).evaluate("together", Program.does("classify"));

            assertThat(predicted(together)).isEqualTo(predicted(alone));
        }
    }

    @Test
    void a_script_for_python_gives_what_the_same_model_gives_without_a_command() {
        assumeTrue(hasPython(), "there is no python3 on the PATH");
        Evaluation here = threeFolds(iris()).evaluate("here", nearestCentroid(Row::numbers));

        Evaluation there = threeFolds(iris())
                .evaluate(
                        "there",
                        CommandLearner.of(
                                "python3", resource("nearest_centroid.py").toString()));

        assertThat(predicted(there)).isEqualTo(predicted(here));
    }

    private static boolean hasPython() {
        try {
            Process python = new ProcessBuilder("python3", "-c", "import math; math.dist")
                    .redirectErrorStream(true)
                    .start();
            return python.waitFor(20, TimeUnit.SECONDS) && python.exitValue() == 0;
        } catch (IOException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private static Predictor<Object> fitted(CommandLearner learner, Targets targets) {
        Dataset<Object> data = Dataset.of(
                IntStream.range(0, targets.size()).mapToObj(i -> "text " + i).toList(), targets);
        return learner.fit(Training.of(data, Seed.of(1)));
    }

    @Test
    void scores_and_quantiles_are_read() throws Exception {
        LabelPredictions labels = (LabelPredictions)
                fitted(Program.does("write", "score_b,score_a;.25,.75;1,0"), Targets.labels("a", "b"))
                        .predict(List.of("x", "y"));

        assertThat(labels.score(0, 0)).isEqualTo(.75);
        assertThat(labels.index(1)).isEqualTo(1);
    }

    @Test
    void scores_may_be_logits_or_margins() throws Exception {
        CommandLearner learner = Program.does("write", "score_a,score_b;0,0");

        LabelPredictions logits = (LabelPredictions)
                fitted(learner.logits(), Targets.labels("a", "b")).predict(List.of("x"));
        LabelPredictions margins = (LabelPredictions)
                fitted(learner.margins(), Targets.labels("a", "b")).predict(List.of("x"));

        assertThat(logits.score(0, 0)).isEqualTo(.5);
        assertThat(margins.score(0, 0)).isZero();
    }

    @Test
    void numbers_and_sets_of_labels_are_read() throws Exception {
        NumberPredictions numbers =
                (NumberPredictions) fitted(Program.does("write", "row,predicted;1,-.5;0,3"), Targets.numbers(1, 2))
                        .predict(List.of("x", "y"));

        assertThat(numbers.value(0)).isEqualTo(3);
        assertThat(numbers.value(1)).isEqualTo(-.5);

        LabelSetPredictions sets = (LabelSetPredictions) fitted(
                        Program.does("write", "predicted;[];\"[\"\"b\"\"]\""),
                        Targets.labelSets(List.of(List.of("a"), List.of("b"))))
                .predict(List.of("x", "y"));

        assertThat(sets.set(0)).isEmpty();
        assertThat(sets.set(1)).containsExactly("b");
    }

    @Test
    void nothing_to_predict_needs_no_command() throws Exception {
        CommandLearner learner = CommandLearner.of("no such program");

        assertThat(fitted(learner, Targets.labels("a", "b")).predict(List.of()).size())
                .isZero();
        assertThat(fitted(learner, Targets.numbers(1)).predict(List.of()).size())
                .isZero();
        assertThat(fitted(learner, Targets.labelSets(List.of(List.of("a"))))
                        .predict(List.of())
                        .size())
                .isZero();
    }

    @Test
    void the_environment_and_the_working_directory_are_those_told() throws Exception {
        CommandLearner learner = Program.does("environment")
                .withEnvironment("OMP_NUM_THREADS", "1")
                .in(folder);
        Targets targets = Targets.labels("1", "true", folder.toRealPath().toString());

        LabelPredictions told = (LabelPredictions) fitted(learner, targets).predict(List.of("x", "y", "z"));

        assertThat(IntStream.range(0, 3).mapToObj(row -> told.labels().name(told.index(row))))
                .containsExactly("1", "true", folder.toRealPath().toString());
    }

    @Test
    void the_standard_input_is_at_its_end() throws Exception {
        LabelPredictions told = (LabelPredictions)
                fitted(Program.does("read"), Targets.labels("end", "more")).predict(List.of("x"));

        assertThat(told.labels().name(told.index(0))).isEqualTo("end");
    }

    @Test
    void a_command_may_print_more_than_pipes_hold() {
        Evaluation quiet = threeFolds(iris()).evaluate("quiet", Program.does("classify"));

        Evaluation talkative = threeFolds(iris()).evaluate("talkative", Program.does("chatter"));

        assertThat(predicted(talkative)).isEqualTo(predicted(quiet));
    }

    private static void fails(CommandLearner learner, String message) {
        assertThatThrownBy(() -> fitted(learner, Targets.labels("a", "b")).predict(List.of("x", "y")))
                .isInstanceOf(CommandException.class)
                .hasMessage(learner + ": " + message);
    }

    @Test
    void fails_with_the_last_lines_of_errors_when_the_exit_code_is_not_zero() throws IOException {
        Path notes = folder.resolve("notes");

        fails(
                Program.does("fail", notes.toString()),
                "it failed with exit code 3; the last lines of its errors:\n"
                        + String.join(
                                "\n",
                                IntStream.rangeClosed(11, 30)
                                        .mapToObj(line -> "  line " + line)
                                        .toList()));

        assertThat(Path.of(Files.readString(notes))).doesNotExist();
        assertThat(Path.of(Files.readString(notes)).getParent()).doesNotExist();
    }

    @Test
    void fails_with_the_output_when_there_are_no_errors() {
        fails(
                Program.does("fail on output"),
                "it failed with exit code 1; the last lines of its output:\n  no such column");
        fails(Program.does("fail silently"), "it failed with exit code 1; it printed nothing");
    }

    @Test
    void fails_with_the_fold_named_in_a_cross_validation() {
        CommandLearner learner = Program.does("fail silently");

        assertThatThrownBy(() -> threeFolds(iris()).evaluate("forest", learner))
                .hasMessageStartingWith("forest on iris, repeat 1, fold 1: ")
                .hasMessageContaining(learner + ": it failed with exit code 1");
    }

    @Test
    void fails_when_the_program_is_not_there() {
        assertThatThrownBy(() -> fitted(CommandLearner.of("no-such-program", "x"), Targets.labels("a", "b"))
                        .predict(List.of("x")))
                .isInstanceOf(CommandException.class)
                .hasMessageStartingWith("no-such-program x: it can't be started: ")
                .hasMessageEndingWith(
                        "; is \"no-such-program\" installed and on the PATH? A path to the program works as well");
    }

    @Test
    void fails_when_the_working_directory_is_not_there() {
        fails(
                Program.does("classify").in(folder.resolve("no")),
                "it can't run in " + folder.resolve("no").toAbsolutePath() + ", which is no folder");
    }

    @Test
    void fails_when_no_predictions_are_written() {
        fails(
                Program.does("nothing"),
                "it ended without an error, but wrote no predictions.csv; write one into the folder that is the last argument");
    }

    @Test
    void fails_when_predictions_are_not_as_they_have_to_be() {
        String unusable = "its predictions can't be used: predictions.csv";
        fails(
                Program.does("write", "predicted;a"),
                unusable + ": it has 1 row, but 2 examples are to be predicted; write one row for each example");
        fails(
                Program.does("write", "predicted;a;c"),
                unusable + ", line 3, column 'predicted': no label \"c\"; the labels are declared as \"a\", \"b\"");
        fails(
                Program.does("write", "predicted,score_a,score_b;a,1,0;b,much,1"),
                unusable + ", line 3, column 'score_a': the cell is \"much\", but a number was expected");
        fails(
                Program.does("write", "score_a,score_b;1,0;1,1"),
                unusable + ", line 3: the probabilities sum to 2.0 instead of 1");
        assertThatThrownBy(() -> fitted(Program.does("write", "label;a;b"), Targets.labels("a", "b"))
                        .predict(List.of("x", "y")))
                .hasMessageContaining(unusable + ": no column 'predicted' and none of scores");
    }

    private record Hanging(Path exchange, List<Long> processes) {

        static Hanging read(Path notes) throws IOException {
            List<String> lines = Files.readAllLines(notes);
            return new Hanging(
                    Path.of(lines.get(0)),
                    lines.stream().skip(1).map(Long::valueOf).toList());
        }

        void isGone() {
            assertThat(exchange).doesNotExist();
            assertThat(exchange.getParent()).doesNotExist();
            assertThat(processes)
                    .hasSize(2)
                    .allSatisfy(id -> assertThat(ProcessHandle.of(id).filter(Hanging::runs))
                            .isEmpty());
        }

        /** A process that nobody has collected is dead, but still there. */
        private static boolean runs(ProcessHandle process) {
            return process.isAlive() && process.info().command().isPresent();
        }
    }

    @Test
    void fails_when_time_is_over_and_kills_all_processes() throws Exception {
        Path notes = folder.resolve("notes");
        CommandLearner learner = Program.does("hang", notes.toString()).withTimeLimit(Duration.ofSeconds(4));

        fails(
                learner,
                "it was not done in 4 s, which is the time limit, and was killed; raise the limit with withTimeLimit(…), "
                        + "or let it do less; the last lines of its errors:\n  epoch 1");

        Hanging.read(notes).isGone();
    }

    @Test
    void an_interrupt_kills_all_processes() throws Exception {
        Path notes = folder.resolve("notes");
        Throwable[] failure = new Throwable[1];
        Thread caller = new Thread(() -> {
            try {
                fitted(Program.does("hang", notes.toString()), Targets.labels("a", "b"))
                        .predict(List.of("x"));
            } catch (Exception e) {
                failure[0] = e;
            }
        });
        caller.start();
        awaitFile(notes);

        long start = System.nanoTime();
        caller.interrupt();
        caller.join();

        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(2));
        assertThat(failure[0]).isInstanceOf(InterruptedException.class);
        Hanging.read(notes).isGone();
    }

    @Test
    void a_failure_of_another_fold_ends_the_command() throws Exception {
        Path notes = folder.resolve("notes");
        Learner<Row> firstFails = training -> {
            // the first fold waits until the last one's command runs
            return inputs -> {
                awaitFile(notes);
                throw new IllegalStateException("no luck");
            };
        };
        CommandLearner hangs = Program.does("hang", notes.toString());
        int[] calls = {0};
        try (WorkerPool pool = WorkerPool.of(2)) {
            assertThatThrownBy(() -> CrossValidation.of(iris())
                            .folds(2)
                            .seed(1)
                            .pool(pool)
                            .evaluate("both", () -> calls[0]++ == 0 ? firstFails : hangs))
                    .hasMessageContaining("no luck");
        }

        Hanging.read(notes).isGone();
    }

    @Test
    void an_end_of_the_virtual_machine_kills_all_processes() throws Exception {
        Path notes = folder.resolve("notes");

        // it leaves with 0 and no predictions, while a command that it has started is still running
        assertThatThrownBy(() -> fitted(Program.does("leave", notes.toString()), Targets.labels("a", "b"))
                        .predict(List.of("x")))
                .hasMessageContaining("wrote no predictions.csv");

        Hanging.read(notes).isGone();
    }

    @Test
    void a_failure_kills_what_the_command_has_left() throws Exception {
        Path notes = folder.resolve("notes");

        fails(
                Program.does("fail and leave a process", notes.toString()),
                "it failed with exit code 3; it printed nothing");

        Hanging.read(notes).isGone();
    }

    @Test
    void what_a_command_has_left_is_killed_after_its_predictions_too() throws Exception {
        Path notes = folder.resolve("notes");

        LabelPredictions told = (LabelPredictions)
                fitted(Program.does("classify and leave a process", notes.toString()), Targets.labels("a", "b"))
                        .predict(List.of("x", "y"));

        assertThat(told.index(1)).isEqualTo(1);
        Hanging.read(notes).isGone();
    }

    @Test
    void a_folder_that_can_not_be_removed_fails_nothing_and_goes_when_the_virtual_machine_ends() throws Exception {
        Path notes = folder.resolve("notes");

        // it leaves with 0 and no predictions
        assertThatThrownBy(() -> fitted(Program.does("leave a folder", notes.toString()), Targets.labels("a", "b"))
                        .predict(List.of("x")))
                .hasMessageContaining("wrote no predictions.csv");

        List<String> left = Files.readAllLines(notes);
        assertThat(left.get(1)).as("was still there").isEqualTo("true");
        assertThat(Path.of(left.get(0))).doesNotExist();
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void a_relative_program_is_the_one_in_the_working_directory() throws Exception {
        Path script = Files.writeString(
                folder.resolve("script.sh"),
                "#!/bin/sh\nprintf 'predicted\\n%s\\n%s\\n' \"$0\" \"$1\" > \"$2/predictions.csv\"\n");
        assertThat(script.toFile().setExecutable(true)).isTrue();
        CommandLearner learner = CommandLearner.of("./script.sh", "first").in(folder);

        LabelPredictions told = (LabelPredictions) fitted(learner, Targets.labels(folder + "/./script.sh", "first"))
                .predict(List.of("x", "y"));

        assertThat(told.index(0)).isZero();
        assertThat(told.index(1)).isEqualTo(1);
    }

    private static void awaitFile(Path file) throws InterruptedException {
        for (int i = 0; i < 1200 && !Files.exists(file); i++) {
            Thread.sleep(25);
        }
        assertThat(file).exists();
    }

    @Test
    void nothing_is_kept_for_later_runs() {
        FoldCache cache = new FoldCache() {
            @Override
            public Optional<Entry> find(String key) {
                throw new AssertionError("nothing may be taken from a cache");
            }

            @Override
            public void keep(String key, Entry entry) {
                throw new AssertionError("nothing may be kept");
            }
        };

        Evaluation evaluation = threeFolds(iris())
                .cache(cache, CommandLearnerTest.class)
                .evaluate("centroids", Program.does("classify"));

        assertThat(evaluation.remarksOnRun())
                .singleElement()
                .isEqualTo("predictions are not cached: the configuration of centroids can't be seen; "
                        + "if its learner is your own, make it a record of plain values, and no lambda");
    }

    @Test
    void long_arguments_are_cut_in_messages() {
        assertThat(CommandLearner.of("java", "-cp", "x".repeat(200), "Train"))
                .hasToString("java -cp " + "x".repeat(99) + "… Train");
    }

    @Test
    void wrong_options_are_refused() {
        assertThatThrownBy(CommandLearner::of)
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("name a program, as in CommandLearner.of(\"python3\", \"train.py\")");
        assertThatThrownBy(() -> CommandLearner.of("x").withTimeLimit(Duration.ZERO))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("a time limit of PT0S leaves the command no time");
    }
}
