package dev.assay.adapters.duckdb;

import dev.assay.files.OpenTable;
import dev.assay.files.TableFormat;
import java.nio.file.Path;
import java.util.Set;

/**
 * Files in Parquet's format, as pandas, Polars and Arrow write them. A folder of such files, as Spark writes it, is not read; a file
 * in it is.
 */
public final class ParquetFormat implements TableFormat {

    /** Creates the format; called by {@link java.util.ServiceLoader}. */
    public ParquetFormat() {}

    @Override
    public Set<String> extensions() {
        return Set.of(".parquet");
    }

    @Override
    public OpenTable open(Path file) {
        return ParquetTable.open(file);
    }
}
