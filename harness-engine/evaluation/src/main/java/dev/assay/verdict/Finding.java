package dev.assay.verdict;

import dev.assay.evaluation.Judgement.Evidence;
import dev.assay.evaluation.Judgement.Outcome;
import dev.assay.evaluation.Judgement.Risk;

/**
 * How a demand was judged, before it is said of whom.
 *
 * @param outcome how it ended
 * @param actual what was found, for tools that show a difference
 * @param words what was found, completing "but …"
 * @param evidence what decided
 */
record Finding(Outcome outcome, String actual, String words, Evidence evidence) {

    static Finding undefined(String reason) {
        return new Finding(
                Outcome.NOT_MET, "undefined", "it is undefined: " + reason, Evidence.unknown("undefined: " + reason));
    }

    /** Nothing is known of the uncertainty, though the demand is at a confidence level. */
    static Finding unknown(String reason) {
        String words = "that can't be told: " + reason;
        return new Finding(Outcome.INCONCLUSIVE, "unknown", words, Evidence.unknown(words));
    }

    /** Adds how far the demand can be trusted as a gate. */
    Finding withRisk(Risk risk) {
        return new Finding(outcome, actual, words, evidence.withRisk(risk));
    }

    /** Adds more to the evidence. */
    Finding withEvidence(String more) {
        return new Finding(
                outcome,
                actual,
                words,
                new Evidence(
                        evidence.finding() + "; " + more,
                        evidence.bound(),
                        evidence.pValue(),
                        evidence.risk(),
                        evidence.isKnown()));
    }

    /** Adds lines to the words. */
    Finding with(String lines) {
        return new Finding(outcome, actual, words + lines, evidence);
    }
}
