package dev.assay.adapters.allure;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import dev.assay.result.ClassResults;
import dev.assay.result.PlotData.SliceEntry;
import dev.assay.result.PlotData.WorstPrediction;
import dev.assay.result.Result;
import dev.assay.result.Result.Confusion;
import dev.assay.result.Result.FoldEntry;
import dev.assay.result.Result.MetricEntry;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A table of a result.
 *
 * @param title for readers
 * @param rows its rows of as many cells each, the head first
 */
record EvidenceTable(String title, List<List<String>> rows) {

    /** Returns the tables of a candidate. */
    static List<EvidenceTable> of(Result result) {
        List<EvidenceTable> tables = new ArrayList<>();
        tables.add(metrics(result));
        if (result.folds().size() > 1) {
            tables.add(folds(result));
        }
        if (result.confusion() != null) {
            tables.add(confusion(result.confusion()));
        }
        if (!result.plots().slices().isEmpty()) {
            tables.add(slices(result.plots().slices()));
        }
        if (!result.plots().worst().isEmpty()) {
            tables.add(worst(result.plots().worst()));
        }
        return tables;
    }

    /** Returns the table of all candidates' metrics. */
    static EvidenceTable candidates(ClassResults results) {
        List<List<String>> rows = new ArrayList<>();
        rows.add(List.of("candidate", "metric", "value", "lower 95 %", "upper 95 %"));
        for (Result result : results.results()) {
            for (MetricEntry metric : result.metrics()) {
                rows.add(List.of(
                        result.candidate(),
                        metric.name(),
                        number(metric.value()),
                        number(metric.interval().lower()),
                        number(metric.interval().upper())));
            }
        }
        return new EvidenceTable("Metrics of all candidates", rows);
    }

    private static EvidenceTable metrics(Result result) {
        List<List<String>> rows = new ArrayList<>();
        rows.add(List.of("metric", "value", "lower 95 %", "upper 95 %", "interval", "undefined"));
        for (MetricEntry metric : result.metrics()) {
            rows.add(List.of(
                    metric.name(),
                    number(metric.value()),
                    number(metric.interval().lower()),
                    number(metric.interval().upper()),
                    text(
                            metric.interval().method() == null
                                    ? metric.interval().unknown()
                                    : metric.interval().method()),
                    text(metric.undefined())));
        }
        return new EvidenceTable("Metrics", rows);
    }

    private static EvidenceTable folds(Result result) {
        List<MetricEntry> metrics = result.metrics().stream()
                .filter(metric -> metric.folds().size() == result.folds().size())
                .toList();
        List<List<String>> rows = new ArrayList<>();
        List<String> head = new ArrayList<>(List.of("repeat", "fold", "trained on", "tested on"));
        metrics.forEach(metric -> head.add(metric.name()));
        rows.add(head);
        for (int i = 0; i < result.folds().size(); i++) {
            FoldEntry fold = result.folds().get(i);
            List<String> row = new ArrayList<>(List.of(
                    Integer.toString(fold.repeat() + 1),
                    Integer.toString(fold.fold() + 1),
                    Integer.toString(fold.trainSize()),
                    Integer.toString(fold.testSize())));
            for (MetricEntry metric : metrics) {
                row.add(number(metric.folds().get(i)));
            }
            rows.add(row);
        }
        return new EvidenceTable("Folds", rows);
    }

    private static EvidenceTable confusion(Confusion confusion) {
        List<List<String>> rows = new ArrayList<>();
        List<String> head = new ArrayList<>(List.of("truth \\ predicted"));
        head.addAll(confusion.labels());
        rows.add(head);
        for (int i = 0; i < confusion.counts().size(); i++) {
            List<String> row = new ArrayList<>(List.of(confusion.labels().get(i)));
            confusion.counts().get(i).forEach(count -> row.add(number(count)));
            rows.add(row);
        }
        return new EvidenceTable("Confusion matrix", rows);
    }

    private static EvidenceTable slices(List<SliceEntry> slices) {
        List<List<String>> rows = new ArrayList<>();
        rows.add(List.of("by", "slice", "examples", "metric", "value", "lower 95 %", "upper 95 %"));
        for (SliceEntry slice : slices) {
            rows.add(List.of(
                    slice.by(),
                    slice.slice(),
                    Integer.toString(slice.examples()),
                    slice.metric(),
                    number(slice.value()),
                    number(slice.lower()),
                    number(slice.upper())));
        }
        return new EvidenceTable("Slices", rows);
    }

    private static EvidenceTable worst(List<WorstPrediction> worst) {
        List<List<String>> rows = new ArrayList<>();
        rows.add(List.of("example", "truth", "predicted", "score", "score of the truth", "place"));
        for (WorstPrediction prediction : worst) {
            rows.add(List.of(
                    prediction.id(),
                    prediction.truth(),
                    prediction.predicted(),
                    number(prediction.score()),
                    number(prediction.trueScore()),
                    prediction.place()));
        }
        return new EvidenceTable("Worst predictions", rows);
    }

    private static String text(@Nullable String text) {
        return text == null ? "" : text;
    }

    private static String number(@Nullable Double number) {
        return number == null ? "" : Figures.of(number);
    }

    /** Writes the table as comma-separated values. */
    String csv() {
        StringWriter text = new StringWriter();
        try (CsvWriter writer =
                CsvWriter.builder().lineDelimiter(LineDelimiter.LF).build(text)) {
            rows.forEach(writer::writeRecord);
        } catch (IOException e) {
            // never, in memory
            throw new UncheckedIOException(e);
        }
        return text.toString();
    }
}
