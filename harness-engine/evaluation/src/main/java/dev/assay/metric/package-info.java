/**
 * Numbers that say how good predictions are.
 *
 * <p>A {@link dev.assay.metric.Metric} turns {@link dev.assay.metric.Outcomes} (truth beside prediction) into a
 * {@link dev.assay.metric.MetricValue}, which is a number or undefined with the reason, and says which direction is
 * better and how folds combine. The catalogues are {@link dev.assay.metric.ClassificationMetrics},
 * {@link dev.assay.metric.AnomalyMetrics}, {@link dev.assay.metric.MultiLabelMetrics},
 * {@link dev.assay.metric.RegressionMetrics} and {@link dev.assay.metric.RankingMetrics}. Count metrics of labels all come from one {@link dev.assay.metric.ConfusionMatrix}.
 */
@NullMarked
package dev.assay.metric;

import org.jspecify.annotations.NullMarked;
