package dev.assay.assertions.hamcrest;

import dev.assay.evaluation.Evaluation;
import dev.assay.metric.Metric;
import dev.assay.metric.MetricValue;
import dev.assay.verdict.Judge;
import org.hamcrest.Description;
import org.hamcrest.Matcher;
import org.hamcrest.TypeSafeDiagnosingMatcher;

/** Hands a metric's value to another matcher. */
final class ValueMatcher extends TypeSafeDiagnosingMatcher<Evaluation> {

    private final Metric metric;
    private final Matcher<? super Double> matcher;

    ValueMatcher(Metric metric, Matcher<? super Double> matcher) {
        super(Evaluation.class);
        this.metric = metric;
        this.matcher = matcher;
    }

    @Override
    protected boolean matchesSafely(Evaluation evaluation, Description mismatch) {
        MetricValue value = Judge.handOut(evaluation, metric, "handed to Hamcrest");
        mismatch.appendText(evaluation.score(metric).metric().name() + " of " + evaluation.title() + " ");
        if (!(value instanceof MetricValue.Defined defined)) {
            // neither a match nor a mismatch, which not(…) would turn into success
            throw new AssertionError(
                    evaluation.score(metric).metric().name() + " of " + evaluation.title() + " is " + value);
        }
        matcher.describeMismatch(defined.value(), mismatch);
        return matcher.matches(defined.value());
    }

    @Override
    public void describeTo(Description description) {
        description.appendText(metric.name() + " ").appendDescriptionOf(matcher);
    }
}
