package dev.assay.maven;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.result.ClassResults;
import dev.assay.result.ResultFiles;
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

    private List<ClassResults> results;

    @BeforeEach
    void run() {
        Runs.write(folder.resolve("results"), Runs.TUMOURS, "logistic regression", 0.05, 0.5);
        results = ResultFiles.readAll(folder.resolve("results"));
    }

    private ReportFiles files(boolean withCards) {
        return new ReportFiles(folder.resolve("report"), "Model quality of clinic", withCards);
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
