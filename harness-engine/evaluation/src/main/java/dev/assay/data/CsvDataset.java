package dev.assay.data;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Reads a data set from a CSV file (RFC 4180, UTF-8) whose first record names the columns.
 *
 * <pre>{@code
 * Dataset<double[]> tumours =
 *     CsvDataset.of(Path.of("data/breast-cancer.csv")).target("diagnosis").positive("malignant").read().numeric();
 * }</pre>
 *
 * <p>A column whose every cell is a number holds numbers, any other holds categories, unless {@link #numbers},
 * {@link #categories} or {@link #texts} says otherwise. Whether the target is a label or a number is never guessed:
 * {@link #target} reads labels, {@link #numericTarget} numbers.
 */
public final class CsvDataset {

    /** What a column is for. */
    enum Role {
        TARGET("the target"),
        GROUP("the group"),
        WEIGHT("the weight"),
        ID("the id"),
        TIME("the time stamp"),
        ATTRIBUTE("an attribute"),
        IGNORED("ignored");

        final String words;

        Role(String words) {
            this.words = words;
        }
    }

    /** All that the reader is told; changed on a copy only, before anyone else sees it. */
    static final class Options {

        final Path file;
        char separator = ',';
        Map<String, Role> roles = new HashMap<>();
        Map<String, Column.Type> types = new HashMap<>();
        boolean numericTarget;

        @Nullable
        List<String> labels;

        @Nullable
        String positive;

        boolean missingAllowed;

        Options(Path file) {
            this.file = file;
        }

        private Options copy() {
            Options copy = new Options(file);
            copy.separator = separator;
            copy.roles = new HashMap<>(roles);
            copy.types = new HashMap<>(types);
            copy.numericTarget = numericTarget;
            copy.labels = labels;
            copy.positive = positive;
            copy.missingAllowed = missingAllowed;
            return copy;
        }

        /** Returns the column of a role that one column has at most. */
        Optional<String> column(Role role) {
            return columns(role).stream().findFirst();
        }

        List<String> columns(Role role) {
            return roles.entrySet().stream()
                    .filter(entry -> entry.getValue() == role)
                    .map(Map.Entry::getKey)
                    .sorted()
                    .toList();
        }
    }

    private final Options options;

    private CsvDataset(Options options) {
        this.options = options;
    }

    /**
     * Names the file; nothing is read yet.
     *
     * @param file a path, relative to the working directory or absolute
     * @return a reader to be told more
     */
    public static CsvDataset of(Path file) {
        return new CsvDataset(new Options(file));
    }

    /**
     * Says which column holds the target, to be read as a label.
     *
     * @param column the column's name
     * @return a reader that knows
     */
    public CsvDataset target(String column) {
        return withRole(Role.TARGET, column).with(changed -> changed.numericTarget = false);
    }

    /**
     * Says which column holds the target, to be read as a number.
     *
     * @param column the column's name
     * @return a reader that knows
     */
    public CsvDataset numericTarget(String column) {
        return withRole(Role.TARGET, column).with(changed -> changed.numericTarget = true);
    }

    /**
     * Declares the vocabulary of labels and its order; without it, the labels that occur are sorted.
     *
     * @param labels all labels there may be
     * @return a reader that knows
     */
    public CsvDataset labels(String... labels) {
        return with(changed -> changed.labels = List.of(labels));
    }

    /**
     * Declares the positive label.
     *
     * @param label the label that F1, precision and recall are about when no other is named
     * @return a reader that knows
     */
    public CsvDataset positive(String label) {
        return with(changed -> changed.positive = label);
    }

    /**
     * Says which column tells the examples that belong together.
     *
     * @param column the column's name
     * @return a reader that knows
     */
    public CsvDataset groups(String column) {
        return withRole(Role.GROUP, column);
    }

    /**
     * Says which column holds the examples' weights.
     *
     * @param column the column's name
     * @return a reader that knows
     */
    public CsvDataset weights(String column) {
        return withRole(Role.WEIGHT, column);
    }

    /**
     * Says which column holds the examples' ids.
     *
     * @param column the column's name
     * @return a reader that knows
     */
    public CsvDataset ids(String column) {
        return withRole(Role.ID, column);
    }

    /**
     * Says which column tells when the examples were observed: ISO 8601 with an offset ({@code 2024-03-01T12:00:00Z}), or
     * without, as {@code 2024-03-01T12:00} or {@code 2024-03-01}, which are taken as UTC.
     *
     * @param column the column's name
     * @return a reader that knows
     */
    public CsvDataset times(String column) {
        return withRole(Role.TIME, column);
    }

    /**
     * Says which columns are neither inputs nor target but tell something of the examples, such as the fold that they are to
     * be tested in.
     *
     * @param columns the columns' names, by which {@link Dataset#attribute} knows them
     * @return a reader that knows
     */
    public CsvDataset attributes(String... columns) {
        return withRoles(Role.ATTRIBUTE, columns);
    }

    /**
     * Leaves columns out.
     *
     * @param columns the columns' names
     * @return a reader that knows
     */
    public CsvDataset ignore(String... columns) {
        return withRoles(Role.IGNORED, columns);
    }

    /**
     * Says which columns hold numbers, so that a cell which does not is an error.
     *
     * @param columns the columns' names
     * @return a reader that knows
     */
    public CsvDataset numbers(String... columns) {
        return withType(Column.Type.NUMBER, columns);
    }

    /**
     * Says which columns hold categories, even if they look like numbers.
     *
     * @param columns the columns' names
     * @return a reader that knows
     */
    public CsvDataset categories(String... columns) {
        return withType(Column.Type.CATEGORY, columns);
    }

    /**
     * Says which columns hold free text.
     *
     * @param columns the columns' names
     * @return a reader that knows
     */
    public CsvDataset texts(String... columns) {
        return withType(Column.Type.TEXT, columns);
    }

    /**
     * Allows cells of numbers to be missing (empty, or NaN); they are read as NaN. Otherwise they are an error.
     *
     * @return a reader that knows
     */
    public CsvDataset allowingMissing() {
        return with(changed -> changed.missingAllowed = true);
    }

    /**
     * Sets the character between fields.
     *
     * @param separator such as {@code ';'}; a comma unless set
     * @return a reader that knows
     */
    public CsvDataset separator(char separator) {
        return with(changed -> changed.separator = separator);
    }

    private CsvDataset withRoles(Role role, String... columns) {
        CsvDataset changed = this;
        for (String column : columns) {
            changed = changed.withRole(role, column);
        }
        return changed;
    }

    private CsvDataset withRole(Role role, String column) {
        Role other = options.roles.get(column);
        if (other != null && other != role) {
            throw new InvalidDataException(
                    "column '" + column + "' cannot be both " + other.words + " and " + role.words);
        }
        return with(changed -> {
            if (role != Role.IGNORED && role != Role.ATTRIBUTE) {
                changed.roles.values().remove(role);
            }
            changed.roles.put(column, role);
        });
    }

    private CsvDataset withType(Column.Type type, String... columns) {
        return with(changed -> {
            for (String column : columns) {
                changed.types.put(column, type);
            }
        });
    }

    private CsvDataset with(Consumer<Options> change) {
        Options changed = options.copy();
        change.accept(changed);
        return new CsvDataset(changed);
    }

    /**
     * Reads the file.
     *
     * @return its rows, named after the file
     * @throws InvalidDataException if the file is missing or not as told; the message names file, line and column
     */
    public Table read() {
        return new CsvParser(options).read();
    }
}
