package dev.assay.statistics;

import java.util.SplittableRandom;
import java.util.function.Supplier;
import java.util.function.ToDoubleFunction;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;

/**
 * How many replicates are drawn, and from which seed. Blocks of replicates have generators of their own, so that any number
 * of threads draws the same.
 *
 * @param replicates how many, at least 1
 * @param seed any number
 */
public record Replication(int replicates, long seed) {

    private static final int BLOCK = 64;
    private static final long GOLDEN = 0x9E3779B97F4A7C15L;

    /** Checks the number. */
    public Replication {
        if (replicates < 1) {
            throw new IllegalArgumentException("there must be at least 1 replicate, not " + replicates);
        }
    }

    /**
     * Draws numbers, several blocks at a time.
     *
     * @param source makes what draws the numbers of one block, on one thread
     * @return the numbers, in the order of the blocks
     */
    double[] draw(Supplier<ToDoubleFunction<RandomGenerator>> source) {
        double[] numbers = new double[replicates];
        IntStream.range(0, (replicates + BLOCK - 1) / BLOCK).parallel().forEach(block -> {
            RandomGenerator random = new SplittableRandom(mix(seed ^ mix(GOLDEN * (block + 1L))));
            ToDoubleFunction<RandomGenerator> drawing = source.get();
            for (int i = block * BLOCK; i < Math.min(replicates, (block + 1) * BLOCK); i++) {
                numbers[i] = drawing.applyAsDouble(random);
            }
        });
        return numbers;
    }

    /** Returns a replication of as many replicates from a seed of its own. */
    Replication other(long salt) {
        return new Replication(replicates, mix(seed + GOLDEN * salt));
    }

    /** Stafford's variant 13 of the finalizer of MurmurHash3: neighbouring numbers give unrelated ones. */
    private static long mix(long z) {
        long a = (z ^ (z >>> 30)) * 0xbf58476d1ce4e5b9L;
        long b = (a ^ (a >>> 27)) * 0x94d049bb133111ebL;
        return b ^ (b >>> 31);
    }
}
