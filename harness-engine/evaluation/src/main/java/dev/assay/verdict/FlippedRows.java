package dev.assay.verdict;

import dev.assay.data.LabelTargets;
import dev.assay.prediction.LabelPredictions;
import dev.assay.statistics.Enrichment;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Words which rows were right and are wrong now, and in what they concentrate. */
final class FlippedRows {

    private static final int MOST_ROWS = 10;
    private static final int MOST_PARTS = 3;
    private static final double SIGNIFICANCE = 0.05;

    /** How many rows of one label, group or value of an attribute flipped. */
    private record Part(String name, Enrichment flips) {}

    private final PairedRows rows;
    private final int[] tested;
    private final int[] toWrong;

    private FlippedRows(PairedRows rows) {
        this.rows = rows;
        this.tested = rows.evaluation().testedRows(0);
        this.toWrong = IntStream.range(0, rows.size())
                .filter(row -> rows.wasRight(row) && !rows.isRight(row))
                .toArray();
    }

    /** Returns lines of a message; none if labels are not what is predicted. */
    static List<String> lines(PairedRows rows) {
        return rows.areLabels() ? new FlippedRows(rows).lines() : List.of();
    }

    private List<String> lines() {
        long toRight = IntStream.range(0, rows.size())
                .filter(row -> !rows.wasRight(row) && rows.isRight(row))
                .count();
        List<String> lines = new ArrayList<>();
        lines.add("  flipped: " + toWrong.length + " from right to wrong, " + toRight + " from wrong to right, of "
                + rows.size());
        IntStream.of(toWrong).limit(MOST_ROWS).forEach(row -> lines.add("    " + row(row)));
        if (toWrong.length > MOST_ROWS) {
            lines.add("    and " + (toWrong.length - MOST_ROWS) + " more");
        }
        if (toWrong.length > 0) {
            lines.add("  by label: " + byLabel());
            rows.evaluation().groups().ifPresent(groups -> lines.addAll(concentrations("group", groups::get)));
            rows.evaluation().attributes().forEach((name, values) -> lines.addAll(concentrations(name, values::get)));
        }
        return lines;
    }

    private String row(int row) {
        LabelPredictions before = (LabelPredictions) rows.before();
        LabelPredictions now = (LabelPredictions) rows.now();
        return "example " + rows.evaluation().id(tested[row]) + ": truth and before \"" + before.label(row)
                + "\", now \"" + now.label(row) + "\"";
    }

    private String byLabel() {
        LabelTargets truth = (LabelTargets) rows.truth();
        List<Part> parts = parts(truth::label);
        String shown = parts.stream()
                .filter(part -> part.flips.inPart() > 0)
                .sorted(Comparator.comparing((Part part) -> -part.flips.inPart()))
                .limit(MOST_PARTS)
                .map(part -> part.flips.inPart() + " of " + part.flips.part() + " \"" + part.name + "\"")
                .collect(Collectors.joining(", "));
        long more = parts.stream().filter(part -> part.flips.inPart() > 0).count() - MOST_PARTS;
        return shown + (more > 0 ? " and others" : "");
    }

    /** Names those values that have more than their share beyond chance, corrected for how many values there are. */
    private List<String> concentrations(String attribute, IntFunction<String> valueOfExample) {
        List<Part> parts = parts(row -> valueOfExample.apply(tested[row]));
        return parts.stream()
                .filter(part -> part.flips.pValue() * parts.size() < SIGNIFICANCE)
                .sorted(Comparator.comparing((Part part) -> part.flips.pValue()).thenComparing(Part::name))
                .limit(MOST_PARTS)
                .map(part -> "  concentrated: " + part.flips.inPart() + " of " + toWrong.length + " are of " + attribute
                        + " \"" + part.name + "\", which has " + part.flips.part() + " of " + rows.size() + " examples")
                .toList();
    }

    private List<Part> parts(IntFunction<String> nameOfRow) {
        Map<String, Integer> sizes = new TreeMap<>();
        Map<String, Integer> flips = new TreeMap<>();
        IntStream.range(0, rows.size()).forEach(row -> sizes.merge(nameOfRow.apply(row), 1, Integer::sum));
        IntStream.of(toWrong).forEach(row -> flips.merge(nameOfRow.apply(row), 1, Integer::sum));
        List<Part> parts = new ArrayList<>();
        sizes.forEach((name, size) -> parts.add(
                new Part(name, Enrichment.of(flips.getOrDefault(name, 0), toWrong.length, size, rows.size()))));
        return parts;
    }
}
