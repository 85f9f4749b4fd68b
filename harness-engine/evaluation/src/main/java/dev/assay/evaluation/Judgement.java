package dev.assay.evaluation;

import java.util.Locale;
import java.util.OptionalDouble;

/**
 * A criterion that was judged, met or not: what a result keeps of it.
 *
 * @param candidate the name of the candidate that was judged
 * @param criterion the demand as a sentence, such as {@code F1 of "malignant" to be at least 0.9}
 * @param outcome how it ended
 * @param metric the metric's name, or empty if it is about none
 * @param value the value that was found, if it is defined
 * @param threshold the value demanded, if it is about one
 * @param confidence the confidence demanded, if any
 * @param evidence what decided, also where the demand is met
 * @param tolerated whether tests pass over it although it is inconclusive; see {@link InconclusivePolicy}
 * @param message the whole sentence for readers, empty if met
 * @param remark what readers should know though it is met, or empty
 */
public record Judgement(
        String candidate,
        String criterion,
        Outcome outcome,
        String metric,
        OptionalDouble value,
        OptionalDouble threshold,
        OptionalDouble confidence,
        Evidence evidence,
        boolean tolerated,
        String message,
        String remark) {

    /** How judging ended. */
    public enum Outcome {
        /** The demand is met. */
        MET,
        /** The demand is not met. */
        NOT_MET,
        /** The evidence doesn't decide. */
        INCONCLUSIVE,
        /** The value was handed to assertions that Assay doesn't see. */
        CUSTOM;

        /**
         * Says it to readers.
         *
         * @return the name in lower case, of separate words
         */
        public String words() {
            return name().toLowerCase(Locale.ROOT).replace('_', ' ');
        }
    }

    /**
     * What decided.
     *
     * @param finding as a phrase, such as {@code 95 % lower bound 0.9131, of this fitted model, by Wilson on 45 true positives
     *     and 10 errors}; empty if nobody said
     * @param bound the one-sided bound that decided, if there is one
     * @param pValue the one-sided p-value that decided, adjusted for others in its family, if there is one
     * @param risk how far the demand can be trusted as a gate
     * @param isKnown whether there was anything to decide by; where there was not, no policy makes a success of that
     */
    public record Evidence(String finding, OptionalDouble bound, OptionalDouble pValue, Risk risk, boolean isKnown) {

        /** Nothing to decide by, and nothing said of it. */
        public static final Evidence NONE = unknown("");

        /**
         * Says that there was nothing to decide by.
         *
         * @param reason why, as a phrase
         * @return the evidence
         */
        public static Evidence unknown(String reason) {
            return new Evidence(reason, OptionalDouble.empty(), OptionalDouble.empty(), Risk.UNKNOWN, false);
        }

        /**
         * Makes evidence that words tell.
         *
         * @param finding what decided, as a phrase
         * @return the evidence, without numbers
         */
        public static Evidence of(String finding) {
            return new Evidence(finding, OptionalDouble.empty(), OptionalDouble.empty(), Risk.UNKNOWN, true);
        }

        /**
         * Adds the bound that decided.
         *
         * @param decisive a one-sided bound
         * @return the same evidence with that bound
         */
        public Evidence withBound(double decisive) {
            // infinity, the end of a range without one, is no number that a result could hold
            return Double.isFinite(decisive)
                    ? new Evidence(finding, OptionalDouble.of(decisive), pValue, risk, isKnown)
                    : this;
        }

        /**
         * Adds the p-value that decided.
         *
         * @param decisive a one-sided p-value, 0 to 1
         * @return the same evidence with that p-value
         */
        public Evidence withPValue(double decisive) {
            return new Evidence(finding, bound, OptionalDouble.of(decisive), risk, isKnown);
        }

        /**
         * Adds how far the demand can be trusted as a gate.
         *
         * @param newRisk the chances of its errors
         * @return the same evidence with that risk
         */
        public Evidence withRisk(Risk newRisk) {
            return new Evidence(finding, bound, pValue, newRisk, isKnown);
        }
    }

    /**
     * How far a demand can be trusted as a gate: the chances of its two errors.
     *
     * @param falsePass an upper bound of the chance that it passes a model that doesn't satisfy it; empty where nothing bounds
     *     that, as where a value and not a bound decides
     * @param redAgain the chance that a model as good as measured does not pass on fresh data of the same size; empty if it
     *     isn't known
     */
    public record Risk(OptionalDouble falsePass, OptionalDouble redAgain) {

        /** Nothing is known. */
        public static final Risk UNKNOWN = new Risk(OptionalDouble.empty(), OptionalDouble.empty());

        /** Checks that both are probabilities. */
        public Risk {
            require(falsePass);
            require(redAgain);
        }

        private static void require(OptionalDouble chance) {
            if (chance.isPresent() && !(chance.getAsDouble() >= 0 && chance.getAsDouble() <= 1)) {
                throw new IllegalArgumentException("a chance lies between 0 and 1, not " + chance.getAsDouble());
            }
        }

        /**
         * Bounds the chance of a false pass.
         *
         * @param chance 0 to 1
         * @return the same risk with that bound
         */
        public Risk withFalsePass(double chance) {
            return new Risk(OptionalDouble.of(chance), redAgain);
        }

        /**
         * Gives the chance of going red again.
         *
         * @param chance 0 to 1
         * @return the same risk with that chance
         */
        public Risk withRedAgain(double chance) {
            return new Risk(falsePass, OptionalDouble.of(chance));
        }
    }

    /** Checks that nothing is tolerated but what is inconclusive by evidence. */
    public Judgement {
        if (tolerated && !(outcome == Outcome.INCONCLUSIVE && evidence.isKnown())) {
            throw new IllegalArgumentException("only evidence that doesn't decide can be tolerated, not " + outcome
                    + (evidence.isKnown() ? "" : " without evidence"));
        }
    }

    /**
     * Makes a judgement as a criterion does, which tolerates nothing.
     *
     * @param candidate see the record
     * @param criterion see the record
     * @param outcome see the record
     * @param metric see the record
     * @param value see the record
     * @param threshold see the record
     * @param confidence see the record
     * @param evidence see the record
     * @param message see the record
     */
    public Judgement(
            String candidate,
            String criterion,
            Outcome outcome,
            String metric,
            OptionalDouble value,
            OptionalDouble threshold,
            OptionalDouble confidence,
            Evidence evidence,
            String message) {
        this(candidate, criterion, outcome, metric, value, threshold, confidence, evidence, false, message, "");
    }

    /**
     * Makes a judgement that tells no evidence, and that no policy tolerates.
     *
     * @param candidate see the record
     * @param criterion see the record
     * @param outcome see the record
     * @param metric see the record
     * @param value see the record
     * @param threshold see the record
     * @param confidence see the record
     * @param message see the record
     */
    public Judgement(
            String candidate,
            String criterion,
            Outcome outcome,
            String metric,
            OptionalDouble value,
            OptionalDouble threshold,
            OptionalDouble confidence,
            String message) {
        this(candidate, criterion, outcome, metric, value, threshold, confidence, Evidence.NONE, message);
    }

    /**
     * Applies a policy.
     *
     * @param policy what becomes of evidence that doesn't decide
     * @return the same judgement, tolerated if the policy says so; never where the demand is not met, or where there was
     *     nothing to decide by. Where what is inconclusive passes, a level bounds no false passes, nor is anything known of
     *     going red again
     */
    public Judgement under(InconclusivePolicy policy) {
        boolean warns = policy == InconclusivePolicy.WARN;
        boolean tolerates = warns && outcome == Outcome.INCONCLUSIVE && evidence.isKnown();
        boolean decidesOtherwise = warns && evidence.risk().falsePass().isPresent();
        return new Judgement(
                candidate,
                criterion,
                outcome,
                metric,
                value,
                threshold,
                confidence,
                decidesOtherwise ? evidence.withRisk(Risk.UNKNOWN) : evidence,
                tolerates,
                message,
                remark);
    }

    /**
     * Adds what readers should know though the demand is met.
     *
     * @param newRemark a sentence, or empty
     * @return the same judgement with that remark
     */
    public Judgement withRemark(String newRemark) {
        return new Judgement(
                candidate,
                criterion,
                outcome,
                metric,
                value,
                threshold,
                confidence,
                evidence,
                tolerated,
                message,
                newRemark);
    }

    /**
     * Tells whether a test may pass.
     *
     * @return whether the demand is met, tolerated, or in the hands of others
     */
    public boolean passes() {
        return outcome == Outcome.MET || outcome == Outcome.CUSTOM || tolerated;
    }
}
