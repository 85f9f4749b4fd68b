package dev.assay.maven;

import dev.assay.report.MarkdownSummary;
import dev.assay.result.ClassResults;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** Adds a Markdown summary to the page of a GitHub job. */
final class GithubSummary {

    private static final String VARIABLE = "GITHUB_STEP_SUMMARY";

    /** Modules that are built at the same time share the file. */
    private static final Object ADDING = new Object();

    private final Path file;

    private GithubSummary(Path file) {
        this.file = file;
    }

    /** Returns the summary of the job that this runs in; empty elsewhere. */
    static Optional<GithubSummary> ofEnvironment(UnaryOperator<@Nullable String> environment) {
        String name = environment.apply(VARIABLE);
        return name == null || name.isBlank() ? Optional.empty() : Optional.of(new GithubSummary(Path.of(name)));
    }

    void add(List<ClassResults> results) {
        synchronized (ADDING) {
            try {
                long written = Files.exists(file) ? Files.size(file) : 0;
                // what is above the limit would take the whole summary of the step away
                int left = (int) Math.max(0, MarkdownSummary.GITHUB_LIMIT - written);
                byte[] text = (MarkdownSummary.of(results, left) + "\n").getBytes(StandardCharsets.UTF_8);
                if (text.length <= left) {
                    Files.write(file, text, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
                }
            } catch (IOException e) {
                throw new UncheckedIOException(file + ": cannot be written: " + e, e);
            }
        }
    }
}
