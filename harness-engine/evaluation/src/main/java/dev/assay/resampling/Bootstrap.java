package dev.assay.resampling;

import dev.assay.data.Dataset;
import dev.assay.data.InvalidDataException;
import dev.assay.data.Seed;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

/**
 * Trains on bootstrap samples, as many examples as there are drawn with replacement, and tests what was not drawn (out of
 * bag): about 36.8 % of the examples. Each sample is a repeat. A sample that has drawn every example is drawn anew. See Efron
 * and Tibshirani 1997, "Improvements on cross-validation: the .632+ bootstrap method".
 *
 * @param samples the number of samples, at least 1
 */
public record Bootstrap(int samples) implements Splitter {

    /** Checks the number. */
    public Bootstrap {
        if (samples < 1) {
            throw new IllegalArgumentException("at least 1 sample is needed, not " + samples);
        }
    }

    /**
     * Draws bootstrap samples.
     *
     * @param samples how many, at least 1
     * @return the splitter
     */
    public static Bootstrap of(int samples) {
        return new Bootstrap(samples);
    }

    /**
     * Splits.
     *
     * @throws InvalidDataException if there is only one example, so that nothing would be left to test
     */
    @Override
    public List<Split> split(Dataset<?> data, Seed seed) {
        if (data.size() < 2) {
            throw new InvalidDataException("a bootstrap sample needs at least 2 examples, one to test; " + data.name()
                    + " has " + data.size());
        }
        return IntStream.range(0, samples)
                .mapToObj(sample -> sample(
                                data.size(),
                                seed.derive("repeat", sample).derive("draw").random())
                        .inRepeat(sample))
                .toList();
    }

    private static Split sample(int size, SplittableRandom random) {
        int[] times = new int[size];
        int[] test;
        do {
            Arrays.fill(times, 0);
            for (int i = 0; i < size; i++) {
                times[random.nextInt(size)]++;
            }
            test = IntStream.range(0, size).filter(row -> times[row] == 0).toArray();
        } while (test.length == 0);
        int[] train = new int[size];
        int next = 0;
        for (int row = 0; row < size; row++) {
            Arrays.fill(train, next, next + times[row], row);
            next += times[row];
        }
        return Split.ofChecked(0, size, test).withTrain(new Rows.Listed(train));
    }

    @Override
    public String description() {
        return samples + (samples == 1 ? " bootstrap sample" : " bootstrap samples") + ", tested out of bag";
    }
}
