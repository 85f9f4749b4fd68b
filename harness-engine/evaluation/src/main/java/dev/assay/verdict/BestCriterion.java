package dev.assay.verdict;

import dev.assay.evaluation.Comparison;
import dev.assay.evaluation.Evaluation;
import dev.assay.evaluation.Judgement.Evidence;
import dev.assay.evaluation.Judgement.Outcome;
import dev.assay.metric.Metric;
import dev.assay.metric.MetricValue;

/** Demands that a candidate be the best of a comparison. */
record BestCriterion(Metric metric, String candidate) implements Criterion<Comparison> {

    private static final int ROUNDING_ULPS = 8;

    @Override
    public String description() {
        return description(metric);
    }

    private String description(Metric resolved) {
        return "\"" + candidate + "\" to be the best by " + resolved.name();
    }

    @Override
    public Verdict judge(Comparison comparison) {
        Evaluation own = comparison.evaluation(candidate);
        if (own.value(metric) instanceof MetricValue.Undefined undefined) {
            String finding = "its value is undefined: " + undefined.reason();
            return verdict(comparison, Outcome.NOT_MET, finding, Evidence.unknown(finding), "");
        }
        double value = own.value(metric).asOptional().orElseThrow();
        for (Evaluation rival : comparison.ranking(metric)) {
            if (rival != own && rival.value(metric) instanceof MetricValue.Defined other) {
                if (areEqual(other.value(), value)) {
                    return verdict(
                            comparison,
                            Outcome.INCONCLUSIVE,
                            "\"" + rival.candidate() + "\" is just as good: both have " + Numbers.value(value));
                }
                if (metric.direction().isBetter(other.value(), value)) {
                    return verdict(
                            comparison,
                            Outcome.NOT_MET,
                            "\"" + rival.candidate() + "\" is better: "
                                    + String.join(" against ", Numbers.apart(other.value(), value)));
                }
            }
        }
        return verdict(
                comparison,
                Outcome.MET,
                candidate,
                Evidence.of("best: " + Numbers.value(value)),
                WinnerRemark.ofBest(comparison, metric, own));
    }

    /** Tells whether values differ by no more than what rounding may leave. */
    static boolean areEqual(double a, double b) {
        return Math.abs(a - b) <= ROUNDING_ULPS * Math.ulp(Math.max(Math.abs(a), Math.abs(b)));
    }

    private Verdict verdict(Comparison comparison, Outcome outcome, String finding) {
        return verdict(comparison, outcome, finding, Evidence.of(finding), "");
    }

    private Verdict verdict(Comparison comparison, Outcome outcome, String finding, Evidence evidence, String remark) {
        Metric resolved = metric.resolve(comparison.evaluation(candidate).targets());
        return ComparisonMessage.verdict(
                comparison,
                metric,
                candidate,
                description(resolved),
                outcome,
                "best: " + candidate,
                finding,
                evidence,
                remark);
    }
}
