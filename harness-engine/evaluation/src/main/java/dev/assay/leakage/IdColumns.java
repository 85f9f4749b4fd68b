package dev.assay.leakage;

import dev.assay.data.Dataset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/** Finds columns that look like ids of examples: no two values are equal, and they look like names and not like measurements. */
final class IdColumns {

    /** With fewer examples, whatever is counted may ascend, and texts may all differ. */
    private static final int LEAST = 10;
    /** With fewer examples, whole numbers that are measured may all differ. */
    private static final int LEAST_OF_SCATTERED = 100;

    private static final double MOST_EXACT = 0x1p53;
    private static final Pattern WORD = Pattern.compile("\\S+");

    private final Dataset<?> data;
    private final List<String> names = new ArrayList<>();
    private final List<String> described = new ArrayList<>();

    private IdColumns(Dataset<?> data) {
        this.data = data;
    }

    /** Looks at these columns, but for some of which worse is known. */
    static Optional<Finding> find(Dataset<?> data, List<InputColumn> columns, Set<String> known) {
        // the only column is what predictions are made from, whatever it looks like
        if (columns.size() < 2 || data.size() < LEAST) {
            return Optional.empty();
        }
        IdColumns search = new IdColumns(data);
        columns.stream().filter(column -> !known.contains(column.name())).forEach(search::look);
        return search.finding();
    }

    private void look(InputColumn column) {
        String why = column instanceof InputColumn.Numbers numbers ? why(numbers) : why((InputColumn.Texts) column);
        if (!why.isEmpty()) {
            names.add(column.name());
            if (described.size() < Words.MOST) {
                int last = data.size() - 1;
                described.add("'" + column.name() + "' (" + why + ", from " + column.cell(0) + " of example "
                        + data.id(0) + " to " + column.cell(last) + " of example " + data.id(last) + ")");
            }
        }
    }

    /** Says why a column looks like an id, or nothing. */
    private String why(InputColumn.Numbers column) {
        int n = data.size();
        double low = Double.POSITIVE_INFINITY;
        double high = Double.NEGATIVE_INFINITY;
        boolean ascends = true;
        boolean descends = true;
        for (int row = 0; row < n; row++) {
            double value = column.value(row);
            if (value != Math.rint(value) || Math.abs(value) > MOST_EXACT) {
                return "";
            }
            low = Math.min(low, value);
            high = Math.max(high, value);
            if (row > 0) {
                ascends &= value > column.value(row - 1);
                descends &= value < column.value(row - 1);
            }
        }
        if (ascends || descends) {
            return "whole numbers that " + (ascends ? "ascend" : "descend") + " from example to example";
        }
        double range = high - low + 1;
        boolean mayBe = range >= n && (n >= LEAST_OF_SCATTERED || range < 2.0 * n);
        return mayBe && areDistinct(column) ? n + " different whole numbers" : "";
    }

    private boolean areDistinct(InputColumn.Numbers column) {
        double[] sorted =
                IntStream.range(0, data.size()).mapToDouble(column::value).toArray();
        Arrays.sort(sorted);
        return IntStream.range(1, sorted.length).noneMatch(i -> sorted[i] == sorted[i - 1]);
    }

    private String why(InputColumn.Texts column) {
        Set<String> seen = new HashSet<>();
        for (int row = 0; row < data.size(); row++) {
            String text = column.value(row);
            // free texts differ by nature, but ids are single words
            if (!seen.add(text) || (column.isFree() && !WORD.matcher(text).matches())) {
                return "";
            }
        }
        return data.size() + " different texts";
    }

    private Optional<Finding> finding() {
        return names.isEmpty()
                ? Optional.empty()
                : Optional.of(new Finding(
                        Finding.Kind.ID_COLUMN,
                        (names.size() == 1 ? "a column looks like an id" : names.size() + " columns look like ids")
                                + " of examples, by which a model can learn them by heart: "
                                + Words.list(described, names.size(), "column")
                                + "; leave ids out (CsvDataset.ids(…) keeps a column as the examples' ids)",
                        names.size(),
                        List.of(data.id(0), data.id(data.size() - 1)),
                        names,
                        List.of()));
    }
}
