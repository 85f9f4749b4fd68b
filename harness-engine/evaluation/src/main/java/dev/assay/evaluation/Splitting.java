package dev.assay.evaluation;

import dev.assay.data.Dataset;
import dev.assay.data.Seed;
import dev.assay.resampling.KFold;
import dev.assay.resampling.Repeated;
import dev.assay.resampling.Split;
import dev.assay.resampling.Splitter;
import dev.assay.resampling.StratifiedKFold;
import java.util.List;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/**
 * How data are split.
 *
 * @param splitter makes the splits of one repeat; null for folds
 * @param folds the number of folds, where there is no splitter that knows it
 * @param repeats how often the whole is repeated
 * @param seed the root of all that is random
 */
record Splitting(@Nullable Splitter splitter, OptionalInt folds, int repeats, long seed) {

    static final Splitting DEFAULTS = new Splitting(null, OptionalInt.empty(), 1, 1);

    private static final int DEFAULT_FOLDS = 10;

    Splitting {
        if (splitter != null && folds.isPresent()) {
            throw new IllegalStateException("both folds(" + folds.getAsInt() + ") and splitter(…) are set, here to a "
                    + splitter.description() + "; give the splitter the number of folds, and leave folds(…) out");
        }
    }

    Splitting withFolds(int number) {
        return new Splitting(splitter, OptionalInt.of(number), repeats, seed);
    }

    Splitting withSplitter(Splitter newSplitter) {
        return new Splitting(newSplitter, folds, repeats, seed);
    }

    Splitting withRepeats(int number) {
        return new Splitting(splitter, folds, number, seed);
    }

    Splitting withSeed(long number) {
        return new Splitting(splitter, folds, repeats, number);
    }

    /** Trains on a part of each training part. */
    Splitting withParts(Dataset<?> data, Subsampled.Size size) {
        return new Splitting(new Subsampled(ofOneRepeat(data), size), OptionalInt.empty(), repeats, seed);
    }

    /** Trains on all examples and tests the same ones, once. */
    Splitting withResubstitution() {
        return new Splitting(
                new Resubstitution(),
                OptionalInt.empty(),
                1,
                Seed.of(seed).derive("all examples").value());
    }

    Splitter repeated(Dataset<?> data) {
        return new Repeated(ofOneRepeat(data), repeats);
    }

    private Splitter ofOneRepeat(Dataset<?> data) {
        if (splitter != null) {
            return splitter;
        }
        int number = folds.orElse(DEFAULT_FOLDS);
        return StratifiedKFold.suits(data)
                ? StratifiedKFold.of(number).withShuffling()
                : KFold.of(number).withShuffling();
    }

    private record Resubstitution() implements Splitter {

        @Override
        public List<Split> split(Dataset<?> data, Seed seed) {
            return List.of(Split.resubstitution(data.size()));
        }

        @Override
        public String description() {
            return "resubstitution";
        }

        @Override
        public boolean isRandom() {
            return false;
        }
    }
}
