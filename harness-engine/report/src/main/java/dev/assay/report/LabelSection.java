package dev.assay.report;

import dev.assay.result.PlotData.LabelCurves;
import dev.assay.result.Result;
import dev.assay.result.Result.Confusion;
import dev.assay.result.Result.MetricEntry;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** How well each label is told from the others, label by label so that candidates are beside each other. */
final class LabelSection {

    private static final String EXAMPLES = "examples";

    /** A number of a label and perhaps its interval. */
    private record Score(
            @Nullable Double value,
            @Nullable Double lower,
            @Nullable Double upper) {

        static Score of(@Nullable Double value) {
            return new Score(value, null, null);
        }
    }

    private final List<Result> results;

    LabelSection(List<Result> results) {
        this.results = results;
    }

    Section section() {
        Set<String> labels = new LinkedHashSet<>();
        Map<String, Map<String, Map<String, Score>>> scores = new LinkedHashMap<>();
        Set<String> columns = new LinkedHashSet<>();
        for (Result result : results) {
            List<String> vocabulary = result.data().labels();
            if (vocabulary != null) {
                labels.addAll(vocabulary);
                Map<String, Map<String, Score>> ofResult = new LinkedHashMap<>();
                vocabulary.forEach(label -> ofResult.put(label, scores(result, label)));
                ofResult.values().forEach(each -> columns.addAll(each.keySet()));
                scores.put(result.candidate(), ofResult);
            }
        }
        return columns.isEmpty()
                ? new Section("labels", "Labels", List.of())
                : new Section(
                        "labels",
                        "Labels",
                        List.of(table(labels, columns, scores).tag()));
    }

    private DataTable table(
            Set<String> labels, Set<String> columns, Map<String, Map<String, Map<String, Score>>> scores) {
        DataTable table =
                new DataTable("Each label against all others").texts("Label").texts("Candidate");
        columns.forEach(column -> table.numbers(capitalised(column)));
        for (String label : labels) {
            boolean first = true;
            for (Result result : results) {
                Map<String, Score> row =
                        scores.getOrDefault(result.candidate(), Map.of()).getOrDefault(label, Map.of());
                if (!row.isEmpty()) {
                    table.row(first ? "group" : "", cells(label, result.candidate(), columns, row));
                    first = false;
                }
            }
        }
        return table;
    }

    private static List<Cell> cells(String label, String candidate, Set<String> columns, Map<String, Score> row) {
        List<Cell> cells = new ArrayList<>(List.of(Cell.name(label), Cell.name(candidate)));
        for (String column : columns) {
            Score score = row.getOrDefault(column, Score.of(null));
            cells.add(
                    column.equals(EXAMPLES) && score.value() != null
                            ? Cell.number(score.value(), Figures.rows(score.value()))
                            : Cell.estimate(score.value(), score.lower(), score.upper()));
        }
        return cells;
    }

    /** Returns what is known of a label by name: first what its row and column of the confusion matrix tell. */
    private static Map<String, Score> scores(Result result, String label) {
        Map<String, Score> scores = new LinkedHashMap<>();
        Confusion confusion = result.confusion();
        if (confusion != null && confusion.labels().contains(label)) {
            confusion(confusion, confusion.labels().indexOf(label), scores);
        }
        curves(result, label).ifPresent(curves -> {
            scores.put("ROC AUC", Score.of(curves.rocArea()));
            scores.put("average precision", Score.of(curves.averagePrecision()));
        });
        String suffix = " of \"" + label + "\"";
        for (MetricEntry entry : result.metrics()) {
            if (entry.name().endsWith(suffix)) {
                String name = entry.name().substring(0, entry.name().length() - suffix.length());
                scores.put(
                        name,
                        new Score(
                                entry.value(),
                                entry.interval().lower(),
                                entry.interval().upper()));
            }
        }
        return scores;
    }

    private static Optional<LabelCurves> curves(Result result, String label) {
        return result.plots().curves().stream()
                .filter(each -> each.label().equals(label))
                .findFirst();
    }

    private static void confusion(Confusion confusion, int label, Map<String, Score> scores) {
        List<List<Double>> counts = confusion.counts();
        double examples =
                counts.get(label).stream().mapToDouble(Double::doubleValue).sum();
        double predicted = counts.stream().mapToDouble(row -> row.get(label)).sum();
        double right = counts.get(label).get(label);
        scores.put(EXAMPLES, Score.of(examples));
        scores.put("precision", ratio(right, predicted));
        scores.put("recall", ratio(right, examples));
        scores.put("F1", ratio(2 * right, examples + predicted));
    }

    private static Score ratio(double part, double whole) {
        return Score.of(whole == 0 ? null : part / whole);
    }

    private static String capitalised(String text) {
        return Character.isLowerCase(text.charAt(0)) ? Character.toUpperCase(text.charAt(0)) + text.substring(1) : text;
    }
}
