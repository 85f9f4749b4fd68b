package dev.assay.result;

import dev.assay.evaluation.Baseline;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/**
 * Turns baselines into JSON whose changes are easy to read: keys are sorted, each metric is on a line of its own, and so are a
 * few rows at a time, so that what one row changes is one line.
 */
final class BaselineJson {

    static final String SCHEMA = "assay-baseline/1";

    private static final String VERSIONS = SCHEMA.substring(0, SCHEMA.indexOf('/') + 1);
    private static final int FOLDS_PER_LINE = 5;
    private static final int IDS_PER_LINE = 10;
    private static final int LABELS_PER_LINE = 40;
    private static final int NUMBERS_PER_LINE = 5;
    private static final String INDENT = "  ";

    private BaselineJson() {}

    static byte[] bytes(Baseline baseline) {
        SortedMap<String, String> folds = new TreeMap<>();
        baseline.folds().forEach((name, values) -> folds.put(name, list(values, FOLDS_PER_LINE, 2)));
        SortedMap<String, String> metrics = new TreeMap<>();
        baseline.metrics().forEach((name, value) -> metrics.put(name, value(value)));
        SortedMap<String, String> members = new TreeMap<>();
        members.put("candidate", Json.line(baseline.candidate()));
        members.put("checks", list(baseline.checks(), 1, 1));
        members.put(
                "data",
                object(
                        1,
                        Map.of(
                                "examples", Json.line(baseline.data().examples()),
                                "fingerprint", line(baseline.data().fingerprint()),
                                "name", Json.line(baseline.data().name()))));
        members.put("folds", object(1, folds));
        members.put("metrics", object(1, metrics));
        members.put("rows", rows(baseline.rows()));
        members.put("schema", Json.line(SCHEMA));
        members.put(
                "split",
                object(
                        1,
                        Map.of(
                                "description", Json.line(baseline.split().description()),
                                "digest", Json.line(baseline.split().digest()),
                                "seed", line(baseline.split().seed()))));
        members.put("testClass", Json.line(baseline.testClass()));
        return (object(0, members) + "\n").getBytes(StandardCharsets.UTF_8);
    }

    private static String line(@Nullable Object value) {
        return value == null ? "null" : Json.line(value);
    }

    private static String value(Baseline.Value value) {
        return "{ \"lower\" : " + line(value.lower()) + ", \"upper\" : " + line(value.upper()) + ", \"value\" : "
                + line(value.value()) + " }";
    }

    private static String rows(Baseline.@Nullable Rows rows) {
        if (rows == null) {
            return "null";
        }
        return object(
                1,
                Map.of(
                        "ids", rows.ids() == null ? "null" : list(rows.ids(), IDS_PER_LINE, 2),
                        "labels", rows.labels() == null ? "null" : list(rows.labels(), 1, 2),
                        "numbers", rows.numbers() == null ? "null" : list(rows.numbers(), NUMBERS_PER_LINE, 2),
                        "predicted", rows.predicted() == null ? "null" : list(rows.predicted(), LABELS_PER_LINE, 2)));
    }

    private static String object(int depth, Map<String, String> members) {
        List<String> lines = new ArrayList<>();
        new TreeMap<>(members).forEach((key, value) -> lines.add(Json.line(key) + " : " + value));
        return block("{", lines, "}", depth);
    }

    private static String list(List<? extends @Nullable Object> values, int perLine, int depth) {
        List<String> lines = new ArrayList<>();
        for (int from = 0; from < values.size(); from += perLine) {
            List<String> ofLine = new ArrayList<>();
            for (Object value : values.subList(from, Math.min(values.size(), from + perLine))) {
                ofLine.add(line(value));
            }
            lines.add(String.join(",", ofLine));
        }
        return block("[", lines, "]", depth);
    }

    private static String block(String open, List<String> lines, String close, int depth) {
        if (lines.isEmpty()) {
            return open + " " + close;
        }
        String end = "\n" + INDENT.repeat(depth);
        return open + end + INDENT + String.join("," + end + INDENT, lines) + end + close;
    }

    /**
     * Reads a baseline.
     *
     * @param place of the content, for messages
     * @param content the bytes of a file
     * @param remedy what to do if it is none
     */
    static Baseline read(String place, byte[] content, String remedy) {
        try {
            JsonNode tree = Json.tree(content);
            String schema = tree.path("schema").asString("");
            if (!schema.startsWith(VERSIONS)) {
                throw new ResultException(
                        place + ": not a baseline of Assay: its \"schema\" is not " + VERSIONS + "…; " + remedy);
            }
            if (!schema.equals(SCHEMA)) {
                throw new ResultException(place + ": has the form " + schema + ", but this version of Assay reads "
                        + SCHEMA + "; use the version that wrote it, or " + remedy);
            }
            return Json.value(tree, Baseline.class);
        } catch (JacksonException e) {
            throw new ResultException(
                    place + ": not a whole baseline of Assay: " + e.getOriginalMessage() + "; " + remedy, e);
        }
    }
}
