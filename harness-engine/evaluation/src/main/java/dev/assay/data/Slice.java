package dev.assay.data;

import java.util.List;
import java.util.function.IntPredicate;
import java.util.function.Predicate;
import java.util.stream.IntStream;

/**
 * A named subset of examples, such as those of one sex, on which a model is to be judged by itself.
 *
 * <p>{@code Slice.of("sex", "female")} takes the examples of which something says so: an attribute of that name or else, of
 * {@link Row}s, a column of text, or else, by the name {@value #GROUP}, the groups. {@link #where} takes those that a function
 * chooses.
 */
public final class Slice {

    /** The name by which the groups of a data set are asked for. */
    public static final String GROUP = "group";

    /** Chooses examples of a data set. */
    @FunctionalInterface
    private interface Choice {
        IntPredicate of(Dataset<?> data);
    }

    private final String name;
    private final Choice choice;

    private Slice(String name, Choice choice) {
        this.name = name;
        this.choice = choice;
    }

    /**
     * Takes the examples that have a certain value.
     *
     * @param by the name of an attribute or of a column of text, or {@value #GROUP}
     * @param value the value
     * @return the slice, named such as {@code sex "female"}
     */
    public static Slice of(String by, String value) {
        return new Slice(by + " \"" + value + "\"", data -> {
            List<String> values = values(data, by);
            return row -> values.get(row).equals(value);
        });
    }

    /**
     * Takes the examples whose input fulfils a condition.
     *
     * @param name the slice's name, such as "over 60"
     * @param type what inputs are
     * @param condition asked of each input
     * @param <X> the type of inputs
     * @return the slice; a data set with inputs of another type has no such
     */
    public static <X> Slice where(String name, Class<X> type, Predicate<? super X> condition) {
        return new Slice(name, data -> row -> {
            Object input = data.input(row);
            if (!type.isInstance(input)) {
                throw new InvalidDataException(
                        "slice " + name + " is of inputs of type " + type.getName() + ", but those of " + data.name()
                                + " are of type " + input.getClass().getName());
            }
            return condition.test(type.cast(input));
        });
    }

    /**
     * Takes a slice for each value there is.
     *
     * @param data the examples
     * @param by the name of an attribute or of a column of text, or {@value #GROUP}
     * @return the slices, sorted by value; together they have every example once
     * @throws InvalidDataException if there is nothing of that name
     */
    public static List<Slice> each(Dataset<?> data, String by) {
        return values(data, by).stream()
                .distinct()
                .sorted()
                .map(value -> of(by, value))
                .toList();
    }

    private static List<String> values(Dataset<?> data, String by) {
        if (data.attributeNames().contains(by)) {
            return data.attribute(by);
        }
        if (data.size() > 0
                && data.input(0) instanceof Row first
                && first.columns().names().contains(by)) {
            return column(data, by, first);
        }
        if (by.equals(GROUP) && data.groups().isPresent()) {
            return data.groups().get();
        }
        throw new InvalidDataException(
                data.name() + " has no attribute, column of text or groups \"" + by + "\" to slice by; "
                        + (data.attributeNames().isEmpty()
                                ? "it has no attributes"
                                : "its attributes are \"" + String.join("\", \"", data.attributeNames()) + "\"")
                        + " (give it one: withAttribute(…), or CsvDataset.attributes(…))");
    }

    private static List<String> column(Dataset<?> data, String by, Row first) {
        boolean numbers = first.columns().asList().stream()
                .anyMatch(column -> column.name().equals(by) && column.type() == Column.Type.NUMBER);
        if (numbers) {
            throw new InvalidDataException("column '" + by
                    + "' holds numbers, which make no slices by themselves; say where to cut: Slice.where(\"high\", Row.class, row -> row.number(\""
                    + by + "\") > 0)");
        }
        return data.inputs().stream().map(input -> ((Row) input).text(by)).toList();
    }

    /**
     * Returns the name.
     *
     * @return the name that messages use
     */
    public String name() {
        return name;
    }

    /**
     * Finds the examples.
     *
     * @param data the examples to choose from
     * @return positions in the data set, ascending; none if the slice is empty
     * @throws InvalidDataException if the data have nothing by which to choose
     */
    public int[] rows(Dataset<?> data) {
        return IntStream.range(0, data.size()).filter(choice.of(data)).toArray();
    }

    @Override
    public String toString() {
        return name;
    }
}
