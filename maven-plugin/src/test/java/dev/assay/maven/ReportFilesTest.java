package dev.assay.maven;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.assay.report.History;
import dev.assay.result.ResultException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReportFilesTest {

    @TempDir
    Path folder;

    private List<ModuleResults> results;
    private History history;

    @BeforeEach
    void run() {
        history = History.in(folder.resolve("history.jsonl"));
        Runs.write(folder.resolve("results"), Runs.TUMOURS, "logistic regression", 0.05, 0.5);
        results = List.of(ModuleResults.read(
                new ModuleFolders("clinic", folder.resolve("results"), folder.resolve("classes"), folder)));
    }

    private ReportFiles files(boolean withCards) {
        return new ReportFiles(folder.resolve("report"), "Model quality of clinic", withCards, history);
    }

    @Test
    void there_are_pages_a_summary_and_model_cards() {
        files(true).write(results);

        assertThat(folder.resolve("report/index.html")).content().contains("Model quality of clinic");
        assertThat(folder.resolve("report/summary.md")).content().contains("logistic regression");
        assertThat(folder.resolve("report/model-cards/" + Runs.TUMOURS + "/logistic%20regression.md"))
                .content()
                .startsWith("---");
    }

    @Test
    void model_cards_can_be_left_out() {
        files(false).write(results);

        assertThat(folder.resolve("report/model-cards")).doesNotExist();
    }

    @Test
    void pages_tell_how_long_candidates_took() throws IOException {
        files(false).write(results);

        Path page = folder.resolve("report/" + Runs.TUMOURS + ".html");
        assertThat(page).content().contains("fit time", "predict time");

        Files.delete(folder.resolve("results/" + Runs.TUMOURS + "/logistic%20regression.timings.json"));
        files(false).write(results);

        assertThat(page).content().doesNotContain("fit time");
    }

    @Test
    void the_index_shows_trends_once_there_are_two_runs() {
        addRun("1");
        files(false).write(results);

        assertThat(folder.resolve("report/index.html")).content().doesNotContain("over builds");

        addRun("2");
        files(false).write(results);

        assertThat(folder.resolve("report/index.html"))
                .content()
                .contains("over builds in TumourModelTest, 2 builds. logistic regression: first 0.");
    }

    private void addRun(String id) {
        history.append(History.Run.of(id, Instant.parse("2026-01-02T03:04:05Z"), null, ModuleResults.classes(results)));
    }

    @Test
    void a_history_that_cannot_be_read_is_named() throws IOException {
        Files.writeString(folder.resolve("history.jsonl"), "<<<<<<< ours\n");

        assertThatThrownBy(() -> files(false).write(results))
                .isInstanceOf(ResultException.class)
                .hasMessageContaining("history.jsonl, line 1");
    }

    @Test
    void a_report_is_up_to_date_until_a_result_changes() throws IOException {
        List<Path> inputs = List.of(folder.resolve("results"), folder.resolve("none"));

        assertThat(files(false).areNewerThan(inputs)).isFalse();

        files(false).write(results);
        Files.setLastModifiedTime(
                files(false).index(), FileTime.from(Instant.now().plus(Duration.ofHours(1))));

        assertThat(files(false).areNewerThan(inputs)).isTrue();

        Files.setLastModifiedTime(
                folder.resolve("results/" + Runs.TUMOURS + "/logistic%20regression.json"),
                FileTime.from(Instant.now().plus(Duration.ofHours(2))));

        assertThat(files(false).areNewerThan(inputs)).isFalse();
    }
}
