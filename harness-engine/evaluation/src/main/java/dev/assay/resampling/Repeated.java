package dev.assay.resampling;

import dev.assay.data.Dataset;
import dev.assay.data.Seed;
import java.util.List;
import java.util.stream.IntStream;

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
            throw new IllegalArgumentException("without shuffling, all " + repeats + " repeats of "
                    + splitter.description() + " are the same; use withShuffling()");
        }
    }

    @Override
    public List<Split> split(Dataset<?> data, Seed seed) {
        return IntStream.range(0, repeats)
                .boxed()
                .flatMap(repeat -> splitter.split(data, seed.derive("repeat", repeat)).stream()
                        .map(split -> split.inRepeat(repeat)))
                .toList();
    }

    @Override
    public boolean isRandom() {
        return splitter.isRandom();
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
