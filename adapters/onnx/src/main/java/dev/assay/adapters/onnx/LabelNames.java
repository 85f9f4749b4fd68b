package dev.assay.adapters.onnx;

import dev.assay.data.InvalidDataException;
import dev.assay.data.Labels;
import dev.assay.learning.InvalidModelException;
import dev.assay.prediction.InvalidPredictionsException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Finds label names in a model's metadata, and labels by what models say. */
final class LabelNames {

    private static final List<String> ARRAYS = List.of("labels", "classes", "class_names");

    private static final String OBJECT = "id2label";

    private static final JsonMapper JSON = new JsonMapper();

    private LabelNames() {}

    static Optional<Labels> of(Path file, Map<String, String> metadata) {
        for (String key : ARRAYS) {
            String text = metadata.get(key);
            if (text != null) {
                return Optional.of(read(file, key, text, "a JSON array of names"));
            }
        }
        return Optional.ofNullable(metadata.get(OBJECT))
                .map(text -> read(file, OBJECT, text, "a JSON object from index to name"));
    }

    private static Labels read(Path file, String key, String text, String expected) {
        try {
            JsonNode json = JSON.readTree(text);
            List<String> names = new ArrayList<>();
            for (int i = 0; i < json.size(); i++) {
                JsonNode name = key.equals(OBJECT) ? json.get(String.valueOf(i)) : json.get(i);
                if (name == null || !name.isValueNode()) {
                    throw new InvalidModelException(malformed(file, key, text, expected));
                }
                names.add(name.asString());
            }
            return Labels.of(names);
        } catch (JacksonException | InvalidDataException e) {
            throw new InvalidModelException(malformed(file, key, text, expected) + ": " + e.getMessage(), e);
        }
    }

    private static String malformed(Path file, String key, String text, String expected) {
        return file + ": '" + key + "' in the metadata should be " + expected + ", but is " + text;
    }

    /** Says that labels are missing, and what to do. */
    static InvalidModelException missing(Path file, Map<String, String> metadata) {
        return new InvalidModelException(file + " names no labels in its metadata ('" + String.join("', '", ARRAYS)
                + "' or '" + OBJECT + "'; there "
                + (metadata.isEmpty()
                        ? "is nothing"
                        : "is only '"
                                + String.join(
                                        "', '",
                                        metadata.keySet().stream().sorted().toList()) + "'")
                + "); name them in the order of the scores: withLabels(…)");
    }

    static int index(String source, Labels labels, String name) {
        if (!labels.contains(name)) {
            throw new InvalidPredictionsException(
                    source + " gave the label \"" + name + "\"; the labels are " + labels);
        }
        return labels.indexOf(name);
    }

    /** Finds the label of a number: its name, if all labels are whole numbers, and otherwise its index. */
    static int index(String source, Labels labels, long number) {
        if (labels.names().stream().allMatch(name -> name.matches("-?\\d{1,18}"))) {
            return index(source, labels, String.valueOf(number));
        }
        if (number < 0 || number >= labels.size()) {
            throw new InvalidPredictionsException(source + " gave the label number " + number + "; there are "
                    + labels.size() + " labels, from 0: " + labels);
        }
        return (int) number;
    }
}
