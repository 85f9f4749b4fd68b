package dev.assay.files;

import dev.assay.data.InvalidDataException;
import java.nio.file.Path;
import java.util.Set;

/**
 * A further format of files in which predictions may come. Adapters implement it and declare it as a service; {@link
 * PredictionFile} then reads such files.
 */
public interface TableFormat {

    /**
     * Tells which files have this format, by their names.
     *
     * @return how names end, in lower case, such as ".parquet"
     */
    Set<String> extensions();

    /**
     * Opens a file.
     *
     * @param file a file that is there
     * @return its content, to be closed
     * @throws InvalidDataException if it isn't in this format; the message names the file and says what to do
     */
    OpenTable open(Path file);
}
