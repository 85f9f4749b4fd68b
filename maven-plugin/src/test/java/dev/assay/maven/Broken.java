package dev.assay.maven;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.UnaryOperator;

/** Files that are none of results. */
enum Broken {
    TRUNCATED(text -> text.substring(0, text.length() / 2)),
    FUTURE(text -> text.replace("assay-result/1", "assay-result/99")),
    FOREIGN(text -> "{\"schema\": \"shopping-list/1\", \"items\": []}");

    private final UnaryOperator<String> change;

    Broken(UnaryOperator<String> change) {
        this.change = change;
    }

    /** Writes such a file in place of a result. */
    Path write(Path folder) {
        Runs.write(folder, Runs.TUMOURS, "forest", 0.08, 0.8);
        Path file = folder.resolve(Runs.TUMOURS).resolve("forest.json");
        try {
            Files.writeString(file, change.apply(Files.readString(file)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return file;
    }
}
