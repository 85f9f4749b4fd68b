package dev.assay.metric;

import java.util.List;
import java.util.Optional;

/**
 * The metrics of classification.
 *
 * <p>Metrics of one label, such as {@link #F1} and {@link #ROC_AUC}, are the positive label's where the data declare one, and
 * can be chosen for another label or averaged over labels.
 */
public final class ClassificationMetrics {

    private static final Range CORRELATION = new Range(-1, 1);

    /** Share of rows whose predicted label is the true one. */
    public static final Metric ACCURACY = MatrixMetric.of(
                    "accuracy", Direction.HIGHER_IS_BETTER, Range.UNIT, Agreement::accuracy)
            .withSampling(
                    matrix -> Optional.of(new Sampling.Proportion((long) matrix.correct(), (long) matrix.total())));

    /** Share of rows whose predicted label is not the true one: 1 - accuracy. */
    public static final Metric ZERO_ONE_LOSS = errorRate("zero-one loss");

    /** Share of labels that are wrong, which for one label a row is the {@link #ZERO_ONE_LOSS}. */
    public static final Metric HAMMING_LOSS = errorRate("Hamming loss");

    /** Mean recall of the labels that occur in the truth. */
    public static final Metric BALANCED_ACCURACY =
            MatrixMetric.of("balanced accuracy", Direction.HIGHER_IS_BETTER, Range.UNIT, Agreement::balancedAccuracy);

    /**
     * Matthews correlation coefficient, for more than two labels R_K (Gorodkin 2004), -1 to 1; 0 where the truth or the
     * predictions are constant.
     */
    public static final Metric MATTHEWS_CORRELATION =
            MatrixMetric.of("Matthews correlation", Direction.HIGHER_IS_BETTER, CORRELATION, Agreement::matthews);

    /**
     * Cohen's kappa (1960): agreement beyond chance, at most 1; undefined where chance alone would agree fully. It can fall
     * below -1 for weighted disagreements only.
     */
    public static final Metric COHENS_KAPPA = MatrixMetric.of(
            "Cohen's kappa",
            Direction.HIGHER_IS_BETTER,
            CORRELATION,
            matrix -> Agreement.kappa(matrix, steps -> steps == 0 ? 0 : 1));

    /** Cohen's kappa with disagreements weighted by how many steps labels are apart in their declared order. */
    public static final Metric LINEAR_KAPPA = MatrixMetric.of(
            "linearly weighted kappa",
            Direction.HIGHER_IS_BETTER,
            new Range(Double.NEGATIVE_INFINITY, 1),
            matrix -> Agreement.kappa(matrix, steps -> steps));

    /** Cohen's kappa with disagreements weighted by the square of the steps between labels in their declared order. */
    public static final Metric QUADRATIC_KAPPA = MatrixMetric.of(
            "quadratically weighted kappa",
            Direction.HIGHER_IS_BETTER,
            new Range(Double.NEGATIVE_INFINITY, 1),
            matrix -> Agreement.kappa(matrix, steps -> (double) steps * steps));

    /** Share of the rows predicted as a label that are of it: TP / (TP + FP). */
    public static final LabelMetric PRECISION = LabelMetric.of(CountQuotient.of(CountQuotient.Kind.PRECISION));

    /** Share of the rows of a label that were predicted as it: TP / (TP + FN). */
    public static final LabelMetric RECALL = LabelMetric.of(CountQuotient.of(CountQuotient.Kind.RECALL));

    /** Harmonic mean of precision and recall: 2TP / (2TP + FN + FP). */
    public static final LabelMetric F1 = LabelMetric.of(CountQuotient.fBeta(1));

    /** Rows of a label that were predicted as it among those that either holds of: TP / (TP + FN + FP). */
    public static final LabelMetric JACCARD = LabelMetric.of(CountQuotient.of(CountQuotient.Kind.JACCARD));

    /** Share of the rows of other labels that were not predicted as a label: TN / (TN + FP). */
    public static final LabelMetric SPECIFICITY = LabelMetric.of(CountQuotient.of(CountQuotient.Kind.SPECIFICITY));

    /** Share of the rows not predicted as a label that are not of it: TN / (TN + FN). */
    public static final LabelMetric NEGATIVE_PREDICTIVE_VALUE =
            LabelMetric.of(CountQuotient.of(CountQuotient.Kind.NEGATIVE_PREDICTIVE_VALUE));

    /** Share of the rows of other labels that were predicted as a label: FP / (TN + FP). */
    public static final LabelMetric FALSE_POSITIVE_RATE =
            LabelMetric.of(CountQuotient.of(CountQuotient.Kind.FALSE_POSITIVE_RATE));

    /** Share of the rows of a label that were not predicted as it: FN / (TP + FN). */
    public static final LabelMetric FALSE_NEGATIVE_RATE =
            LabelMetric.of(CountQuotient.of(CountQuotient.Kind.FALSE_NEGATIVE_RATE));

    /**
     * Area under the ROC curve: the chance that a row of a label has a higher score than another row, ties counting half.
     * Exact but for the last division; undefined where only one side occurs.
     */
    public static final ScoreMetric ROC_AUC =
            ScoreMetric.of(LabelScore.OfRanking.of("ROC AUC", RankedLabel::area).withSampling(RankedLabel::sampling));

    /**
     * Area under the ROC curve, averaged over all pairs of labels: within the rows of two labels, the mean of both labels'
     * areas (Hand and Till, "A simple generalisation of the area under the ROC curve for multiple class classification
     * problems", 2001). Undefined where a label doesn't occur, or rows have weights.
     */
    public static final Metric ROC_AUC_ONE_VS_ONE = SimpleMetric.averaged(
            "one-vs-one ROC AUC",
            TargetKind.LABELS,
            Direction.HIGHER_IS_BETTER,
            Range.UNIT,
            outcomes -> PairwiseArea.of(outcomes, false));

    /** {@link #ROC_AUC_ONE_VS_ONE} with each pair of labels weighted by how often they are the truth. */
    public static final Metric ROC_AUC_ONE_VS_ONE_WEIGHTED = SimpleMetric.averaged(
            "weighted one-vs-one ROC AUC",
            TargetKind.LABELS,
            Direction.HIGHER_IS_BETTER,
            Range.UNIT,
            outcomes -> PairwiseArea.of(outcomes, true));

    /** Mean of the precision over the recall, as a sum of steps without interpolation; the prevalence if all scores tie. */
    public static final ScoreMetric AVERAGE_PRECISION =
            ScoreMetric.of(LabelScore.OfRanking.of("average precision", RankingFormulas::averagePrecision));

    /** Largest distance between the distribution of scores of a label's rows and that of other rows (KS). */
    public static final ScoreMetric KOLMOGOROV_SMIRNOV =
            ScoreMetric.of(LabelScore.OfRanking.of("Kolmogorov-Smirnov statistic", RankingFormulas::kolmogorovSmirnov));

    /**
     * Mean negative logarithm of the true label's probability, clipped at the machine epsilon of double, 2⁻⁵²; undefined
     * for models that give no probabilities. Probabilities that came as floats are divided by their row's sum.
     */
    public static final Metric LOG_LOSS = MeanMetric.loss(
                    "log loss", TargetKind.LABELS, new ProbabilityLosses.LogLoss())
            .undefinedWhere(ProbabilityLosses::withoutProbabilities);

    /**
     * Mean squared difference between a label's probability and 1 where it is the truth, 0 elsewhere (Brier 1950), 0 to 1;
     * undefined for models that give no probabilities.
     */
    public static final ScoreMetric BRIER_SCORE = ScoreMetric.of(new LabelScore.Brier());

    /**
     * Mean over rows of the sum of squared differences over all labels, 0 to 2: twice the {@link #BRIER_SCORE} if there are two
     * labels.
     */
    public static final Metric MULTICLASS_BRIER_SCORE = new MulticlassBrier();

    /**
     * Mean of what the true label's margin over the best other label lacks of 1 (Crammer and Singer 2001). The decision value
     * of a binary classifier is the difference of its two margins. Undefined for models that give no margins.
     */
    public static final Metric HINGE_LOSS = MeanMetric.loss("hinge loss", TargetKind.LABELS, ProbabilityLosses::hinge)
            .undefinedWhere(ProbabilityLosses::withoutMargins);

    private ClassificationMetrics() {}

    private static MatrixMetric errorRate(String name) {
        return MatrixMetric.of(name, Direction.LOWER_IS_BETTER, Range.UNIT, Agreement::errorRate)
                .withSampling(matrix -> Optional.of(
                        new Sampling.Proportion((long) (matrix.total() - matrix.correct()), (long) matrix.total())));
    }

    /**
     * Returns F-beta: {@code (1+β²)TP / ((1+β²)TP + β²FN + FP)}.
     *
     * @param beta how many times as much recall counts as precision, positive
     * @return the metric
     */
    public static LabelMetric fBeta(double beta) {
        return LabelMetric.of(CountQuotient.fBeta(beta));
    }

    /**
     * Returns the share of rows whose true label is among the k with the highest scores; of equal scores, the first labels
     * come first.
     *
     * @param k how many labels are looked at, at least 1
     * @return the metric
     */
    public static Metric topKAccuracy(int k) {
        requirePositive("k", k);
        return new TopKAccuracy(k);
    }

    /**
     * Returns the highest recall of a label at thresholds where its precision is not below a minimum; 0 if there are none.
     *
     * @param precision the minimum, 0 to 1
     * @return the metric
     */
    public static ScoreMetric recallAtPrecision(double precision) {
        requireShare("precision", precision);
        return ScoreMetric.of(LabelScore.OfRanking.of(
                "recall at precision " + Parameter.text(precision),
                ranked -> RankingFormulas.recallAtPrecision(ranked, precision)));
    }

    /**
     * Returns the highest precision of a label at thresholds where its recall is not below a minimum.
     *
     * @param recall the minimum, 0 to 1
     * @return the metric
     */
    public static ScoreMetric precisionAtRecall(double recall) {
        requireShare("recall", recall);
        return ScoreMetric.of(LabelScore.OfRanking.of(
                "precision at recall " + Parameter.text(recall),
                ranked -> RankingFormulas.precisionAtRecall(ranked, recall)));
    }

    /**
     * Returns the highest sensitivity (recall) of a label at thresholds where its specificity is not below a minimum.
     *
     * @param specificity the minimum, 0 to 1
     * @return the metric
     */
    public static ScoreMetric sensitivityAtSpecificity(double specificity) {
        requireShare("specificity", specificity);
        return ScoreMetric.of(LabelScore.OfRanking.of(
                "sensitivity at specificity " + Parameter.text(specificity),
                ranked -> RankingFormulas.sensitivityAtSpecificity(ranked, specificity)));
    }

    /**
     * Returns the highest specificity of a label at thresholds where its sensitivity (recall) is not below a minimum.
     *
     * @param sensitivity the minimum, 0 to 1
     * @return the metric
     */
    public static ScoreMetric specificityAtSensitivity(double sensitivity) {
        requireShare("sensitivity", sensitivity);
        return ScoreMetric.of(LabelScore.OfRanking.of(
                "specificity at sensitivity " + Parameter.text(sensitivity),
                ranked -> RankingFormulas.specificityAtSensitivity(ranked, sensitivity)));
    }

    /**
     * Returns the share of a label's rows among the k with its highest scores, by weight. Where rows are tied for the last
     * places, the mean over all orders of them; if there are less than k rows, all are taken.
     *
     * @param k how many rows are looked at, at least 1
     * @return the metric
     */
    public static ScoreMetric precisionAt(int k) {
        requirePositive("k", k);
        return ScoreMetric.of(LabelScore.OfRanking.of("top-" + k + " precision", ranked -> {
            double taken = Math.min(k, ranked.total());
            return Math.min(1, RankingFormulas.found(ranked, taken) / taken);
        }));
    }

    /**
     * Returns the cumulative gain: which share of a label's rows is found among a share of all rows, those with its highest
     * scores. Where rows are tied for the last places, the mean over all orders of them.
     *
     * @param share the share of all rows that is looked at, above 0 and at most 1
     * @return the metric
     */
    public static ScoreMetric gainAt(double share) {
        requirePositiveShare(share);
        return ScoreMetric.of(LabelScore.OfRanking.of(
                "gain at " + Parameter.text(share),
                ranked -> Math.min(1, RankingFormulas.found(ranked, share * ranked.total()) / ranked.positives())));
    }

    /**
     * Returns the lift: how many times as many of a label's rows are found among a share of all rows, those with its highest
     * scores, as by taking rows at random.
     *
     * @param share the share of all rows that is looked at, above 0 and at most 1
     * @return the metric
     */
    public static ScoreMetric liftAt(double share) {
        requirePositiveShare(share);
        return ScoreMetric.of(new LabelScore.OfRanking(
                "lift at " + Parameter.text(share),
                Direction.HIGHER_IS_BETTER,
                Range.NON_NEGATIVE,
                ranked -> RankingFormulas.found(ranked, share * ranked.total()) / ranked.positives() / share));
    }

    /**
     * Returns the mean cost of errors at the threshold of a label's scores that makes it lowest.
     * {@link ThresholdCurve#cheapest} tells which that is. Found on the data that it is judged by, it is optimistic.
     *
     * @param costOfFalsePositive what it costs to take another row for the label, not negative
     * @param costOfFalseNegative what it costs to miss a row of the label, not negative
     * @return the metric
     */
    public static ScoreMetric costAtBestThreshold(double costOfFalsePositive, double costOfFalseNegative) {
        CostMatrix.requireCost(costOfFalsePositive);
        CostMatrix.requireCost(costOfFalseNegative);
        return ScoreMetric.of(new LabelScore.OfRanking(
                "cost at the best threshold (false positive " + Parameter.text(costOfFalsePositive)
                        + ", false negative " + Parameter.text(costOfFalseNegative) + ")",
                Direction.LOWER_IS_BETTER,
                Range.NON_NEGATIVE,
                ranked -> RankingFormulas.lowestCost(ranked, costOfFalsePositive, costOfFalseNegative)));
    }

    /**
     * Returns the mean cost of the predicted labels.
     *
     * @param costs what each prediction costs, over the labels of the data
     * @return the metric
     */
    public static Metric expectedCost(CostMatrix costs) {
        return new ExpectedCost(costs);
    }

    /**
     * Returns the expected calibration error (ECE), of the predicted labels' probabilities in 15 bins of equal width.
     *
     * @return the metric, for which another label or other bins can be chosen
     */
    public static CalibrationMetric expectedCalibrationError() {
        return CalibrationMetric.expected();
    }

    /**
     * Returns the maximum calibration error (MCE), of the predicted labels' probabilities in 15 bins of equal width.
     *
     * @return the metric, for which another label or other bins can be chosen
     */
    public static CalibrationMetric maximumCalibrationError() {
        return CalibrationMetric.maximum();
    }

    private static void requirePositive(String what, int value) {
        if (value < 1) {
            throw new IllegalArgumentException(what + " must be at least 1, not " + value);
        }
    }

    private static void requireShare(String what, double value) {
        if (!(value >= 0 && value <= 1)) {
            throw new IllegalArgumentException("a " + what + " lies between 0 and 1, unlike " + value);
        }
    }

    private static void requirePositiveShare(double value) {
        if (!(value > 0 && value <= 1)) {
            throw new IllegalArgumentException("a share of rows lies above 0 and is at most 1, unlike " + value);
        }
    }

    /**
     * Returns the metrics that summaries show, the headline first.
     *
     * @return metrics to be resolved against the targets
     */
    static List<Metric> summary() {
        return List.of(F1, PRECISION, RECALL, ACCURACY, BALANCED_ACCURACY, ROC_AUC, LOG_LOSS);
    }
}
