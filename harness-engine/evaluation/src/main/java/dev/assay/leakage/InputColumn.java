package dev.assay.leakage;

import dev.assay.data.Column;
import dev.assay.data.Columns;
import dev.assay.data.Dataset;
import dev.assay.data.Row;
import java.lang.reflect.Array;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.function.IntFunction;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;

/** A column of the inputs, such as a feature of numeric vectors. */
sealed interface InputColumn {

    String name();

    /** Writes a cell as sentences do. */
    String cell(int row);

    /** A column of numbers. */
    record Numbers(String name, IntToDoubleFunction cells) implements InputColumn {

        double value(int row) {
            return cells.applyAsDouble(row);
        }

        @Override
        public String cell(int row) {
            return Words.number(value(row));
        }
    }

    /** A column of texts, which are free texts or names of something. */
    record Texts(String name, boolean isFree, IntFunction<String> cells) implements InputColumn {

        String value(int row) {
            return cells.apply(row);
        }

        @Override
        public String cell(int row) {
            return "\"" + value(row) + "\"";
        }
    }

    /**
     * Returns the columns: none of inputs that are a single value, nothing where inputs don't all have the same columns, are of
     * a type that isn't known to have any, or would have to be made anew for each cell.
     */
    static Optional<List<InputColumn>> of(Dataset<?> data) {
        Object first = data.input(0);
        if (data.isLazy() && !isSingle(first)) {
            return Optional.empty();
        }
        if (first instanceof Row row) {
            return haveColumns(data, row.columns()) ? Optional.of(cells(data, row.columns())) : Optional.empty();
        }
        return isSingle(first)
                ? Optional.of(List.of())
                : cells(data, first.getClass())
                        .filter(cells -> haveShape(data, first))
                        .map(cells -> vectors(data, Array.getLength(first), cells))
                        .or(() -> features(data));
    }

    private static boolean isSingle(Object input) {
        return input instanceof CharSequence
                || input instanceof Number
                || input instanceof Boolean
                || input instanceof Character
                || input instanceof Enum<?>;
    }

    private static Optional<Cells> cells(Dataset<?> data, Class<?> type) {
        if (type == double[].class) {
            return Optional.of((row, i) -> ((double[]) data.input(row))[i]);
        }
        if (type == float[].class) {
            return Optional.of((row, i) -> ((float[]) data.input(row))[i]);
        }
        if (type == int[].class) {
            return Optional.of((row, i) -> ((int[]) data.input(row))[i]);
        }
        return type == long[].class ? Optional.of((row, i) -> ((long[]) data.input(row))[i]) : Optional.empty();
    }

    private static boolean haveShape(Dataset<?> data, Object first) {
        int length = Array.getLength(first);
        return data.inputs().stream()
                .allMatch(input -> input.getClass() == first.getClass() && Array.getLength(input) == length);
    }

    private static boolean haveColumns(Dataset<?> data, Columns columns) {
        return data.inputs().stream()
                .allMatch(input -> input instanceof Row row && row.columns().equals(columns));
    }

    /** Gives a number of a row. */
    interface Cells {

        double at(int row, int column);
    }

    private static List<InputColumn> vectors(Dataset<?> data, int length, Cells cells) {
        List<String> names = data.featureNames();
        return IntStream.range(0, length)
                .<InputColumn>mapToObj(
                        i -> new Numbers(i < names.size() ? names.get(i) : "feature " + i, row -> cells.at(row, i)))
                .toList();
    }

    /** Reads the features by which an adapter tells what its library's inputs consist of. */
    private static Optional<List<InputColumn>> features(Dataset<?> data) {
        List<String> names = List.copyOf(data.inputFeatures(0).keySet());
        if (names.isEmpty()) {
            return Optional.empty();
        }
        double[][] numbers = new double[data.size()][];
        for (int row = 0; row < numbers.length; row++) {
            SortedMap<String, Double> ofRow = data.inputFeatures(row);
            if (!List.copyOf(ofRow.keySet()).equals(names)) {
                return Optional.empty();
            }
            numbers[row] =
                    ofRow.values().stream().mapToDouble(Double::doubleValue).toArray();
        }
        return Optional.of(IntStream.range(0, names.size())
                .<InputColumn>mapToObj(i -> new Numbers(names.get(i), row -> numbers[row][i]))
                .toList());
    }

    private static List<InputColumn> cells(Dataset<?> data, Columns columns) {
        return columns.asList().stream().map(column -> cells(data, column)).toList();
    }

    private static InputColumn cells(Dataset<?> data, Column column) {
        String name = column.name();
        return column.type() == Column.Type.NUMBER
                ? new Numbers(name, row -> ((Row) data.input(row)).number(name))
                : new Texts(name, column.type() == Column.Type.TEXT, row -> ((Row) data.input(row)).text(name));
    }
}
