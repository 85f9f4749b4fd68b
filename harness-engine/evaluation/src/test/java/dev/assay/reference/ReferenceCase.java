package dev.assay.reference;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import tools.jackson.databind.JsonNode;

/** One line of a reference file: inputs by name, and expected values by path. A null there means undefined. */
public final class ReferenceCase {

    private final JsonNode json;

    ReferenceCase(JsonNode json) {
        this.json = json;
    }

    private JsonNode input(String name) {
        return child(json, name);
    }

    private JsonNode expected(String... path) {
        JsonNode node = input("expected");
        for (String name : path) {
            node = child(node, name);
        }
        return node;
    }

    /** A field that is not there is a mistake in the test or the file, never "undefined". */
    private JsonNode child(JsonNode node, String name) {
        JsonNode child = node.get(name);
        if (child == null) {
            throw new IllegalStateException(this + " has no field '" + name + "'");
        }
        return child;
    }

    /** Returns a text of the case's inputs. */
    public String text(String name) {
        return input(name).stringValue();
    }

    /** Returns a number of the case's inputs that lies below other fields, such as {@code params}, {@code folds}. */
    public int integer(String... path) {
        JsonNode node = json;
        for (String name : path) {
            node = child(node, name);
        }
        return node.intValue();
    }

    /** Returns such a number, or nothing where the last field is not there. */
    public OptionalInt optionalInteger(String... path) {
        JsonNode node = json.at("/" + String.join("/", path));
        return node.isMissingNode() ? OptionalInt.empty() : OptionalInt.of(node.intValue());
    }

    /** Returns a list of texts. */
    public List<String> texts(String name) {
        return elements(input(name)).map(JsonNode::stringValue).toList();
    }

    /** Returns a list of whole numbers as the names of labels, or nothing where it is null. */
    public Optional<List<String>> optionalTexts(String name) {
        JsonNode node = input(name);
        return node.isNull()
                ? Optional.empty()
                : Optional.of(elements(node).map(JsonNode::asString).toList());
    }

    /** Returns a list of numbers; the rows of a matrix come one after another. */
    public double[] numbers(String name) {
        List<Double> numbers = new ArrayList<>();
        flatten(input(name), numbers);
        return numbers.stream().mapToDouble(Double::doubleValue).toArray();
    }

    private static void flatten(JsonNode node, List<Double> numbers) {
        if (node.isArray()) {
            node.forEach(child -> flatten(child, numbers));
        } else {
            numbers.add(node.doubleValue());
        }
    }

    /** Returns a list of numbers, or nothing where it is null. */
    public Optional<double[]> optionalNumbers(String name) {
        return input(name).isNull() ? Optional.empty() : Optional.of(numbers(name));
    }

    /** Returns a list of whole numbers. */
    public int[] integers(String name) {
        return elements(input(name)).mapToInt(JsonNode::intValue).toArray();
    }

    /** Returns a matrix of numbers, whose rows may differ in length. */
    public double[][] numberRows(String name) {
        return elements(input(name))
                .map(row -> elements(row).mapToDouble(JsonNode::doubleValue).toArray())
                .toArray(double[][]::new);
    }

    /** Returns a matrix of whole numbers, whose rows may differ in length. */
    public int[][] integerRows(String name) {
        return elements(input(name))
                .map(row -> elements(row).mapToInt(JsonNode::intValue).toArray())
                .toArray(int[][]::new);
    }

    /** Returns the names of the expected fields, sorted; those below others by their path, such as "macro.f1". */
    public Set<String> expectedFields() {
        Set<String> fields = new TreeSet<>();
        input("expected").properties().forEach(field -> {
            if (field.getValue().isObject()) {
                field.getValue().propertyNames().forEach(name -> fields.add(field.getKey() + "." + name));
            } else {
                fields.add(field.getKey());
            }
        });
        return fields;
    }

    /** Tells whether the case says anything of a field. */
    public boolean expects(String field) {
        return input("expected").has(field);
    }

    /** Returns an expected value, empty where it is undefined. */
    public OptionalDouble expectedNumber(String... path) {
        return optional(expected(path));
    }

    /** Returns expected values, each empty where it is undefined. */
    public List<OptionalDouble> expectedNumbers(String... path) {
        return elements(expected(path)).map(ReferenceCase::optional).toList();
    }

    /** Returns an expected matrix. */
    public List<List<OptionalDouble>> expectedRows(String... path) {
        return elements(expected(path))
                .map(row -> elements(row).map(ReferenceCase::optional).toList())
                .toList();
    }

    private static OptionalDouble optional(JsonNode node) {
        return node.isNull() ? OptionalDouble.empty() : OptionalDouble.of(node.doubleValue());
    }

    private static Stream<JsonNode> elements(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false);
    }

    /** Returns the case's id and kind, by which tests are named. */
    @Override
    public String toString() {
        JsonNode kind = json.has("kind") ? json.get("kind") : json.get("splitter");
        String id = json.path("id").asString();
        return kind == null ? id : id + ", " + kind.stringValue();
    }
}
