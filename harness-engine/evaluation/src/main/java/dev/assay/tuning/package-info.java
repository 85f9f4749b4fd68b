/**
 * Candidates that differ by parameters: {@link dev.assay.tuning.ParameterGrid} takes all combinations of values, {@link
 * dev.assay.tuning.ParameterSpace} draws some at random. Both name each candidate by its {@link dev.assay.tuning.Parameters}.
 *
 * <p>What chooses among them is elsewhere: a {@link dev.assay.evaluation.Selection}, which nested cross-validation judges, or a
 * {@link dev.assay.evaluation.Comparison}.
 */
@NullMarked
package dev.assay.tuning;

import org.jspecify.annotations.NullMarked;
