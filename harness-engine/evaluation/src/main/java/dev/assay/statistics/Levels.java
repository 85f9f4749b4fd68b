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
}
