package dev.assay.assertions.hamcrest;

import dev.assay.verdict.NotRegressedCriterion;

/** Matches evaluations in which a metric is no worse than in the last accepted one. */
public final class NotRegressedMatcher extends AnyCriterionMatcher {

    private final NotRegressedCriterion criterion;

    NotRegressedMatcher(NotRegressedCriterion criterion) {
        super(criterion);
        this.criterion = criterion;
    }

    /**
     * Judges by a one-sided confidence bound of the difference instead of the value.
     *
     * @param level the confidence level, above 0.5 and below 1
     * @return the matcher at that level
     */
    public NotRegressedMatcher atConfidence(double level) {
        return new NotRegressedMatcher(criterion.atConfidence(level));
    }
}
