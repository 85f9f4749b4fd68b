package dev.assay.resampling;

import dev.assay.data.Dataset;
import dev.assay.data.Seed;
import java.util.ArrayList;
import java.util.List;

/**
 * Repeats a splitter, each time with a seed of its own.
 *
 * @param splitter what is repeated
 * @param repeats how often, at least once
 */
public record Repeated(Splitter splitter, int repeats) implements Splitter {

    /** Checks that the repeats can differ. */
    public Repeated {
        if (repeats < 1) {
            throw new IllegalArgumentException("at least 1 repeat is needed, not " + repeats);
        }
        if (repeats > 1 && !splitter.isRandom()) {
            throw new IllegalArgumentException("all " + repeats + " repeats of " + splitter.description()
                    + " are the same, since nothing in it is random; use withShuffling() where the splitter has that, or "
                    + "1 repeat");
        }
    }

    @Override
    public List<Split> split(Dataset<?> data, Seed seed) {
        List<Split> all = new ArrayList<>();
        for (int repeat = 0; repeat < repeats; repeat++) {
            List<Split> splits = splitter.split(data, seed.derive("repeat", repeat));
            // a splitter may have repeats of its own
            int first =
                    repeat * (1 + splits.stream().mapToInt(Split::repeat).max().orElse(0));
            splits.forEach(split -> all.add(split.inRepeat(first + split.repeat())));
        }
        return List.copyOf(all);
    }

    @Override
    public boolean isRandom() {
        return splitter.isRandom();
    }

    @Override
    public boolean mayTrainOnLater() {
        return splitter.mayTrainOnLater();
    }

    @Override
    public String description() {
        return splitter.description() + (repeats == 1 ? "" : " x " + repeats);
    }

    @Override
    public List<String> remarks(Dataset<?> data) {
        return splitter.remarks(data);
    }
}
