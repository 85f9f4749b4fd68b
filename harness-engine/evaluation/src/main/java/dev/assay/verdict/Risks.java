package dev.assay.verdict;

import dev.assay.evaluation.Judgement.Risk;
import dev.assay.statistics.Estimate;
import dev.assay.statistics.Prospect;
import java.util.List;
import java.util.OptionalDouble;
import org.apache.commons.statistics.distribution.NormalDistribution;

/**
 * Finds how far demands can be trusted as gates. The chance of going red again is by plug-in: it takes what was measured for
 * the truth and asks what fresh data of the same size would bring.
 */
final class Risks {

    private static final NormalDistribution NORMAL = NormalDistribution.of(0, 1);

    private Risks() {}

    /** Where the value decides, nothing bounds false passes: a model just below the threshold passes nearly half of the time. */
    static Risk ofValue(Estimate estimate, Side side, double threshold) {
        return Risk.UNKNOWN.withRedAgain(complement(side.chanceOfMeeting(estimate, threshold)));
    }

    /** Where a one-sided bound decides, it misses at most so often as its level says. */
    static Risk ofBound(Estimate estimate, Side side, double threshold, double level) {
        Prospect prospect = Prospect.likeThat(estimate);
        double passes = side == Side.AT_LEAST
                ? estimate.chanceOfLowerBound(threshold, level, prospect)
                : estimate.chanceOfUpperBound(threshold, level, prospect);
        return Risk.UNKNOWN.withFalsePass(complement(level)).withRedAgain(complement(passes));
    }

    /**
     * Where a one-sided p-value decides, it is below the significance level at most so often. That of a fresh sample has a
     * normal deviate around the present one's (Goodman, "A comment on replication, p-values and evidence", Statistics in
     * Medicine 11, 1992).
     */
    static Risk ofTest(double pValue, double significance) {
        double passes = NORMAL.cumulativeProbability(
                NORMAL.inverseSurvivalProbability(pValue) - NORMAL.inverseSurvivalProbability(significance));
        return Risk.UNKNOWN.withFalsePass(significance).withRedAgain(complement(Double.isNaN(passes) ? 0 : passes));
    }

    /**
     * Where each of several parts has to pass, the whole passes falsely no more often than a single one, and goes red with
     * any: counted as if parts were independent, as slices and folds nearly are.
     */
    static Risk ofParts(List<Risk> parts, OptionalDouble confidence) {
        double passes = 1;
        for (Risk part : parts) {
            if (part.redAgain().isEmpty()) {
                return ofLevel(confidence);
            }
            passes *= complement(part.redAgain().getAsDouble());
        }
        return ofLevel(confidence).withRedAgain(complement(passes));
    }

    /** Where nothing is known but whether there is a confidence level, which bounds false passes whatever the evidence is. */
    static Risk ofLevel(OptionalDouble confidence) {
        return confidence.isPresent() ? Risk.UNKNOWN.withFalsePass(complement(confidence.getAsDouble())) : Risk.UNKNOWN;
    }

    /** Keeps 0.05 from becoming 0.050000000000000044. */
    static double complement(double chance) {
        return Math.max(0, Math.min(1, Math.rint((1 - chance) * 1e12) / 1e12));
    }
}
