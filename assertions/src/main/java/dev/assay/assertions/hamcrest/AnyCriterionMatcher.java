package dev.assay.assertions.hamcrest;

import dev.assay.evaluation.Evaluation;
import dev.assay.verdict.Criterion;
import dev.assay.verdict.Judge;
import dev.assay.verdict.Verdict;
import org.hamcrest.Description;
import org.hamcrest.TypeSafeDiagnosingMatcher;

/** Matches evaluations that meet a criterion; where the evidence doesn't decide, or the metric is undefined, it fails at once. */
class AnyCriterionMatcher extends TypeSafeDiagnosingMatcher<Evaluation> {

    private final Criterion<? super Evaluation> criterion;

    AnyCriterionMatcher(Criterion<? super Evaluation> criterion) {
        super(Evaluation.class);
        this.criterion = criterion;
    }

    @Override
    protected boolean matchesSafely(Evaluation evaluation, Description mismatch) {
        Verdict verdict = Judge.judge(evaluation, criterion);
        if (verdict.judgement().tolerated()) {
            return true;
        }
        if (verdict instanceof Verdict.Inconclusive
                || verdict.judgement().value().isEmpty()) {
            // neither a match nor a mismatch, which not(…) would turn into success
            throw new AssertionError(verdict.message());
        }
        mismatch.appendText(verdict.message());
        return verdict.passes();
    }

    @Override
    public void describeTo(Description description) {
        description.appendText(criterion.description());
    }
}
