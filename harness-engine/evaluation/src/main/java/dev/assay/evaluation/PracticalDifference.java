package dev.assay.evaluation;

import dev.assay.metric.Direction;
import dev.assay.statistics.BayesianCorrelatedTTest;
import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.function.DoublePredicate;

/**
 * How probably one candidate is better than another by more than matters, equivalent, or worse by more than matters. The three
 * probabilities add up to 1.
 *
 * @param value the candidate's value less the other's: over folds the mean of their differences
 * @param rope how far two candidates may be apart and still be equivalent, in units of the metric
 * @param worse how probably the candidate is worse by more than that
 * @param equivalent how probably the two are equivalent
 * @param better how probably the candidate is better by more than that
 * @param method how that was found, such as "Bayesian correlated t test"
 * @param remark what is special about the data, or empty
 */
public record PracticalDifference(
        double value, double rope, double worse, double equivalent, double better, String method, String remark) {

    static PracticalDifference of(PairedEvaluations pair, double rope) {
        double sign = pair.metric().direction() == Direction.HIGHER_IS_BETTER ? 1 : -1;
        return pair.isOfFolds() ? ofFolds(pair, sign, rope) : ofTestSet(pair, sign, rope);
    }

    private static PracticalDifference ofFolds(PairedEvaluations pair, double sign, double rope) {
        double[] differences =
                Arrays.stream(pair.differencesOfFolds()).map(d -> sign * d).toArray();
        // of two folds, the share of the data that each tests
        double correlation = pair.testToTrain() / (1 + pair.testToTrain());
        BayesianCorrelatedTTest test = BayesianCorrelatedTTest.of(differences, correlation, rope);
        return new PracticalDifference(
                pair.value(),
                rope,
                test.worse(),
                test.equivalent(),
                test.better(),
                "Bayesian correlated t test",
                test.remark());
    }

    private static PracticalDifference ofTestSet(PairedEvaluations pair, double sign, double rope) {
        double[] drawn = Arrays.stream(
                        pair.testSet().differencesOfDrawn(new SplittableRandom(pair.seed("practical difference"))))
                .map(d -> sign * d)
                .toArray();
        double worse = share(drawn, d -> d < -rope);
        double better = share(drawn, d -> d > rope);
        return new PracticalDifference(pair.value(), rope, worse, 1 - worse - better, better, "paired bootstrap", "");
    }

    private static double share(double[] drawn, DoublePredicate condition) {
        return (double) Arrays.stream(drawn).filter(condition).count() / drawn.length;
    }
}
