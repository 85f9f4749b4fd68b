package dev.assay.report;

import dev.assay.result.ClassResults;
import dev.assay.result.Result;
import dev.assay.result.Result.JudgementEntry;
import dev.assay.result.Result.Outcome;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.StringJoiner;
import java.util.stream.Stream;

/** How many criteria were judged with which outcome. */
final class GateCounts {

    private static final List<Outcome> WORST_FIRST =
            List.of(Outcome.NOT_MET, Outcome.INCONCLUSIVE, Outcome.MET, Outcome.CUSTOM);

    private final Map<Outcome, Integer> counts = new EnumMap<>(Outcome.class);

    private GateCounts(Stream<JudgementEntry> judgements) {
        judgements.forEach(judgement -> counts.merge(judgement.outcome(), 1, Integer::sum));
    }

    static GateCounts of(Collection<ClassResults> classes) {
        return new GateCounts(classes.stream()
                .flatMap(ofClass -> ofClass.results().stream())
                .flatMap(result -> result.judgements().stream()));
    }

    static GateCounts of(Result result) {
        return new GateCounts(result.judgements().stream());
    }

    int of(Outcome outcome) {
        return counts.getOrDefault(outcome, 0);
    }

    /** Says for example "1 not met, 12 met". */
    @Override
    public String toString() {
        StringJoiner text = new StringJoiner(", ").setEmptyValue("none judged");
        for (Outcome outcome : WORST_FIRST) {
            if (of(outcome) > 0) {
                text.add(of(outcome) + " " + JudgementSentence.word(outcome));
            }
        }
        return text.toString();
    }
}
