package dev.assay.files;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What a file holds, column by column. */
final class FileColumns {

    private final int rows;
    private final Places places;
    private final Map<Role, Column> single;
    private final Map<Role, Map<String, Column>> named;

    FileColumns(int rows, Places places, Map<Role, Column> single, Map<Role, Map<String, Column>> named) {
        this.rows = rows;
        this.places = places;
        this.single = single;
        this.named = named;
        requireComplete();
    }

    private void requireComplete() {
        for (Map.Entry<Role, Column> each : single.entrySet()) {
            boolean optional = each.getKey() == Role.PREDICTED && has(Role.SCORE);
            for (int row = 0; row < rows && !optional; row++) {
                if (isMissing(each.getValue(), row)) {
                    throw places.fault(row, each.getValue(), "the cell is empty; fill it in, or leave the row out");
                }
            }
        }
    }

    private static boolean isMissing(Column column, int row) {
        return column instanceof TextColumn texts
                ? texts.isMissing(row)
                : column instanceof NumberColumn numbers && numbers.isMissing(row);
    }

    int rows() {
        return rows;
    }

    Places places() {
        return places;
    }

    private boolean has(Role role) {
        return !named.getOrDefault(role, Map.of()).isEmpty();
    }

    /** Returns the columns that say something of examples and nothing of predictions. */
    List<Column> ofExamples() {
        List<Column> all = new ArrayList<>(attributes().values());
        for (Role role : List.of(Role.TRUTH, Role.GROUP, Role.WEIGHT)) {
            Optional.ofNullable(single.get(role)).ifPresent(all::add);
        }
        return all;
    }

    Optional<TextColumn> texts(Role role) {
        return Optional.ofNullable((TextColumn) single.get(role));
    }

    Optional<NumberColumn> numbers(Role role) {
        return Optional.ofNullable((NumberColumn) single.get(role));
    }

    Optional<IdColumn> ids() {
        return Optional.ofNullable((IdColumn) single.get(Role.ROW));
    }

    /** Returns the columns of scores or quantiles by what follows in their names, in the file's order. */
    Map<String, NumberColumn> allNumbers(Role role) {
        Map<String, NumberColumn> all = new LinkedHashMap<>();
        named.getOrDefault(role, Map.of()).forEach((name, column) -> all.put(name, (NumberColumn) column));
        return all;
    }

    Map<String, TextColumn> attributes() {
        Map<String, TextColumn> all = new LinkedHashMap<>();
        named.getOrDefault(Role.ATTRIBUTE, Map.of()).forEach((name, column) -> all.put(name, (TextColumn) column));
        return all;
    }
}
