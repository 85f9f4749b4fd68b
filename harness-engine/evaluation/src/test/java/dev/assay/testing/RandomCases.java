package dev.assay.testing;

import java.util.SplittableRandom;
import java.util.function.Consumer;

/** Checks a property on many inputs, each made from a generator of its own, so that a failing case can be run alone. */
public final class RandomCases {

    private RandomCases() {}

    /**
     * Checks a property.
     *
     * @param count how many cases are made, numbered from 0; the number is the generator's seed
     * @param property makes its input from the generator and asserts
     * @throws AssertionError for the first case that fails; the message names its seed
     */
    public static void check(int count, Consumer<SplittableRandom> property) {
        for (int seed = 0; seed < count; seed++) {
            try {
                property.accept(new SplittableRandom(seed));
            } catch (RuntimeException | AssertionError e) {
                throw new AssertionError("for the input made by new SplittableRandom(" + seed + "): " + e, e);
            }
        }
    }
}
