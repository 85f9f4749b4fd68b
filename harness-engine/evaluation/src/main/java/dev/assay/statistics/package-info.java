/**
 * Estimates with their uncertainty, and tests: plain numbers in, small records out.
 *
 * <p>{@link dev.assay.statistics.Estimate} gives one-sided bounds of a value, an {@link dev.assay.statistics.Interval} and the
 * chance that fresh data reach a threshold: by formula for a {@link dev.assay.statistics.ProportionEstimate proportion},
 * {@link dev.assay.statistics.F1Estimate F1}, an {@link dev.assay.statistics.RocAreaEstimate area under a ROC curve} and
 * {@link dev.assay.statistics.FoldsEstimate folds}, and by Dirichlet draws or a bootstrap for any statistic of a
 * {@link dev.assay.statistics.CountSample}. {@link dev.assay.statistics.ProportionInterval} has the usual two-sided intervals of
 * a proportion. {@link dev.assay.statistics.CorrectedResampledTTest} compares two procedures over the same folds. This
 * package uses nothing else of Assay.
 */
@NullMarked
package dev.assay.statistics;

import org.jspecify.annotations.NullMarked;
