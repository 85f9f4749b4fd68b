package dev.assay.verdict;

import dev.assay.evaluation.Baseline;
import dev.assay.evaluation.Evaluation;
import dev.assay.evaluation.MetricScore;
import dev.assay.metric.Direction;
import dev.assay.metric.Metric;
import dev.assay.statistics.CorrectedResampledTTest;
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

    static double improvement(Metric metric, double before, double now) {
        return improvement(metric.direction() == Direction.HIGHER_IS_BETTER, before, now);
    }

    /** Subtracts in decimals, as values are read: from 0.8 to 0.9 is as much as from 0.7 to 0.8. */
    static double improvement(boolean higherIsBetter, double before, double now) {
        if (!Double.isFinite(before) || !Double.isFinite(now)) {
            return Double.NaN;
        }
        double difference =
                BigDecimal.valueOf(now).subtract(BigDecimal.valueOf(before)).doubleValue();
        return higherIsBetter ? difference : 0 - difference;
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
        Present present = Present.of(evaluation, score);
        Optional<RegressionEvidence> byRow =
                Optional.ofNullable(rows).flatMap(paired -> paired.evidence(score.metric()));
        return byRow.filter(evidence -> evidence.bounds != null || !needsBounds)
                .or(() -> byFold(baseline, present))
                .or(() -> byRow.filter(evidence -> !needsBounds))
                .orElseGet(() -> byIntervals(baseline, present));
    }

    /** Finds the most telling evidence without rows: by fold, or by intervals of both. */
    static RegressionEvidence withoutRows(Baseline baseline, Present present) {
        return byFold(baseline, present).orElseGet(() -> byIntervals(baseline, present));
    }

    private static Optional<RegressionEvidence> byFold(Baseline baseline, Present present) {
        List<@Nullable Double> before = baseline.folds().getOrDefault(present.metric(), List.of());
        List<@Nullable Double> now = present.folds();
        boolean isPaired = isSameSplit(baseline, present)
                && now.size() >= 2
                && now.size() == before.size()
                && !before.contains(null)
                && !now.contains(null);
        if (!isPaired) {
            return Optional.empty();
        }
        double[] differences = new double[now.size()];
        for (int fold = 0; fold < differences.length; fold++) {
            differences[fold] = improvement(
                    present.higherIsBetter(),
                    Objects.requireNonNull(before.get(fold)),
                    Objects.requireNonNull(now.get(fold)));
        }
        CorrectedResampledTTest test = CorrectedResampledTTest.of(differences, present.testToTrain());
        String pairing = "by fold, over the same " + differences.length + " folds; corrected resampled t test"
                + (test.remark().isEmpty() ? "" : "; " + test.remark());
        if (!(FoldsEstimate.standardError(differences, present.testToTrain()) > 0)) {
            return Optional.of(new RegressionEvidence(
                    pairing,
                    OptionalDouble.of(test.pLess()),
                    null,
                    "all folds differ by the same, which says nothing about its spread"));
        }
        FoldsEstimate estimate = FoldsEstimate.of(
                test.meanDifference(),
                differences,
                present.testToTrain(),
                Double.NEGATIVE_INFINITY,
                Double.POSITIVE_INFINITY);
        return Optional.of(
                new RegressionEvidence(pairing, test.pLess(), bounds(estimate::lowerBound, estimate::upperBound)));
    }

    private static RegressionEvidence byIntervals(Baseline baseline, Present present) {
        String pairing = "not at all, since " + others(baseline, present) + "; by intervals of both";
        Present.Known now = present.known().get();
        Baseline.Value before = Objects.requireNonNull(baseline.metrics().get(present.metric()));
        if (now.bounds() == null || before.lower() == null || before.upper() == null) {
            String reason = now.bounds() == null ? now.reason() : "the baseline has no interval";
            return new RegressionEvidence(pairing, OptionalDouble.empty(), null, reason);
        }
        IndependentDifference difference = new IndependentDifference(
                now.value(),
                now.bounds().lower(),
                now.bounds().upper(),
                Objects.requireNonNull(before.value()),
                before.lower(),
                before.upper(),
                Baseline.Value.LEVEL);
        return new RegressionEvidence(
                pairing,
                OptionalDouble.empty(),
                present.higherIsBetter()
                        ? bounds(difference::lowerBound, difference::upperBound)
                        : bounds(level -> 0 - difference.upperBound(level), level -> 0 - difference.lowerBound(level)),
                "");
    }

    private static boolean isSameSplit(Baseline baseline, Present present) {
        return baseline.split().digest().equals(present.digest());
    }

    /** Says what is not as it was. */
    private static String others(Baseline baseline, Present present) {
        boolean isSameSplit = isSameSplit(baseline, present);
        String split = isSameSplit
                ? ""
                : "the split is another"
                        + (split(baseline).equals(present.split()) ? "" : " (then " + split(baseline) + ")");
        String fingerprint = baseline.data().fingerprint();
        if (fingerprint != null && fingerprint.equals(present.fingerprint())) {
            return isSameSplit
                    ? present.folds().size() < 2
                            ? "what " + present.metric() + " needs of each example was not kept"
                            : present.metric() + " is undefined in some folds"
                    : split;
        }
        String data = fingerprint == null || present.fingerprint() == null
                ? "nobody knows whether the data are the same (give their inputs a content: Dataset.withContent)"
                : "the data are others"
                        + (baseline.data().examples() == present.examples()
                                ? ""
                                : " (then " + baseline.data().examples() + " examples, now " + present.examples()
                                        + ")");
        return split.isEmpty() ? data : data + " and " + split;
    }

    private static String split(Baseline baseline) {
        return Present.split(baseline.split().description(), baseline.split().seed());
    }
}
