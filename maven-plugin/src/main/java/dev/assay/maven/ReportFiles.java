package dev.assay.maven;

import dev.assay.report.History;
import dev.assay.report.HtmlReport;
import dev.assay.report.MarkdownSummary;
import dev.assay.report.ModelCard;
import dev.assay.report.Plots;
import dev.assay.result.ClassResults;
import dev.assay.result.Result;
import dev.assay.result.ResultFiles;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.List;
import java.util.stream.Stream;

/**
 * Writes a report: {@code index.html} with a page for each class and trends over the runs of a history, {@code summary.md}, and model cards in {@code
 * model-cards/<class name>/<candidate>.md}.
 */
final class ReportFiles {

    private static final String JSON = ".json";

    private final Path folder;
    private final String title;
    private final boolean withCards;
    private final History history;

    ReportFiles(Path folder, String title, boolean withCards, History history) {
        this.folder = folder;
        this.title = title;
        this.withCards = withCards;
        this.history = history;
    }

    Path index() {
        return folder.resolve("index.html");
    }

    void write(List<ModuleResults> modules) {
        List<ClassResults> results = ModuleResults.classes(modules);
        write(folder.resolve("summary.md"), MarkdownSummary.of(results));
        if (withCards) {
            for (ClassResults ofClass : results) {
                ofClass.results().forEach(result -> write(card(result), ModelCard.of(ofClass, result.candidate())));
            }
        }
        // last, since it tells whether all is up to date
        HtmlReport.of(results)
                .withTitle(title)
                .withTimings(modules.stream()
                        .flatMap(module -> module.timings().stream())
                        .toList())
                .withTrends(Plots.trends(history, results))
                .writeTo(folder);
    }

    private Path card(Result result) {
        Path json = ResultFiles.in(folder.resolve("model-cards")).file(result.testClass(), result.candidate());
        String name = json.getFileName().toString();
        return json.resolveSibling(name.substring(0, name.length() - JSON.length()) + ".md");
    }

    private static void write(Path file, String text) {
        try {
            Path parent = file.getParent();
            if (parent != null) {
                Files.createDirectories(parent);
            }
            Files.writeString(file, text);
        } catch (IOException e) {
            throw new UncheckedIOException(file + ": cannot be written: " + e, e);
        }
    }

    /** Tells whether the report was written after all files of these, of folders all that is in them, were changed. */
    boolean areNewerThan(List<Path> inputs) {
        if (!Files.exists(index())) {
            return false;
        }
        FileTime written = time(index());
        return inputs.stream().allMatch(input -> newest(input).compareTo(written) < 0);
    }

    private static FileTime newest(Path input) {
        if (!Files.exists(input)) {
            return FileTime.fromMillis(0);
        }
        try (Stream<Path> files = Files.walk(input)) {
            return files.map(ReportFiles::time).max(FileTime::compareTo).orElseThrow();
        } catch (IOException e) {
            throw new UncheckedIOException(input + ": cannot be read: " + e, e);
        }
    }

    private static FileTime time(Path file) {
        try {
            return Files.getLastModifiedTime(file);
        } catch (IOException e) {
            throw new UncheckedIOException(file + ": cannot be read: " + e, e);
        }
    }
}
