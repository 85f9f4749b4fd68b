package dev.assay.resampling;

import dev.assay.data.Dataset;
import dev.assay.data.InvalidDataException;
import dev.assay.data.Seed;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Tests each choice of p groups once, in lexicographic order of their names (by value if all are whole numbers), and trains
 * on the others. Except for p = 1, each example is tested in several of these splits, which are the folds of one repeat.
 *
 * @param p how many groups are tested at a time, at least 1
 */
public record LeavePGroupsOut(int p) implements Splitter {

    /** Checks the number. */
    public LeavePGroupsOut {
        LeavePOut.requirePositive(p);
    }

    /**
     * Leaves groups out.
     *
     * @param p how many at a time, at least 1
     * @return the splitter
     */
    public static LeavePGroupsOut of(int p) {
        return new LeavePGroupsOut(p);
    }

    /**
     * Splits.
     *
     * @throws InvalidDataException if the data have no groups, no more than p of them, or so many choices that they would take
     *     gigabytes
     */
    @Override
    public List<Split> split(Dataset<?> data, Seed seed) {
        Groups groups = Groups.of(data).requireAtLeast(p + 1, description());
        if (p > 1) {
            Combinations.requireFew(groups.number(), p, "groups of " + data.name());
            // each row is tested in as many splits as there are choices of the other p − 1 groups
            Combinations.requireFewRows(
                    p,
                    groups.number() + " groups of " + data.name(),
                    Combinations.count(groups.number() - 1, p - 1) * data.size());
        }
        int[][] members = groups.members();
        List<Split> splits = new ArrayList<>();
        int[] chosen = Combinations.first(p);
        do {
            int[] test = Arrays.stream(chosen)
                    .flatMap(group -> Arrays.stream(members[group]))
                    .sorted()
                    .toArray();
            splits.add(Split.ofChecked(splits.size(), data.size(), test));
        } while (Combinations.next(chosen, groups.number()));
        return splits;
    }

    @Override
    public boolean isRandom() {
        return false;
    }

    @Override
    public String description() {
        return "leave-" + p + "-groups-out cross-validation";
    }
}
