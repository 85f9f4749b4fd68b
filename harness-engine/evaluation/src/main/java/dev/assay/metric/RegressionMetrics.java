package dev.assay.metric;

import dev.assay.data.NumberTargets;
import dev.assay.numeric.ExactSum;
import dev.assay.prediction.NumberPredictions;
import java.util.List;

/** The metrics of regression. */
public final class RegressionMetrics {

    /** Mean absolute error (MAE), in the target's unit. */
    public static final Metric MEAN_ABSOLUTE_ERROR = MeanMetric.loss(
            "mean absolute error",
            TargetKind.NUMBERS,
            RowLoss.ofNumbers((truth, predicted) -> Math.abs(truth - predicted)));

    private static final RowLoss SQUARED_ERROR =
            RowLoss.ofNumbers((truth, predicted) -> (truth - predicted) * (truth - predicted));

    /** Mean squared error (MSE), in the target's unit squared. */
    public static final Metric MEAN_SQUARED_ERROR =
            MeanMetric.loss("mean squared error", TargetKind.NUMBERS, SQUARED_ERROR);

    /** Root of the mean squared error (RMSE), in the target's unit. */
    public static final Metric ROOT_MEAN_SQUARED_ERROR = MeanMetric.loss(
                    "root mean squared error", TargetKind.NUMBERS, SQUARED_ERROR)
            .then(Math::sqrt);

    /**
     * Coefficient of determination: 1 − Σ(truth − predicted)² / Σ(truth − mean truth)². Undefined for one row; where the
     * truth is constant, 1 if the predictions are perfect and 0 otherwise.
     */
    public static final Metric R2 = SimpleMetric.averaged(
            "R²",
            TargetKind.NUMBERS,
            Direction.HIGHER_IS_BETTER,
            new Range(Double.NEGATIVE_INFINITY, 1),
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

    private static MetricValue r2(Outcomes outcomes) {
        if (outcomes.size() < 2) {
            return MetricValue.undefined("there is only one example");
        }
        NumberTargets truth = outcomes.numberTruth();
        NumberPredictions predictions = outcomes.numberPredictions();
        ExactSum sum = new ExactSum();
        ExactSum weights = new ExactSum();
        boolean constant = true;
        double first = Double.NaN;
        for (int row = 0; row < outcomes.size(); row++) {
            sum.addProduct(outcomes.weight(row), truth.value(row));
            weights.add(outcomes.weight(row));
            if (outcomes.weight(row) > 0) {
                constant &= Double.isNaN(first) || truth.value(row) == first;
                first = truth.value(row);
            }
        }
        double mean = sum.value() / weights.value();
        ExactSum residuals = new ExactSum();
        ExactSum deviations = new ExactSum();
        for (int row = 0; row < outcomes.size(); row++) {
            double residual = truth.value(row) - predictions.value(row);
            double deviation = truth.value(row) - mean;
            residuals.addProduct(outcomes.weight(row), residual * residual);
            deviations.addProduct(outcomes.weight(row), deviation * deviation);
        }
        if (constant || deviations.value() == 0) {
            return MetricValue.of(residuals.value() == 0 ? 1 : 0);
        }
        double value = 1 - residuals.value() / deviations.value();
        return Double.isFinite(value) ? MetricValue.of(value) : MetricValue.undefined("the errors overflow");
    }
}
