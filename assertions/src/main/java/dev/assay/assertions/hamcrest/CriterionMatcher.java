package dev.assay.assertions.hamcrest;

import dev.assay.verdict.MetricCriterion;

/** Matches evaluations in which a metric lies on one side of a threshold. */
public final class CriterionMatcher extends AnyCriterionMatcher {

    private final MetricCriterion criterion;

    CriterionMatcher(MetricCriterion criterion) {
        super(criterion);
        this.criterion = criterion;
    }

    /**
     * Judges by a one-sided confidence bound instead of the value.
     *
     * @param level the confidence level, above 0.5 and below 1
     * @return the matcher at that level
     */
    public CriterionMatcher atConfidence(double level) {
        return new CriterionMatcher(criterion.atConfidence(level));
    }
}
