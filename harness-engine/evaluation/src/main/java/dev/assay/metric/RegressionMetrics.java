package dev.assay.metric;

import dev.assay.data.NumberTargets;
import dev.assay.prediction.NumberPredictions;
import java.util.List;
import java.util.function.DoubleBinaryOperator;

/** The metrics of regression. */
public final class RegressionMetrics {

    /** Mean absolute error (MAE), in the target's unit. */
    public static final Metric MEAN_ABSOLUTE_ERROR = SimpleMetric.ofNumbers(
            "mean absolute error",
            Direction.LOWER_IS_BETTER,
            Range.NON_NEGATIVE,
            FoldCombination.POOLED,
            outcomes -> mean(outcomes, (truth, predicted) -> Math.abs(truth - predicted)));

    /** Mean squared error (MSE), in the target's unit squared. */
    public static final Metric MEAN_SQUARED_ERROR = SimpleMetric.ofNumbers(
            "mean squared error",
            Direction.LOWER_IS_BETTER,
            Range.NON_NEGATIVE,
            FoldCombination.POOLED,
            RegressionMetrics::meanSquaredError);

    /** Root of the mean squared error (RMSE), in the target's unit. */
    public static final Metric ROOT_MEAN_SQUARED_ERROR = SimpleMetric.ofNumbers(
            "root mean squared error",
            Direction.LOWER_IS_BETTER,
            Range.NON_NEGATIVE,
            FoldCombination.POOLED,
            outcomes -> meanSquaredError(outcomes) instanceof MetricValue.Defined defined
                    ? MetricValue.of(Math.sqrt(defined.value()))
                    : meanSquaredError(outcomes));

    /**
     * Coefficient of determination: 1 − Σ(truth − predicted)² / Σ(truth − mean truth)². Undefined for one row; where the
     * truth is constant, 1 if the predictions are perfect and 0 otherwise.
     */
    public static final Metric R2 = SimpleMetric.ofNumbers(
            "R²",
            Direction.HIGHER_IS_BETTER,
            new Range(Double.NEGATIVE_INFINITY, 1),
            FoldCombination.AVERAGED,
            RegressionMetrics::r2);

    private RegressionMetrics() {}

    /**
     * Returns the metrics that summaries show, the headline first.
     *
     * @return the metrics
     */
    static List<Metric> summary() {
        return List.of(ROOT_MEAN_SQUARED_ERROR, MEAN_ABSOLUTE_ERROR, R2);
    }

    private static MetricValue meanSquaredError(Outcomes outcomes) {
        return mean(outcomes, (truth, predicted) -> (truth - predicted) * (truth - predicted));
    }

    private static MetricValue mean(Outcomes outcomes, DoubleBinaryOperator loss) {
        NumberTargets truth = outcomes.numberTruth();
        NumberPredictions predictions = outcomes.numberPredictions();
        Sum losses = new Sum();
        Sum weights = new Sum();
        for (int row = 0; row < outcomes.size(); row++) {
            losses.add(outcomes.weight(row) * loss.applyAsDouble(truth.value(row), predictions.value(row)));
            weights.add(outcomes.weight(row));
        }
        return defined(losses.value() / weights.value(), weights);
    }

    private static MetricValue r2(Outcomes outcomes) {
        if (outcomes.size() < 2) {
            return MetricValue.undefined("there is only one example");
        }
        NumberTargets truth = outcomes.numberTruth();
        NumberPredictions predictions = outcomes.numberPredictions();
        Sum sum = new Sum();
        Sum weights = new Sum();
        boolean constant = true;
        double first = Double.NaN;
        for (int row = 0; row < outcomes.size(); row++) {
            sum.add(outcomes.weight(row) * truth.value(row));
            weights.add(outcomes.weight(row));
            if (outcomes.weight(row) > 0) {
                constant &= Double.isNaN(first) || truth.value(row) == first;
                first = truth.value(row);
            }
        }
        if (weights.value() == 0) {
            return MetricValue.undefined("all weights are zero");
        }
        double mean = sum.value() / weights.value();
        Sum residuals = new Sum();
        Sum deviations = new Sum();
        for (int row = 0; row < outcomes.size(); row++) {
            double residual = truth.value(row) - predictions.value(row);
            double deviation = truth.value(row) - mean;
            residuals.add(outcomes.weight(row) * residual * residual);
            deviations.add(outcomes.weight(row) * deviation * deviation);
        }
        if (constant || deviations.value() == 0) {
            return MetricValue.of(residuals.value() == 0 ? 1 : 0);
        }
        return defined(1 - residuals.value() / deviations.value(), weights);
    }

    private static MetricValue defined(double value, Sum weights) {
        if (weights.value() == 0) {
            return MetricValue.undefined("all weights are zero");
        }
        return Double.isFinite(value) ? MetricValue.of(value) : MetricValue.undefined("the errors overflow");
    }
}
