package dev.assay.files;

import dev.assay.data.InvalidDataException;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

/** Which example each row of a file is of. */
final class ExampleRows {

    private final FileColumns columns;
    private final List<Column> ofExamples;
    private final int[] example;
    private final int[] firstRow;

    ExampleRows(Options options, FileColumns columns) {
        this.columns = columns;
        this.ofExamples = columns.ofExamples();
        this.example = columns.ids().map(this::byId).orElseGet(() -> {
            requireNoneTwice(options);
            return IntStream.range(0, columns.rows()).toArray();
        });
        int size = IntStream.of(example).max().orElse(-1) + 1;
        this.firstRow = new int[size];
        Arrays.fill(firstRow, -1);
        for (int row = 0; row < example.length; row++) {
            if (firstRow[example[row]] < 0) {
                firstRow[example[row]] = row;
            } else {
                requireSame(firstRow[example[row]], row);
            }
        }
    }

    private void requireNoneTwice(Options options) {
        for (Role role : List.of(Role.MODEL, Role.REPEAT)) {
            boolean several =
                    columns.texts(role).map(texts -> texts.values().size() > 1).orElse(false);
            if (several) {
                throw new InvalidDataException(options.file + ": column '" + options.name(role.conventional)
                        + "' says that each example is in several rows, but there is no column '"
                        + options.name("row")
                        + "' that says which rows are of one example; add the example's id, "
                        + "or name its column with column(\"row\", …)");
            }
        }
    }

    private int[] byId(IdColumn ids) {
        return ids.isOfNumbers() ? byNumber(ids) : byText(ids);
    }

    private int[] byNumber(IdColumn ids) {
        long[] numbers =
                IntStream.range(0, columns.rows()).mapToLong(ids::number).toArray();
        boolean ascending = true;
        for (int row = 1; row < numbers.length && ascending; row++) {
            ascending = numbers[row] > numbers[row - 1];
        }
        if (ascending) {
            return IntStream.range(0, numbers.length).toArray();
        }
        long[] distinct = numbers.clone();
        Arrays.parallelSort(distinct);
        int size = 1;
        for (int i = 1; i < distinct.length; i++) {
            if (distinct[i] != distinct[size - 1]) {
                distinct[size++] = distinct[i];
            }
        }
        int[] places = new int[numbers.length];
        for (int row = 0; row < places.length; row++) {
            places[row] = Arrays.binarySearch(distinct, 0, size, numbers[row]);
        }
        return places;
    }

    private int[] byText(IdColumn ids) {
        Map<String, Integer> places = new HashMap<>();
        int[] place = new int[columns.rows()];
        for (int row = 0; row < place.length; row++) {
            place[row] = places.computeIfAbsent(ids.text(row), id -> places.size());
        }
        return place;
    }

    /** What is said of an example must be the same wherever it is. */
    private void requireSame(int first, int row) {
        for (Column column : ofExamples) {
            if (column instanceof NumberColumn numbers) {
                requireSame(numbers, first, row);
            } else if (column instanceof TextColumn texts) {
                requireSame(texts, first, row);
            }
        }
    }

    private void requireSame(TextColumn texts, int first, int row) {
        if (texts.code(first) != texts.code(row)) {
            throw differs(texts, first, row, text(texts, first), text(texts, row));
        }
    }

    private static String text(TextColumn texts, int row) {
        return texts.isMissing(row) ? "" : texts.get(row);
    }

    private void requireSame(NumberColumn numbers, int first, int row) {
        if (Double.compare(numbers.get(first), numbers.get(row)) != 0) {
            throw differs(numbers, first, row, String.valueOf(numbers.get(first)), String.valueOf(numbers.get(row)));
        }
    }

    private InvalidDataException differs(Column column, int first, int row, String before, String now) {
        return columns.places()
                .fault(
                        row,
                        column,
                        "example " + id(example[row]) + " has \"" + now + "\" here, but \"" + before + "\" in "
                                + columns.places().of(first)
                                + "; make them the same, or leave the column out with ignoring(\"" + column.name()
                                + "\")");
    }

    int size() {
        return firstRow.length;
    }

    /** Returns the example of a row. */
    int example(int row) {
        return example[row];
    }

    /** Returns a row of an example. */
    int row(int position) {
        return firstRow[position];
    }

    String id(int position) {
        return columns.ids().map(ids -> ids.text(firstRow[position])).orElse(String.valueOf(position));
    }

    /** Returns the ids, unless they are the positions anyway. */
    Optional<List<String>> ids() {
        Optional<IdColumn> ids = columns.ids();
        boolean needed = ids.isPresent()
                && IntStream.range(0, size())
                        .anyMatch(i -> !ids.get().isOfNumbers() || ids.get().number(firstRow[i]) != i);
        return needed
                ? Optional.of(IntStream.range(0, size()).mapToObj(this::id).toList())
                : Optional.empty();
    }
}
