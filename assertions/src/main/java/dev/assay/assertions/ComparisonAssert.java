package dev.assay.assertions;

import static dev.assay.evaluation.Preference.SIMPLEST;

import dev.assay.evaluation.Comparison;
import dev.assay.evaluation.DifferenceTest;
import dev.assay.evaluation.Preference;
import dev.assay.evaluation.SelectionRule;
import dev.assay.metric.Metric;
import dev.assay.verdict.Criteria;
import dev.assay.verdict.Criterion;
import dev.assay.verdict.Judge;
import dev.assay.verdict.Verdict;
import org.assertj.core.api.AbstractAssert;
import org.jspecify.annotations.Nullable;

/**
 * Assertions on candidates that were evaluated on the same splits. They are compared by the data's headline metric unless
 * {@link #by} names another.
 */
// open and returning myself, as AssertJ's users expect of assertions
public class ComparisonAssert extends AbstractAssert<ComparisonAssert, Comparison> {

    private static final double DEFAULT_SIGNIFICANCE = 0.05;

    private final Failures failures;
    private @Nullable Metric metric;
    private @Nullable String candidate;
    private @Nullable DifferenceTest test;
    private double significance = DEFAULT_SIGNIFICANCE;
    private @Nullable SelectionRule rule;

    /**
     * Makes assertions.
     *
     * @param comparison the comparison
     */
    public ComparisonAssert(Comparison comparison) {
        this(comparison, Failures.THROWN);
    }

    ComparisonAssert(Comparison comparison, Failures failures) {
        super(comparison, ComparisonAssert.class);
        this.failures = failures;
    }

    /**
     * Compares by another metric from here on.
     *
     * @param newMetric any metric that fits the targets
     * @return these assertions
     */
    public ComparisonAssert by(Metric newMetric) {
        metric = newMetric;
        return myself;
    }

    /**
     * Lets the simplest candidate within one standard error of the best be selected from here on, and not the best itself:
     *
     * <pre>{@code
     * assertThatComparison(models).by(F1).withinOneStandardError().selects("linear");
     * }</pre>
     *
     * <p>The simplest is the one with the lowest cost ({@code Candidate.withCost}, {@code @Candidate(cost = …)}), or, where
     * candidates were given in order, the first.
     *
     * @return these assertions
     * @see SelectionRule#withinOneStandardError
     */
    public ComparisonAssert withinOneStandardError() {
        rule = SelectionRule.withinOneStandardError().preferring(rule == null ? SIMPLEST : rule.preference());
        return myself;
    }

    /**
     * Lets another one of those that are good enough be selected from here on: of equals, or of those within one standard error.
     * What is selected by time may differ from run to run.
     *
     * @param preference which one
     * @return these assertions
     */
    public ComparisonAssert preferring(Preference preference) {
        rule = (rule == null ? SelectionRule.best() : rule).preferring(preference);
        return myself;
    }

    /**
     * Tests at another significance level from here on.
     *
     * @param level the chance of a wrong verdict, above 0 and below 0.5; 0.05 unless set
     * @return these assertions
     */
    public ComparisonAssert atSignificance(double level) {
        significance = level;
        return myself;
    }

    /**
     * Tests whether candidates are significantly better by a certain test from here on, instead of the one that suits.
     *
     * @param newTest how to test
     * @return these assertions
     */
    public ComparisonAssert testedBy(DifferenceTest newTest) {
        test = newTest;
        return myself;
    }

    /**
     * Says which candidate what follows is about, without asserting anything.
     *
     * @param name the candidate's name
     * @return these assertions
     */
    public ComparisonAssert candidate(String name) {
        candidate = name;
        return myself;
    }

    /**
     * Asserts that a candidate is the best of all, alone unless a {@linkplain #preferring preference} decides between equals, or
     * that it is what {@link #withinOneStandardError} selects. What follows is about this candidate.
     *
     * @param name the candidate's name
     * @return these assertions
     */
    public ComparisonAssert selects(String name) {
        candidate = name;
        return failures.none(this::isNotNull) ? meets(selected(name)) : myself;
    }

    private Criterion<Comparison> selected(String name) {
        return rule == null ? Criteria.isBest(metric(), name) : Criteria.isSelected(metric(), rule, name);
    }

    /**
     * Asserts that the candidate that was named before is better than another beyond what chance explains, by the test that
     * suits the evaluations: over folds the corrected resampled t test (Nadeau and Bengio 2003), one-sided and Holm-adjusted for
     * all other candidates.
     *
     * @param other the other candidate's name
     * @return these assertions
     */
    public ComparisonAssert isSignificantlyBetterThan(String other) {
        String named = named();
        return failures.none(this::isNotNull)
                ? meets(
                        test == null
                                ? Criteria.isSignificantlyBetter(metric(), named, other, significance)
                                : Criteria.isSignificantlyBetter(metric(), named, other, significance, test))
                : myself;
    }

    /**
     * Asserts that the candidate that was named before and another are as good as each other, but for a difference that doesn't
     * matter.
     *
     * @param other the other candidate's name
     * @param within the largest difference that doesn't matter, in units of the metric, above 0
     * @return these assertions
     */
    public ComparisonAssert isPracticallyEquivalentTo(String other, double within) {
        String named = named();
        return failures.none(this::isNotNull)
                ? meets(Criteria.isPracticallyEquivalent(metric(), named, other, within, significance))
                : myself;
    }

    /**
     * Asserts that the candidate that was named before is no worse than another, but for a difference that doesn't matter.
     *
     * @param other the other candidate's name
     * @param by the largest difference that doesn't matter, in units of the metric, at least 0
     * @return these assertions
     */
    public ComparisonAssert isNotWorseThan(String other, double by) {
        String named = named();
        return failures.none(this::isNotNull)
                ? meets(Criteria.isNotWorse(metric(), named, other, by, significance))
                : myself;
    }

    private String named() {
        if (candidate == null) {
            throw new IllegalStateException("which candidate? Name it with selects(…) or candidate(…) first");
        }
        return candidate;
    }

    /**
     * Asserts that a criterion is met.
     *
     * @param criterion the criterion
     * @return these assertions
     */
    public ComparisonAssert meets(Criterion<? super Comparison> criterion) {
        if (failures.none(this::isNotNull)) {
            Verdict verdict = Judge.judge(actual, criterion);
            if (!verdict.passes()) {
                failures.add(failureWithActualExpected(verdict.actual(), verdict.expected(), "%s", verdict.message()));
            }
        }
        return myself;
    }

    private Metric metric() {
        return metric == null ? actual.headline() : metric;
    }
}
