package dev.assay.resampling;

import dev.assay.data.Dataset;
import dev.assay.data.InvalidDataException;
import dev.assay.data.Seed;
import java.util.ArrayList;
import java.util.List;

/**
 * Tests each choice of p examples once, in lexicographic order of rows, and trains on the others: for n examples n! / (p! (n −
 * p)!) splits, each of them a fold of one repeat. Except for p = 1, each example is tested in several of them.
 *
 * @param p how many examples are tested at a time, at least 1
 */
public record LeavePOut(int p) implements Splitter {

    /** Checks the number. */
    public LeavePOut {
        requirePositive(p);
    }

    static void requirePositive(int p) {
        if (p < 1) {
            throw new IllegalArgumentException("at least 1 has to be left out, not " + p);
        }
    }

    /**
     * Leaves examples out.
     *
     * @param p how many at a time, at least 1
     * @return the splitter
     */
    public static LeavePOut of(int p) {
        return new LeavePOut(p);
    }

    /**
     * Splits.
     *
     * @throws InvalidDataException if there are no more than p examples, or so many choices that they would take gigabytes
     */
    @Override
    public List<Split> split(Dataset<?> data, Seed seed) {
        int n = data.size();
        if (n <= p) {
            throw new InvalidDataException("to leave " + p + " out leaves nothing to train on: " + data.name() + " has "
                    + n + (n == 1 ? " example" : " examples"));
        }
        if (p > 1) {
            Combinations.requireFew(n, p, "examples of " + data.name());
            Combinations.requireFewRows(p, n + " examples of " + data.name(), Combinations.count(n, p) * p);
        }
        List<Split> splits = new ArrayList<>();
        int[] test = Combinations.first(p);
        do {
            splits.add(Split.ofChecked(splits.size(), n, test.clone()));
        } while (Combinations.next(test, n));
        return splits;
    }

    @Override
    public boolean isRandom() {
        return false;
    }

    @Override
    public String description() {
        return "leave-" + p + "-out cross-validation";
    }
}
