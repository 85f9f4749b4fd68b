package dev.assay.metric;

import java.util.List;
import java.util.Optional;
import java.util.function.ToDoubleFunction;

/**
 * The metrics of multi-label classification, where every example has a set of labels.
 *
 * <p>Means are over examples, by weight; over the folds of a repeat all rows are taken together. The metrics of scores
 * are undefined for models that give none. They are those of Tsoumakas, Katakis and Vlahavas, "Mining multi-label data",
 * 2010, with the corner cases as in scikit-learn.
 */
public final class MultiLabelMetrics {

    /** Share of the predicted labels that are right: TP / (TP + FP). */
    public static final LabelSetMetric PRECISION = LabelSetMetric.of(CountQuotient.of(CountQuotient.Kind.PRECISION));

    /** Share of the true labels that were predicted: TP / (TP + FN). */
    public static final LabelSetMetric RECALL = LabelSetMetric.of(CountQuotient.of(CountQuotient.Kind.RECALL));

    /** Harmonic mean of precision and recall: 2TP / (2TP + FN + FP). */
    public static final LabelSetMetric F1 = LabelSetMetric.of(CountQuotient.fBeta(1));

    /** Size of what true and predicted labels have in common, by that of both together: TP / (TP + FP + FN). */
    public static final LabelSetMetric JACCARD = LabelSetMetric.of(CountQuotient.of(CountQuotient.Kind.JACCARD));

    private static final RowLoss IS_EXACT =
            perRow((outcomes, row) -> LabelSetCounts.ofRow(outcomes, row).errors() == 0 ? 1 : 0);

    /** Share of examples whose predicted set is exactly the true one. From 0 to 1. */
    public static final Metric SUBSET_ACCURACY =
            MeanMetric.score("subset accuracy", TargetKind.LABEL_SETS, IS_EXACT).ofZerosAndOnes();

    /**
     * Share of wrong answers to whether an example has a label, over all examples and all labels of the vocabulary. From 0
     * to 1, lower is better.
     */
    public static final Metric HAMMING_LOSS = MeanMetric.loss(
                    "Hamming loss",
                    TargetKind.LABEL_SETS,
                    perRow((outcomes, row) ->
                            LabelSetCounts.ofRow(outcomes, row).errors()
                                    / outcomes.labelSetTruth().labels().size()))
            .within(Range.UNIT);

    /**
     * How far down the labels, ordered by score, one must go on average to meet all labels of an example. At best the mean
     * size of the true sets, lower is better; tied labels are all met at the end of the tie. An example without labels
     * adds 0.
     */
    public static final Metric COVERAGE_ERROR = MeanMetric.loss(
                    "coverage error", TargetKind.LABEL_SETS, ofRanking(LabelRanking::coverage))
            .undefinedWhere(MultiLabelMetrics::lackOfScores);

    /**
     * Mean share of the pairs of a label that an example has and one that it has not, where the former's score is not
     * higher. From 0 to 1, lower is better. An example with no labels or with all of them has no pairs and adds 0.
     */
    public static final Metric RANKING_LOSS = MeanMetric.loss(
                    "ranking loss", TargetKind.LABEL_SETS, ofRanking(LabelRanking::loss))
            .within(Range.UNIT)
            .undefinedWhere(MultiLabelMetrics::lackOfScores);

    /**
     * Label ranking average precision: for each label of an example, which share of the labels that score no lower does the
     * example have? The mean over the example's labels, then over examples. Above 0 to 1; for examples with one label
     * each, it is the mean reciprocal rank. An example with no labels or with all of them adds 1.
     */
    public static final Metric LABEL_RANKING_AVERAGE_PRECISION = MeanMetric.score(
                    "label ranking average precision", TargetKind.LABEL_SETS, ofRanking(LabelRanking::averagePrecision))
            .undefinedWhere(MultiLabelMetrics::lackOfScores);

    private MultiLabelMetrics() {}

    /**
     * Returns F-beta: {@code (1+β²)TP / ((1+β²)TP + β²FN + FP)}.
     *
     * @param beta how many times as much recall counts as precision, positive
     * @return the metric
     */
    public static LabelSetMetric fBeta(double beta) {
        return LabelSetMetric.of(CountQuotient.fBeta(beta));
    }

    /**
     * Returns the metrics that summaries show, the headline first.
     *
     * @return the metrics
     */
    static List<Metric> summary() {
        return List.of(
                F1,
                PRECISION,
                RECALL,
                F1.macro(),
                JACCARD.samples(),
                SUBSET_ACCURACY,
                HAMMING_LOSS,
                LABEL_RANKING_AVERAGE_PRECISION);
    }

    /** A number of one row. */
    @FunctionalInterface
    private interface OfRow {

        double of(Outcomes outcomes, int row);
    }

    private static RowLoss perRow(OfRow number) {
        return (outcomes, from, to, losses) -> {
            for (int row = from; row < to; row++) {
                losses[row - from] = number.of(outcomes, row);
            }
        };
    }

    private static RowLoss ofRanking(ToDoubleFunction<LabelRanking> number) {
        return perRow((outcomes, row) -> number.applyAsDouble(LabelRanking.of(outcomes, row)));
    }

    private static Optional<String> lackOfScores(Outcomes outcomes) {
        return outcomes.labelSetPredictions().hasScores()
                ? Optional.empty()
                : Optional.of("the model gives sets of labels without scores");
    }
}
