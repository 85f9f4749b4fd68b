package dev.assay.verdict;

import dev.assay.evaluation.Comparison;
import dev.assay.evaluation.Evaluation;
import dev.assay.evaluation.Judgement.Evidence;
import dev.assay.evaluation.Judgement.Outcome;
import dev.assay.evaluation.Selected;
import dev.assay.evaluation.SelectionRule;
import dev.assay.metric.Metric;
import dev.assay.metric.MetricValue;

/** Demands that a rule choose a candidate of a comparison. */
record SelectionCriterion(Metric metric, SelectionRule rule, String candidate) implements Criterion<Comparison> {

    @Override
    public String description() {
        return description(metric);
    }

    private String description(Metric resolved) {
        return "\"" + candidate + "\" to be " + rule.description() + " by " + resolved.name();
    }

    @Override
    public Verdict judge(Comparison comparison) {
        Evaluation own = comparison.evaluation(candidate);
        if (own.value(metric) instanceof MetricValue.Undefined undefined) {
            return verdict(comparison, Outcome.NOT_MET, "its value is undefined: " + undefined.reason(), "");
        }
        Selected selected = rule.select(comparison, metric);
        if (selected.chosen().isEmpty()) {
            return verdict(comparison, Outcome.INCONCLUSIVE, "nothing can be chosen: " + selected.reason(), "");
        }
        Evaluation chosen = selected.chosen().get();
        return chosen == own
                ? verdict(comparison, Outcome.MET, candidate, WinnerRemark.ofChosen(comparison, rule))
                : verdict(comparison, Outcome.NOT_MET, whyNot(comparison, selected, own, chosen), "");
    }

    private String whyNot(Comparison comparison, Selected selected, Evaluation own, Evaluation chosen) {
        String instead = "\"" + chosen.candidate() + "\" is chosen: ";
        Evaluation best = comparison.ranking(metric).get(0);
        String margin = selected.standardError().isPresent()
                ? "within one standard error, "
                        + Numbers.value(selected.standardError().getAsDouble()) + ", of \"" + best.candidate()
                        + "\", which is the best"
                : "as good as the best";
        return selected.eligible().contains(own)
                ? instead + "it is " + margin + ", as \"" + candidate + "\" is, and is "
                        + rule.preference().description() + " of these"
                : instead + "\"" + candidate + "\" is not " + margin;
    }

    private Verdict verdict(Comparison comparison, Outcome outcome, String finding, String remark) {
        Metric resolved = metric.resolve(comparison.evaluation(candidate).targets());
        return ComparisonMessage.verdict(
                comparison,
                metric,
                candidate,
                description(resolved),
                outcome,
                rule.description() + ": " + candidate,
                finding,
                Evidence.of(finding),
                remark);
    }
}
