package dev.assay.verdict;

import java.math.RoundingMode;

/** On which side of the threshold a value must lie. */
enum Side {
    AT_LEAST("at least", "reach", RoundingMode.FLOOR),
    AT_MOST("at most", "stay within", RoundingMode.CEILING);

    final String words;
    final String verb;
    /** Away from the threshold, so that a missed one never looks met. */
    final RoundingMode roundingOfMissed;

    Side(String words, String verb, RoundingMode roundingOfMissed) {
        this.words = words;
        this.verb = verb;
        this.roundingOfMissed = roundingOfMissed;
    }

    boolean isMetBy(double value, double threshold) {
        return this == AT_LEAST ? value >= threshold : value <= threshold;
    }
}
