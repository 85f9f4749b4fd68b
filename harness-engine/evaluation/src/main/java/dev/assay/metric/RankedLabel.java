package dev.assay.metric;

import dev.assay.numeric.ExactSum;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.LongStream;

/**
 * One label against the rest at each score that a row of that label has, in descending order: all that metrics of rankings
 * and curves need, for the scores of other rows between two of these change neither recall nor any best point.
 *
 * <p>Without weights all sums are counts, and what is computed from them is exact until it is divided.
 */
final class RankedLabel {

    private final Steps steps;
    private final double positives;
    private final double negatives;
    private final boolean weighted;
    private final double twiceWins;
    private final long[] twiceWinsOver;

    private RankedLabel(
            Steps steps, double positives, double negatives, boolean weighted, double twiceWins, long[] twiceWinsOver) {
        this.steps = steps;
        this.positives = positives;
        this.negatives = negatives;
        this.weighted = weighted;
        this.twiceWins = twiceWins;
        this.twiceWinsOver = twiceWinsOver;
    }

    static RankedLabel of(Outcomes outcomes, int label) {
        return of(outcomes, label, SortedScores.of(outcomes, label));
    }

    /** Needs the sorted scores no longer once it has returned. */
    static RankedLabel of(Outcomes outcomes, int label, SortedScores sorted) {
        return outcomes.isWeighted() ? weighted(sorted, label) : counted(sorted, label, outcomes);
    }

    private static RankedLabel counted(SortedScores sorted, int label, Outcomes outcomes) {
        int k = outcomes.labelTruth().labels().size();
        long[] above = new long[k];
        long[] tied = new long[k];
        long[] twiceLossesTo = new long[k];
        Steps steps = new Steps(sorted.size() / k);
        for (int start = 0; start < sorted.size(); ) {
            start = sorted.skipOthers(start, label, above);
            if (start == sorted.size()) {
                break;
            }
            int end = sorted.endOfTie(start);
            for (int position = start; position < end; position++) {
                tied[sorted.truth(position)]++;
            }
            if (tied[label] > 0) {
                long falseAbove = start - above[label];
                steps.add(
                        sorted.score(start),
                        (double) (above[label] + tied[label]),
                        (double) (falseAbove + end - start - tied[label]),
                        (double) falseAbove);
                for (int other = 0; other < k; other++) {
                    twiceLossesTo[other] += tied[label] * (2 * above[other] + tied[other]);
                }
            }
            for (int other = 0; other < k; other++) {
                above[other] += tied[other];
                tied[other] = 0;
            }
            start = end;
        }
        long positives = above[label];
        long[] twiceWinsOver = new long[k];
        for (int other = 0; other < k; other++) {
            if (other != label) {
                twiceWinsOver[other] = 2 * positives * above[other] - twiceLossesTo[other];
            }
        }
        return counted(steps, positives, sorted.size() - positives, twiceWinsOver);
    }

    /** Puts together what was counted; the wins over each other label are twice the pairs won, and once those tied. */
    static RankedLabel counted(Steps steps, long positives, long negatives, long... twiceWinsOver) {
        double twiceWins = (double) LongStream.of(twiceWinsOver).sum();
        return new RankedLabel(steps, (double) positives, (double) negatives, false, twiceWins, twiceWinsOver);
    }

    /** Puts together the weights of tied rows, those of the highest score first; thresholds are their negative places. */
    static RankedLabel ofTies(double[] positivesOfTie, double[] negativesOfTie) {
        Steps steps = new Steps(16);
        double positives = 0;
        double negatives = 0;
        for (int tie = 0; tie < positivesOfTie.length; tie++) {
            double above = negatives;
            positives += positivesOfTie[tie];
            negatives += negativesOfTie[tie];
            if (positivesOfTie[tie] > 0) {
                steps.add(-tie, positives, negatives, above);
            }
        }
        double twiceWins = 0;
        for (int step = 0; step < steps.size; step++) {
            twiceWins += (steps.truePositives[step] - (step == 0 ? 0 : steps.truePositives[step - 1]))
                    * (2 * negatives - steps.falsePositives[step] - steps.falsePositivesAbove[step]);
        }
        return new RankedLabel(steps, positives, negatives, true, twiceWins, new long[0]);
    }

    private static RankedLabel weighted(SortedScores sorted, int label) {
        Steps steps = new Steps(16);
        ScoreTotals totals = new ScoreTotals(sorted, label);
        for (int start = 0; start < sorted.size(); ) {
            int end = sorted.endOfTie(start);
            double positivesAbove = totals.positives();
            double negativesAbove = totals.negatives();
            totals.add(start, end);
            if (totals.positives() > positivesAbove) {
                steps.add(sorted.score(start), totals.positives(), totals.negatives(), negativesAbove);
            }
            start = end;
        }
        ExactSum twiceWins = new ExactSum();
        for (int step = 0; step < steps.size; step++) {
            twiceWins.addProduct(
                    steps.truePositives[step] - (step == 0 ? 0 : steps.truePositives[step - 1]),
                    2 * totals.negatives() - steps.falsePositives[step] - steps.falsePositivesAbove[step]);
        }
        return new RankedLabel(steps, totals.positives(), totals.negatives(), true, twiceWins.value(), new long[0]);
    }

    /** Returns how many distinct scores rows of the label have. */
    int size() {
        return steps.size;
    }

    /** Returns a score, the highest at step 0. */
    double threshold(int step) {
        return steps.thresholds[step];
    }

    /** Returns the weight of the label's rows whose score is not below that of a step, 0 at step -1. */
    double truePositives(int step) {
        return step < 0 ? 0 : steps.truePositives[step];
    }

    /** Returns the weight of other rows whose score is not below that of a step, 0 at step -1. */
    double falsePositives(int step) {
        return step < 0 ? 0 : steps.falsePositives[step];
    }

    /** Returns the weight of other rows whose score is above that of a step. */
    double falsePositivesAbove(int step) {
        return steps.falsePositivesAbove[step];
    }

    double positives() {
        return positives;
    }

    double negatives() {
        return negatives;
    }

    double total() {
        return positives + negatives;
    }

    /** Tells whether there are rows of the label and others. */
    boolean hasBothSides() {
        return positives > 0 && negatives > 0;
    }

    /**
     * Returns the area under the ROC curve: the chance that a row of the label has a higher score than another, ties counting
     * half. Without weights it is the quotient of two integers, twice the Mann-Whitney U and twice the number of pairs, both
     * below 2⁶².
     */
    double area() {
        return Math.min(1, twiceWins / (2 * positives * negatives));
    }

    /** Returns the area among rows of this label and one other; empty if one doesn't occur or there are weights. */
    Optional<Double> areaAgainst(int other, long supportOfOther) {
        return weighted || positives == 0 || supportOfOther == 0
                ? Optional.empty()
                : Optional.of((double) twiceWinsOver[other] / (2 * positives * supportOfOther));
    }

    /** Returns the area with its standard error by DeLong, in the O(n log n) form of Sun and Xu 2014. */
    Sampling.RocArea sampling() {
        double variance = positivePlacementVariance() / positives + negativePlacementVariance() / negatives;
        return new Sampling.RocArea(area(), Math.sqrt(variance), (long) positives, (long) negatives);
    }

    /** How much the share of other rows below varies among the label's rows. */
    private double positivePlacementVariance() {
        Placements placements = new Placements(twiceWins / positives, 2 * negatives);
        for (int step = 0; step < size(); step++) {
            placements.add(
                    truePositives(step) - truePositives(step - 1),
                    2 * negatives - falsePositives(step) - falsePositivesAbove(step));
        }
        return placements.variance(positives);
    }

    /** How much the share of the label's rows above varies among other rows. */
    private double negativePlacementVariance() {
        Placements placements = new Placements(twiceWins / negatives, 2 * positives);
        for (int step = 0; step < size(); step++) {
            placements.add(falsePositivesAbove(step) - falsePositives(step - 1), 2 * truePositives(step - 1));
            placements.add(
                    falsePositives(step) - falsePositivesAbove(step), truePositives(step) + truePositives(step - 1));
        }
        placements.add(negatives - falsePositives(size() - 1), 2 * positives);
        return placements.variance(negatives);
    }

    /** Adds up squared deviations of how many of others a row beats. */
    private static final class Placements {

        private final double twiceMean;
        private final double twiceOthers;
        private final ExactSum squares = new ExactSum();

        Placements(double twiceMean, double twiceOthers) {
            this.twiceMean = twiceMean;
            this.twiceOthers = twiceOthers;
        }

        void add(double count, double twiceBeaten) {
            double deviation = (twiceBeaten - twiceMean) / twiceOthers;
            squares.addProduct(count, deviation * deviation);
        }

        double variance(double count) {
            return count < 2 ? 0 : squares.value() / (count - 1);
        }
    }

    /** Grows with the number of distinct scores. */
    static final class Steps {

        private double[] thresholds;
        private double[] truePositives;
        private double[] falsePositives;
        private double[] falsePositivesAbove;
        private int size;

        Steps(int capacity) {
            int initial = Math.max(16, capacity);
            thresholds = new double[initial];
            truePositives = new double[initial];
            falsePositives = new double[initial];
            falsePositivesAbove = new double[initial];
        }

        void add(double threshold, double truePositivesHere, double falsePositivesHere, double falsePositivesBefore) {
            if (size == thresholds.length) {
                int larger = (int) Math.min(Integer.MAX_VALUE - 8, size + (size >> 1) + 1L);
                thresholds = Arrays.copyOf(thresholds, larger);
                truePositives = Arrays.copyOf(truePositives, larger);
                falsePositives = Arrays.copyOf(falsePositives, larger);
                falsePositivesAbove = Arrays.copyOf(falsePositivesAbove, larger);
            }
            thresholds[size] = threshold;
            truePositives[size] = truePositivesHere;
            falsePositives[size] = falsePositivesHere;
            falsePositivesAbove[size] = falsePositivesBefore;
            size++;
        }
    }
}
