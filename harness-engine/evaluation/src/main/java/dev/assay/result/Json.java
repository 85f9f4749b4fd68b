package dev.assay.result;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
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

    /**
     * Reads what was written.
     *
     * @param place of the content, for messages
     * @param content the bytes of a file
     * @param form what it must be
     * @throws ResultException if it isn't; the message names the place
     */
    static <T> T read(Path place, byte[] content, JsonForm<T> form) {
        try {
            form.require(place, schema(content));
            // not by way of a tree, which takes twice as long
            return MAPPER.readValue(content, form.type());
        } catch (JacksonException e) {
            throw new ResultException(
                    place + ": not a whole " + form.noun() + " of Assay: " + e.getOriginalMessage(), e);
        }
    }

    /** Returns what stands at "schema", empty if nothing does. */
    private static String schema(byte[] content) {
        try (JsonParser parser = MAPPER.createParser(content)) {
            if (parser.nextToken() == JsonToken.START_OBJECT) {
                for (String name = parser.nextName(); name != null; name = parser.nextName()) {
                    boolean isText = parser.nextToken() == JsonToken.VALUE_STRING;
                    if (name.equals("schema")) {
                        return isText ? parser.getString() : "";
                    }
                    parser.skipChildren();
                }
            }
            return "";
        }
    }
}
