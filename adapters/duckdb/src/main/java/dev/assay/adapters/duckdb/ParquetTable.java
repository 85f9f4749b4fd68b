package dev.assay.adapters.duckdb;

import dev.assay.data.InvalidDataException;
import dev.assay.files.Cells;
import dev.assay.files.OpenTable;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import org.duckdb.DuckDBChunkedResult;
import org.duckdb.DuckDBDataChunkReader;
import org.duckdb.DuckDBDriver;
import org.duckdb.DuckDBPreparedStatement;

/**
 * A file of Parquet, read by a database of its own. DuckDB gives results in vectors of some thousand rows, of which no more than
 * those just read are kept.
 */
final class ParquetTable implements OpenTable {

    private static final String CAUSE = "Error: ";

    private final Path file;
    private final Connection connection;
    private final List<String> columns = new ArrayList<>();
    /** What DuckDB calls the columns: other names where some are equal, also those that only differ in case. */
    private final List<String> selectors = new ArrayList<>();

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
        // rows come in the file's order
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
                selectors.add(rows.getString("column_name"));
                types.add(ColumnType.of(rows.getString("column_type")));
            }
        }
        try (Statement statement = connection.createStatement();
                ResultSet rows =
                        statement.executeQuery("SELECT name, num_children FROM parquet_schema(" + literal() + ")")) {
            // first the root, then each column, followed by what is in it
            rows.next();
            while (rows.next()) {
                columns.add(rows.getString("name"));
                skip(rows, rows.getLong("num_children"));
            }
        }
    }

    private static void skip(ResultSet rows, long children) throws SQLException {
        for (long child = 0; child < children && rows.next(); child++) {
            skip(rows, rows.getLong("num_children"));
        }
    }

    /** Names the file so that nothing in its name is taken for a pattern. */
    private String literal() {
        String pattern = file.toAbsolutePath().toString().replaceAll("[*?\\[]", "[$0]");
        return "'" + pattern.replace("'", "''") + "'";
    }

    /** Names the file so that, besides, nothing in its folders' names is taken for a column. */
    private String source() {
        return "read_parquet(" + literal()
                + ", binary_as_string = true, hive_partitioning = false, union_by_name = false)";
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
        for (int i = 0; i < columns.size(); i++) {
            if (cells.get(i).isPresent()) {
                wanted.add(cells.get(i).get());
                wantedTypes.add(types.get(i));
                expressions.add(types.get(i).expression(selectors.get(i)));
            }
        }
        String query = "SELECT " + String.join(", ", expressions) + " FROM " + source();
        try {
            long expected = size();
            int rows = read(query, wanted, wantedTypes);
            if (rows != expected) {
                throw damaged(query, rows, expected);
            }
            return rows;
        } catch (SQLException e) {
            throw unreadable(e);
        }
    }

    /** Returns how many rows the file says that it has. */
    private long size() throws SQLException {
        long size;
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("SELECT count(*) FROM " + source())) {
            rows.next();
            size = rows.getLong(1);
        }
        if (size > Integer.MAX_VALUE) {
            throw new InvalidDataException(
                    file + ": it has " + size + " rows, but no more than " + Integer.MAX_VALUE + " can be read");
        }
        return size;
    }

    private int read(String query, List<Cells> cells, List<ColumnType> types) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(query);
                DuckDBChunkedResult result =
                        statement.unwrap(DuckDBPreparedStatement.class).query()) {
            int row = 0;
            while (result.nextChunk()) {
                DuckDBDataChunkReader chunk = result.chunk();
                int size = Math.toIntExact(chunk.rowCount());
                for (int i = 0; i < cells.size(); i++) {
                    types.get(i).put(chunk.vector(i), size, row, cells.get(i));
                }
                row += size;
            }
            return row;
        }
    }

    /** Says why rows are missing, which results that come in vectors don't: they just end. */
    private InvalidDataException damaged(String query, int rows, long expected) {
        try (Statement statement = connection.createStatement()) {
            statement.execute(query);
            return new InvalidDataException(file + ": of its " + expected + " rows, " + rows
                    + " could be read, and others at a second attempt; is it being written?");
        } catch (SQLException e) {
            return unreadable(e);
        }
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
