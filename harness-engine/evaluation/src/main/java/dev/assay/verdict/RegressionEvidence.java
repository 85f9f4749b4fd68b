package dev.assay.verdict;

import dev.assay.data.Fingerprint;
import dev.assay.evaluation.Baseline;
import dev.assay.evaluation.Evaluation;
import dev.assay.evaluation.MetricScore;
import dev.assay.evaluation.Uncertainty;
import dev.assay.metric.Direction;
import dev.assay.metric.Metric;
import dev.assay.statistics.CorrectedResampledTTest;
import dev.assay.statistics.Estimate;
import dev.assay.statistics.FoldsEstimate;
import dev.assay.statistics.IndependentDifference;
import java.math.BigDecimal;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.DoubleUnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * What is known of the difference between a baseline and now. Differences are improvements: negative ones are worse, whichever
 * direction of the metric is better.
 *
 * @param pairing what was compared, and by which method
 * @param pWorse the one-sided p-value of getting worse; empty where nothing is paired, and bounds tell
 * @param bounds one-sided bounds of the improvement; null if none are known
 * @param reason why no bounds are known, or empty
 */
record RegressionEvidence(
        String pairing, OptionalDouble pWorse, @Nullable Bounds bounds, String reason) {

    /** One-sided bounds at any confidence level. */
    record Bounds(DoubleUnaryOperator lower, DoubleUnaryOperator upper) {}

    RegressionEvidence(String pairing, double pWorse, Bounds bounds) {
        this(pairing, OptionalDouble.of(pWorse), bounds, "");
    }

    RegressionEvidence(String pairing, double pWorse) {
        this(pairing, OptionalDouble.of(pWorse), null, "");
    }

    static Bounds bounds(DoubleUnaryOperator lower, DoubleUnaryOperator upper) {
        return new Bounds(lower, upper);
    }

    /** Subtracts in decimals, as values are read: from 0.8 to 0.9 is as much as from 0.7 to 0.8. */
    static double improvement(Metric metric, double before, double now) {
        if (!Double.isFinite(before) || !Double.isFinite(now)) {
            return Double.NaN;
        }
        double difference =
                BigDecimal.valueOf(now).subtract(BigDecimal.valueOf(before)).doubleValue();
        return metric.direction() == Direction.HIGHER_IS_BETTER ? difference : 0 - difference;
    }

    /**
     * Finds the most telling evidence that there is: by row, by fold, or by intervals of both.
     *
     * @param rows the same rows then and now, if there are any
     * @param needsBounds whether evidence without bounds is of no use
     */
    static RegressionEvidence of(
            Baseline baseline,
            Evaluation evaluation,
            MetricScore score,
            @Nullable PairedRows rows,
            boolean needsBounds) {
        Optional<RegressionEvidence> byRow =
                Optional.ofNullable(rows).flatMap(paired -> paired.evidence(score.metric()));
        return byRow.filter(evidence -> evidence.bounds != null || !needsBounds)
                .or(() -> byFold(baseline, evaluation, score))
                .or(() -> byRow.filter(evidence -> !needsBounds))
                .orElseGet(() -> byIntervals(baseline, evaluation, score));
    }

    private static Optional<RegressionEvidence> byFold(Baseline baseline, Evaluation evaluation, MetricScore score) {
        List<@Nullable Double> before =
                baseline.folds().getOrDefault(score.metric().name(), List.of());
        List<Double> now = score.definedFolds();
        boolean isSameSplit =
                baseline.split().digest().equals(evaluation.splitsFingerprint().toString());
        if (!isSameSplit || now.size() < 2 || now.size() != before.size() || before.contains(null)) {
            return Optional.empty();
        }
        double[] differences = new double[now.size()];
        for (int fold = 0; fold < differences.length; fold++) {
            differences[fold] = improvement(score.metric(), Objects.requireNonNull(before.get(fold)), now.get(fold));
        }
        double testToTrain = evaluation.testToTrain();
        CorrectedResampledTTest test = CorrectedResampledTTest.of(differences, testToTrain);
        String pairing = "by fold, over the same " + differences.length + " folds; corrected resampled t test"
                + (test.remark().isEmpty() ? "" : "; " + test.remark());
        if (!(FoldsEstimate.standardError(differences, testToTrain) > 0)) {
            return Optional.of(new RegressionEvidence(
                    pairing,
                    OptionalDouble.of(test.pLess()),
                    null,
                    "all folds differ by the same, which says nothing about its spread"));
        }
        FoldsEstimate estimate = FoldsEstimate.of(
                test.meanDifference(), differences, testToTrain, Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY);
        return Optional.of(
                new RegressionEvidence(pairing, test.pLess(), bounds(estimate::lowerBound, estimate::upperBound)));
    }

    private static RegressionEvidence byIntervals(Baseline baseline, Evaluation evaluation, MetricScore score) {
        String pairing = "not at all, since " + others(baseline, evaluation, score) + "; by intervals of both";
        Uncertainty uncertainty = Uncertainty.of(evaluation, score);
        Estimate now = uncertainty.estimate().orElse(null);
        Baseline.Value before =
                Objects.requireNonNull(baseline.metrics().get(score.metric().name()));
        if (now == null || before.lower() == null || before.upper() == null) {
            String reason = now == null ? uncertainty.reason() : "the baseline has no interval";
            return new RegressionEvidence(pairing, OptionalDouble.empty(), null, reason);
        }
        IndependentDifference difference = new IndependentDifference(
                now, Objects.requireNonNull(before.value()), before.lower(), before.upper(), Baseline.Value.LEVEL);
        return new RegressionEvidence(
                pairing,
                OptionalDouble.empty(),
                score.metric().direction() == Direction.HIGHER_IS_BETTER
                        ? bounds(difference::lowerBound, difference::upperBound)
                        : bounds(level -> 0 - difference.upperBound(level), level -> 0 - difference.lowerBound(level)),
                "");
    }

    /** Says what is not as it was. */
    private static String others(Baseline baseline, Evaluation evaluation, MetricScore score) {
        Optional<String> fingerprint = evaluation.fingerprint().map(Fingerprint::toString);
        boolean isSameSplit =
                baseline.split().digest().equals(evaluation.splitsFingerprint().toString());
        String split = isSameSplit
                ? ""
                : "the split is another" + (describes(baseline, evaluation) ? "" : " (then " + split(baseline) + ")");
        if (fingerprint.isPresent()
                && fingerprint.equals(Optional.ofNullable(baseline.data().fingerprint()))) {
            return isSameSplit
                    ? score.folds().size() < 2
                            ? "what " + score.metric().name() + " needs of each example was not kept"
                            : score.metric().name() + " is undefined in some folds"
                    : split;
        }
        String data = fingerprint.isEmpty() || baseline.data().fingerprint() == null
                ? "nobody knows whether the data are the same (give their inputs a content: Dataset.withContent)"
                : "the data are others"
                        + (baseline.data().examples() == evaluation.size()
                                ? ""
                                : " (then " + baseline.data().examples() + " examples, now " + evaluation.size() + ")");
        return split.isEmpty() ? data : data + " and " + split;
    }

    private static boolean describes(Baseline baseline, Evaluation evaluation) {
        return split(baseline)
                .equals(evaluation.resampling()
                        + (evaluation.seed().isPresent()
                                ? ", seed " + evaluation.seed().getAsLong()
                                : ""));
    }

    private static String split(Baseline baseline) {
        return baseline.split().description()
                + (baseline.split().seed() == null
                        ? ""
                        : ", seed " + baseline.split().seed());
    }
}
