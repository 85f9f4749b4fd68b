package dev.assay.assertions.hamcrest;

import dev.assay.verdict.DifferenceCriterion;

/** Matches evaluations in which a metric differs little between slices. */
public final class DifferenceMatcher extends AnyCriterionMatcher {

    private final DifferenceCriterion criterion;

    DifferenceMatcher(DifferenceCriterion criterion) {
        super(criterion);
        this.criterion = criterion;
    }

    /**
     * Judges by one-sided confidence bounds instead of the values.
     *
     * @param level the confidence level, above 0.5 and below 1
     * @return the matcher at that level
     */
    public DifferenceMatcher atConfidence(double level) {
        return new DifferenceMatcher(criterion.atConfidence(level));
    }
}
