package dev.assay.result;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import de.siegmar.fastcsv.writer.QuoteStrategies;
import dev.assay.evaluation.Evaluation;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.io.NumberOutput;

/**
 * The predictions of an evaluation as a table for other tools: one row for each example that a fold tested, fold by fold.
 *
 * <p>Columns, in this order:
 *
 * <ul>
 *   <li>{@code row}: the example's id, which is its position in the data, from 0, where it was given none
 *   <li>{@code repeat}, {@code fold}: where it was tested, both from 0
 *   <li>{@code truth}, {@code predicted}: a label, a number, a set of labels or a cluster's number
 *   <li>{@code score_<label>} for each label, where the model gives scores
 *   <li>{@code quantile_<level>} for each level, where the model predicts quantiles
 *   <li>{@code weight}, {@code group}: where the data have them
 * </ul>
 *
 * <p>Text is UTF-8, lines end with a line feed, and numbers have the fewest digits that give the same double back. In CSV a set
 * of labels is a JSON array within its cell, and what one fold lacks and others have is an empty cell; in JSON Lines it is
 * {@code null}.
 */
public final class OutOfFoldPredictions {

    /** A form of file. */
    public enum Format {
        /** Comma-separated values (RFC 4180) with a header. */
        CSV("csv"),
        /** A JSON object on each line. */
        JSON_LINES("jsonl");

        private final String extension;

        Format(String extension) {
            this.extension = extension;
        }

        /**
         * Returns how names of such files end.
         *
         * @return the extension, without a dot
         */
        public String extension() {
            return extension;
        }
    }

    private final PredictionTable table;

    private OutOfFoldPredictions(PredictionTable table) {
        this.table = table;
    }

    /**
     * Takes the predictions of an evaluation.
     *
     * @param evaluation the evaluation
     * @return its predictions, to be written
     */
    public static OutOfFoldPredictions of(Evaluation evaluation) {
        return new OutOfFoldPredictions(new PredictionTable(evaluation));
    }

    /**
     * Writes a file, whole or not at all; folders are made.
     *
     * @param format the form
     * @param file the file, replaced if it is there
     * @throws ResultException if it can't be written; the message names it
     */
    public void write(Format format, Path file) {
        try {
            AtomicFiles.write(file, stream -> {
                Writer writer = new OutputStreamWriter(stream, StandardCharsets.UTF_8);
                write(format, writer);
            });
        } catch (IOException e) {
            throw new ResultException(file + ": cannot be written: " + e, e);
        }
    }

    /**
     * Writes to a writer, which is flushed and stays open.
     *
     * @param format the form
     * @param writer where to
     * @throws IOException if the writer fails
     */
    public void write(Format format, Writer writer) throws IOException {
        if (format == Format.CSV) {
            writeCsv(writer);
        } else {
            writeJsonLines(writer);
        }
        writer.flush();
    }

    private void writeCsv(Writer writer) throws IOException {
        CsvWriter csv = CsvWriter.builder()
                .lineDelimiter(LineDelimiter.LF)
                // so that an empty text is not taken for none
                .quoteStrategy(QuoteStrategies.EMPTY)
                .build(writer);
        csv.writeRecord(table.header());
        table.forEachRow(cells -> {
            List<@Nullable String> texts = new ArrayList<>(cells.size());
            for (Object cell : cells) {
                texts.add(text(cell));
            }
            csv.writeRecord(texts);
        });
        csv.flush();
    }

    private static @Nullable String text(@Nullable Object cell) {
        if (cell instanceof Double number) {
            return NumberOutput.toString(number, true);
        }
        if (cell instanceof List<?> labels) {
            return Json.line(labels);
        }
        return cell == null ? null : cell.toString();
    }

    private void writeJsonLines(Writer writer) throws IOException {
        List<String> header = table.header();
        table.forEachRow(cells -> {
            Map<String, @Nullable Object> line = new LinkedHashMap<>();
            for (int column = 0; column < header.size(); column++) {
                line.put(header.get(column), cells.get(column));
            }
            writer.write(Json.line(line));
            writer.write('\n');
        });
    }
}
