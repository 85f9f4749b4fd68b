package dev.assay.metric;

import dev.assay.metric.Domain.Bound;
import java.util.List;
import java.util.function.ToDoubleFunction;

/**
 * The metrics of regression.
 *
 * <p>In the formulas y is the truth of a row and p its predicted number; means and sums are weighted where rows have
 * weights, and rows of weight 0 count nowhere. Where nothing else is said, a metric ranges from 0 up, less is better, and it
 * is a mean over all rows of a repeat. All are undefined where errors are too large for a double. Values agree with those
 * of the scikit-learn function that is named, if one is.
 */
public final class RegressionMetrics {

    /** Mean absolute error (MAE): mean |y − p|, in the target's unit. scikit-learn: {@code mean_absolute_error}. */
    public static final Metric MEAN_ABSOLUTE_ERROR = mean("mean absolute error", NumberLosses::absolute);

    /** Mean squared error (MSE): mean (y − p)², in the target's unit squared. scikit-learn: {@code mean_squared_error}. */
    public static final Metric MEAN_SQUARED_ERROR = mean("mean squared error", NumberLosses::squared);

    /**
     * Root of the mean squared error (RMSE), in the target's unit; over folds the root of the pooled mean. scikit-learn:
     * {@code root_mean_squared_error}.
     */
    public static final Metric ROOT_MEAN_SQUARED_ERROR =
            mean("root mean squared error", NumberLosses::squared).then(Math::sqrt);

    /**
     * Median of |y − p|, in the target's unit, averaged over folds: the mean of the middle two of an even number of rows.
     * With weights it is the lower weighted median, the least error up to which the weights sum to half of all weights or
     * more, so that weights of 1 may give another value than none. scikit-learn: {@code median_absolute_error}; with
     * weights as up to its version 1.7.
     */
    public static final Metric MEDIAN_ABSOLUTE_ERROR = ofErrors("median absolute error", RowNumbers::median);

    /**
     * Largest |y − p|, in the target's unit, averaged over folds. Weights matter only where they are 0. scikit-learn:
     * {@code max_error}.
     */
    public static final Metric MAXIMUM_ERROR =
            ofErrors("maximum error", RowNumbers::maximum).withoutRedrawing();

    /**
     * Mean absolute percentage error (MAPE): mean |y − p| / max(|y|, 2⁻⁵²), a fraction and not in percent, so that 0.1 is
     * 10 %. Huge where a truth is 0. scikit-learn: {@code mean_absolute_percentage_error}.
     */
    public static final Metric MEAN_ABSOLUTE_PERCENTAGE_ERROR =
            mean("mean absolute percentage error", NumberLosses::percentage);

    /**
     * Symmetric mean absolute percentage error (sMAPE): mean 2·|y − p| / (|y| + |p|), where 0/0 is 0; a fraction from 0 to
     * 2 and not in percent. This is the form of the M3 and M4 competitions (Makridakis and Hibon, "The M3-Competition",
     * 2000), with absolute values in the denominator.
     */
    public static final Metric SYMMETRIC_MEAN_ABSOLUTE_PERCENTAGE_ERROR = mean(
                    "symmetric mean absolute percentage error", NumberLosses::symmetricPercentage)
            .within(new Range(0, 2));

    /**
     * Mean squared log error (MSLE): mean (ln(1 + y) − ln(1 + p))², without a unit. Undefined if a truth or prediction is
     * -1 or less. scikit-learn: {@code mean_squared_log_error}.
     */
    public static final Metric MEAN_SQUARED_LOG_ERROR = squaredLog("mean squared log error");

    /**
     * Root of the mean squared log error (RMSLE), without a unit; over folds the root of the pooled mean. Undefined if a
     * truth or prediction is -1 or less. scikit-learn: {@code root_mean_squared_log_error}.
     */
    public static final Metric ROOT_MEAN_SQUARED_LOG_ERROR =
            squaredLog("root mean squared log error").then(Math::sqrt);

    /**
     * Mean deviance of the Poisson distribution, for counts: mean 2·(y·ln(y/p) − y + p), in the target's unit. Undefined if
     * a truth is below 0 or a prediction not above. scikit-learn: {@code mean_poisson_deviance}.
     */
    public static final Metric POISSON_DEVIANCE = deviance("Poisson deviance", new TweedieDeviance(1));

    /**
     * Mean deviance of the Gamma distribution, for positive amounts: mean 2·(ln(p/y) + y/p − 1), which depends on y/p only
     * and has no unit. Undefined if a truth or prediction is not above 0. scikit-learn: {@code mean_gamma_deviance}.
     */
    public static final Metric GAMMA_DEVIANCE = deviance("Gamma deviance", new TweedieDeviance(2));

    /**
     * Coefficient of determination: 1 − Σ(y − p)² / Σ(y − mean y)², at most 1, averaged over folds; more is better, and the
     * mean truth as a prediction has 0. Undefined for one row; where the truth is constant, 1 if the predictions are
     * perfect and 0 otherwise. scikit-learn: {@code r2_score}.
     */
    public static final Metric R2 = new ExplainedLoss(NumberLosses::squared, RowNumbers::mean, Domain.ANY).metric("R²");

    /**
     * Explained variance: 1 − variance of y − p / variance of y, at most 1, averaged over folds; more is better. Unlike
     * {@link #R2} it forgives predictions that are all too high by the same amount. Undefined for one row; where the truth
     * is constant, 1 if the errors are too and 0 otherwise. scikit-learn: {@code explained_variance_score}.
     */
    public static final Metric EXPLAINED_VARIANCE = ExplainedLoss.ofVariance("explained variance");

    /**
     * Share of the absolute error that a model explains: 1 − Σ|y − p| / Σ|y − median y|, at most 1, averaged over folds;
     * more is better, and the median truth as a prediction has 0. Undefined for one row; where the truth is constant, 1 if
     * the predictions are perfect and 0 otherwise. scikit-learn: {@code d2_absolute_error_score}.
     */
    public static final Metric D2_ABSOLUTE_ERROR = new ExplainedLoss(
                    NumberLosses::absolute, truth -> truth.quantile(0.5), Domain.ANY)
            .metric("D² of absolute error");

    /**
     * Continuous ranked probability score (CRPS) of predicted quantiles: mean 2·Σ wₖ·pinballₖ, where pinballₖ is the
     * {@linkplain #pinballLoss pinball loss} of the quantile at level k, and wₖ how much of the interval from 0 to 1 lies
     * nearest to that level, which is the part between the midpoints of neighbouring levels. In the target's unit; of the
     * median alone, it is its absolute error. Undefined for models that give no quantiles. Gneiting and Ranjan, "Comparing
     * density forecasts using threshold- and quantile-weighted scoring rules", 2011.
     */
    public static final Metric CONTINUOUS_RANKED_PROBABILITY_SCORE = MeanMetric.loss(
                    "continuous ranked probability score", TargetKind.NUMBERS, RankedProbabilityScore::fill)
            .undefinedWhere(RankedProbabilityScore::obstacle);

    private RegressionMetrics() {}

    private static MeanMetric mean(String name, RowLoss.OfNumbers loss) {
        return MeanMetric.loss(name, TargetKind.NUMBERS, RowLoss.ofNumbers(loss));
    }

    private static MeanMetric squaredLog(String name) {
        Domain domain = new Domain(Bound.ABOVE_MINUS_ONE, Bound.ABOVE_MINUS_ONE);
        return mean(name, NumberLosses::squaredLog).undefinedWhere(domain::violation);
    }

    private static MeanMetric deviance(String name, TweedieDeviance deviance) {
        return mean(name, deviance).undefinedWhere(deviance.domain()::violation);
    }

    private static SimpleMetric ofErrors(String name, ToDoubleFunction<RowNumbers> statistic) {
        return SimpleMetric.averaged(
                name, TargetKind.NUMBERS, Direction.LOWER_IS_BETTER, Range.NON_NEGATIVE, outcomes -> {
                    double value =
                            statistic.applyAsDouble(RowNumbers.of(outcomes, RowLoss.ofNumbers(NumberLosses::absolute)));
                    return Double.isFinite(value)
                            ? MetricValue.of(value)
                            : MetricValue.undefined("the errors overflow");
                });
    }

    /**
     * Returns the mean pinball loss of the predicted numbers, for models that predict a quantile: level·(y − p) where y ≥ p,
     * and (1 − level)·(p − y) otherwise; in the target's unit. At 0.5 it is half the mean absolute error. scikit-learn:
     * {@code mean_pinball_loss}.
     *
     * @param level the quantile's level, between 0 and 1
     * @return the metric
     * @throws IllegalArgumentException if the level is not between 0 and 1
     */
    public static Metric pinballLoss(double level) {
        PinballLoss loss = new PinballLoss(level);
        return mean(loss.toString(), loss);
    }

    /**
     * Returns the mean deviance of a Tweedie distribution: (y − p)² for power 0, {@link #POISSON_DEVIANCE} for 1,
     * {@link #GAMMA_DEVIANCE} for 2, and otherwise the mean of 2·(max(y, 0)^(2−power) / ((1−power)(2−power)) −
     * y·p^(1−power) / (1−power) + p^(2−power) / (2−power)), in the target's unit to the power of 2 − power. The higher the
     * power, the less do errors count where the truth is large.
     *
     * <p>Undefined unless p &gt; 0 and, for powers from 1 and below 2, y ≥ 0 or, from 2 up, y &gt; 0; power 0 takes any
     * numbers. scikit-learn: {@code mean_tweedie_deviance}.
     *
     * @param power at most 0 or at least 1
     * @return the metric
     * @throws IllegalArgumentException if the power is between 0 and 1 or not finite
     */
    public static Metric tweedieDeviance(double power) {
        TweedieDeviance deviance = new TweedieDeviance(power);
        return deviance(deviance.toString(), deviance);
    }

    /**
     * Returns the share of the pinball loss that a model explains: 1 − pinball loss of p / pinball loss of the truth's
     * quantile at that level; at most 1, averaged over folds; more is better, and that quantile as a prediction has 0.
     * Undefined for one row; where the truth is constant, 1 if the predictions are perfect and 0 otherwise. scikit-learn:
     * {@code d2_pinball_score} from version 1.8; before, the quantile of unweighted rows was interpolated, whose loss is
     * not the least.
     *
     * @param level the quantile's level, between 0 and 1
     * @return the metric
     * @throws IllegalArgumentException if the level is not between 0 and 1
     */
    public static Metric d2PinballLoss(double level) {
        PinballLoss loss = new PinballLoss(level);
        return new ExplainedLoss(loss, truth -> truth.quantile(level), Domain.ANY).metric("D² of " + loss);
    }

    /**
     * Returns the share of the Tweedie deviance that a model explains: 1 − deviance of p / deviance of the mean truth; at
     * most 1, averaged over folds; more is better, and the mean truth as a prediction has 0. For power 0 it is {@link #R2}.
     * Undefined for one row, where {@link #tweedieDeviance} is, and where it is of the mean truth; where the truth is
     * constant, 1 if the predictions are perfect and 0 otherwise. scikit-learn: {@code d2_tweedie_score}, which is not
     * finite for a constant truth.
     *
     * @param power at most 0 or at least 1
     * @return the metric
     * @throws IllegalArgumentException if the power is between 0 and 1 or not finite
     */
    public static Metric d2TweedieDeviance(double power) {
        TweedieDeviance deviance = new TweedieDeviance(power);
        return new ExplainedLoss(deviance, RowNumbers::mean, deviance.domain()).metric("D² of " + deviance);
    }

    /**
     * Returns the mean absolute error over that of a naive forecast (MASE), without a unit: below 1 for models that are
     * better than that forecast was on the training series. Undefined if the naive error is 0. Hyndman and Koehler,
     * "Another look at measures of forecast accuracy", 2006.
     *
     * @param naiveError the naive forecast's mean absolute error on the training series, from 0 up
     * @return the metric
     * @throws IllegalArgumentException if the error is negative or not finite
     */
    public static Metric meanAbsoluteScaledError(double naiveError) {
        return NaiveForecast.scaledError(naiveError);
    }

    /**
     * Returns the mean absolute error over that of the naive forecast which repeats the value of one season before (MASE),
     * as {@link #meanAbsoluteScaledError(double)}. The naive error is mean |yᵢ − yᵢ₋ₛ| over the training series but for its
     * first season.
     *
     * @param season the length s of a season, 1 for series without any
     * @param trainingSeries the training series in the order of time, longer than a season
     * @return the metric
     * @throws IllegalArgumentException if the series is too short, the season below 1, or a value not finite
     */
    public static Metric meanAbsoluteScaledError(int season, double... trainingSeries) {
        return NaiveForecast.scaledError(NaiveForecast.error(season, trainingSeries));
    }

    /**
     * Returns the share of rows whose truth lies in the central interval between two predicted quantiles, its ends
     * included: that of 0.8 is from the quantile at 0.1 to that at 0.9. From 0 to 1; more is better as far as a minimum is
     * demanded, but wide intervals cover everything, so {@linkplain #intervalCoverageError how far it is from the
     * promise}, the width or the {@linkplain #winklerScore score} belongs beside it. Undefined for models that give no
     * quantiles at the interval's ends.
     *
     * @param probability the interval's probability, between 0 and 1
     * @return the metric
     * @throws IllegalArgumentException if the probability is not between 0 and 1
     */
    public static Metric intervalCoverage(double probability) {
        CentralInterval interval = CentralInterval.of(probability);
        return MeanMetric.score("coverage of " + interval, TargetKind.NUMBERS, interval.rows(CentralInterval::covered))
                .ofZerosAndOnes()
                .undefinedWhere(interval::obstacle);
    }

    /**
     * Returns how far the {@linkplain #intervalCoverage coverage} of a central interval is from its probability: |coverage −
     * probability|, from 0 to 1; over folds, of the pooled coverage. Undefined for models that give no quantiles at the
     * interval's ends.
     *
     * @param probability the interval's probability, between 0 and 1
     * @return the metric
     * @throws IllegalArgumentException if the probability is not between 0 and 1
     */
    public static Metric intervalCoverageError(double probability) {
        CentralInterval interval = CentralInterval.of(probability);
        return ofInterval("coverage error", interval, CentralInterval::covered)
                .within(Range.UNIT)
                .then(coverage -> Math.abs(coverage - probability));
    }

    /**
     * Returns the mean width of the central interval between two predicted quantiles, in the target's unit; that of 0.8 is
     * from the quantile at 0.1 to that at 0.9. Undefined for models that give no quantiles at the interval's ends.
     *
     * @param probability the interval's probability, between 0 and 1
     * @return the metric
     * @throws IllegalArgumentException if the probability is not between 0 and 1
     */
    public static Metric intervalWidth(double probability) {
        return ofInterval("mean width", CentralInterval.of(probability), CentralInterval::width);
    }

    /**
     * Returns the Winkler score, or interval score, of the central interval from a predicted quantile l to another u, which
     * rewards narrow intervals and fines truths outside: mean of u − l, plus 2/(1 − probability) times how far the truth is
     * outside; in the target's unit. Undefined for models that give no quantiles at the interval's ends. Winkler, "A
     * decision-theoretic approach to interval estimation", 1972; Gneiting and Raftery, "Strictly proper scoring rules,
     * prediction, and estimation", 2007.
     *
     * @param probability the interval's probability, between 0 and 1
     * @return the metric
     * @throws IllegalArgumentException if the probability is not between 0 and 1
     */
    public static Metric winklerScore(double probability) {
        CentralInterval interval = CentralInterval.of(probability);
        return ofInterval("Winkler score", interval, interval::score);
    }

    private static MeanMetric ofInterval(String name, CentralInterval interval, CentralInterval.OfInterval function) {
        return MeanMetric.loss(name + " of " + interval, TargetKind.NUMBERS, interval.rows(function))
                .undefinedWhere(interval::obstacle);
    }

    /**
     * Returns the metrics that summaries show, the headline first.
     *
     * @return the metrics
     */
    static List<Metric> summary() {
        return List.of(ROOT_MEAN_SQUARED_ERROR, MEAN_ABSOLUTE_ERROR, R2);
    }
}
