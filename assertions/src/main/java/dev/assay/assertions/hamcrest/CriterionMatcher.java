package dev.assay.assertions.hamcrest;

import dev.assay.data.Slice;
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

    /**
     * Judges some examples only.
     *
     * @param slice such as {@code Slice.of("sex", "female")}
     * @return the matcher of that slice, which an empty one doesn't match
     */
    public CriterionMatcher onSlice(Slice slice) {
        return new CriterionMatcher(criterion.onSlice(slice));
    }

    /**
     * Judges each slice by itself: the worst decides.
     *
     * @param by the name of an attribute or of a column of text, or {@value Slice#GROUP}
     * @return the matcher of all slices
     */
    public CriterionMatcher onEachSlice(String by) {
        return new CriterionMatcher(criterion.onEachSlice(by));
    }

    /**
     * Judges each label by itself: the worst decides.
     *
     * @return the matcher of all labels
     */
    public CriterionMatcher ofEachLabel() {
        return new CriterionMatcher(criterion.ofEachLabel());
    }

    /**
     * Judges each fold by itself: the worst decides.
     *
     * @return the matcher of all folds
     */
    public CriterionMatcher inEachFold() {
        return new CriterionMatcher(criterion.inEachFold());
    }
}
