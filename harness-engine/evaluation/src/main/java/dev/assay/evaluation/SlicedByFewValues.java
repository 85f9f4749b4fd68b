package dev.assay.evaluation;

import dev.assay.data.Column;
import dev.assay.data.Columns;
import dev.assay.data.Dataset;
import dev.assay.data.Row;
import dev.assay.data.Slice;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.IntFunction;
import java.util.function.IntUnaryOperator;
import java.util.stream.IntStream;

/** Takes the parts of an evaluation by all that has few values, each row once for all values together. */
final class SlicedByFewValues {

    /** So many rows take about a second. */
    private static final long MOST_ROWS = 2_000_000;

    private final Evaluation.Facts whole;
    private final Dataset<?> data;
    private final int mostValues;

    SlicedByFewValues(Evaluation.Facts whole, int mostValues) {
        this.whole = whole;
        this.data = whole.data();
        this.mostValues = mostValues;
    }

    Map<String, SortedMap<String, Evaluation>> parts(int mostParts) {
        Map<String, SortedMap<String, Evaluation>> parts = new LinkedHashMap<>();
        long tested = whole.folds().stream()
                .mapToLong(fold -> fold.split().testSize())
                .sum();
        long rows = 0;
        int count = 0;
        for (Map.Entry<String, IntFunction<String>> each : values().entrySet()) {
            if (count + 2 > mostParts || rows + tested > MOST_ROWS) {
                // nor are the values of all that is left looked at, which may be many columns of many rows
                break;
            }
            List<String> values = distinct(each.getValue());
            if (values.size() >= 2 && count + values.size() <= mostParts) {
                SortedMap<String, Evaluation> byValue = parts(each.getKey(), each.getValue(), values);
                parts.put(each.getKey(), byValue);
                count += byValue.size();
                rows += tested;
            }
        }
        return parts;
    }

    /** Returns what data can be sliced by, groups first, and its value in each row. */
    private Map<String, IntFunction<String>> values() {
        Map<String, IntFunction<String>> values = new LinkedHashMap<>();
        List<String> attributes = data.attributeNames();
        if (!attributes.contains(Slice.GROUP)) {
            data.groups().ifPresent(groups -> values.put(Slice.GROUP, groups::get));
        }
        attributes.forEach(name -> values.put(name, data.attribute(name)::get));
        if (data.size() > 0 && data.input(0) instanceof Row first && haveColumns(first.columns())) {
            first.columns().asList().stream()
                    .filter(column -> column.type() != Column.Type.NUMBER)
                    .map(Column::name)
                    .sorted()
                    .forEach(name -> values.putIfAbsent(name, row -> ((Row) data.input(row)).text(name)));
        }
        return values;
    }

    /** Tells whether all inputs are rows of the same columns, as those of a table are. */
    private boolean haveColumns(Columns columns) {
        return data.inputs().stream()
                .allMatch(input -> input instanceof Row row && row.columns().equals(columns));
    }

    /** Returns the values, sorted; none if there are too many. */
    private List<String> distinct(IntFunction<String> value) {
        TreeSet<String> values = new TreeSet<>();
        for (int row = 0; row < data.size(); row++) {
            values.add(value.apply(row));
            if (values.size() > mostValues) {
                return List.of();
            }
        }
        return List.copyOf(values);
    }

    private SortedMap<String, Evaluation> parts(String by, IntFunction<String> value, List<String> values) {
        Map<String, Integer> codes = new TreeMap<>();
        values.forEach(each -> codes.put(each, codes.size()));
        int[] code = IntStream.range(0, data.size())
                .map(row -> codes.get(value.apply(row)))
                .toArray();
        int[] position = new int[code.length];
        List<int[]> rowsOf = placesByCode(code.length, row -> code[row], values.size());
        rowsOf.forEach(rows -> IntStream.range(0, rows.length).forEach(i -> position[rows[i]] = i));
        List<Dataset<?>> dataOf = new ArrayList<>();
        List<List<Fold>> foldsOf = new ArrayList<>();
        for (int part = 0; part < values.size(); part++) {
            dataOf.add(data.select(rowsOf.get(part))
                    .named(data.name() + ", " + Slice.of(by, values.get(part)).name()));
            foldsOf.add(new ArrayList<>());
        }
        for (Fold fold : whole.folds()) {
            int[] tested = fold.split().testRows();
            List<int[]> placesOf = placesByCode(tested.length, i -> code[tested[i]], values.size());
            for (int part = 0; part < values.size(); part++) {
                int[] places = placesOf.get(part);
                if (places.length > 0) {
                    int[] left =
                            IntStream.of(places).map(i -> position[tested[i]]).toArray();
                    foldsOf.get(part).add(Sliced.part(fold, dataOf.get(part), left, places));
                }
            }
        }
        SortedMap<String, Evaluation> parts = new TreeMap<>();
        for (int part = 0; part < values.size(); part++) {
            if (!foldsOf.get(part).isEmpty()) {
                parts.put(values.get(part), new Evaluation(Sliced.of(whole, dataOf.get(part), foldsOf.get(part))));
            }
        }
        return parts;
    }

    /** Sorts places, ascending, by their codes. */
    private static List<int[]> placesByCode(int size, IntUnaryOperator code, int codes) {
        int[] counts = new int[codes];
        for (int place = 0; place < size; place++) {
            counts[code.applyAsInt(place)]++;
        }
        List<int[]> places = Arrays.stream(counts).mapToObj(int[]::new).toList();
        int[] next = new int[codes];
        for (int place = 0; place < size; place++) {
            int ofPlace = code.applyAsInt(place);
            places.get(ofPlace)[next[ofPlace]++] = place;
        }
        return places;
    }
}
