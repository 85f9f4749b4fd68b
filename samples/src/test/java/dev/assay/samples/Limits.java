package dev.assay.samples;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;

/** Limits by the names of metrics. */
public final class Limits {

    private final Properties values;

    private Limits(Properties values) {
        this.values = values;
    }

    static Limits read(Path file) throws IOException {
        Properties values = new Properties();
        try (Reader reader = Files.newBufferedReader(file)) {
            values.load(reader);
        }
        return new Limits(values);
    }

    double of(String metric) {
        return Double.parseDouble(values.getProperty(metric));
    }
}
