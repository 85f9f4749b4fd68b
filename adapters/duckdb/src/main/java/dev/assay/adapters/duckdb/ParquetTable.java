package dev.assay.adapters.duckdb;

import dev.assay.data.InvalidDataException;
import dev.assay.files.Cells;
import dev.assay.files.OpenTable;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import java.util.stream.Collectors;
import org.duckdb.DuckDBDriver;

/**
 * A file of Parquet, read by a database of its own. DuckDB gives results in vectors of some thousand rows, of which no more than
 * those just read are kept.
 */
final class ParquetTable implements OpenTable {

    private static final String CAUSE = "Error: ";

    private final Path file;
    private final Connection connection;
    private final List<String> columns = new ArrayList<>();
    private final List<ColumnType> types = new ArrayList<>();

    private ParquetTable(Path file, Connection connection) {
        this.file = file;
        this.connection = connection;
    }

    static ParquetTable open(Path file) {
        ParquetTable table = new ParquetTable(file, connect());
        try {
            table.describe();
            return table;
        } catch (SQLException e) {
            table.close();
            throw table.unreadable(e);
        }
    }

    private static Connection connect() {
        Properties settings = new Properties();
        // whatever isn't built in stays away
        settings.setProperty("autoinstall_known_extensions", "false");
        settings.setProperty("autoload_known_extensions", "false");
        // rows come as they are read, and in the file's order
        settings.setProperty("jdbc_stream_results", "true");
        settings.setProperty("preserve_insertion_order", "true");
        try {
            return new DuckDBDriver().connect("jdbc:duckdb:", settings);
        } catch (SQLException e) {
            throw new IllegalStateException("DuckDB can't be started: " + e.getMessage(), e);
        }
    }

    private void describe() throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("DESCRIBE SELECT * FROM " + source())) {
            while (rows.next()) {
                columns.add(rows.getString("column_name"));
                types.add(ColumnType.of(rows.getString("column_type")));
            }
        }
    }

    /** Names the file so that nothing in its name is taken for a pattern, and nothing in its folders' names for a column. */
    private String source() {
        String literal = file.toAbsolutePath().toString().replaceAll("[*?\\[]", "[$0]");
        return "read_parquet('" + literal.replace("'", "''")
                + "', binary_as_string = true, hive_partitioning = false, union_by_name = false)";
    }

    /** Returns the database that reads. */
    Connection connection() {
        return connection;
    }

    private InvalidDataException unreadable(SQLException e) {
        String message = reason(String.valueOf(e.getMessage()).lines().toList());
        return new InvalidDataException(
                file + ": cannot be read as Parquet: " + message
                        + "; write the file again, as pandas does with to_parquet(…)",
                e);
    }

    /** Finds the line that says why; the first one may only say that there is nothing to be had, and others show the query. */
    private static String reason(List<String> lines) {
        return lines.stream()
                .filter(line -> line.startsWith(CAUSE))
                .findFirst()
                .map(line -> line.substring(CAUSE.length()))
                .orElse(lines.isEmpty() ? "" : lines.get(0));
    }

    @Override
    public List<String> columns() {
        return List.copyOf(columns);
    }

    @Override
    public int read(List<Optional<Cells>> cells) {
        List<Cells> wanted = new ArrayList<>();
        List<ColumnType> wantedTypes = new ArrayList<>();
        List<String> expressions = new ArrayList<>();
        for (int i = 0; i < cells.size(); i++) {
            if (cells.get(i).isPresent()) {
                wanted.add(cells.get(i).get());
                wantedTypes.add(types.get(i));
                expressions.add(types.get(i).expression("\"" + columns.get(i).replace("\"", "\"\"") + "\""));
            }
        }
        String query = expressions.stream().collect(Collectors.joining(", ", "SELECT ", " FROM " + source()));
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(query)) {
            return read(rows, wanted.toArray(Cells[]::new), wantedTypes.toArray(ColumnType[]::new));
        } catch (SQLException e) {
            throw unreadable(e);
        }
    }

    private int read(ResultSet rows, Cells[] cells, ColumnType[] types) throws SQLException {
        int row = 0;
        while (rows.next()) {
            for (int i = 0; i < cells.length; i++) {
                types[i].put(rows, i + 1, cells[i], row);
            }
            row = next(row);
        }
        return row;
    }

    private int next(int row) {
        if (row == Integer.MAX_VALUE) {
            throw new InvalidDataException(file + ": it has more than " + Integer.MAX_VALUE + " rows");
        }
        return row + 1;
    }

    @Override
    public void close() {
        try {
            connection.close();
        } catch (SQLException e) {
            throw new IllegalStateException(file + ": DuckDB can't be closed: " + e.getMessage(), e);
        }
    }
}
