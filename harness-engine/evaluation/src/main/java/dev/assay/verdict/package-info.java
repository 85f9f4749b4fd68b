/**
 * The one judge behind every façade.
 *
 * <p>A {@link dev.assay.verdict.Criterion} is a demand that describes itself; {@link dev.assay.verdict.Judge} judges an
 * evaluation or comparison by it, writes the judgement to the ledger and returns a {@link dev.assay.verdict.Verdict}: met,
 * not met or inconclusive, with the message that all façades show. {@link dev.assay.verdict.Criteria} makes criteria.
 *
 * <p>{@link dev.assay.verdict.NotRegressedCriterion} compares with the last accepted evaluation, which the
 * evaluation's {@link dev.assay.evaluation.BaselineStore} keeps. {@link dev.assay.verdict.BudgetCriterion} judges what a fitted
 * model takes where it serves.
 */
@NullMarked
package dev.assay.verdict;

import org.jspecify.annotations.NullMarked;
