package dev.assay.evaluation;

import dev.assay.metric.Metric;
import dev.assay.statistics.FoldsEstimate;
import dev.assay.statistics.Interval;
import dev.assay.statistics.SignificanceTest;
import java.util.Arrays;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.SplittableRandom;

/**
 * The difference between two candidates with an interval: what a plot shows of it.
 *
 * @param value a candidate's value less another's: over folds the mean of their differences
 * @param interval the two-sided interval; empty if folds or draws have no spread
 * @param pValue the two-sided p-value of there being no difference
 * @param method how both were found, such as "corrected resampled t test"
 */
public record EstimatedDifference(double value, Optional<Interval> interval, double pValue, String method) {

    /** Differences of the same numbers in other orders differ by rounding and are ties. */
    private static final double ROUNDING = 1e-12;

    static EstimatedDifference ofFolds(PairedEvaluations pair, double level) {
        double[] folds = pair.differencesOfFolds();
        double testToTrain = pair.testToTrain();
        Metric metric = pair.metric();
        double width = metric.range().maximum() - metric.range().minimum();
        SignificanceTest test = DifferenceTest.CORRECTED_RESAMPLED_T.test(pair);
        return new EstimatedDifference(
                pair.value(),
                FoldsEstimate.standardError(folds, testToTrain) > 0
                        ? Optional.of(FoldsEstimate.of(pair.value(), folds, testToTrain, -width, width)
                                .interval(level))
                        : Optional.empty(),
                test.pValue(),
                DifferenceTest.CORRECTED_RESAMPLED_T.words(pair));
    }

    /** Takes quantiles of the replicates; the p-value is that of {@link DifferenceTest#PAIRED_BOOTSTRAP}, of the same ones. */
    static EstimatedDifference ofTestSet(PairedEvaluations pair, double level, int replicates) {
        double value = pair.value();
        double[] sorted = pair.testSet()
                .differencesOfDrawn(new SplittableRandom(pair.seed("interval of the difference")), replicates);
        Arrays.sort(sorted);
        double far = Math.abs(value) * (1 - ROUNDING);
        long nearer = Arrays.stream(sorted)
                .filter(drawn -> Math.abs(drawn - value) < far)
                .count();
        String method = DifferenceTest.PAIRED_BOOTSTRAP.words(pair);
        return new EstimatedDifference(
                value,
                sorted.length < 2 || sorted[0] == sorted[sorted.length - 1]
                        ? Optional.empty()
                        : Optional.of(new Interval(
                                quantile(sorted, (1 - level) / 2),
                                quantile(sorted, (1 + level) / 2),
                                level,
                                method,
                                OptionalInt.of(replicates))),
                (replicates - nearer + 1) / (replicates + 1.0),
                method);
    }

    private static double quantile(double[] sorted, double level) {
        int rank = (int) Math.round(level * (sorted.length + 1)) - 1;
        return sorted[Math.max(0, Math.min(sorted.length - 1, rank))];
    }
}
