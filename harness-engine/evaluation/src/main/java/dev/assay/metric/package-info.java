/**
 * Numbers that say how good predictions are.
 *
 * <p>A {@link dev.assay.metric.Metric} turns {@link dev.assay.metric.Outcomes} (truth beside prediction) into a
 * {@link dev.assay.metric.MetricValue}, which is a number or undefined with the reason, and says which direction is
 * better and how folds combine. The catalogues are {@link dev.assay.metric.ClassificationMetrics} and
 * {@link dev.assay.metric.RegressionMetrics}. Count metrics all come from one {@link dev.assay.metric.ConfusionMatrix}.
 */
@NullMarked
package dev.assay.metric;

import org.jspecify.annotations.NullMarked;
