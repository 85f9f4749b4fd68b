package dev.assay.result;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamWriteFeature;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.core.util.DefaultIndenter;
import tools.jackson.core.util.DefaultPrettyPrinter;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.ObjectWriter;
import tools.jackson.databind.json.JsonMapper;

/** Turns records into JSON that is the same on every platform, and back. */
final class Json {

    private static final String VERSIONS = Result.SCHEMA.substring(0, Result.SCHEMA.indexOf('/') + 1);

    private static final JsonMapper MAPPER = JsonMapper.builder(JsonFactory.builder()
                    // the shortest digits that give the number back, which Double.toString finds since JDK 19 only
                    .enable(StreamWriteFeature.USE_FAST_DOUBLE_WRITER)
                    .build())
            .disable(MapperFeature.SORT_PROPERTIES_ALPHABETICALLY)
            .enable(DeserializationFeature.FAIL_ON_MISSING_CREATOR_PROPERTIES)
            .build();

    private static final ObjectWriter WRITER =
            MAPPER.writer().with(new DefaultPrettyPrinter().withObjectIndenter(new DefaultIndenter("  ", "\n")));

    private Json() {}

    static byte[] bytes(Object value) {
        return (WRITER.writeValueAsString(value) + "\n").getBytes(StandardCharsets.UTF_8);
    }

    /** Returns a value on one line. */
    static String line(Object value) {
        return MAPPER.writeValueAsString(value);
    }

    static JsonNode tree(byte[] content) {
        return MAPPER.readTree(content);
    }

    static <T> T value(JsonNode tree, Class<T> type) {
        return MAPPER.treeToValue(tree, type);
    }

    static Result result(Path file, byte[] content) {
        try {
            JsonNode tree = MAPPER.readTree(content);
            String schema = tree.path("schema").asString("");
            if (!schema.startsWith(VERSIONS)) {
                throw new ResultException(file + ": not a result of Assay: its \"schema\" is not " + VERSIONS + "…");
            }
            if (!schema.equals(Result.SCHEMA)) {
                throw new ResultException(file + ": has the form " + schema + ", but this version of Assay reads "
                        + Result.SCHEMA + "; use the version that wrote it");
            }
            return MAPPER.treeToValue(tree, Result.class);
        } catch (JacksonException e) {
            throw new ResultException(file + ": not a whole result of Assay: " + e.getOriginalMessage(), e);
        }
    }
}
