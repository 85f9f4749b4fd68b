package dev.assay.verdict;

import dev.assay.evaluation.Comparison;
import dev.assay.evaluation.Judgement.Evidence;
import dev.assay.evaluation.Judgement.Outcome;
import dev.assay.evaluation.PracticalDifference;
import dev.assay.metric.Metric;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.ToDoubleFunction;

/**
 * Demands that a candidate be as good as another, or not worse, but for a difference that doesn't matter.
 *
 * @param demand which of the two
 * @param margin the largest difference that doesn't matter, in units of the metric
 * @param significance how probably it may be otherwise
 */
record PracticalCriterion(
        Demand demand, Metric metric, String candidate, String other, double margin, double significance)
        implements Criterion<Comparison> {

    /** What is demanded. */
    enum Demand {
        EQUIVALENT("practically equivalent to") {
            @Override
            String sentence(PracticalCriterion criterion, Metric resolved) {
                return "\"" + criterion.candidate + "\" to be practically equivalent to \"" + criterion.other
                        + "\", within " + Numbers.threshold(criterion.margin) + " by " + resolved.name();
            }
        },
        NOT_WORSE("worse than") {
            @Override
            String sentence(PracticalCriterion criterion, Metric resolved) {
                return "\"" + criterion.candidate + "\" not to be worse than \"" + criterion.other + "\" by more than "
                        + Numbers.threshold(criterion.margin) + " by " + resolved.name();
            }
        };

        private final String words;

        Demand(String words) {
            this.words = words;
        }

        abstract String sentence(PracticalCriterion criterion, Metric resolved);
    }

    PracticalCriterion {
        ComparisonMessage.requireSignificance(significance);
        ComparisonMessage.requireDifferent(candidate, other, demand.words);
        boolean possible = demand == Demand.EQUIVALENT ? margin > 0 : margin >= 0;
        if (!possible || Double.isInfinite(margin)) {
            throw new IllegalArgumentException("a difference that doesn't matter is "
                    + (demand == Demand.EQUIVALENT ? "above 0" : "at least 0") + ", such as 0.01; not " + margin);
        }
    }

    @Override
    public String description() {
        return demand.sentence(this, metric);
    }

    @Override
    public Verdict judge(Comparison comparison) {
        Optional<PracticalDifference> found = comparison.practicalDifference(metric, candidate, other, margin);
        if (found.isEmpty()) {
            String reason = "that can't be told: the metric is undefined for one of them, or in a fold";
            return verdict(comparison, Outcome.INCONCLUSIVE, reason, Evidence.unknown(reason));
        }
        return demand == Demand.EQUIVALENT
                ? judgeEquivalence(comparison, found.get())
                : judgeNotWorse(comparison, found.get());
    }

    private Verdict judgeEquivalence(Comparison comparison, PracticalDifference found) {
        String finding = difference(found) + ": better by more than that with probability "
                + Numbers.probability(found.better()) + ", equivalent with " + Numbers.probability(found.equivalent())
                + ", worse by more with " + Numbers.probability(found.worse()) + method(found);
        // a posterior probability is no p-value, so that words have to do
        Evidence evidence = Evidence.of(finding);
        if (found.equivalent() >= 1 - significance) {
            return verdict(comparison, Outcome.MET, finding, evidence);
        }
        boolean differs = found.equivalent() <= significance;
        return verdict(comparison, differs ? Outcome.NOT_MET : Outcome.INCONCLUSIVE, finding, evidence);
    }

    private Verdict judgeNotWorse(Comparison comparison, PracticalDifference found) {
        Rivals rivals = new Rivals(comparison, candidate);
        // on one test set each takes many replicates
        Map<String, Double> worse = new HashMap<>(Map.of(other, found.worse()));
        ToDoubleFunction<String> pWorseThan = rival -> worse.computeIfAbsent(rival, name -> worse(comparison, name));
        double pWorse = rivals.adjusted(other, pWorseThan);
        double pNotWorse = rivals.adjusted(other, rival -> 1 - pWorseThan.applyAsDouble(rival));
        String finding = difference(found) + ": worse by more than that with p = " + Numbers.pValue(pWorse)
                + rivals.words() + ", ruled out below " + significance + method(found);
        Evidence evidence = Evidence.of(finding).withRisk(Risks.ofTest(pWorse, significance));
        if (pWorse < significance) {
            return verdict(comparison, Outcome.MET, finding, evidence.withPValue(pWorse));
        }
        return pNotWorse < significance
                ? verdict(comparison, Outcome.NOT_MET, finding, evidence.withPValue(pNotWorse))
                : verdict(comparison, Outcome.INCONCLUSIVE, finding, evidence.withPValue(pWorse));
    }

    private double worse(Comparison comparison, String rival) {
        return comparison
                .practicalDifference(metric, candidate, rival, margin)
                .map(PracticalDifference::worse)
                .orElse(1.0);
    }

    private String difference(PracticalDifference found) {
        return ComparisonMessage.difference(metric, found.value());
    }

    private static String method(PracticalDifference found) {
        return " (" + found.method() + ")" + (found.remark().isEmpty() ? "" : "; " + found.remark());
    }

    private Verdict verdict(Comparison comparison, Outcome outcome, String finding, Evidence evidence) {
        Metric resolved = metric.resolve(comparison.evaluation(candidate).targets());
        String expected = demand == Demand.EQUIVALENT
                ? "equivalent with probability " + (1 - significance)
                : "p below " + significance;
        return ComparisonMessage.verdict(
                comparison, metric, candidate, demand.sentence(this, resolved), outcome, expected, finding, evidence);
    }
}
