/**
 * Numbers that say how good predictions are.
 *
 * <p>A {@link dev.assay.metric.Metric} turns {@link dev.assay.metric.Outcomes} (truth beside prediction) into a
 * {@link dev.assay.metric.MetricValue}, which is a number or undefined with the reason, and says which direction is
 * better and how folds combine. {@link dev.assay.metric.Metrics} finds metrics by name. The catalogues are
 * {@link dev.assay.metric.ClassificationMetrics}, {@link dev.assay.metric.RegressionMetrics},
 * {@link dev.assay.metric.MultiLabelMetrics}, {@link dev.assay.metric.RankingMetrics},
 * {@link dev.assay.metric.ClusteringMetrics} and {@link dev.assay.metric.AnomalyMetrics}.
 *
 * <p>How a metric would vary over test sets, it tells by the parameters of a formula, a {@link dev.assay.metric.Sampling}, or by
 * what it is of other counts or rows, a {@link dev.assay.metric.Redrawing}.
 *
 * <p>What metrics share is computed once for all of them and kept by the outcomes: counts in a
 * {@link dev.assay.metric.ConfusionMatrix}, rows in the order of a label's scores in a {@code RankedLabel}. Means over rows are
 * exact sums, so that neither the order of rows nor the number of threads shows; {@link dev.assay.metric.MetricTotals} and
 * {@link dev.assay.metric.RocAucBounds} compute them of streams. Curves are read from
 * {@link dev.assay.metric.ThresholdCurve} and {@link dev.assay.metric.ReliabilityCurve}.
 */
@NullMarked
package dev.assay.metric;

import org.jspecify.annotations.NullMarked;
