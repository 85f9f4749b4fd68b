package dev.assay.files;

import dev.assay.data.InvalidDataException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.json.JsonReadFeature;
import tools.jackson.databind.json.JsonMapper;

/** Reads one JSON object for each prediction; the first one names the columns. */
final class JsonLinesReading implements FileReading {

    static final JsonMapper MAPPER = JsonMapper.builder()
            // Python writes NaN, of which can be said better what is wrong with it than that it is no JSON
            .enable(JsonReadFeature.ALLOW_NON_NUMERIC_NUMBERS)
            .build();

    private final Options options;
    private List<@Nullable Column> columns = List.of();
    private List<String> names = List.of();
    private Map<String, Integer> positions = Map.of();
    private long line = 1;

    JsonLinesReading(Options options) {
        this.options = options;
    }

    /** What is done with an open file. */
    private interface Use<T> {
        T of(JsonParser parser);
    }

    private <T> T use(Use<T> use) {
        try (InputStream stream = Files.newInputStream(options.file);
                JsonParser parser = MAPPER.createParser(stream)) {
            return use.of(parser);
        } catch (JacksonException e) {
            long at = e.getLocation() == null ? line : e.getLocation().getLineNr();
            throw new InvalidDataException(
                    options.file + ", line " + at + ": not JSON: " + e.getOriginalMessage()
                            + "; write one object on each line",
                    e);
        } catch (IOException e) {
            throw new InvalidDataException(options.file + ": cannot be read: " + e, e);
        }
    }

    @Override
    public FileColumns read() {
        if (!Files.isRegularFile(options.file)) {
            throw FileReading.notThere(options.file);
        }
        names = use(this::namesOfFirst);
        Layout layout = new Layout(options, names);
        columns = layout.columns();
        positions = new HashMap<>();
        names.forEach(name -> positions.put(name, positions.size()));
        int rows = use(this::rows);
        return layout.filled(rows, row -> options.file + ", line " + use(parser -> line(parser, row)));
    }

    private boolean nextObject(JsonParser parser) {
        JsonToken token = parser.nextToken();
        if (token == null) {
            return false;
        }
        line = parser.currentTokenLocation().getLineNr();
        if (token != JsonToken.START_OBJECT) {
            throw new InvalidDataException(
                    options.file + ", line " + line + ": not an object but " + parser.getString()
                            + "; write one object on each line, as pandas does with to_json(…, orient=\"records\", lines=True)");
        }
        return true;
    }

    private List<String> namesOfFirst(JsonParser parser) {
        if (!nextObject(parser)) {
            throw new InvalidDataException(
                    options.file + ": the file is empty; it needs an object on each line, one for each prediction");
        }
        List<String> found = new ArrayList<>();
        for (String name = parser.nextName(); name != null; name = parser.nextName()) {
            found.add(name);
            parser.nextToken();
            parser.skipChildren();
        }
        return found;
    }

    private long line(JsonParser parser, int row) {
        for (int skipped = 0; nextObject(parser) && skipped < row; skipped++) {
            parser.skipChildren();
        }
        return line;
    }

    private int rows(JsonParser parser) {
        int[] lastRow = new int[columns.size()];
        Arrays.fill(lastRow, -1);
        int row = 0;
        for (; nextObject(parser); row++) {
            int expected = 0;
            for (String name = parser.nextName(); name != null; name = parser.nextName()) {
                boolean inOrder = expected < names.size() && names.get(expected).equals(name);
                int position = inOrder ? expected : position(name);
                expected = position + 1;
                parser.nextToken();
                lastRow[position] = row;
                cell(parser, row, columns.get(position));
            }
            for (int i = 0; i < lastRow.length; i++) {
                if (lastRow[i] < row) {
                    missing(row, columns.get(i));
                }
            }
        }
        return row;
    }

    private int position(String name) {
        Integer position = positions.get(name);
        if (position == null) {
            throw new InvalidDataException(options.file + ", line " + line + ": '" + name
                    + "' is not in the first object, which names the columns: " + String.join(", ", names)
                    + "; write null where there is no value");
        }
        return position;
    }

    private void missing(int row, @Nullable Column column) {
        if (column != null) {
            try {
                column.setMissing(row);
            } catch (CellException e) {
                throw fault(column, e);
            }
        }
    }

    private void cell(JsonParser parser, int row, @Nullable Column column) {
        if (column == null) {
            parser.skipChildren();
            return;
        }
        try {
            JsonToken token = parser.currentToken();
            if (token == JsonToken.VALUE_NULL) {
                column.setMissing(row);
            } else if (token == JsonToken.START_ARRAY || token == JsonToken.START_OBJECT) {
                column.setText(row, parser.readValueAsTree().toString());
            } else if (token == JsonToken.VALUE_NUMBER_FLOAT && column instanceof NumberColumn) {
                column.setNumber(row, parser.getDoubleValue());
            } else if (token == JsonToken.VALUE_NUMBER_INT
                    && column instanceof IdColumn
                    && parser.getNumberType() != JsonParser.NumberType.BIG_INTEGER) {
                column.setWhole(row, parser.getLongValue());
            } else {
                column.setText(row, parser.getString());
            }
        } catch (CellException e) {
            throw fault(column, e);
        }
    }

    private InvalidDataException fault(Column column, CellException e) {
        return new InvalidDataException(
                options.file + ", line " + line + ", column '" + column.name() + "': the cell " + e.getMessage(), e);
    }
}
