/**
 * Estimates with their uncertainty, and tests: plain numbers in, small records out. This package uses nothing else of Assay.
 *
 * <p>{@link dev.assay.statistics.Estimate} gives one-sided bounds of a value, an {@link dev.assay.statistics.Interval} and the
 * chance that fresh data reach a threshold: by formula for a {@link dev.assay.statistics.ProportionEstimate proportion},
 * {@link dev.assay.statistics.F1Estimate F1}, an {@link dev.assay.statistics.RocAreaEstimate area under a ROC curve} and
 * {@link dev.assay.statistics.FoldsEstimate folds}, by order statistics for a {@link dev.assay.statistics.QuantileEstimate quantile},
 * and by Dirichlet draws or a bootstrap for any statistic of a
 * {@link dev.assay.statistics.CountSample}. {@link dev.assay.statistics.ProportionInterval} has the usual two-sided intervals of
 * a proportion.
 *
 * <p>A {@link dev.assay.statistics.SignificanceTest} tells how surprising a difference would be if there were none. Which one is
 * right depends on what is compared:
 *
 * <ul>
 *   <li>two procedures over the folds of one data set, which share training data:
 *       {@link dev.assay.statistics.CorrectedResampledTTest}, or five repeats of two folds and
 *       {@link dev.assay.statistics.FiveByTwoTTest} or {@link dev.assay.statistics.FiveByTwoFTest};
 *   <li>two fitted models on one test set: {@link dev.assay.statistics.McNemarTest} by which rows are right,
 *       {@link dev.assay.statistics.DeLongTest} by areas under ROC curves, {@link dev.assay.statistics.PermutationTest} and
 *       {@link dev.assay.statistics.PairedBootstrap} by any metric;
 *   <li>several fitted models on one test set: {@link dev.assay.statistics.CochranQTest};
 *   <li>two procedures over several data sets: {@link dev.assay.statistics.WilcoxonTest};
 *   <li>several procedures over several data sets: {@link dev.assay.statistics.FriedmanTest}, and after it
 *       {@link dev.assay.statistics.NemenyiTest} for all pairs.
 * </ul>
 *
 * <p>Several such p-values make a family for {@link dev.assay.statistics.PValueAdjustment}. How probable it is that one
 * procedure is better, or that two are practically equivalent, is another question: over folds
 * {@link dev.assay.statistics.BayesianCorrelatedTTest} answers it, over several data sets
 * {@link dev.assay.statistics.BayesianSignedRankTest}.
 *
 * <p>Random numbers come from a seed that is given with each call.
 */
@NullMarked
package dev.assay.statistics;

import org.jspecify.annotations.NullMarked;
