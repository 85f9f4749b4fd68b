package dev.assay.resampling;

import dev.assay.data.Dataset;
import dev.assay.data.Seed;
import java.util.List;

/**
 * Tests each group once, alone, and trains on all others: one fold for each group, in the order of their names (by value if
 * all are whole numbers).
 */
public record LeaveOneGroupOut() implements Splitter {

    /**
     * Leaves one group out.
     *
     * @return the splitter
     */
    public static LeaveOneGroupOut of() {
        return new LeaveOneGroupOut();
    }

    /**
     * Splits.
     *
     * @throws dev.assay.data.InvalidDataException if the data have no groups, or only one
     */
    @Override
    public List<Split> split(Dataset<?> data, Seed seed) {
        Groups.of(data).requireAtLeast(2, description());
        return LeavePGroupsOut.of(1).split(data, seed);
    }

    @Override
    public boolean isRandom() {
        return false;
    }

    @Override
    public String description() {
        return "leave-one-group-out cross-validation";
    }
}
