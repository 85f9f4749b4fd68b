package dev.assay.metric;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Which rows belong together: each group's rows, in the order of the data. */
final class RowGroups {

    private final List<String> names;
    private final int[][] rows;

    private RowGroups(List<String> names, int[][] rows) {
        this.names = names;
        this.rows = rows;
    }

    static RowGroups of(List<String> rowGroups) {
        Map<String, Integer> codes = new HashMap<>();
        int[] codeOfRow = new int[rowGroups.size()];
        for (int row = 0; row < codeOfRow.length; row++) {
            codeOfRow[row] = codes.computeIfAbsent(rowGroups.get(row), name -> codes.size());
        }
        int[] sizes = new int[codes.size()];
        for (int code : codeOfRow) {
            sizes[code]++;
        }
        int[][] rows = new int[codes.size()][];
        String[] names = new String[codes.size()];
        codes.forEach((name, code) -> {
            names[code] = name;
            rows[code] = new int[sizes[code]];
        });
        for (int row = codeOfRow.length - 1; row >= 0; row--) {
            rows[codeOfRow[row]][--sizes[codeOfRow[row]]] = row;
        }
        return new RowGroups(List.of(names), rows);
    }

    /** Returns how many groups there are. */
    int size() {
        return rows.length;
    }

    /** Returns the name of a group; groups are numbered by their first appearance. */
    String name(int group) {
        return names.get(group);
    }

    /** Returns how many rows a group has, at least 1. */
    int size(int group) {
        return rows[group].length;
    }

    /** Returns a row of a group. */
    int row(int group, int index) {
        return rows[group][index];
    }
}
