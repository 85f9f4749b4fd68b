package dev.assay.verdict;

import dev.assay.evaluation.Comparison;
import dev.assay.evaluation.Difference;
import dev.assay.evaluation.DifferenceTest;
import dev.assay.evaluation.Judgement.Evidence;
import dev.assay.evaluation.Judgement.Outcome;
import dev.assay.evaluation.Judgement.Risk;
import dev.assay.metric.Metric;
import java.util.Optional;

/**
 * Demands that a candidate be better than another beyond chance, by a one-sided test that is adjusted for all other candidates.
 *
 * @param test how it is tested; empty for the test that suits
 */
record SignificanceCriterion(
        Metric metric, String candidate, String other, double significance, Optional<DifferenceTest> test)
        implements Criterion<Comparison> {

    SignificanceCriterion {
        ComparisonMessage.requireSignificance(significance);
        ComparisonMessage.requireDifferent(candidate, other, "better than");
    }

    @Override
    public String description() {
        return description(metric);
    }

    private String description(Metric resolved) {
        return "\"" + candidate + "\" to be significantly better than \"" + other + "\" by " + resolved.name();
    }

    @Override
    public Verdict judge(Comparison comparison) {
        Optional<Difference> found = difference(comparison, other);
        if (found.isEmpty()) {
            String reason = "that can't be tested: the metric is undefined for one of them, or in a fold";
            return verdict(comparison, Outcome.INCONCLUSIVE, reason, Evidence.unknown(reason));
        }
        Difference difference = found.get();
        Rivals rivals = new Rivals(comparison, candidate);
        double pBetter = rivals.adjusted(
                other,
                rival -> difference(comparison, rival).map(Difference::pBetter).orElse(1.0));
        double pWorse = rivals.adjusted(
                other,
                rival -> difference(comparison, rival).map(Difference::pWorse).orElse(1.0));
        String finding = ComparisonMessage.difference(difference.metric(), difference.value())
                + (comparison.evaluation(candidate).folds().size() > 1 ? " on average over the folds" : "")
                + ": one-sided p = " + Numbers.pValue(pBetter) + rivals.words() + ", significant below " + significance
                + " (" + difference.method() + ")"
                + (difference.result().remark().isEmpty()
                        ? ""
                        : "; " + difference.result().remark());
        Risk risk = Risks.ofTest(pBetter, significance);
        Evidence evidence = Evidence.of(finding).withPValue(pBetter).withRisk(risk);
        if (pBetter < significance) {
            return verdict(comparison, Outcome.MET, finding, evidence);
        }
        String worse = finding + "; it is significantly worse";
        return pWorse < significance
                ? verdict(
                        comparison,
                        Outcome.NOT_MET,
                        worse,
                        Evidence.of(worse).withPValue(pWorse).withRisk(risk))
                : verdict(comparison, Outcome.INCONCLUSIVE, finding, evidence);
    }

    /** Fails if the test that was chosen can't be done on the two that are asked about; of other rivals it then proves nothing. */
    private Optional<Difference> difference(Comparison comparison, String rival) {
        if (test.isEmpty()) {
            return comparison.difference(metric, candidate, rival);
        }
        boolean isOther = !rival.equals(other);
        return isOther
                        && comparison
                                .obstacle(metric, candidate, rival, test.get())
                                .isPresent()
                ? Optional.empty()
                : Optional.of(comparison.difference(metric, candidate, rival, test.get()));
    }

    private Verdict verdict(Comparison comparison, Outcome outcome, String finding, Evidence evidence) {
        Metric resolved = metric.resolve(comparison.evaluation(candidate).targets());
        return ComparisonMessage.verdict(
                comparison,
                metric,
                candidate,
                description(resolved),
                outcome,
                "p below " + significance,
                finding,
                evidence);
    }
}
