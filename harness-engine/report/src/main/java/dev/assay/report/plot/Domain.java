package dev.assay.report.plot;

import java.util.Collection;

/**
 * What an axis covers.
 *
 * @param from its least value
 * @param to its greatest, greater
 */
record Domain(double from, double to) {

    /** From 0 to 1. */
    static final Domain UNIT = new Domain(0, 1);

    /** Beyond this, differences of values could be infinite. */
    private static final double LARGEST = 1e300;

    private static final double PADDING = 0.05;
    private static final double ALIKE = 1e-9;

    /** Covers finite values with some space around, whatever they are; 0 to 1 if there are none. */
    static Domain around(Collection<Double> values) {
        double least = Double.POSITIVE_INFINITY;
        double greatest = Double.NEGATIVE_INFINITY;
        for (double value : values) {
            if (Double.isFinite(value)) {
                double drawn = Math.max(-LARGEST, Math.min(LARGEST, value));
                least = Math.min(least, drawn);
                greatest = Math.max(greatest, drawn);
            }
        }
        return least > greatest ? UNIT : padded(least, greatest);
    }

    private static Domain padded(double least, double greatest) {
        double size = Math.max(Math.abs(least), Math.abs(greatest));
        boolean alike = greatest - least <= size * ALIKE;
        double padding = alike ? size * PADDING : (greatest - least) * PADDING;
        // all values are 0, or too small to be divided
        double space = padding < Double.MIN_NORMAL * 1e6 ? 0.5 : padding;
        return new Domain(least - space, greatest + space);
    }

    /** Cuts off what lies outside 0 to 1 where no value lies there. */
    Domain withinUnit(Collection<Double> values) {
        boolean unit = values.stream().filter(Double::isFinite).allMatch(value -> value >= 0 && value <= 1);
        boolean covered = from < 1 && to > 0;
        return unit && covered ? new Domain(Math.max(0, from), Math.min(1, to)) : this;
    }

    /** Maps values to pixels. */
    Scale onto(double start, double end) {
        return new Scale(this, start, end);
    }
}
