package dev.assay.maven;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Files that are none of results. */
enum Broken {
    TRUNCATED,
    FUTURE,
    FOREIGN;

    private String broken(String text) {
        return switch (this) {
            case TRUNCATED -> text.substring(0, text.length() / 2);
            case FUTURE -> text.replace("assay-result/1", "assay-result/99");
            case FOREIGN -> "{\"schema\": \"shopping-list/1\", \"items\": []}";
        };
    }

    /** Writes such a file in place of a result. */
    Path write(Path folder) {
        Runs.write(folder, Runs.TUMOURS, "forest", 0.08, 0.8);
        Path file = folder.resolve(Runs.TUMOURS).resolve("forest.json");
        try {
            Files.writeString(file, broken(Files.readString(file)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return file;
    }
}
