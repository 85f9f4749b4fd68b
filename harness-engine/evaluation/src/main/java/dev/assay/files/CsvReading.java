package dev.assay.files;

import dev.assay.data.InvalidDataException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.util.List;

/** Reads CSV (RFC 4180, UTF-8) whose first record names the columns. */
final class CsvReading implements FileReading {

    private final Options options;

    CsvReading(Options options) {
        this.options = options;
    }

    @Override
    public FileColumns read() {
        if (!Files.isRegularFile(options.file)) {
            throw FileReading.notThere(options.file);
        }
        try (InputStream stream = Files.newInputStream(options.file)) {
            CsvScanner scanner = new CsvScanner(options, stream);
            Layout layout = new Layout(options, scanner.header());
            int rows = scanner.read(layout.columns(), Integer.MAX_VALUE);
            if (rows == 0) {
                throw new InvalidDataException(options.file + ": no predictions below the line of column names");
            }
            return layout.filled(rows, row -> options.file + ", line " + line(row));
        } catch (IOException e) {
            throw new InvalidDataException(options.file + ": cannot be read: " + e, e);
        }
    }

    /** Finds the line of a row by reading again, so that nothing has to be kept for the rare case that somebody asks. */
    private long line(int row) {
        try (InputStream stream = Files.newInputStream(options.file)) {
            CsvScanner scanner = new CsvScanner(options, stream);
            List<String> header = scanner.header();
            scanner.read(CsvScanner.skipping(header.size()), row + 1);
            return scanner.line();
        } catch (IOException e) {
            throw new InvalidDataException(options.file + ": cannot be read: " + e, e);
        }
    }
}
