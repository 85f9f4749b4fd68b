package dev.assay.evaluation;

import dev.assay.data.Dataset;
import dev.assay.data.Seed;
import dev.assay.resampling.Split;
import dev.assay.resampling.Splitter;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Splits a data set once for all candidates, since the splits of many repeats take more memory than anything else here. */
final class SharedSplits {

    private record Made(Splitter splitter, long seed, List<Split> splits) {}

    private final Dataset<?> data;
    private @Nullable Made last;

    SharedSplits(Dataset<?> data) {
        this.data = data;
    }

    /** Returns the same list as the last time if splitter and seed are the same, since they always make the same splits. */
    synchronized List<Split> of(Splitter splitter, long seed) {
        if (last == null || last.seed != seed || !last.splitter.equals(splitter)) {
            last = new Made(splitter, seed, splitter.split(data, Seed.of(seed).derive("splits")));
        }
        return last.splits;
    }
}
