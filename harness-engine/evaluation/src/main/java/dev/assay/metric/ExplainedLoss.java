package dev.assay.metric;

import java.util.Optional;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;

/**
 * The share of a loss that a model explains: 1 − loss of the model / loss of the best constant prediction.
 *
 * @param loss what is explained
 * @param constant finds the constant prediction of the least loss from the truth
 * @param domain what the loss is defined for
 */
record ExplainedLoss(RowLoss.OfNumbers loss, ToDoubleFunction<RowNumbers> constant, Domain domain) {

    static final Range RANGE = new Range(Double.NEGATIVE_INFINITY, 1);

    private static final RowLoss TRUTH = RowLoss.ofNumbers((truth, predicted) -> truth);
    private static final RowLoss RESIDUAL = RowLoss.ofNumbers((truth, predicted) -> truth - predicted);

    Metric metric(String name) {
        return metric(name, this::value);
    }

    /** Returns the metric that takes the variance of the errors for the loss, whatever their mean. */
    static Metric ofVariance(String name) {
        return metric(name, ExplainedLoss::ofVariance);
    }

    private static Metric metric(String name, Function<Outcomes, MetricValue> function) {
        return SimpleMetric.averaged(name, TargetKind.NUMBERS, Direction.HIGHER_IS_BETTER, RANGE, function);
    }

    private MetricValue value(Outcomes outcomes) {
        RowNumbers truth = RowNumbers.of(outcomes, TRUTH);
        Optional<String> obstacle = tooFew(truth).or(() -> domain.violation(outcomes));
        return obstacle.map(MetricValue::undefined).orElseGet(() -> value(outcomes, truth));
    }

    private MetricValue value(Outcomes outcomes, RowNumbers truth) {
        double best = constant.applyAsDouble(truth);
        double unexplained = mean(outcomes, loss);
        if (truth.minimum() == truth.maximum()) {
            return share(unexplained, 0);
        }
        if (Double.isFinite(best) && !domain.predicted().allows(best)) {
            return MetricValue.undefined(domain.predicted().violation("the mean truth", best));
        }
        return share(unexplained, mean(outcomes, (truthValue, predicted) -> loss.of(truthValue, best)));
    }

    private static double mean(Outcomes outcomes, RowLoss.OfNumbers loss) {
        return WeightedMean.of(outcomes, RowLoss.ofNumbers(loss)).value();
    }

    private static MetricValue ofVariance(Outcomes outcomes) {
        RowNumbers truth = RowNumbers.of(outcomes, TRUTH);
        return tooFew(truth)
                .map(MetricValue::undefined)
                .orElseGet(() -> share(RowNumbers.of(outcomes, RESIDUAL).variance(), truth.variance()));
    }

    private static Optional<String> tooFew(RowNumbers truth) {
        return truth.size() < 2 ? Optional.of("there is only one example") : Optional.empty();
    }

    /** Where there is nothing to explain: 1 for leaving nothing unexplained and 0 otherwise, as scikit-learn has it. */
    private static MetricValue share(double unexplained, double total) {
        if (!Double.isFinite(unexplained) || !Double.isFinite(total)) {
            return MetricValue.undefined("the errors overflow");
        }
        if (total == 0) {
            return MetricValue.of(unexplained == 0 ? 1 : 0);
        }
        double share = 1 - unexplained / total;
        return Double.isFinite(share) ? MetricValue.of(share) : MetricValue.undefined("the errors overflow");
    }
}
