package dev.assay.files;

import dev.assay.data.InvalidDataException;
import java.util.List;
import java.util.Optional;

/** A file of some {@link TableFormat} that is being read. */
public interface OpenTable extends AutoCloseable {

    /**
     * Returns what the file calls its columns.
     *
     * @return the names in the file's order
     */
    List<String> columns();

    /**
     * Reads all rows, once.
     *
     * @param cells for each column, what takes its cells; empty for columns that nobody asks for
     * @return how many rows there are, all of whose cells were put
     * @throws InvalidDataException if the file is damaged, has too many rows, or has cells that can't be used; the message names
     *     the file and, where it is one, the cell
     */
    int read(List<Optional<Cells>> cells);

    /** Closes the file. */
    @Override
    void close();
}
