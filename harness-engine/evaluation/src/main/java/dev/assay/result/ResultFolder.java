package dev.assay.result;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Reads all that is in a folder of results. */
final class ResultFolder {

    private static final String EXTENSION = ".json";

    private final Path directory;

    ResultFolder(Path directory) {
        this.directory = directory;
    }

    List<ClassResults> read() {
        if (!Files.isDirectory(directory)) {
            throw new ResultException(directory + ": no such folder; run the model tests first");
        }
        return list(directory).stream()
                .filter(Files::isDirectory)
                .flatMap(folder -> ofClass(folder).stream())
                .sorted(Comparator.comparing(results -> results.summary().testClass()))
                .toList();
    }

    /** Reads the folder of one class. */
    static Optional<ClassResults> ofClass(Path folder) {
        Path summary = folder.resolve(ResultFiles.SUMMARY);
        return Files.exists(summary)
                ? Optional.of(summarised(summary, ResultFiles.read(summary, JsonForm.CLASS)))
                : unsummarised(folder);
    }

    /** Leaves out results of candidates that the summary doesn't name, which are an earlier run's. */
    private static ClassResults summarised(Path file, ClassResult summary) {
        return new ClassResults(
                summary,
                summary.candidates().stream()
                        .map(candidate -> ofCandidate(file, candidate))
                        .toList());
    }

    private static Result ofCandidate(Path summary, String candidate) {
        Path file = summary.resolveSibling(ResultFiles.encoded(candidate) + EXTENSION);
        if (!Files.exists(file)) {
            throw new ResultException(
                    file + ": no such file, but " + summary.getFileName() + " names it; run the model tests again");
        }
        return ResultFiles.read(file);
    }

    private static Optional<ClassResults> unsummarised(Path folder) {
        List<Result> results = list(folder).stream()
                .filter(ResultFolder::isResult)
                .map(ResultFiles::read)
                .toList();
        return results.isEmpty() ? Optional.empty() : Optional.of(derived(results));
    }

    /** Tells results, in whose names dots are encoded, from what is beside them. */
    private static boolean isResult(Path file) {
        String name = file.getFileName().toString();
        return name.endsWith(EXTENSION)
                && name.indexOf('.') == name.length() - EXTENSION.length()
                && Files.isRegularFile(file);
    }

    private static ClassResults derived(List<Result> results) {
        List<Result> sorted =
                results.stream().sorted(Comparator.comparing(Result::candidate)).toList();
        String testClass = sorted.get(0).testClass();
        return new ClassResults(
                new ClassResult(
                        ClassResult.SCHEMA,
                        testClass,
                        testClass.substring(testClass.lastIndexOf('.') + 1),
                        sorted.stream().map(Result::candidate).toList(),
                        List.of(),
                        null,
                        ClassResult.ErrorBudget.of(sorted.stream()
                                .flatMap(result -> result.judgements().stream())
                                .toList()),
                        List.of()),
                sorted);
    }

    private static List<Path> list(Path folder) {
        try (Stream<Path> entries = Files.list(folder)) {
            return entries.sorted().toList();
        } catch (NoSuchFileException e) {
            return List.of();
        } catch (IOException e) {
            throw new ResultException(folder + ": cannot be read: " + e, e);
        }
    }
}
