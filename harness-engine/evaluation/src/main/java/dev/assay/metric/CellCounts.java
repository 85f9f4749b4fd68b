package dev.assay.metric;

import java.util.Arrays;

/**
 * How often each pair of whole numbers occurs. A hash table with open addressing: it grows with the number of different
 * pairs, and boxes nothing.
 */
final class CellCounts {

    private static final int FEWEST_SLOTS = 64;
    /** An odd number without pattern (2⁶⁴ divided by the golden ratio), which spreads similar keys. */
    private static final long SPREAD = 0x9E3779B97F4A7C15L;

    private long[] keys = new long[FEWEST_SLOTS];
    /** 0 where a slot is free. */
    private int[] counts = new int[FEWEST_SLOTS];

    private int occupied;

    private static long key(int first, int second) {
        return ((long) first << 32) | Integer.toUnsignedLong(second);
    }

    /** Returns the first number of a pair. */
    static int first(long key) {
        return (int) (key >> 32);
    }

    /** Returns the second number of a pair. */
    static int second(long key) {
        return (int) key;
    }

    /** Counts a pair once more. */
    void add(int first, int second) {
        add(key(first, second), 1);
    }

    /** Adds what others counted. */
    void addAll(CellCounts others) {
        // they come in the order of their slots: a smaller table would be filled from the front, and every search be
        // long
        while (keys.length < others.keys.length) {
            grow();
        }
        for (int slot = 0; slot < others.keys.length; slot++) {
            if (others.counts[slot] > 0) {
                add(others.keys[slot], others.counts[slot]);
            }
        }
    }

    private void add(long key, int count) {
        int slot = slot(key);
        if (counts[slot] == 0) {
            keys[slot] = key;
            occupied++;
        }
        counts[slot] += count;
        if (occupied > keys.length / 2) {
            grow();
        }
    }

    /** Returns the slot of a key, or the free one where it belongs. */
    private int slot(long key) {
        int mask = keys.length - 1;
        int slot = (int) ((key * SPREAD) >>> Long.numberOfLeadingZeros(mask));
        while (counts[slot] > 0 && keys[slot] != key) {
            slot = (slot + 1) & mask;
        }
        return slot;
    }

    private void grow() {
        long[] oldKeys = keys;
        int[] oldCounts = counts;
        keys = new long[2 * oldKeys.length];
        counts = new int[2 * oldKeys.length];
        for (int old = 0; old < oldKeys.length; old++) {
            if (oldCounts[old] > 0) {
                int slot = slot(oldKeys[old]);
                keys[slot] = oldKeys[old];
                counts[slot] = oldCounts[old];
            }
        }
    }

    /** Returns the pairs that occur, sorted. */
    long[] sortedKeys() {
        long[] sorted = new long[occupied];
        int next = 0;
        for (int slot = 0; slot < keys.length; slot++) {
            if (counts[slot] > 0) {
                sorted[next++] = keys[slot];
            }
        }
        Arrays.sort(sorted);
        return sorted;
    }

    /** Returns how often a pair occurs. */
    int count(long key) {
        return counts[slot(key)];
    }
}
