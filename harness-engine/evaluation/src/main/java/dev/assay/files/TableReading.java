package dev.assay.files;

import dev.assay.data.InvalidDataException;
import java.nio.file.Files;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.ServiceLoader;

/** Reads files in the formats of adapters. */
final class TableReading implements FileReading {

    /** Formats that adapters of Assay read, or that take others to be mistaken for CSV, with what to do where none does. */
    private static final Map<String, String> KNOWN = Map.of(
            ".parquet", "add the dependency dev.assay:assay-duckdb, which reads Parquet",
            ".arrow", "add the dependency dev.assay:assay-arrow, which reads Arrow's files",
            ".feather", "add the dependency dev.assay:assay-arrow, which reads Feather's files");

    private final Options options;
    private final TableFormat format;

    private TableReading(Options options, TableFormat format) {
        this.options = options;
        this.format = format;
    }

    /**
     * Finds the format of a file by its name.
     *
     * @return its reading; empty if no adapter knows it
     * @throws InvalidDataException if it is known to be a format for which an adapter is missing
     */
    static Optional<FileReading> of(Options options) {
        String name = options.fileName().toLowerCase(Locale.ROOT);
        for (TableFormat format : ServiceLoader.load(TableFormat.class)) {
            if (format.extensions().stream().anyMatch(name::endsWith)) {
                return Optional.of(new TableReading(options, format));
            }
        }
        KNOWN.forEach((extension, remedy) -> {
            if (name.endsWith(extension)) {
                throw new InvalidDataException(options.file + ": no reader of this format is there; " + remedy);
            }
        });
        return Optional.empty();
    }

    @Override
    public FileColumns read() {
        if (!Files.isRegularFile(options.file)) {
            throw FileReading.notThere(options.file);
        }
        try (OpenTable table = format.open(options.file)) {
            Layout layout = new Layout(options, table.columns());
            Places places = row -> options.file + ", row " + row;
            List<Optional<Cells>> cells = layout.columns().stream()
                    .map(Optional::ofNullable)
                    .map(column -> column.map(known -> new Cells(places, known)))
                    .toList();
            int rows = table.read(cells);
            if (rows == 0) {
                throw new InvalidDataException(options.file + ": it has no rows, but needs one for each prediction");
            }
            return layout.filled(rows, places);
        }
    }
}
