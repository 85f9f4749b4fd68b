package dev.assay.metric;

import dev.assay.numeric.ExactSum;
import dev.assay.numeric.Search;
import java.util.function.IntPredicate;

/** Numbers of a label's ranking, apart from the area under its ROC curve. */
final class RankingFormulas {

    private RankingFormulas() {}

    /** The step sum of precision over recall, without interpolation. */
    static double averagePrecision(RankedLabel ranked) {
        double[] found = new double[ranked.size()];
        double[] precisions = new double[ranked.size()];
        for (int step = 0; step < ranked.size(); step++) {
            found[step] = ranked.truePositives(step) - ranked.truePositives(step - 1);
            precisions[step] = precision(ranked, step);
        }
        ExactSum sum = new ExactSum();
        sum.addProducts(found, precisions);
        return Math.min(1, sum.value() / ranked.positives());
    }

    private static double precision(RankedLabel ranked, int step) {
        return ranked.truePositives(step) / (ranked.truePositives(step) + ranked.falsePositives(step));
    }

    /** The largest distance between the distributions of scores of the label's rows and of others. */
    static double kolmogorovSmirnov(RankedLabel ranked) {
        double largest = 0;
        for (int step = 0; step < ranked.size(); step++) {
            largest = Math.max(largest, distance(ranked, ranked.truePositives(step), ranked.falsePositives(step)));
            largest = Math.max(
                    largest, distance(ranked, ranked.truePositives(step - 1), ranked.falsePositivesAbove(step)));
        }
        return Math.min(1, largest / (ranked.positives() * ranked.negatives()));
    }

    /** Over the common denominator, so that counts are subtracted before anything is rounded. */
    private static double distance(RankedLabel ranked, double truePositives, double falsePositives) {
        return Math.abs(truePositives * ranked.negatives() - falsePositives * ranked.positives());
    }

    static double recallAtPrecision(RankedLabel ranked, double minimum) {
        for (int step = ranked.size() - 1; step >= 0; step--) {
            if (precision(ranked, step) >= minimum) {
                return recall(ranked, step);
            }
        }
        return 0;
    }

    static double precisionAtRecall(RankedLabel ranked, double minimum) {
        double best = 0;
        for (int step = first(ranked, at -> recall(ranked, at) >= minimum); step < ranked.size(); step++) {
            best = Math.max(best, precision(ranked, step));
        }
        return best;
    }

    static double sensitivityAtSpecificity(RankedLabel ranked, double minimum) {
        int behind = first(ranked, step -> specificity(ranked, step) < minimum);
        return behind == 0 ? 0 : recall(ranked, behind - 1);
    }

    static double specificityAtSensitivity(RankedLabel ranked, double minimum) {
        if (minimum == 0) {
            // above all scores
            return 1;
        }
        int step = first(ranked, at -> recall(ranked, at) >= minimum);
        return step == ranked.size() ? 0 : specificity(ranked, step);
    }

    /** Returns the first step that meets a condition which all later ones meet as well; the number of steps if none does. */
    private static int first(RankedLabel ranked, IntPredicate condition) {
        return Search.first(0, ranked.size(), condition);
    }

    private static double recall(RankedLabel ranked, int step) {
        return ranked.truePositives(step) / ranked.positives();
    }

    private static double specificity(RankedLabel ranked, int step) {
        return (ranked.negatives() - ranked.falsePositives(step)) / ranked.negatives();
    }

    /**
     * The weight of the label's rows among those with the highest scores; where the last of these are tied with further
     * rows, the mean over all orders of the tied ones.
     *
     * @param weight how much is taken from the top, at most the total
     */
    static double found(RankedLabel ranked, double weight) {
        for (int step = 0; step < ranked.size(); step++) {
            double above = ranked.truePositives(step - 1) + ranked.falsePositivesAbove(step);
            if (above >= weight) {
                return ranked.truePositives(step - 1);
            }
            double here = ranked.truePositives(step) + ranked.falsePositives(step);
            if (here >= weight) {
                double positives = ranked.truePositives(step) - ranked.truePositives(step - 1);
                return ranked.truePositives(step - 1) + positives * (weight - above) / (here - above);
            }
        }
        return ranked.positives();
    }

    /** The lowest mean cost of errors over all thresholds, one above all scores among them. */
    static double lowestCost(RankedLabel ranked, double ofFalsePositive, double ofFalseNegative) {
        double lowest = ofFalseNegative * ranked.positives();
        for (int step = 0; step < ranked.size(); step++) {
            lowest = Math.min(lowest, cost(ranked, step, ofFalsePositive, ofFalseNegative));
        }
        return lowest / ranked.total();
    }

    private static double cost(RankedLabel ranked, int step, double ofFalsePositive, double ofFalseNegative) {
        return ofFalsePositive * ranked.falsePositives(step)
                + ofFalseNegative * (ranked.positives() - ranked.truePositives(step));
    }
}
