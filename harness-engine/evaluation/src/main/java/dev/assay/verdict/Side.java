package dev.assay.verdict;

import dev.assay.statistics.Estimate;
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

    double chanceOfMeeting(Estimate estimate, double threshold) {
        return this == AT_LEAST ? estimate.chanceOfAtLeast(threshold) : estimate.chanceOfAtMost(threshold);
    }

    boolean isMetBy(double value, double threshold) {
        return this == AT_LEAST ? value >= threshold : value <= threshold;
    }
}
