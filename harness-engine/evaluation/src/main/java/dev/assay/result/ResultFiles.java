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
 * beside it {@code <candidate>.timings.json} and perhaps {@code <candidate>.predictions.csv} or {@code .jsonl}. Files are written whole or not at all.
 */
public final class ResultFiles {

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
     * @throws ResultException if a file can't be written; the message names it
     */
    public void write(
            String testClass,
            Evaluation evaluation,
            Map<String, List<Judgement>> judgementsByCheck,
            boolean withPredictions) {
        ResultAssembly assembly = new ResultAssembly(evaluation, withPredictions);
        Path file = file(testClass, evaluation.candidate());
        try {
            AtomicFiles.write(file, Json.bytes(assembly.result(testClass, judgementsByCheck)));
            AtomicFiles.write(timings(testClass, evaluation.candidate()), Json.bytes(assembly.timings(testClass)));
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
     * Reads a result.
     *
     * @param file a file that {@link #write} wrote
     * @return the result
     * @throws ResultException if the file can't be read, is no result, or of a version that this one doesn't know; the
     *     message names it
     */
    public static Result read(Path file) {
        try {
            return Json.result(file, Files.readAllBytes(file));
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
