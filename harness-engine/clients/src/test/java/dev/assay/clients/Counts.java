package dev.assay.clients;

import java.util.Collection;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** How many nodes of a kind there were, as the console launcher counts them. */
record Counts(int found, int skipped, int started, int aborted, int successful, int failed) {

    /** Counts tests by their outcomes. */
    static Counts of(Collection<Outcome> outcomes) {
        int skipped = count(outcomes, Outcome.SKIPPED);
        return new Counts(
                outcomes.size(),
                skipped,
                outcomes.size() - skipped,
                count(outcomes, Outcome.ABORTED),
                count(outcomes, Outcome.PASSED),
                count(outcomes, Outcome.FAILED) + count(outcomes, Outcome.ERROR));
    }

    private static int count(Collection<Outcome> outcomes, Outcome outcome) {
        return (int) outcomes.stream().filter(outcome::equals).count();
    }

    /** Reads the summary that the console launcher prints. */
    static Counts read(String kind, String output) {
        return new Counts(
                number(kind + " found", output),
                number(kind + " skipped", output),
                number(kind + " started", output),
                number(kind + " aborted", output),
                number(kind + " successful", output),
                number(kind + " failed", output));
    }

    private static int number(String line, String output) {
        Matcher matcher = Pattern.compile("^\\[ +(\\d+) " + line + " +]$", Pattern.MULTILINE)
                .matcher(output);
        if (!matcher.find()) {
            throw new AssertionError("no line \"" + line + "\" in:\n" + output);
        }
        return Integer.parseInt(matcher.group(1));
    }
}
