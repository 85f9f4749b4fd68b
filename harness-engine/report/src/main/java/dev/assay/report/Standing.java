package dev.assay.report;

import dev.assay.result.ClassResults;
import dev.assay.result.Result;
import java.util.ArrayList;
import java.util.List;

/**
 * How the demands of a class stand.
 *
 * @param met how many are met
 * @param notMet how many are not met
 * @param inconclusive how many the evidence doesn't decide, so that tests fail
 * @param tolerated how many the evidence doesn't decide, though tests pass
 * @param custom how many values were handed to other assertions
 * @param failed how many candidates could not be evaluated
 */
record Standing(int met, int notMet, int inconclusive, int tolerated, int custom, int failed) {

    /** What readers should look at first; the first is the worst. */
    enum Colour {
        RED("red"),
        AMBER("amber"),
        GREY("grey"),
        GREEN("green");

        private final String style;

        Colour(String style) {
            this.style = style;
        }

        /** Returns the name of the style's class. */
        String style() {
            return style;
        }
    }

    static Standing of(ClassResults results) {
        return results.results().stream()
                .map(Standing::of)
                .reduce(new Standing(0, 0, 0, 0, 0, results.summary().failures().size()), Standing::plus);
    }

    /** Returns how the demands on one candidate stand. */
    static Standing of(Result result) {
        int met = 0;
        int notMet = 0;
        int inconclusive = 0;
        int tolerated = 0;
        int custom = 0;
        for (Result.JudgementEntry judgement : result.judgements()) {
            switch (judgement.outcome()) {
                case MET -> met++;
                case NOT_MET -> notMet++;
                case CUSTOM -> custom++;
                case INCONCLUSIVE -> {
                    if (judgement.tolerated()) {
                        tolerated++;
                    } else {
                        inconclusive++;
                    }
                }
            }
        }
        return new Standing(met, notMet, inconclusive, tolerated, custom, 0);
    }

    Standing plus(Standing other) {
        return new Standing(
                met + other.met,
                notMet + other.notMet,
                inconclusive + other.inconclusive,
                tolerated + other.tolerated,
                custom + other.custom,
                failed + other.failed);
    }

    /** Returns how many demands Assay judged. */
    int judged() {
        return met + notMet + inconclusive + tolerated;
    }

    /** Returns how many things make tests fail. */
    int red() {
        return notMet + inconclusive + failed;
    }

    Colour colour() {
        if (red() > 0) {
            return Colour.RED;
        }
        if (tolerated > 0) {
            return Colour.AMBER;
        }
        return met > 0 ? Colour.GREEN : Colour.GREY;
    }

    /** Says the whole in one sentence without a full stop. */
    String sentence() {
        if (notMet > 0) {
            return notMet + " of " + Figures.count(judged(), "demand") + (notMet == 1 ? " is" : " are") + " not met";
        }
        if (failed > 0) {
            return Figures.count(failed, "candidate") + " could not be evaluated";
        }
        if (inconclusive > 0) {
            return inconclusive + " of " + Figures.count(judged(), "demand") + (inconclusive == 1 ? " is" : " are")
                    + " inconclusive";
        }
        if (tolerated > 0) {
            return tolerated + " of " + Figures.count(judged(), "demand") + (tolerated == 1 ? " is" : " are")
                    + " inconclusive, which tests tolerate";
        }
        if (met > 0) {
            return met == 1 ? "The one demand is met" : "All " + met + " demands are met";
        }
        return "Nothing was judged";
    }

    /** Returns a short phrase for each number that isn't 0, that of the sentence first. */
    List<String> counts() {
        List<String> counts = new ArrayList<>();
        add(counts, notMet, "not met");
        if (failed > 0) {
            counts.add(Figures.count(failed, "candidate") + " failed");
        }
        add(counts, inconclusive, "inconclusive");
        add(counts, tolerated, "inconclusive but tolerated");
        add(counts, met, "met");
        add(counts, custom, "judged elsewhere");
        return counts;
    }

    private static void add(List<String> counts, int number, String what) {
        if (number > 0) {
            counts.add(number + " " + what);
        }
    }
}
