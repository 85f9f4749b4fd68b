package dev.assay.verdict;

import dev.assay.evaluation.Comparison;
import dev.assay.evaluation.Evaluation;
import dev.assay.evaluation.SelectionRule;
import dev.assay.metric.Direction;
import dev.assay.metric.Metric;
import dev.assay.statistics.WinnersOptimism;
import java.util.List;

/** Says that the value of a candidate is optimistic which the same folds chose from several. */
final class WinnerRemark {

    private WinnerRemark() {}

    /** Words the remark on the best, with an estimate where folds allow one. */
    static String ofBest(Comparison comparison, Metric metric, Evaluation best) {
        return "the best of " + comparison.evaluations().size() + " candidates: its value is optimistic"
                + estimate(comparison, metric, best) + ", since the folds that judge it chose it;"
                + " nested cross-validation, by a Selection, judges the choice";
    }

    /** Words the remark on what another rule chose, which is less optimistic, by how much nobody knows. */
    static String ofChosen(Comparison comparison, SelectionRule rule) {
        return "chosen from " + comparison.evaluations().size() + " candidates by the folds that judge it;"
                + " nested cross-validation, by a Selection with the same rule, judges the choice"
                + (rule.preference().isTimed() ? "; chosen by the clock: another run may choose otherwise" : "");
    }

    private static String estimate(Comparison comparison, Metric metric, Evaluation best) {
        List<Evaluation> all = comparison.evaluations();
        double[][] values = all.stream()
                .map(evaluation -> evaluation.score(metric).definedFolds().stream()
                        .mapToDouble(Double::doubleValue)
                        .toArray())
                .toArray(double[][]::new);
        boolean isSingle =
                best.folds().stream().anyMatch(fold -> fold.outcomes().size() < 2);
        for (double[] folds : values) {
            if (folds.length < 2 || isSingle) {
                return "";
            }
        }
        boolean isHigherBetter = best.score(metric).metric().direction() == Direction.HIGHER_IS_BETTER;
        return ", by about " + Numbers.value(WinnersOptimism.estimate(values, all.indexOf(best), isHigherBetter))
                + " (Tibshirani and Tibshirani 2009)";
    }
}
