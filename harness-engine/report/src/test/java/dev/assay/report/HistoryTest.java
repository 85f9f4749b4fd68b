package dev.assay.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.assay.report.History.Run;
import dev.assay.report.History.Value;
import dev.assay.result.ClassResults;
import dev.assay.result.ResultException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HistoryTest {

    private static final Instant TIME = Instant.parse("2026-01-02T03:04:05Z");

    @TempDir
    Path folder;

    private Path file;
    private History history;

    @BeforeEach
    void name() {
        file = folder.resolve("of/models.jsonl");
        history = History.in(file);
    }

    private static Run run(String id, String testClass, double value) {
        return new Run(
                id, TIME, "c0ffee", List.of(new Value(testClass, "forest", "log loss", false, value, null, null)));
    }

    @Test
    void has_no_runs_without_a_file() {
        assertThat(history.read()).isEmpty();
    }

    @Test
    void writes_one_line_for_each_run_with_all_metrics() throws IOException {
        history.append(Run.of("17", TIME, null, List.of(SummaryFixture.usual())));
        history.append(run("18", "org.Other", 1 / 3.0));

        assertThat(file).hasContent("""
                        {"schema":"assay-history/1","run":"17","time":"2026-01-02T03:04:05Z","candidates":[\
                        {"class":"org.clinic.TumourModelTest","candidate":"logistic regression","metrics":{\
                        "accuracy":{"value":0.96,"lower":0.94,"upper":0.975},\
                        "F1 of \\"malignant\\"":{"value":0.9451,"lower":0.91314,"upper":0.96601},"ROC AUC":{}}},\
                        {"class":"org.clinic.TumourModelTest","candidate":"majority class","metrics":{\
                        "accuracy":{"value":0.627,"lower":0.58,"upper":0.67}}}]}
                        {"schema":"assay-history/1","run":"18","time":"2026-01-02T03:04:05Z","commit":"c0ffee","candidates":[\
                        {"class":"org.Other","candidate":"forest","metrics":{\
                        "log loss":{"value":0.333333,"lowerIsBetter":true}}}]}
                        """);
    }

    @Test
    void reads_what_was_written() {
        Run run = Run.of("17", TIME, "c0ffee", List.of(SummaryFixture.usual()));
        history.append(run);

        assertThat(history.read()).containsExactly(run);
    }

    @Test
    void gives_the_series_of_a_metric() {
        history.append(run("1", "A", 0.5));
        history.append(run("2", "B", 0.25));
        history.append(run("3", "A", 0.125));

        assertThat(history.series("A", "forest", "log loss"))
                .extracting(point -> point.run().id() + " " + point.value().value())
                .containsExactly("1 0.5", "3 0.125");
        assertThat(history.series("A", "forest", "accuracy")).isEmpty();
    }

    @Test
    void a_run_told_twice_stays_one() {
        history.append(run("1", "A", 0.5));
        history.append(run("2", "A", 0.25));
        history.append(run("1", "A", 0.125));

        assertThat(history.read())
                .extracting(run -> run.id() + " " + run.values().get(0).value())
                .containsExactly("2 0.25", "1 0.125");
    }

    @Test
    void classes_of_several_modules_come_together_in_one_run() {
        history.append(run("1", "A", 0.5));
        history.append(run("1", "B", 0.25));

        assertThat(history.read())
                .singleElement()
                .satisfies(run ->
                        assertThat(run.values()).extracting(Value::testClass).containsExactly("A", "B"));
    }

    @Test
    void keeps_lines_of_later_versions_without_reading_them() throws IOException {
        Files.createDirectories(file.getParent());
        String later = "{\"schema\":\"assay-history/2\",\"what\":[1, 2]}";
        Files.writeString(file, later + "\r\n\n");

        history.append(run("1", "A", 0.5));

        assertThat(Files.readAllLines(file)).hasSize(2).first().isEqualTo(later);
        assertThat(history.read()).extracting(Run::id).containsExactly("1");
    }

    @Test
    void names_file_and_line_of_what_is_no_run_and_leaves_the_file_alone() throws IOException {
        for (String line : List.of("<<<<<<< ours", "{\"schema\":\"assay-history/1\",\"ru", "{\"a\":1}", "7")) {
            history.append(run("1", "A", 0.5));
            Files.writeString(file, Files.readString(file) + line + "\n");
            String before = Files.readString(file);

            assertThatThrownBy(() -> history.append(run("2", "A", 0.5)))
                    .isInstanceOf(ResultException.class)
                    .hasMessageStartingWith(file + ", line 2: not a ");
            assertThat(file).hasContent(before);
            Files.delete(file);
        }
    }

    @Test
    void names_what_a_line_lacks() throws IOException {
        Files.createDirectories(file.getParent());
        Files.writeString(
                file, "{\"schema\":\"assay-history/1\",\"run\":\"1\",\"time\":\"yesterday\",\"candidates\":[]}\n");
        assertThatThrownBy(history::read).hasMessageContaining("line 1", "yesterday");

        Files.writeString(
                file, "{\"schema\":\"assay-history/1\",\"time\":\"2026-01-02T03:04:05Z\",\"candidates\":[]}\n");
        assertThatThrownBy(history::read)
                .hasMessage(
                        file + ", line 1: not a whole run of Assay, delete the line or restore it: it has no \"run\"");
    }

    @Test
    void names_the_file_that_is_no_text_or_none_at_all() throws IOException {
        Files.createDirectories(file);
        assertThatThrownBy(history::read)
                .isInstanceOf(ResultException.class)
                .hasMessageStartingWith(file + ": the history can't be read");
        Files.delete(file);
        Files.write(file, new byte[] {(byte) 0xff, 10});
        assertThatThrownBy(history::read).hasMessage(file + ": not a history of Assay: it is not text in UTF-8");
    }

    @Test
    void threads_append_without_losing_runs() {
        IntStream.range(0, 30).parallel().forEach(i -> History.in(file).append(run("run " + i, "A", 0.5)));

        assertThat(history.read()).hasSize(30);
        assertThat(file.getParent()).isDirectoryContaining(path -> path.equals(file));
        assertThat(file.getParent().toFile().list()).hasSize(1);
    }

    @Test
    void a_run_needs_an_id() {
        assertThatThrownBy(() -> new Run(" ", TIME, null, List.of()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("a run needs an id");
    }

    @Test
    void trends_show_the_headline_metric_of_each_class_that_several_runs_tell_of() {
        ClassResults usual = SummaryFixture.usual();
        List<ClassResults> both = List.of(
                usual, SummaryFixture.results("org.Other", null, usual.results().get(0)));
        history.append(Run.of("1", TIME, null, List.of(usual)));
        history.append(new Run(
                "2",
                TIME.plusSeconds(60),
                "c0ffee",
                List.of(
                        new Value(SummaryFixture.TEST_CLASS, "logistic regression", "accuracy", true, 0.5, 0.4, 0.6),
                        new Value("org.Other", "logistic regression", "accuracy", true, 0.5, 0.4, 0.6))));

        List<Plot> trends = Plots.trends(history, both);

        assertThat(trends).extracting(Plot::title).containsExactly("accuracy over builds");
        assertThat(trends.get(0).alternative())
                .isEqualTo("accuracy over builds in " + usual.summary().name() + ", 2 builds. "
                        + "logistic regression: first 0.9600, lowest 0.5000, highest 0.9600, last 0.5000. "
                        + "majority class: first 0.6270, lowest 0.6270, highest 0.6270, last undefined.");
        assertThat(trends.get(0).svg())
                .contains("logistic regression, 2026-01-02 03:05: 0.5000 [0.4000, 0.6000]")
                .contains("majority class, 2026-01-02 03:04: 0.6270 [0.5800, 0.6700]");
        assertThat(trends.get(0).name()).startsWith("trend--");
    }

    @Test
    void classes_of_the_same_name_share_a_trend() {
        ClassResults usual = SummaryFixture.usual();
        history.append(Run.of("1", TIME, null, List.of(usual)));
        history.append(Run.of("2", TIME, null, List.of(usual)));

        assertThat(Plots.trends(history, List.of(usual, usual))).hasSize(1);
    }

    @Test
    void without_a_history_there_are_no_trends() {
        assertThat(Plots.trends(history, List.of(SummaryFixture.usual()))).isEmpty();
    }
}
