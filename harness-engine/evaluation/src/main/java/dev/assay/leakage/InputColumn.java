package dev.assay.leakage;

import dev.assay.data.Column;
import dev.assay.data.Columns;
import dev.assay.data.Dataset;
import dev.assay.data.Row;
import java.util.List;
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

    /** Returns the columns; none unless all inputs have the same ones. */
    static List<InputColumn> of(Dataset<?> data) {
        Object first = data.input(0);
        if (first instanceof double[] numbers) {
            return haveShape(data, numbers)
                    ? vectors(data, numbers.length, (row, i) -> ((double[]) data.input(row))[i])
                    : List.of();
        }
        if (first instanceof float[] numbers) {
            return haveShape(data, numbers)
                    ? vectors(data, numbers.length, (row, i) -> ((float[]) data.input(row))[i])
                    : List.of();
        }
        return first instanceof Row row && haveColumns(data, row.columns()) ? cells(data, row.columns()) : List.of();
    }

    private static boolean haveShape(Dataset<?> data, double[] first) {
        return data.inputs().stream()
                .allMatch(input -> input instanceof double[] numbers && numbers.length == first.length);
    }

    private static boolean haveShape(Dataset<?> data, float[] first) {
        return data.inputs().stream()
                .allMatch(input -> input instanceof float[] numbers && numbers.length == first.length);
    }

    private static boolean haveColumns(Dataset<?> data, Columns columns) {
        return data.inputs().stream()
                .allMatch(input -> input instanceof Row row && row.columns().equals(columns));
    }

    /** Gives a number of a row. */
    interface Features {

        double at(int row, int feature);
    }

    private static List<InputColumn> vectors(Dataset<?> data, int length, Features features) {
        List<String> names = data.featureNames();
        return IntStream.range(0, length)
                .<InputColumn>mapToObj(
                        i -> new Numbers(i < names.size() ? names.get(i) : "feature " + i, row -> features.at(row, i)))
                .toList();
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
