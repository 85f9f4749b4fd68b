package dev.assay.resampling;

import dev.assay.data.Dataset;
import dev.assay.data.InvalidDataException;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/** The groups of a data set, numbered in the order of their names. */
final class Groups {

    private static final Pattern WHOLE_NUMBER = Pattern.compile("-?\\d{1,18}");

    private final String data;
    private final List<String> names;
    private final int[] codes;
    private final int[] sizes;

    private Groups(String data, List<String> names, int[] codes) {
        this.data = data;
        this.names = names;
        this.codes = codes;
        this.sizes = new int[names.size()];
        for (int code : codes) {
            sizes[code]++;
        }
    }

    static Groups of(Dataset<?> data) {
        List<String> groups = data.groups()
                .orElseThrow(() -> new InvalidDataException("nothing says which examples of " + data.name()
                        + " belong together; give them groups: withGroups(…), or CsvDataset.groups(…)"));
        return of(data.name(), groups);
    }

    /** Numbers any names of rows. */
    static Groups of(String data, List<String> nameOfRow) {
        List<String> names = inOrder(new HashSet<>(nameOfRow));
        Map<String, Integer> codes = new HashMap<>();
        names.forEach(name -> codes.put(name, codes.size()));
        return new Groups(data, names, nameOfRow.stream().mapToInt(codes::get).toArray());
    }

    /** Sorts names; if all of them are whole numbers, by value, as groups that are numbers elsewhere would be. */
    private static List<String> inOrder(Set<String> names) {
        boolean areNumbers =
                names.stream().allMatch(name -> WHOLE_NUMBER.matcher(name).matches());
        Comparator<String> byName = Comparator.naturalOrder();
        return names.stream()
                .sorted(
                        areNumbers
                                ? Comparator.<String>comparingLong(Long::parseLong)
                                        .thenComparing(byName)
                                : byName)
                .toList();
    }

    /** Fails unless there are enough groups. */
    Groups requireAtLeast(int number, String what) {
        if (names.size() < number) {
            throw new InvalidDataException(what + " needs at least " + number + " groups; " + data + " has "
                    + names.size() + " (use fewer folds, or a splitter that leaves groups out of account)");
        }
        return this;
    }

    int number() {
        return names.size();
    }

    int size(int code) {
        return sizes[code];
    }

    String name(int code) {
        return names.get(code);
    }

    int code(int row) {
        return codes[row];
    }

    int rows() {
        return codes.length;
    }

    /** Returns the rows of each group, ascending. */
    int[][] members() {
        return Folds.rowsByFold(codes, names.size());
    }

    /** Puts every row where its group is. */
    int[] spread(int[] partOfGroup) {
        return IntStream.of(codes).map(code -> partOfGroup[code]).toArray();
    }

    /** Tells of a group that is larger than a fold should be, where there are groups. */
    static List<String> remarks(Dataset<?> data, int folds) {
        return data.groups().isEmpty() ? List.of() : of(data).remarks(folds);
    }

    private List<String> remarks(int folds) {
        int largest = IntStream.range(0, sizes.length)
                .reduce((a, b) -> sizes[b] > sizes[a] ? b : a)
                .orElseThrow();
        return sizes[largest] <= (rows() + folds - 1) / folds
                ? List.of()
                : List.of("group \"" + name(largest) + "\" has " + sizes[largest] + " of " + rows()
                        + " examples, more than one of " + folds + " folds should have: folds differ in size");
    }
}
