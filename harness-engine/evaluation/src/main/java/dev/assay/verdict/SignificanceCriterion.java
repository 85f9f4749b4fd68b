package dev.assay.verdict;

import dev.assay.evaluation.Comparison;
import dev.assay.evaluation.Judgement.Outcome;
import dev.assay.metric.Direction;
import dev.assay.metric.Metric;
import dev.assay.statistics.CorrectedResampledTTest;
import java.util.Optional;

/** Demands that a candidate be better than another beyond chance, by a one-sided corrected resampled t test. */
record SignificanceCriterion(Metric metric, String candidate, String other, double significance)
        implements Criterion<Comparison> {

    SignificanceCriterion {
        if (!(significance > 0 && significance < 0.5)) {
            throw new IllegalArgumentException(
                    "a significance level lies above 0 and below 0.5, such as 0.05; not " + significance);
        }
        if (candidate.equals(other)) {
            throw new IllegalArgumentException("\"" + candidate + "\" can't be better than itself");
        }
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
        Optional<CorrectedResampledTTest> test = comparison.test(metric, candidate, other);
        if (test.isEmpty()) {
            return verdict(
                    comparison,
                    Outcome.INCONCLUSIVE,
                    "that can't be tested: it needs at least two folds, and a metric that is defined in each");
        }
        boolean higherIsBetter = metric.direction() == Direction.HIGHER_IS_BETTER;
        double pBetter = higherIsBetter ? test.get().pGreater() : test.get().pLess();
        double pWorse = higherIsBetter ? test.get().pLess() : test.get().pGreater();
        String finding = difference(test.get().meanDifference()) + " on average over the folds: one-sided p = "
                + Numbers.pValue(pBetter) + ", significant below " + significance + " (corrected resampled t test)"
                + (test.get().remark().isEmpty() ? "" : "; " + test.get().remark());
        if (pBetter < significance) {
            return verdict(comparison, Outcome.MET, finding);
        }
        return pWorse < significance
                ? verdict(comparison, Outcome.NOT_MET, finding + "; it is significantly worse")
                : verdict(comparison, Outcome.INCONCLUSIVE, finding);
    }

    private String difference(double mean) {
        if (mean == 0) {
            return "it is as good";
        }
        return "it is " + Numbers.value(Math.abs(mean)) + (metric.direction().isBetter(mean, 0) ? " better" : " worse");
    }

    private Verdict verdict(Comparison comparison, Outcome outcome, String finding) {
        Metric resolved = metric.resolve(comparison.evaluation(candidate).targets());
        return ComparisonMessage.verdict(
                comparison, metric, candidate, description(resolved), outcome, "p below " + significance, finding);
    }
}
