package dev.assay.evaluation;

import dev.assay.metric.Metric;
import dev.assay.metric.MetricValue;
import dev.assay.metric.Metrics;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** Lays out the usual metrics of several candidates as a plain-text table. */
public final class SummaryTable {

    private SummaryTable() {}

    /**
     * Makes the table.
     *
     * @param evaluations of candidates on the same data, at least one
     * @return a line that says what was evaluated, a line of metric names, and a line for each candidate, each ended by a
     *     line feed
     */
    public static String of(List<Evaluation> evaluations) {
        List<Metric> metrics = Metrics.summary(evaluations.get(0).repeats().get(0));
        List<List<String>> rows = new ArrayList<>();
        List<String> header = new ArrayList<>();
        header.add("");
        metrics.forEach(metric -> header.add(metric.name()));
        rows.add(header);
        for (Evaluation evaluation : evaluations) {
            List<String> row = new ArrayList<>();
            row.add(evaluation.candidate());
            metrics.forEach(metric -> row.add(cell(evaluation.value(metric))));
            rows.add(row);
        }
        return of(evaluations, TextTable.of(rows));
    }

    /**
     * Puts another table in place of that of metrics.
     *
     * @param evaluations of candidates on the same data, at least one
     * @param table of these candidates, whole lines
     * @return a line that says what was evaluated, the table, and notes, each line ended by a line feed
     */
    public static String of(List<Evaluation> evaluations, String table) {
        Evaluation first = evaluations.get(0);
        StringBuilder text = new StringBuilder();
        text.append(first.dataName()).append(" (").append(first.size()).append(" examples): ");
        text.append(first.resampling());
        first.seed().ifPresent(seed -> text.append(", seed ").append(seed));
        text.append('\n').append(table);
        List<String> shared = shared(evaluations);
        shared.forEach(remark -> text.append("  note: ").append(remark).append('\n'));
        for (Evaluation evaluation : evaluations) {
            for (String remark : remarks(evaluation)) {
                if (!shared.contains(remark)) {
                    text.append("  note on ").append(evaluation.candidate()).append(": ");
                    text.append(remark).append('\n');
                }
            }
        }
        return text.toString();
    }

    /** Returns what is remarked on all of several, such as on their data. */
    private static List<String> shared(List<Evaluation> evaluations) {
        List<String> shared = new ArrayList<>();
        if (evaluations.size() > 1) {
            shared.addAll(remarks(evaluations.get(0)));
            evaluations.forEach(evaluation -> shared.retainAll(remarks(evaluation)));
        }
        return shared;
    }

    private static List<String> remarks(Evaluation evaluation) {
        return Stream.concat(evaluation.remarks().stream(), evaluation.remarksOnRun().stream())
                .toList();
    }

    private static String cell(MetricValue value) {
        return value instanceof MetricValue.Defined defined
                ? String.format(Locale.ROOT, "%.4f", defined.value())
                : "undefined";
    }
}
