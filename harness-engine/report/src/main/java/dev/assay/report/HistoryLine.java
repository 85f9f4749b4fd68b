package dev.assay.report;

import dev.assay.report.History.Run;
import dev.assay.report.History.Value;
import dev.assay.result.ResultException;
import java.math.BigDecimal;
import java.math.MathContext;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * A line of a history.
 *
 * @param text the line
 * @param run the run that it tells of; null if its form is one of another version
 */
record HistoryLine(String text, @Nullable Run run) {

    private static final JsonMapper MAPPER = JsonMapper.builder().build();
    private static final String VERSIONS = History.SCHEMA.substring(0, History.SCHEMA.indexOf('/') + 1);
    private static final int SIGNIFICANT = 6;

    boolean isOf(String id) {
        return run != null && run.id().equals(id);
    }

    /** Writes values of one candidate together, and leaves out what is null or usual, so that lines stay short. */
    static HistoryLine of(Run run) {
        ObjectNode line = MAPPER.createObjectNode();
        line.put("schema", History.SCHEMA);
        line.put("run", run.id());
        line.put("time", run.time().toString());
        if (run.commit() != null) {
            line.put("commit", run.commit());
        }
        ArrayNode candidates = line.putArray("candidates");
        ObjectNode last = null;
        for (Value value : run.values()) {
            if (last == null
                    || !last.get("class").asString().equals(value.testClass())
                    || !last.get("candidate").asString().equals(value.candidate())) {
                last = candidates.addObject();
                last.put("class", value.testClass());
                last.put("candidate", value.candidate());
                last.putObject("metrics");
            }
            ObjectNode metric = ((ObjectNode) last.get("metrics")).putObject(value.metric());
            put(metric, "value", value.value());
            put(metric, "lower", value.lower());
            put(metric, "upper", value.upper());
            if (!value.higherIsBetter()) {
                metric.put("lowerIsBetter", true);
            }
        }
        return new HistoryLine(MAPPER.writeValueAsString(line), run);
    }

    private static void put(ObjectNode metric, String name, @Nullable Double value) {
        if (value != null && Double.isFinite(value)) {
            metric.put(
                    name,
                    BigDecimal.valueOf(value)
                            .round(new MathContext(SIGNIFICANT))
                            .stripTrailingZeros()
                            .doubleValue());
        }
    }

    /**
     * Reads a line.
     *
     * @param text the line
     * @param place the file and the number of the line, for messages
     */
    static HistoryLine parse(String text, String place) {
        try {
            JsonNode line = MAPPER.readTree(text);
            String schema = line.path("schema").asString("");
            if (!schema.startsWith(VERSIONS)) {
                throw new ResultException(place + ": not a run of Assay: its \"schema\" is not " + VERSIONS + "…");
            }
            return new HistoryLine(text, schema.equals(History.SCHEMA) ? run(line) : null);
        } catch (JacksonException | DateTimeException | IllegalArgumentException e) {
            throw new ResultException(
                    place + ": not a whole run of Assay, delete the line or restore it: "
                            + (e instanceof JacksonException json ? json.getOriginalMessage() : e.getMessage()),
                    e);
        }
    }

    private static Run run(JsonNode line) {
        JsonNode commit = line.path("commit");
        List<Value> values = new ArrayList<>();
        for (JsonNode candidate : required(line, "candidates")) {
            String testClass = required(candidate, "class").asString();
            String name = required(candidate, "candidate").asString();
            for (Map.Entry<String, JsonNode> metric :
                    required(candidate, "metrics").properties()) {
                values.add(new Value(
                        testClass,
                        name,
                        metric.getKey(),
                        !metric.getValue().path("lowerIsBetter").asBoolean(false),
                        number(metric.getValue(), "value"),
                        number(metric.getValue(), "lower"),
                        number(metric.getValue(), "upper")));
            }
        }
        return new Run(
                required(line, "run").asString(),
                Instant.parse(required(line, "time").asString()),
                commit.isString() ? commit.asString() : null,
                values);
    }

    private static JsonNode required(JsonNode node, String name) {
        JsonNode value = node.get(name);
        if (value == null) {
            throw new IllegalArgumentException("it has no \"" + name + "\"");
        }
        return value;
    }

    private static @Nullable Double number(JsonNode metric, String name) {
        JsonNode value = metric.get(name);
        return value == null || value.isNull() ? null : value.asDouble();
    }
}
