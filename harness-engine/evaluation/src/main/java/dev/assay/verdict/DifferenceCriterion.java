package dev.assay.verdict;

import dev.assay.evaluation.Evaluation;
import dev.assay.evaluation.Fold;
import dev.assay.evaluation.Judgement;
import dev.assay.evaluation.Judgement.Evidence;
import dev.assay.evaluation.Judgement.Outcome;
import dev.assay.evaluation.TextTable;
import dev.assay.evaluation.Uncertainty;
import dev.assay.metric.Metric;
import dev.assay.metric.MetricValue;
import dev.assay.statistics.Estimate;
import dev.assay.statistics.FoldsEstimate;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Function;

/**
 * Demands that a metric differ by no more than so much between slices, whichever two of them.
 *
 * <p>Without confidence, the values decide. At a confidence level c, the upper bounds of all differences, either way round, must
 * lie within the maximum; it is missed if the lower bound of one lies beyond, at a level that is adjusted for their number
 * (Bonferroni). Bounds of a cross-validation come from the differences in each fold, corrected after Nadeau and Bengio; those of
 * a fitted model from both slices' own bounds (MOVER; Zou and Donner, "Construction of confidence limits about effect measures",
 * Statistics in Medicine 27, 2008), since different rows are independent.
 */
public final class DifferenceCriterion implements Criterion<Evaluation> {

    /** Bounds of a difference. */
    private record Bounds(double lower, double upper, String method) {}

    /** A difference of two parts, the better of whose values is the first. */
    private record Pair(Part first, Part second, double difference) {}

    private final Metric metric;
    private final String by;
    private final double maximum;
    private final OptionalDouble confidence;

    DifferenceCriterion(Metric metric, String by, double maximum, OptionalDouble confidence) {
        if (!(maximum >= 0) || Double.isInfinite(maximum)) {
            throw new IllegalArgumentException("the largest difference is at least 0, such as 0.05; not " + maximum);
        }
        this.metric = metric;
        this.by = by;
        this.maximum = maximum;
        this.confidence = confidence;
    }

    /**
     * Demands it of one-sided bounds instead of the values themselves.
     *
     * @param level the confidence level, above 0.5 and below 1
     * @return the criterion at that level
     */
    public DifferenceCriterion atConfidence(double level) {
        if (!(level > 0.5 && level < 1)) {
            throw new IllegalArgumentException(
                    "a confidence level lies above 0.5 and below 1, such as 0.95; not " + level);
        }
        return new DifferenceCriterion(metric, by, maximum, OptionalDouble.of(level));
    }

    @Override
    public String description() {
        return description(metric);
    }

    private String description(Metric resolved) {
        return resolved.name() + " to differ by " + expected() + " between slices by \"" + by + "\"";
    }

    private String expected() {
        return "at most " + Numbers.threshold(maximum)
                + (confidence.isPresent() ? " at " + Numbers.level(confidence.getAsDouble()) + " confidence" : "");
    }

    @Override
    public Verdict judge(Evaluation evaluation) {
        List<Part> parts = Scope.slices(evaluation, by, metric);
        if (parts.size() < 2) {
            return verdict(
                    evaluation,
                    parts,
                    Outcome.NOT_MET,
                    OptionalDouble.empty(),
                    Evidence.unknown("there is but one slice, " + parts.get(0).nameWithRows()
                            + ", so that there is nothing to compare"));
        }
        for (Part part : parts) {
            if (part.value() instanceof MetricValue.Undefined undefined) {
                String reason = "it is undefined for " + part.nameWithRows() + ": " + undefined.reason();
                return verdict(evaluation, parts, Outcome.NOT_MET, OptionalDouble.empty(), Evidence.unknown(reason));
            }
        }
        Pair widest = widest(parts);
        return confidence.isPresent()
                ? judgeBounds(evaluation, parts, widest, confidence.getAsDouble())
                : verdict(
                        evaluation,
                        parts,
                        widest.difference() <= maximum ? Outcome.MET : Outcome.NOT_MET,
                        OptionalDouble.of(widest.difference()),
                        Evidence.of(words(widest)));
    }

    private static double number(Part part) {
        return part.value().asOptional().orElseThrow();
    }

    /** Takes numbers as they are written, so that 0.8 less 0.6 is 0.2 and no more. */
    private static double less(Part first, Part second) {
        return BigDecimal.valueOf(number(first))
                .subtract(BigDecimal.valueOf(number(second)))
                .doubleValue();
    }

    private static Pair widest(List<Part> parts) {
        Part highest = parts.get(0);
        Part lowest = parts.get(0);
        for (Part part : parts) {
            highest = number(part) > number(highest) ? part : highest;
            lowest = number(part) < number(lowest) ? part : lowest;
        }
        return new Pair(highest, lowest, less(highest, lowest));
    }

    private String words(Pair pair) {
        return "it differs by " + rounded(pair.difference()) + ": " + Numbers.value(number(pair.first())) + " for "
                + pair.first().nameWithRows() + ", " + Numbers.value(number(pair.second())) + " for "
                + pair.second().nameWithRows();
    }

    /** Rounds what misses the maximum away from it. */
    private String rounded(double number) {
        return Numbers.value(number, maximum, number <= maximum ? RoundingMode.HALF_EVEN : RoundingMode.CEILING);
    }

    private Verdict judgeBounds(Evaluation evaluation, List<Part> parts, Pair widest, double level) {
        int occasions = parts.size() * (parts.size() - 1);
        double adjusted = Parts.adjusted(level, occasions);
        OptionalDouble value = OptionalDouble.of(widest.difference());
        double highest = Double.NEGATIVE_INFINITY;
        String method = "";
        // each part is in many pairs, and its estimate may take many draws
        Map<Part, Optional<Estimate>> estimates = new HashMap<>();
        Function<Part, Optional<Estimate>> estimateOf = part -> estimates.computeIfAbsent(
                part,
                known -> Uncertainty.of(known.view().orElseThrow(), metric).estimate());
        String levels = Parts.levels(level, occasions, occasions).replace("all " + occasions, "all differences");
        for (Part first : parts) {
            for (Part second : parts) {
                if (first.equals(second)) {
                    continue;
                }
                Optional<Bounds> found = bounds(evaluation, first, second, level, adjusted, estimateOf);
                if (found.isEmpty()) {
                    String reason = words(widest) + "; that can't be told at any confidence: too little is known of "
                            + first.nameWithRows() + " or " + second.nameWithRows();
                    return verdict(evaluation, parts, Outcome.INCONCLUSIVE, value, Evidence.unknown(reason));
                }
                Bounds bounds = found.get();
                if (bounds.lower() > maximum) {
                    Pair pair = new Pair(first, second, less(first, second));
                    String finding = words(pair) + "; even the " + Numbers.adjustedLevel(adjusted) + " lower bound "
                            + rounded(bounds.lower()) + " misses it, " + bounds.method() + "; " + levels;
                    return verdict(
                            evaluation,
                            parts,
                            Outcome.NOT_MET,
                            value,
                            Evidence.of(finding).withBound(bounds.lower()));
                }
                if (bounds.upper() > highest) {
                    highest = bounds.upper();
                    method = bounds.method();
                }
            }
        }
        Outcome outcome = highest <= maximum ? Outcome.MET : Outcome.INCONCLUSIVE;
        String finding = words(widest) + "; the highest " + Numbers.level(level) + " upper bound is " + rounded(highest)
                + ", " + method + "; " + levels;
        return verdict(evaluation, parts, outcome, value, Evidence.of(finding).withBound(highest));
    }

    /** Bounds the first value less the second. */
    private Optional<Bounds> bounds(
            Evaluation evaluation,
            Part first,
            Part second,
            double level,
            double adjusted,
            Function<Part, Optional<Estimate>> estimateOf) {
        double difference = less(first, second);
        if (evaluation.isOfProcedure()) {
            double[] ofFolds =
                    differences(first.view().orElseThrow(), second.view().orElseThrow());
            double width = metric.range().maximum() - metric.range().minimum();
            if (ofFolds.length > 1 && FoldsEstimate.standardError(ofFolds, evaluation.testToTrain()) > 0) {
                Estimate estimate = FoldsEstimate.of(difference, ofFolds, evaluation.testToTrain(), -width, width);
                return Optional.of(
                        new Bounds(estimate.lowerBound(adjusted), estimate.upperBound(level), estimate.method()));
            }
        }
        Optional<Estimate> ofOne = estimateOf.apply(first);
        Optional<Estimate> ofOther = estimateOf.apply(second);
        if (ofOne.isEmpty() || ofOther.isEmpty()) {
            return Optional.empty();
        }
        Estimate a = ofOne.get();
        Estimate b = ofOther.get();
        double up = Math.hypot(a.upperBound(level) - a.value(), b.value() - b.lowerBound(level));
        double down = Math.hypot(a.value() - a.lowerBound(adjusted), b.upperBound(adjusted) - b.value());
        return Optional.of(new Bounds(difference - down, difference + up, "from the bounds of both slices (MOVER)"));
    }

    /** Takes the folds in which both are defined. */
    private double[] differences(Evaluation one, Evaluation other) {
        List<Double> differences = new ArrayList<>();
        for (int i = 0; i < one.folds().size(); i++) {
            Fold fold = one.folds().get(i);
            OptionalDouble value = one.score(metric).folds().get(i).asOptional();
            for (int j = 0; j < other.folds().size(); j++) {
                Fold rival = other.folds().get(j);
                OptionalDouble rivals = other.score(metric).folds().get(j).asOptional();
                if (fold.repeat() == rival.repeat()
                        && fold.number() == rival.number()
                        && value.isPresent()
                        && rivals.isPresent()) {
                    differences.add(value.getAsDouble() - rivals.getAsDouble());
                }
            }
        }
        return differences.stream().mapToDouble(Double::doubleValue).toArray();
    }

    private Verdict verdict(
            Evaluation evaluation, List<Part> parts, Outcome outcome, OptionalDouble value, Evidence evidence) {
        Metric resolved = metric.resolve(evaluation.targets());
        String demand = description(resolved);
        List<List<String>> rows = new ArrayList<>();
        rows.add(List.of("", "rows", "value"));
        parts.forEach(part -> rows.add(List.of(
                part.name(),
                Integer.toString(part.rows()),
                part.value() instanceof MetricValue.Defined defined ? Numbers.value(defined.value()) : "undefined")));
        Judgement judgement = new Judgement(
                evaluation.candidate(),
                demand,
                outcome,
                resolved.name(),
                value,
                OptionalDouble.of(maximum),
                confidence,
                evidence.withRisk(Risks.ofLevel(confidence)),
                outcome == Outcome.MET
                        ? ""
                        : EvaluationMessage.of(
                                evaluation,
                                demand,
                                (outcome == Outcome.INCONCLUSIVE ? "the evidence doesn't decide: " : "")
                                        + evidence.finding(),
                                TextTable.of(rows)
                                        .lines()
                                        .map(line -> "  " + line)
                                        .toList()));
        return Verdict.of(judgement, expected(), value.isPresent() ? rounded(value.getAsDouble()) : "undefined");
    }

    @Override
    public String toString() {
        return description();
    }
}
