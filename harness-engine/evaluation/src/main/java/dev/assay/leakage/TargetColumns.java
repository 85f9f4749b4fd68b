package dev.assay.leakage;

import dev.assay.data.Dataset;
import dev.assay.data.LabelSetTargets;
import dev.assay.data.LabelTargets;
import dev.assay.data.NumberTargets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.IntUnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Finds columns of which each alone tells the target of every example. */
final class TargetColumns {

    /** Values must be seen that often on average: those of measurements, which may separate labels, hardly ever are. */
    private static final int LEAST_REPETITION = 5;
    /** With fewer examples, one line or another runs through all of them. */
    private static final int LEAST_ON_A_LINE = 3;

    private static final double LINE_TOLERANCE = 1e-9;
    private static final int UNKNOWN = -1;

    /** What to say of a column. */
    private record Described(String words, List<Integer> rows) {}

    private final Dataset<?> data;
    private final List<InputColumn> columns;
    private final Map<String, Described> found = new LinkedHashMap<>();

    private TargetColumns(Dataset<?> data, List<InputColumn> columns) {
        this.data = data;
        this.columns = columns;
    }

    static Optional<Finding> find(Dataset<?> data, List<InputColumn> columns) {
        TargetColumns search = new TargetColumns(data, columns);
        if (data.targets() instanceof LabelTargets labels) {
            search.labels(labels);
        } else if (data.targets() instanceof NumberTargets numbers) {
            search.numbers(numbers);
        } else if (data.targets() instanceof LabelSetTargets sets) {
            search.sets(sets);
        }
        return search.finding();
    }

    private void labels(LabelTargets targets) {
        int[] counts = targets.counts();
        int occurring = (int) IntStream.of(counts).filter(count -> count > 0).count();
        if (occurring < 2) {
            return;
        }
        Coincidence coincidence = new Coincidence(counts, columns.size());
        double logLabels = Math.log(occurring);
        for (InputColumn column : columns) {
            if (column instanceof InputColumn.Texts texts && areNames(texts, targets)) {
                found.put(column.name(), new Described("it holds the labels themselves", List.of(0)));
                continue;
            }
            values(column)
                    .filter(values -> coincidence.isRuledOut(values.number() * logLabels))
                    .filter(values -> tellsAll(values, targets::index))
                    .ifPresent(values -> found.put(
                            column.name(), ofValues(column, values, row -> "\"" + targets.label(row) + "\"")));
        }
    }

    private static boolean areNames(InputColumn.Texts column, LabelTargets targets) {
        return IntStream.range(0, targets.size())
                .allMatch(row -> column.value(row).equals(targets.label(row)));
    }

    private Optional<Values> values(InputColumn column) {
        return Values.of(column, data.size(), data.size() / LEAST_REPETITION).filter(values -> values.number() > 1);
    }

    private boolean tellsAll(Values values, IntUnaryOperator targetOfRow) {
        int[] targetOfValue = new int[values.number()];
        Arrays.fill(targetOfValue, UNKNOWN);
        for (int row = 0; row < data.size(); row++) {
            int value = values.code(row);
            int target = targetOfRow.applyAsInt(row);
            if (targetOfValue[value] != UNKNOWN && targetOfValue[value] != target) {
                return false;
            }
            targetOfValue[value] = target;
        }
        return true;
    }

    /** Writes a target of a row. */
    private interface TargetWords {

        String of(int row);
    }

    private Described ofValues(InputColumn column, Values values, TargetWords target) {
        List<Integer> rows = firstRows(values);
        return new Described(
                "each of its " + values.number() + " values comes with one target only: "
                        + rows.stream()
                                .map(row -> column.cell(row) + " with " + target.of(row) + " (as in example "
                                        + data.id(row) + ")")
                                .collect(Collectors.joining(", "))
                        + (values.number() > rows.size() ? ", …" : ""),
                rows);
    }

    private List<Integer> firstRows(Values values) {
        List<Integer> rows = new ArrayList<>();
        for (int row = 0; row < data.size() && rows.size() < Words.MOST; row++) {
            if (values.code(row) == rows.size()) {
                rows.add(row);
            }
        }
        return rows;
    }

    private void sets(LabelSetTargets targets) {
        int labels = targets.labels().size();
        List<Integer> informative = new ArrayList<>();
        List<Coincidence> coincidences = new ArrayList<>();
        for (int label = 0; label < labels; label++) {
            int number = label;
            int having = (int) IntStream.range(0, targets.size())
                    .filter(row -> targets.contains(row, number))
                    .count();
            if (having > 0 && having < targets.size()) {
                informative.add(label);
                coincidences.add(new Coincidence(new int[] {having, targets.size() - having}, columns.size() * labels));
            }
        }
        for (InputColumn column : columns) {
            Optional<Values> values = values(column);
            for (int i = 0; i < informative.size() && values.isPresent(); i++) {
                int label = informative.get(i);
                if (coincidences.get(i).isRuledOut(values.get().number() * Math.log(2))
                        && tellsAll(values.get(), row -> targets.contains(row, label) ? 1 : 0)) {
                    String name = targets.labels().name(label);
                    found.putIfAbsent(
                            column.name(),
                            ofValues(
                                    column,
                                    values.get(),
                                    row -> (targets.contains(row, label) ? "\"" : "no \"") + name + "\""));
                }
            }
        }
    }

    private void numbers(NumberTargets targets) {
        int n = targets.size();
        double[] sorted = targets.values();
        Arrays.sort(sorted);
        if (n < LEAST_ON_A_LINE || sorted[0] == sorted[n - 1]) {
            return;
        }
        Coincidence coincidence = new Coincidence(runs(sorted), columns.size());
        for (InputColumn column : columns) {
            if (!(column instanceof InputColumn.Numbers numbers)) {
                continue;
            }
            if (IntStream.range(0, n).allMatch(row -> numbers.value(row) == targets.value(row))) {
                found.put(
                        column.name(),
                        new Described(
                                "it equals the target, such as " + column.cell(0) + " in example " + data.id(0),
                                List.of(0)));
            } else if (coincidence.isRuledOut(Math.log(2))) {
                line(numbers, targets).ifPresent(described -> found.put(column.name(), described));
            }
        }
    }

    /** Counts how often each number is there. */
    private static int[] runs(double... sorted) {
        int[] counts = new int[sorted.length];
        int run = 0;
        for (int i = 0; i < sorted.length; i++) {
            if (i > 0 && sorted[i] != sorted[i - 1]) {
                run++;
            }
            counts[run]++;
        }
        return Arrays.copyOf(counts, run + 1);
    }

    private Optional<Described> line(InputColumn.Numbers column, NumberTargets targets) {
        int low = 0;
        int high = 0;
        for (int row = 0; row < targets.size(); row++) {
            double x = column.value(row);
            if (!Double.isFinite(x)) {
                return Optional.empty();
            }
            low = x < column.value(low) ? row : low;
            high = x > column.value(high) ? row : high;
        }
        double x0 = column.value(low);
        double y0 = targets.value(low);
        double rise = targets.value(high) - y0;
        double slope = rise / (column.value(high) - x0);
        if (rise == 0 || !Double.isFinite(slope)) {
            return Optional.empty();
        }
        double tolerance = LINE_TOLERANCE * Math.abs(rise);
        for (int row = 0; row < targets.size(); row++) {
            if (!(Math.abs(targets.value(row) - (y0 + slope * (column.value(row) - x0))) <= tolerance)) {
                return Optional.empty();
            }
        }
        return Optional.of(new Described(
                "the target is a line of it: " + point(column, targets, low) + ", " + point(column, targets, high),
                List.of(low, high)));
    }

    private String point(InputColumn column, NumberTargets targets, int row) {
        return Words.number(targets.value(row)) + " at " + column.cell(row) + " (example " + data.id(row) + ")";
    }

    private Optional<Finding> finding() {
        if (found.isEmpty()) {
            return Optional.empty();
        }
        List<String> first = new ArrayList<>();
        Set<String> rows = new LinkedHashSet<>();
        found.entrySet().stream().limit(Words.MOST).forEach(entry -> {
            first.add("'" + entry.getKey() + "', since " + entry.getValue().words());
            entry.getValue().rows().forEach(row -> rows.add(data.id(row)));
        });
        return Optional.of(new Finding(
                Finding.Kind.TARGET_AMONG_INPUTS,
                (found.size() == 1 ? "a single column tells" : found.size() + " columns each tell")
                        + " the target of all " + data.size() + " examples: "
                        + Words.list(first, found.size(), "column")
                        + "; leave out what is not known before the target is",
                found.size(),
                List.copyOf(rows),
                List.copyOf(found.keySet()),
                List.of()));
    }
}
