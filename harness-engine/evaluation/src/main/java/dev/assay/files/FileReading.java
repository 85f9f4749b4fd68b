package dev.assay.files;

import dev.assay.data.InvalidDataException;
import java.nio.file.Path;

/** Fills columns with what a file of some format holds. */
interface FileReading {

    /**
     * Reads the file.
     *
     * @return its columns, all of one length, at least one row
     * @throws InvalidDataException if it can't be; the message names file, line and column
     */
    FileColumns read();

    static InvalidDataException notThere(Path file) {
        return new InvalidDataException(file + ": no such file; looked for " + file.toAbsolutePath());
    }
}
