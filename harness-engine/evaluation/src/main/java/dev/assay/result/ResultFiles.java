package dev.assay.result;

import dev.assay.evaluation.Evaluation;
import dev.assay.evaluation.Judgement;
import dev.assay.result.OutOfFoldPredictions.Format;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Writes and reads the results of a folder: {@code <class name>/<candidate>.json}, the candidate's name percent-encoded,
 * beside it {@code <candidate>.timings.json} and perhaps {@code <candidate>.predictions.csv} or {@code .jsonl}; and what is to be
 * said of all candidates together in {@code <class name>/class.summary.json}. Files are written whole or not at all.
 */
public final class ResultFiles {

    /** Not a candidate's, since dots in their names are encoded. */
    static final String SUMMARY = "class.summary.json";

    private static final int LONGEST_NAME = 200;

    private final Path directory;

    private ResultFiles(Path directory) {
        this.directory = directory;
    }

    /**
     * Names the folder; it is made when the first file is written.
     *
     * @param directory such as {@code target/assay}
     * @return its result files
     */
    public static ResultFiles in(Path directory) {
        return new ResultFiles(directory);
    }

    /**
     * Returns where a result is.
     *
     * @param testClass the class whose checks judge
     * @param candidate the candidate's name
     * @return the file, whether it exists or not
     */
    public Path file(String testClass, String candidate) {
        return directory.resolve(testClass).resolve(encoded(candidate) + ".json");
    }

    /**
     * Writes a result and its timings, replacing those of an earlier run.
     *
     * @param testClass the class whose checks judged
     * @param evaluation the candidate's evaluation
     * @param judgementsByCheck what each check judged of the candidate, in order
     * @param withPredictions whether to write all predictions
     * @return the result
     * @throws ResultException if a file can't be written; the message names it
     */
    public Result write(
            String testClass,
            Evaluation evaluation,
            Map<String, List<Judgement>> judgementsByCheck,
            boolean withPredictions) {
        ResultAssembly assembly = new ResultAssembly(evaluation, withPredictions);
        Path file = file(testClass, evaluation.candidate());
        Result result = assembly.result(testClass, judgementsByCheck);
        try {
            AtomicFiles.write(file, Json.bytes(result));
            AtomicFiles.write(timings(testClass, evaluation.candidate()), Json.bytes(assembly.timings(testClass)));
            return result;
        } catch (IOException e) {
            throw new ResultException(file + ": cannot be written: " + e, e);
        }
    }

    /**
     * Deletes a result, its timings and exported predictions, so that those of an earlier run don't pass for this one's.
     *
     * @param testClass the class whose checks judge
     * @param candidate the candidate's name
     * @throws ResultException if a file can't be deleted; the message names it
     */
    public void delete(String testClass, String candidate) {
        Path file = file(testClass, candidate);
        try {
            Files.deleteIfExists(file);
            Files.deleteIfExists(timings(testClass, candidate));
            for (Format format : Format.values()) {
                Files.deleteIfExists(predictions(testClass, candidate, format));
            }
        } catch (IOException e) {
            throw new ResultException(file + ": cannot be deleted: " + e, e);
        }
    }

    /**
     * Exports out-of-fold predictions to a file beside the result, and deletes those of an earlier run in another form.
     *
     * @param testClass the class whose checks judged
     * @param evaluation the candidate's evaluation
     * @param format the form; empty to export nothing
     * @throws ResultException if a file can't be written or deleted; the message names it
     */
    public void export(String testClass, Evaluation evaluation, Optional<Format> format) {
        for (Format each : Format.values()) {
            Path file = predictions(testClass, evaluation.candidate(), each);
            if (format.isPresent() && format.get() == each) {
                OutOfFoldPredictions.of(evaluation).write(each, file);
            } else {
                try {
                    Files.deleteIfExists(file);
                } catch (IOException e) {
                    throw new ResultException(file + ": cannot be deleted: " + e, e);
                }
            }
        }
    }

    private Path predictions(String testClass, String candidate, Format format) {
        return directory.resolve(testClass).resolve(encoded(candidate) + ".predictions." + format.extension());
    }

    private Path timings(String testClass, String candidate) {
        return directory.resolve(testClass).resolve(encoded(candidate) + ".timings.json");
    }

    /**
     * Returns where the summary of a class is.
     *
     * @param testClass the class whose checks judge
     * @return the file, whether it exists or not
     */
    public Path summaryFile(String testClass) {
        return directory.resolve(testClass).resolve(SUMMARY);
    }

    /**
     * Writes the summary of a class, replacing that of an earlier run. Results of candidates that it doesn't name are not
     * read as results of the class any more.
     *
     * @param summary what is to be said of all candidates together
     * @throws ResultException if the file can't be written; the message names it
     */
    public void writeSummary(ClassResult summary) {
        Path file = summaryFile(summary.testClass());
        try {
            AtomicFiles.write(file, Json.bytes(summary));
        } catch (IOException e) {
            throw new ResultException(file + ": cannot be written: " + e, e);
        }
    }

    /**
     * Deletes the summary of a class, so that an earlier run's doesn't pass for this one's.
     *
     * @param testClass the class whose checks judge
     * @return whether anything of the class is there, from an earlier run
     * @throws ResultException if the file can't be deleted; the message names it
     */
    public boolean deleteSummary(String testClass) {
        Path file = summaryFile(testClass);
        try {
            // where a file is in the folder's place, writing will tell
            if (Files.exists(file)) {
                Files.delete(file);
            }
        } catch (IOException e) {
            throw new ResultException(file + ": cannot be deleted: " + e, e);
        }
        return Files.isDirectory(directory.resolve(testClass));
    }

    /**
     * Reads how a candidate was run and how long its folds took.
     *
     * @param testClass the class whose checks judged
     * @param candidate the candidate's name
     * @return the timings; empty if there is no such file, as where only results were kept
     * @throws ResultException if the file can't be read, is none of timings, or of a version that this one doesn't know; the
     *     message names it
     */
    public Optional<Timings> readTimings(String testClass, String candidate) {
        Path file = timings(testClass, candidate);
        return Files.exists(file) ? Optional.of(read(file, JsonForm.TIMINGS)) : Optional.empty();
    }

    /**
     * Reads all results of a folder.
     *
     * @param directory such as {@code target/assay}
     * @return the classes by name, each with the results of the candidates that its summary names, in that order; without a
     *     summary file all there are by name. None if there is nothing in the folder
     * @throws ResultException if there is no such folder, or a file can't be read, is no result, or of a version that this one
     *     doesn't know; the message names it
     */
    public static List<ClassResults> readAll(Path directory) {
        return new ResultFolder(directory).read();
    }

    /**
     * Reads the results of one class.
     *
     * @param folder of the class, such as {@code target/assay/org.clinic.TumourModelTest}
     * @return its results; empty if there are none
     * @throws ResultException as {@link #readAll} does
     */
    public static Optional<ClassResults> readClass(Path folder) {
        return ResultFolder.ofClass(folder);
    }

    /**
     * Reads a result.
     *
     * @param file a file that {@link #write} wrote
     * @return the result
     * @throws ResultException if the file can't be read, is no result, or of a version that this one doesn't know; the
     *     message names it
     */
    public static Result read(Path file) {
        return read(file, JsonForm.RESULT);
    }

    static <T> T read(Path file, JsonForm<T> form) {
        try {
            return Json.read(file, Files.readAllBytes(file), form);
        } catch (NoSuchFileException e) {
            throw new ResultException(file + ": no such file", e);
        } catch (IOException e) {
            throw new ResultException(file + ": cannot be read: " + e, e);
        }
    }

    /** Percent-encodes all but letters, digits and -_~, also dots, which set timings apart; shortens what file systems can't hold. */
    static String encoded(String name) {
        StringBuilder encoded = new StringBuilder();
        for (byte b : name.getBytes(StandardCharsets.UTF_8)) {
            char c = (char) (b & 0xff);
            boolean plain =
                    (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || "-_~".indexOf(c) >= 0;
            if (plain) {
                encoded.append(c);
            } else {
                encoded.append('%').append(String.format("%02X", (int) c));
            }
        }
        return encoded.length() <= LONGEST_NAME
                ? encoded.toString()
                : encoded.substring(0, LONGEST_NAME - 9) + "~" + String.format("%08x", name.hashCode());
    }
}
