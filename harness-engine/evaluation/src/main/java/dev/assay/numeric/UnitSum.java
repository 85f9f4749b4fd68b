package dev.assay.numeric;

/**
 * An exact sum of numbers from 0 to 1, such as probabilities; faster than {@link ExactSum} where they come one by one, and
 * fastest for those that are not below 2^-10, which are multiples of 2^-62.
 */
public final class UnitSum {

    private static final double UNIT = 0x1p-62;
    private static final double UNITS_OF_ONE = 0x1p62;
    private static final long LOW_MASK = (1L << 32) - 1;

    /** Both count units, the second 2^32 at a time; fewer than 2^31 numbers fit. */
    private long low;

    private long high;
    private final ExactSum rest = new ExactSum();

    /** Creates a sum of nothing, 0. */
    public UnitSum() {}

    /**
     * Adds a number.
     *
     * @param value from 0 to 1
     */
    public void add(double value) {
        long units = (long) (value * UNITS_OF_ONE);
        low += units & LOW_MASK;
        high += units >>> 32;
        double below = value - units * UNIT;
        if (below != 0) {
            rest.add(below);
        }
    }

    /**
     * Adds what was summed up to another sum.
     *
     * @param other the other sum
     */
    public void addTo(ExactSum other) {
        other.merge(rest);
        other.add((low & LOW_MASK) * UNIT);
        other.add((low >>> 32) * 0x1p-30);
        other.add((high & LOW_MASK) * 0x1p-30);
        other.add((high >>> 32) * 0x1p2);
    }
}
