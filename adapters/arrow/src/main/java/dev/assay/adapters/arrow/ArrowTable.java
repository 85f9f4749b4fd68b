package dev.assay.adapters.arrow;

import dev.assay.data.InvalidDataException;
import dev.assay.files.Cells;
import dev.assay.files.OpenTable;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.apache.arrow.compression.CommonsCompressionFactory;
import org.apache.arrow.memory.BufferAllocator;
import org.apache.arrow.memory.RootAllocator;
import org.apache.arrow.vector.FieldVector;
import org.apache.arrow.vector.ValueVector;
import org.apache.arrow.vector.dictionary.DictionaryEncoder;
import org.apache.arrow.vector.ipc.ArrowFileReader;
import org.apache.arrow.vector.types.pojo.Field;

/** A file of Arrow's, of which one record batch after the other is in memory. */
final class ArrowTable implements OpenTable {

    private final Path file;
    private final BufferAllocator memory;
    private final FileChannel channel;
    private final ArrowFileReader reader;

    private ArrowTable(Path file, BufferAllocator memory, FileChannel channel) {
        this.file = file;
        this.memory = memory;
        this.channel = channel;
        this.reader = new ArrowFileReader(channel, memory, CommonsCompressionFactory.INSTANCE);
    }

    static ArrowTable open(Path file) {
        BufferAllocator memory = memory(file);
        try {
            return new ArrowTable(file, memory, FileChannel.open(file));
        } catch (IOException e) {
            memory.close();
            throw unreadable(file, e);
        }
    }

    private static BufferAllocator memory(Path file) {
        try {
            return new RootAllocator();
        } catch (ExceptionInInitializerError | NoClassDefFoundError e) {
            throw new IllegalStateException(
                    file + ": Arrow Java can't be started in this JVM; start it with"
                            + " --add-opens=java.base/java.nio=ALL-UNNAMED (of tests in Maven: <argLine> of Surefire), or write"
                            + " Parquet and add dev.assay:assay-duckdb",
                    e);
        }
    }

    private static InvalidDataException unreadable(Path file, Exception e) {
        return new InvalidDataException(
                file + ": cannot be read as Arrow: " + e.getMessage()
                        + "; write the file again, as pandas does with to_feather(…)",
                e);
    }

    @Override
    public List<String> columns() {
        try {
            return reader.getVectorSchemaRoot().getSchema().getFields().stream()
                    .map(Field::getName)
                    .toList();
        } catch (IOException | RuntimeException e) {
            throw unreadable(file, e);
        }
    }

    @Override
    public int read(List<Optional<Cells>> cells) {
        int rows = 0;
        try {
            while (reader.loadNextBatch()) {
                List<FieldVector> vectors = reader.getVectorSchemaRoot().getFieldVectors();
                int size = reader.getVectorSchemaRoot().getRowCount();
                for (int column = 0; column < vectors.size(); column++) {
                    if (cells.get(column).isPresent()) {
                        put(vectors.get(column), size, rows, cells.get(column).get());
                    }
                }
                rows = Math.addExact(rows, size);
            }
            return rows;
        } catch (InvalidDataException e) {
            throw e;
        } catch (ArithmeticException e) {
            throw new InvalidDataException(file + ": it has more than " + Integer.MAX_VALUE + " rows", e);
        } catch (IOException | RuntimeException e) {
            throw unreadable(file, e);
        }
    }

    /** Puts the cells of a batch, those of categories as what they stand for. */
    private void put(FieldVector vector, int size, int first, Cells cells) {
        if (vector.getField().getDictionary() == null) {
            ColumnReading.of(vector).put(size, first, cells);
            return;
        }
        try (ValueVector decoded = DictionaryEncoder.decode(
                vector, reader.lookup(vector.getField().getDictionary().getId()))) {
            ColumnReading.of(decoded).put(size, first, cells);
        }
    }

    @Override
    public void close() {
        try (memory;
                channel) {
            reader.close(false);
        } catch (IOException e) {
            throw new IllegalStateException(file + " can't be closed: " + e.getMessage(), e);
        }
    }
}
