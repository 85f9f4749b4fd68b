package dev.assay.statistics;

/** Checks of confidence levels. */
final class Levels {

    private Levels() {}

    static double require(double level) {
        if (!(level > 0.5 && level < 1)) {
            throw new IllegalArgumentException("a confidence level lies above 0.5 and below 1, not at " + level);
        }
        return level;
    }

    /** Checks the level of an interval that has two sides, which may be less sure than a coin. */
    static double requireTwoSided(double level) {
        if (!(level > 0 && level < 1)) {
            throw new IllegalArgumentException("an interval's level lies above 0 and below 1, not at " + level);
        }
        return level;
    }
}
