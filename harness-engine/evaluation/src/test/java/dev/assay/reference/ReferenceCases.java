package dev.assay.reference;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import tools.jackson.databind.json.JsonMapper;

/**
 * Reads a file of reference cases: the resource beside this class or, where the system property {@code assay.reference}
 * names a folder, the file there. Tests must also pass on files that {@code generate.py} makes from another seed.
 */
public final class ReferenceCases {

    private static final String FOLDER = "assay.reference";
    private static final JsonMapper JSON = new JsonMapper();

    private ReferenceCases() {}

    /**
     * Reads all cases of a file.
     *
     * @param file such as {@code classification.jsonl}
     * @return at least one case, in the file's order
     * @throws IllegalStateException if there is no such file or it has no cases, so that a test without evidence fails
     */
    public static List<ReferenceCase> read(String file) {
        String folder = System.getProperty(FOLDER);
        return parse(file, folder == null ? resource(file) : content(Path.of(folder, file)));
    }

    static List<ReferenceCase> parse(String file, String content) {
        List<ReferenceCase> cases = content.lines()
                .filter(line -> !line.isBlank())
                .map(line -> new ReferenceCase(JSON.readTree(line)))
                .toList();
        if (cases.isEmpty()) {
            throw new IllegalStateException(file + " has no reference cases");
        }
        return cases;
    }

    static String resource(String file) {
        try (InputStream stream = ReferenceCases.class.getResourceAsStream(file)) {
            if (stream == null) {
                throw new IllegalStateException("no resource " + file + " beside " + ReferenceCases.class.getName());
            }
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static String content(Path file) {
        if (!Files.isRegularFile(file)) {
            throw new IllegalStateException(
                    "no file " + file.toAbsolutePath() + ", although -D" + FOLDER + " names its folder");
        }
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
