package dev.assay.result;

import dev.assay.evaluation.Judgement;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;

/**
 * A judgement as running tests report it: pairs of keys and values, of which listeners get all that belong to one criterion at
 * once, when the check has ended but its test has not. Keys whose value would be empty are left out.
 *
 * @param criterion the demand, the value of {@value #CRITERION}
 * @param outcome how it ended, the value of {@value #OUTCOME}: "met", "not met", "inconclusive" or "custom"
 * @param candidate the candidate's name, the value of {@value #CANDIDATE}
 * @param metric the metric's name, or empty
 * @param value the value found, if it is defined
 * @param threshold the value demanded, if it is about one
 * @param confidence the confidence demanded, if any
 * @param bound the end of the interval that decided, if one did
 * @param finding what decided, as a phrase, or empty
 * @param tolerated whether the test passes over it although it is inconclusive
 */
public record ReportedJudgement(
        String criterion,
        Judgement.Outcome outcome,
        String candidate,
        String metric,
        OptionalDouble value,
        OptionalDouble threshold,
        OptionalDouble confidence,
        OptionalDouble bound,
        String finding,
        boolean tolerated) {

    /** The key of the demand, which all such entries have. */
    public static final String CRITERION = "assay.criterion";

    /** The key of how it ended. */
    public static final String OUTCOME = "assay.outcome";

    /** The key of the candidate's name. */
    public static final String CANDIDATE = "assay.candidate";

    /** The key by which the container of a class reports, at its end, the folder in which results were written. */
    public static final String RESULTS = "assay.results";

    private static final String METRIC = "assay.metric";
    private static final String VALUE = "assay.value";
    private static final String THRESHOLD = "assay.threshold";
    private static final String CONFIDENCE = "assay.confidence";
    private static final String BOUND = "assay.bound";
    private static final String FINDING = "assay.finding";
    private static final String TOLERATED = "assay.tolerated";

    /**
     * Takes what is to be reported of a judgement.
     *
     * @param judgement the judgement
     * @return what is reported
     */
    public static ReportedJudgement of(Judgement judgement) {
        return new ReportedJudgement(
                judgement.criterion(),
                judgement.outcome(),
                judgement.candidate(),
                judgement.metric(),
                judgement.value(),
                judgement.threshold(),
                judgement.confidence(),
                judgement.evidence().bound(),
                judgement.evidence().finding(),
                judgement.tolerated());
    }

    /**
     * Reads an entry.
     *
     * @param entry keys and values of any origin
     * @return what is reported; empty if the entry is about something else
     */
    public static Optional<ReportedJudgement> read(Map<String, String> entry) {
        String criterion = entry.get(CRITERION);
        Optional<Judgement.Outcome> outcome = outcome(entry.getOrDefault(OUTCOME, ""));
        if (criterion == null || outcome.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(new ReportedJudgement(
                criterion,
                outcome.get(),
                entry.getOrDefault(CANDIDATE, ""),
                entry.getOrDefault(METRIC, ""),
                number(entry.get(VALUE)),
                number(entry.get(THRESHOLD)),
                number(entry.get(CONFIDENCE)),
                number(entry.get(BOUND)),
                entry.getOrDefault(FINDING, ""),
                Boolean.parseBoolean(entry.get(TOLERATED))));
    }

    private static Optional<Judgement.Outcome> outcome(String word) {
        for (Judgement.Outcome outcome : Judgement.Outcome.values()) {
            if (outcome.words().equals(word)) {
                return Optional.of(outcome);
            }
        }
        return Optional.empty();
    }

    private static OptionalDouble number(@Nullable String text) {
        try {
            return text == null ? OptionalDouble.empty() : OptionalDouble.of(Double.parseDouble(text));
        } catch (NumberFormatException e) {
            return OptionalDouble.empty();
        }
    }

    /**
     * Writes the entry.
     *
     * @return keys and values, none of them blank, the demand and its outcome first
     */
    public Map<String, String> entry() {
        Map<String, String> entry = new LinkedHashMap<>();
        put(entry, CRITERION, criterion);
        put(entry, OUTCOME, outcome.words());
        put(entry, CANDIDATE, candidate);
        put(entry, METRIC, metric);
        value.ifPresent(number -> put(entry, VALUE, Double.toString(number)));
        threshold.ifPresent(number -> put(entry, THRESHOLD, Double.toString(number)));
        confidence.ifPresent(number -> put(entry, CONFIDENCE, Double.toString(number)));
        bound.ifPresent(number -> put(entry, BOUND, Double.toString(number)));
        put(entry, FINDING, finding);
        put(entry, TOLERATED, tolerated ? "true" : "");
        return entry;
    }

    private static void put(Map<String, String> entry, String key, String value) {
        if (!value.isBlank()) {
            entry.put(key, value);
        }
    }
}
