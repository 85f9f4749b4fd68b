package dev.assay.verdict;

import dev.assay.evaluation.InconclusivePolicy;
import dev.assay.evaluation.Judgement;
import dev.assay.evaluation.Judgement.Outcome;

/** How a criterion was judged, with the evidence. */
public sealed interface Verdict {

    /**
     * The demand is met.
     *
     * @param judgement what results keep
     * @param expected the demand's value as text
     * @param actual the value found as text
     */
    record Met(Judgement judgement, String expected, String actual) implements Verdict {}

    /**
     * The demand is not met.
     *
     * @param judgement what results keep
     * @param expected the demand's value as text
     * @param actual the value found as text
     */
    record NotMet(Judgement judgement, String expected, String actual) implements Verdict {}

    /**
     * The evidence doesn't decide.
     *
     * @param judgement what results keep
     * @param expected the demand's value as text
     * @param actual the value found as text
     */
    record Inconclusive(Judgement judgement, String expected, String actual) implements Verdict {}

    /** Wraps a judgement in the verdict of its outcome. */
    static Verdict of(Judgement judgement, String expected, String actual) {
        return switch (judgement.outcome()) {
            case MET, CUSTOM -> new Met(judgement, expected, actual);
            case NOT_MET -> new NotMet(judgement, expected, actual);
            case INCONCLUSIVE -> new Inconclusive(judgement, expected, actual);
        };
    }

    /**
     * Returns what results keep.
     *
     * @return the judgement
     */
    Judgement judgement();

    /**
     * Returns the demand's value, for tools that show a difference.
     *
     * @return such as "at least 0.9500"
     */
    String expected();

    /**
     * Returns the value found, for tools that show a difference.
     *
     * @return such as "0.9451"
     */
    String actual();

    /**
     * Tells whether the demand is met.
     *
     * @return whether it is; inconclusive evidence is no success, tolerated or not
     */
    default boolean isMet() {
        return judgement().outcome() == Outcome.MET;
    }

    /**
     * Tells whether a test may pass, which façades ask for.
     *
     * @return whether the demand is met, or inconclusive and tolerated; see {@link Judge}
     */
    default boolean passes() {
        return judgement().passes();
    }

    /**
     * Applies what becomes of evidence that doesn't decide.
     *
     * @param policy what becomes of it
     * @return the same verdict, tolerated if it is inconclusive and the policy says so
     */
    default Verdict under(InconclusivePolicy policy) {
        return of(judgement().under(policy), expected(), actual());
    }

    /**
     * Returns the message for readers.
     *
     * @return several lines, what was expected first; empty if met
     */
    default String message() {
        return judgement().message();
    }
}
