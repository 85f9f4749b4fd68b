package dev.assay.files;

import dev.assay.data.InvalidDataException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What each column of a file is for, by its name. */
final class Layout {

    private final Options options;
    private final List<String> header;
    private final Map<String, String> conventionalNames = new HashMap<>();
    private final List<@Nullable Column> columns = new ArrayList<>();
    private final Map<Role, Column> single = new EnumMap<>(Role.class);
    private final Map<Role, Map<String, Column>> named = new EnumMap<>(Role.class);

    Layout(Options options, List<String> header) {
        this.options = options;
        this.header = List.copyOf(header);
        for (Role role : Role.values()) {
            if (role.isNamed()) {
                named.put(role, new LinkedHashMap<>());
            }
        }
        options.names.forEach((conventional, name) -> conventionalNames.put(name, conventional));
        requireNames();
        this.header.forEach(name -> columns.add(options.ignored.contains(name) ? null : column(name)));
        requireRoles();
    }

    static boolean isConventional(String name) {
        return Arrays.stream(Role.values())
                .anyMatch(role -> role.isNamed()
                        ? role != Role.ATTRIBUTE && name.startsWith(role.conventional)
                        : name.equals(role.conventional));
    }

    private void requireNames() {
        Set<String> names = new HashSet<>();
        for (String name : header) {
            if (!names.add(name)) {
                throw new InvalidDataException(options.file + ": column '" + name + "' occurs twice; rename one");
            }
        }
        Set<String> told = new HashSet<>(options.ignored);
        told.addAll(options.names.values());
        for (String name : told) {
            if (!names.contains(name)) {
                throw new InvalidDataException(options.file + ": no column '" + name + "'" + theColumns());
            }
        }
    }

    private String theColumns() {
        return "; the columns are " + String.join(", ", header);
    }

    private void requireRoles() {
        if (!options.predictionsOnly && !single.containsKey(Role.TRUTH)) {
            throw new InvalidDataException(options.file + ": no column '" + options.name("truth")
                    + "' to judge predictions by" + theColumns()
                    + "; name the one that holds the truth with column(\"truth\", …)");
        }
        if (!single.containsKey(Role.PREDICTED)
                && (options.task != Task.LABELS || named(Role.SCORE).isEmpty())) {
            throw new InvalidDataException(options.file + ": no column '" + options.name("predicted") + "'"
                    + (options.task == Task.LABELS ? " and none of scores, such as 'score_<label>'" : "") + theColumns()
                    + "; name the one that holds the predictions with column(\"predicted\", …)");
        }
    }

    private @Nullable Column column(String name) {
        String conventional = conventionalNames.get(name);
        if (conventional == null) {
            // a column with a conventional name for which the file has another is like any further one
            conventional = options.names.containsKey(name) ? "" : name;
        }
        for (Role role : Role.values()) {
            if (!role.isNamed() && isWanted(role) && role.conventional.equals(conventional)) {
                Column column = newColumn(role, name);
                single.put(role, column);
                return column;
            }
        }
        boolean scored = options.task == Task.LABELS || options.task == Task.LABEL_SETS;
        Role role = scored && conventional.startsWith(Role.SCORE.conventional)
                ? Role.SCORE
                : options.task == Task.NUMBERS && conventional.startsWith(Role.QUANTILE.conventional)
                        ? Role.QUANTILE
                        : Role.ATTRIBUTE;
        if (!isWanted(role)) {
            return null;
        }
        Column column = newColumn(role, name);
        String key = role == Role.ATTRIBUTE ? name : conventional.substring(role.conventional.length());
        named(role).put(key, column);
        return column;
    }

    private boolean isWanted(Role role) {
        return !options.predictionsOnly || role.isOfPredictions();
    }

    private Column newColumn(Role role, String name) {
        boolean isNumber = switch (role) {
            case WEIGHT, SCORE, QUANTILE -> true;
            case TRUTH, PREDICTED -> options.task == Task.NUMBERS;
            default -> false;
        };
        return isNumber ? new NumberColumn(name) : role == Role.ROW ? new IdColumn(name) : new TextColumn(name);
    }

    private Map<String, Column> named(Role role) {
        return named.getOrDefault(role, Map.of());
    }

    /** Returns a column for each name of the header, none for what is ignored. */
    List<@Nullable Column> columns() {
        return columns;
    }

    /**
     * Takes what was read.
     *
     * @param rows how many rows the columns have
     * @param places says where a row is
     */
    FileColumns filled(int rows, Places places) {
        return new FileColumns(rows, places, single, named);
    }
}
