/**
 * Estimates with their uncertainty, and tests: plain numbers in, small records out.
 *
 * <p>{@link dev.assay.statistics.Estimate} gives one-sided bounds of a value and the chance that fresh data reach a
 * threshold. {@link dev.assay.statistics.CorrectedResampledTTest} compares two procedures over the same folds. This
 * package uses nothing else of Assay.
 */
@NullMarked
package dev.assay.statistics;

import org.jspecify.annotations.NullMarked;
