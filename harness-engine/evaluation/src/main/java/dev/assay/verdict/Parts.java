package dev.assay.verdict;

import dev.assay.evaluation.Evaluation;
import dev.assay.evaluation.Judgement;
import dev.assay.evaluation.Judgement.Evidence;
import dev.assay.evaluation.Judgement.Outcome;
import dev.assay.evaluation.Judgement.Risk;
import dev.assay.evaluation.TextTable;
import dev.assay.evaluation.Uncertainty;
import dev.assay.metric.MetricValue;
import dev.assay.statistics.Estimate;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.OptionalDouble;

/**
 * Judges a demand on each of several parts by itself; the worst decides.
 *
 * <p>At a confidence level c, all of m parts must have a bound at c that meets the threshold. If one of them truly misses it,
 * its own bound alone keeps the whole from being met wrongly more often than 1 − c, so that no adjustment is due
 * (intersection-union test, Berger 1982). For one of them to be not met, though, there are m occasions: its bound is at
 * 1 − (1 − c)/m (Bonferroni). Either way the whole is wrong at most 1 − c of the time.
 */
record Parts(Evaluation evaluation, Side side, double threshold, OptionalDouble confidence) {

    private static final int MOST_LINES = 20;

    /** How a part was judged. */
    private record Found(Part part, Outcome outcome, MetricValue value, String shown, Evidence evidence) {

        /** Those that are not met first, then inconclusive ones. */
        int rank() {
            return switch (outcome) {
                case NOT_MET -> 0;
                case INCONCLUSIVE -> 1;
                case MET, CUSTOM -> 2;
            };
        }
    }

    Verdict judge(List<Part> parts, String metric, String demand, String expected) {
        List<Found> found = new ArrayList<>();
        for (Part part : parts) {
            found.add(judge(part, parts.size()));
        }
        found.sort(Comparator.comparingInt(Found::rank).thenComparingDouble(this::badness));
        Found worst = found.get(0);
        String name = found.size() == 1
                ? worst.part().nameWithRows()
                : "the worst of " + found.size() + ", " + worst.part().nameWithRows();
        String finding =
                name + ", " + words(worst.outcome()) + ": " + worst.evidence().finding();
        String levels = levels(found.size());
        boolean known = found.stream()
                .filter(each -> each.outcome() == Outcome.INCONCLUSIVE)
                .allMatch(each -> each.evidence().isKnown());
        Evidence evidence = new Evidence(
                finding + (levels.isEmpty() ? "" : "; " + levels),
                worst.evidence().bound(),
                OptionalDouble.empty(),
                Risks.ofParts(found.stream().map(each -> each.evidence().risk()).toList(), confidence),
                worst.evidence().isKnown() && known);
        Judgement judgement = new Judgement(
                evaluation.candidate(),
                demand,
                worst.outcome(),
                metric,
                worst.value().asOptional(),
                OptionalDouble.of(threshold),
                confidence,
                evidence,
                worst.outcome() == Outcome.MET
                        ? ""
                        : EvaluationMessage.of(evaluation, demand, finding, lines(found, levels)));
        return Verdict.of(
                judgement, expected, worst.shown() + " for " + worst.part().name());
    }

    private double badness(Found found) {
        return found.value() instanceof MetricValue.Defined defined
                ? (side == Side.AT_LEAST ? defined.value() : -defined.value())
                : Double.NEGATIVE_INFINITY;
    }

    private static String words(Outcome outcome) {
        return switch (outcome) {
            case NOT_MET -> "doesn't meet it";
            case INCONCLUSIVE -> "is not decided by the evidence";
            case MET, CUSTOM -> "meets it";
        };
    }

    private Found judge(Part part, int parts) {
        MetricValue value = part.value();
        if (value instanceof MetricValue.Undefined undefined) {
            String reason = "undefined: " + undefined.reason();
            return new Found(part, Outcome.NOT_MET, value, "undefined", Evidence.unknown(reason));
        }
        double number = value.asOptional().orElseThrow();
        String shown = rounded(number);
        if (confidence.isEmpty()) {
            Outcome outcome = side.isMetBy(number, threshold) ? Outcome.MET : Outcome.NOT_MET;
            Risk risk = part.view()
                    .flatMap(view -> Uncertainty.ofCheap(view, view.score(part.metric()), Uncertainty.CHEAP / parts)
                            .estimate())
                    .map(estimate -> Risks.ofValue(estimate, side, threshold))
                    .orElse(Risk.UNKNOWN);
            return new Found(
                    part, outcome, value, shown, Evidence.of("value " + shown).withRisk(risk));
        }
        Evaluation view = part.view().orElseThrow();
        Uncertainty uncertainty = Uncertainty.of(view, part.metric());
        if (uncertainty.estimate().isEmpty()) {
            String reason = "value " + shown + ", but that can't be told: " + uncertainty.reason();
            return new Found(part, Outcome.INCONCLUSIVE, value, shown, Evidence.unknown(reason));
        }
        return byBounds(part, value, shown, uncertainty.estimate().get(), confidence.getAsDouble(), parts);
    }

    private Found byBounds(Part part, MetricValue value, String shown, Estimate estimate, double level, int parts) {
        double adjusted = adjusted(level, parts);
        double worse = side == Side.AT_LEAST ? estimate.lowerBound(level) : estimate.upperBound(level);
        double better = side == Side.AT_LEAST ? estimate.upperBound(adjusted) : estimate.lowerBound(adjusted);
        if (!side.isMetBy(better, threshold)) {
            return new Found(
                    part,
                    Outcome.NOT_MET,
                    value,
                    shown,
                    evidence(shown, better, adjusted, side != Side.AT_LEAST, estimate));
        }
        Evidence evidence = evidence(shown, worse, level, side == Side.AT_LEAST, estimate);
        if (side.isMetBy(worse, threshold)) {
            return new Found(part, Outcome.MET, value, shown, evidence);
        }
        double deciding = side.isMetBy(estimate.value(), threshold) ? level : adjusted;
        String settling = Settling.words(part.view().orElseThrow(), estimate, threshold, deciding);
        return new Found(
                part,
                Outcome.INCONCLUSIVE,
                value,
                shown,
                Evidence.of(evidence.finding() + "; " + settling)
                        .withBound(worse)
                        .withRisk(evidence.risk()));
    }

    private Evidence evidence(String shown, double bound, double level, boolean lower, Estimate estimate) {
        return Evidence.of("value " + shown + ", " + Numbers.adjustedLevel(level) + (lower ? " lower" : " upper")
                        + " bound " + rounded(bound) + ", " + estimate.method())
                .withBound(bound)
                .withRisk(Risks.ofBound(estimate, side, threshold, confidence.orElseThrow()));
    }

    static double adjusted(double level, int occasions) {
        return 1 - (1 - level) / occasions;
    }

    /** Rounds what misses the threshold away from it. */
    private String rounded(double number) {
        return Numbers.value(
                number, threshold, side.isMetBy(number, threshold) ? RoundingMode.HALF_EVEN : side.roundingOfMissed);
    }

    private String levels(int parts) {
        if (confidence.isEmpty() || parts == 1) {
            return "";
        }
        double level = confidence.getAsDouble();
        return levels(level, parts, parts);
    }

    /** Says at which levels bounds decide, and why. */
    static String levels(double level, int parts, int occasions) {
        return "all " + parts + " must meet it at " + Numbers.level(level) + ", one misses it at "
                + Numbers.adjustedLevel(adjusted(level, occasions))
                + " (Bonferroni), so that the whole is wrong at most "
                + Numbers.adjustedLevel(1 - level) + " of the time";
    }

    private List<String> lines(List<Found> found, String levels) {
        List<String> lines = new ArrayList<>();
        if (!levels.isEmpty()) {
            lines.add("  bounds: " + levels);
        }
        if (found.size() > 1) {
            List<List<String>> rows = new ArrayList<>();
            rows.add(List.of("", "rows", "value", "outcome"));
            found.stream()
                    .limit(MOST_LINES)
                    .forEach(each -> rows.add(List.of(
                            each.part().name(),
                            Integer.toString(each.part().rows()),
                            each.shown(),
                            each.outcome().words())));
            TextTable.of(rows).lines().forEach(line -> lines.add("  " + line));
        }
        if (found.size() > MOST_LINES) {
            lines.add("  and " + (found.size() - MOST_LINES) + " more that are no worse");
        }
        return lines;
    }
}
