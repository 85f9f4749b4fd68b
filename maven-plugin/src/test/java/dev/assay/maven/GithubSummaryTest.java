package dev.assay.maven;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.result.ClassResults;
import dev.assay.result.ResultFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GithubSummaryTest {

    @TempDir
    Path folder;

    @Test
    void elsewhere_there_is_none() {
        assertThat(GithubSummary.ofEnvironment(name -> null)).isEmpty();
    }

    @Test
    void the_summary_is_added_to_what_the_step_has_written() throws IOException {
        Path file = folder.resolve("step.md");
        Files.writeString(file, "before\n");
        Runs.write(folder.resolve("results"), Runs.TUMOURS, "forest", 0.05, 0.5);
        List<ClassResults> results = ResultFiles.readAll(folder.resolve("results"));

        GithubSummary.ofEnvironment(Map.of("GITHUB_STEP_SUMMARY", file.toString())::get)
                .orElseThrow()
                .add(results);

        assertThat(file).content().startsWith("before\n").contains("forest");
    }
}
