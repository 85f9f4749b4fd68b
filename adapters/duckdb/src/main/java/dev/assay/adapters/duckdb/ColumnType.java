package dev.assay.adapters.duckdb;

import dev.assay.files.Cells;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Locale;

/** How the cells of a column of DuckDB's are read: what is asked of it, and what that gives. */
enum ColumnType {
    /** Floats and doubles. */
    REAL {
        @Override
        void put(ResultSet rows, int position, Cells cells, int row) throws SQLException {
            double number = rows.getDouble(position);
            if (rows.wasNull()) {
                cells.missing(row);
            } else {
                cells.number(row, number);
            }
        }
    },
    /** Whole numbers that a long holds. */
    WHOLE {
        @Override
        void put(ResultSet rows, int position, Cells cells, int row) throws SQLException {
            long number = rows.getLong(position);
            if (rows.wasNull()) {
                cells.missing(row);
            } else {
                cells.whole(row, number);
            }
        }
    },
    /** True or false, written as Python does, since so it is in the other formats. */
    TRUTH_VALUE {
        @Override
        void put(ResultSet rows, int position, Cells cells, int row) throws SQLException {
            boolean value = rows.getBoolean(position);
            if (rows.wasNull()) {
                cells.missing(row);
            } else {
                cells.text(row, value ? "True" : "False");
            }
        }
    },
    /** Texts, and all else that is written as text: dates, decimals, numbers too large for a long. */
    TEXT {
        @Override
        String expression(String column) {
            return "CAST(" + column + " AS VARCHAR)";
        }
    },
    /** Lists and structures, written as JSON, as sets of labels are in the other formats. */
    NESTED {
        @Override
        String expression(String column) {
            return "CAST(to_json(" + column + ") AS VARCHAR)";
        }
    };

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

    /**
     * Says what to select.
     *
     * @param column the column's name, quoted
     */
    String expression(String column) {
        return column;
    }

    /**
     * Puts a cell.
     *
     * @param rows turned to the row
     * @param position the column's position there, from 1
     */
    void put(ResultSet rows, int position, Cells cells, int row) throws SQLException {
        String text = rows.getString(position);
        if (text == null) {
            cells.missing(row);
        } else {
            cells.text(row, text);
        }
    }
}
