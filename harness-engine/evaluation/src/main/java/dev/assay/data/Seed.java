package dev.assay.data;

import java.nio.charset.StandardCharsets;
import java.util.SplittableRandom;

/**
 * The root of random choices: everything random derives its own seed from a parent by name, so that no choice depends
 * on the order in which others are made.
 *
 * @param value any number
 */
public record Seed(long value) {

    private static final long FNV_OFFSET = 0xcbf29ce484222325L;
    private static final long FNV_PRIME = 0x100000001b3L;

    /**
     * Returns the seed of the given number.
     *
     * @param value any number
     * @return the seed
     */
    public static Seed of(long value) {
        return new Seed(value);
    }

    /**
     * Derives the seed of a named part: the same name always gives the same seed, different names give unrelated ones.
     *
     * @param name what the seed is for, such as {@code "shuffle"}
     * @return the part's seed
     */
    public Seed derive(String name) {
        long hash = FNV_OFFSET;
        for (byte b : name.getBytes(StandardCharsets.UTF_8)) {
            hash = (hash ^ (b & 0xff)) * FNV_PRIME;
        }
        return new Seed(mix(mix(value) ^ hash));
    }

    /**
     * Derives the seed of a numbered part.
     *
     * @param name what is numbered, such as {@code "fold"}
     * @param number which of them
     * @return the part's seed
     */
    public Seed derive(String name, long number) {
        return new Seed(mix(derive(name).value + mix(number)));
    }

    /**
     * Returns a new generator that starts from this seed.
     *
     * @return a generator of its own, to be used by one thread
     */
    public SplittableRandom random() {
        return new SplittableRandom(value);
    }

    /** Finalizer of SplitMix64 (Steele, Lea, Flood 2014, variant 13 of Stafford's mixers). */
    private static long mix(long z) {
        long a = (z ^ (z >>> 30)) * 0xbf58476d1ce4e5b9L;
        long b = (a ^ (a >>> 27)) * 0x94d049bb133111ebL;
        return b ^ (b >>> 31);
    }
}
