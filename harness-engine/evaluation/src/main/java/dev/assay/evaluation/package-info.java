/**
 * Runs candidates over splits of data and keeps what came out.
 *
 * <p>{@link dev.assay.evaluation.CrossValidation} evaluates {@link dev.assay.evaluation.Candidate}s, their folds in
 * parallel on one {@link dev.assay.evaluation.WorkerPool}. An {@link dev.assay.evaluation.Evaluation} holds the
 * out-of-fold predictions of one candidate and computes metrics from them; a {@link dev.assay.evaluation.Comparison} puts
 * several on the same splits side by side. Both carry a {@link dev.assay.evaluation.Ledger} of what was judged of them. What is left of
 * an accepted evaluation is a {@link dev.assay.evaluation.Baseline}.
 *
 * <p>{@link dev.assay.evaluation.Uncertainty} chooses how the uncertainty of a metric is estimated, for criteria at a confidence
 * level and for whoever asks.
 */
@NullMarked
package dev.assay.evaluation;

import org.jspecify.annotations.NullMarked;
