package dev.assay.adapters.duckdb;

import dev.assay.files.Cells;
import java.util.Locale;
import org.duckdb.DuckDBReadableVector;

/** How the cells of a column of DuckDB's are read: what is selected, and what that gives. */
enum ColumnType {
    /** Floats and doubles. */
    REAL("CAST(%s AS DOUBLE)") {
        @Override
        void put(DuckDBReadableVector vector, int position, Cells cells, int row) {
            cells.number(row, vector.getDouble(position));
        }
    },
    /** Whole numbers that a long holds. */
    WHOLE("CAST(%s AS BIGINT)") {
        @Override
        void put(DuckDBReadableVector vector, int position, Cells cells, int row) {
            cells.whole(row, vector.getLong(position));
        }
    },
    /** True or false, written as Python does, since so it is in the other formats. */
    TRUTH_VALUE("%s") {
        @Override
        void put(DuckDBReadableVector vector, int position, Cells cells, int row) {
            cells.text(row, vector.getBoolean(position) ? "True" : "False");
        }
    },
    /** Texts, and all else that is written as text: dates, decimals, numbers too large for a long. */
    TEXT("CAST(%s AS VARCHAR)"),
    /** Lists and structures, written as JSON, as sets of labels are in the other formats. */
    NESTED("CAST(to_json(%s) AS VARCHAR)");

    private final String expression;

    ColumnType(String expression) {
        this.expression = expression;
    }

    /** Finds the type of a column by what DuckDB calls it. */
    static ColumnType of(String name) {
        if (name.endsWith("]") || name.startsWith("STRUCT(") || name.startsWith("MAP(")) {
            return NESTED;
        }
        return switch (name.toUpperCase(Locale.ROOT)) {
            case "FLOAT", "DOUBLE" -> REAL;
            case "TINYINT", "SMALLINT", "INTEGER", "BIGINT", "UTINYINT", "USMALLINT", "UINTEGER" -> WHOLE;
            case "BOOLEAN" -> TRUTH_VALUE;
            default -> TEXT;
        };
    }

    /** Says what to select of a column. */
    String expression(String column) {
        return expression.formatted("\"" + column.replace("\"", "\"\"") + "\"");
    }

    /**
     * Puts the cells of a vector.
     *
     * @param first the row of the first of them
     * @param size how many there are
     */
    final void put(DuckDBReadableVector vector, int size, int first, Cells cells) {
        for (int position = 0; position < size; position++) {
            if (vector.isNull(position)) {
                cells.missing(first + position);
            } else {
                put(vector, position, cells, first + position);
            }
        }
    }

    /** Puts a cell that is not missing. */
    void put(DuckDBReadableVector vector, int position, Cells cells, int row) {
        cells.text(row, vector.getString(position));
    }
}
