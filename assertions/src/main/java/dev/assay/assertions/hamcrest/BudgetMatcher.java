package dev.assay.assertions.hamcrest;

import dev.assay.serving.MeasurementOptions;
import dev.assay.verdict.BudgetCriterion;

/** Matches evaluations of a fitted model that keeps within a budget of time, memory or space. */
public final class BudgetMatcher extends AnyCriterionMatcher {

    private final BudgetCriterion criterion;

    BudgetMatcher(BudgetCriterion criterion) {
        super(criterion);
        this.criterion = criterion;
    }

    /**
     * Judges by a one-sided confidence bound instead of the value.
     *
     * @param level the confidence level, above 0.5 and below 1
     * @return the matcher at that level
     */
    public BudgetMatcher atConfidence(double level) {
        return new BudgetMatcher(criterion.atConfidence(level));
    }

    /**
     * Says how often the model is asked.
     *
     * @param options warm-up, number of calls, size of batches, time limit
     * @return the matcher of such a measurement
     */
    public BudgetMatcher measuredWith(MeasurementOptions options) {
        return new BudgetMatcher(criterion.measuredWith(options));
    }
}
