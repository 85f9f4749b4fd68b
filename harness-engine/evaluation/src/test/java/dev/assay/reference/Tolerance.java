package dev.assay.reference;

import org.assertj.core.data.Offset;

/** How far a value may be from the reference, counted as the reference's README says. */
public final class Tolerance {

    private static final double RELATIVE = 1e-12;

    private Tolerance() {}

    /** Returns 1e-12 · max(1, |b|), for any value but a p-value. */
    public static Offset<Double> of(double expected) {
        return Offset.offset(RELATIVE * Math.max(1, Math.abs(expected)));
    }
}
