package dev.assay.verdict;

import dev.assay.evaluation.Evaluation;
import dev.assay.evaluation.Judgement;
import dev.assay.evaluation.Judgement.Outcome;
import dev.assay.evaluation.Judgement.Risk;
import dev.assay.serving.MeasurementOptions;
import dev.assay.statistics.Interval;
import dev.assay.statistics.QuantileEstimate;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;

/**
 * Demands that a fitted model keep within a budget of time, memory or space.
 *
 * <p>What it takes is measured when this judges, once for an evaluation and the same options, so that a result with such a
 * judgement differs from run to run. Without confidence, the value that was measured decides. {@link #atConfidence At a confidence
 * level}, one-sided bounds decide, as for {@link MetricCriterion}: they are of the machine and the moment of this run, and suppose
 * that calls are independent; see {@link dev.assay.serving.Latency}. A size is known exactly, whatever the level is. What this JVM
 * can't measure is undefined and not met.
 */
public final class BudgetCriterion implements Criterion<Evaluation> {

    private static final double LEVEL_OF_INTERVALS = 0.95;

    private final Budget budget;
    private final Notation.WithUnit notation;
    private final Demand demand;
    private final MeasurementOptions options;

    BudgetCriterion(Budget budget, Side side, double threshold, Notation.WithUnit notation) {
        this(
                budget,
                notation,
                new Demand(side, threshold, OptionalDouble.empty(), notation),
                MeasurementOptions.withDefaults());
    }

    private BudgetCriterion(Budget budget, Notation.WithUnit notation, Demand demand, MeasurementOptions options) {
        this.budget = budget;
        this.notation = notation;
        this.demand = demand;
        this.options = options;
    }

    /**
     * Demands it of a one-sided bound instead of the value itself.
     *
     * @param level the confidence level, above 0.5 and below 1
     * @return the criterion at that level
     */
    public BudgetCriterion atConfidence(double level) {
        return new BudgetCriterion(budget, notation, demand.atConfidence(level), options);
    }

    /**
     * Says how often the model is asked.
     *
     * @param newOptions warm-up, number of calls, size of batches, time limit
     * @return the criterion of such a measurement
     */
    public BudgetCriterion measuredWith(MeasurementOptions newOptions) {
        return new BudgetCriterion(budget, notation, demand, newOptions);
    }

    @Override
    public String description() {
        return budget.name() + " to be " + demand.words();
    }

    /**
     * Measures, where that has not been done yet, and judges.
     *
     * @throws IllegalArgumentException if the evaluation is not of one fitted model, or the size of its model is not known
     * @throws dev.assay.serving.MeasurementException if a prediction fails
     */
    @Override
    public Verdict judge(Evaluation evaluation) {
        return judge(evaluation, budget.measure(evaluation, options));
    }

    /** Judges what was measured. */
    Verdict judge(Evaluation evaluation, Measured measured) {
        Finding finding = finding(measured);
        String message = finding.outcome() == Outcome.MET
                ? ""
                : EvaluationMessage.of(evaluation, description(), finding.words(), lines(measured));
        Judgement judgement = new Judgement(
                evaluation.candidate(),
                description(),
                finding.outcome(),
                budget.name() + " in " + budget.unit(),
                measured.value(),
                OptionalDouble.of(demand.threshold()),
                demand.confidence(),
                finding.evidence(),
                message);
        return Verdict.of(judgement, demand.words(), finding.actual());
    }

    private Finding finding(Measured measured) {
        if (measured.value().isEmpty()) {
            return Finding.undefined(measured.evidence()).withRisk(Risks.ofLevel(demand.confidence()));
        }
        double value = measured.value().getAsDouble();
        Finding finding = measured.estimate()
                .map(estimate -> demand.confidence().isPresent()
                        ? ofBounds(measured, estimate, demand.confidence().getAsDouble())
                        : ofValue(measured, estimate))
                .orElseGet(() -> ofExactly(value));
        return finding.withEvidence(String.join("; ", evidence(measured)));
    }

    /** What is exact is wrong never, and the same again. */
    private Finding ofExactly(double value) {
        Finding finding = demand.byValue(value, () -> "");
        return finding.withRisk(Risk.UNKNOWN.withFalsePass(0).withRedAgain(finding.outcome() == Outcome.MET ? 0 : 1));
    }

    private Finding ofValue(Measured measured, QuantileEstimate estimate) {
        return demand.byValue(
                        estimate.value(),
                        () -> " " + interval(estimate) + "   (as many fresh " + measured.things() + " would "
                                + demand.side().verb + " " + notation.threshold(demand.threshold()) + " in "
                                + Numbers.percent(demand.side().chanceOfMeeting(estimate, demand.threshold()))
                                + " of runs)")
                .withRisk(Risks.ofValue(estimate, demand.side(), demand.threshold()));
    }

    private String interval(QuantileEstimate estimate) {
        Interval interval = estimate.interval(LEVEL_OF_INTERVALS);
        return "[" + notation.bare(interval.lower(), demand.threshold(), RoundingMode.FLOOR) + ", "
                + notation.bare(interval.upper(), demand.threshold(), RoundingMode.CEILING) + "]";
    }

    private Finding ofBounds(Measured measured, QuantileEstimate estimate, double level) {
        double lower = estimate.lowerBound(level);
        double upper = estimate.upperBound(level);
        boolean isRefuted = !demand.side().isMetBy(demand.side() == Side.AT_LEAST ? upper : lower, demand.threshold());
        int fewest = demand.side() == Side.AT_LEAST
                ? estimate.fewestForLowerBound(level)
                : estimate.fewestForUpperBound(level);
        if (estimate.size() < fewest && !isRefuted) {
            return Finding.unknown(String.format(
                            Locale.ROOT,
                            "%,d %s are too few for bounds at %s confidence, whatever they took; %,d would do: %s",
                            estimate.size(),
                            measured.things(),
                            Numbers.level(level),
                            fewest,
                            more(measured, estimate).words(fewest)))
                    .withRisk(Risks.ofLevel(demand.confidence()));
        }
        return demand.byBounds(
                        estimate.value(),
                        lower,
                        upper,
                        "of this fitted model on this machine, " + estimate.method(),
                        () -> settling(measured, estimate, level))
                .withRisk(Risks.ofBound(estimate, demand.side(), demand.threshold(), level));
    }

    private String settling(Measured measured, QuantileEstimate estimate, double level) {
        double growth = estimate.growthToSeparate(demand.threshold(), level);
        if (Double.isInfinite(growth)) {
            return "no number of " + measured.things() + " would settle it at this value";
        }
        long needed = Settling.roundedUp(growth * estimate.size());
        MoreMeasuring more = more(measured, estimate);
        return String.format(
                Locale.ROOT,
                "about %,d %s would settle it at this value, %,d were made%s",
                needed,
                measured.things(),
                estimate.size(),
                more.isCutShort() && needed <= Integer.MAX_VALUE ? ": " + more.words(needed) : "");
    }

    private MoreMeasuring more(Measured measured, QuantileEstimate estimate) {
        return new MoreMeasuring(measured, estimate.size(), options);
    }

    private static List<String> evidence(Measured measured) {
        List<String> all = new ArrayList<>(List.of(measured.evidence()));
        all.addAll(measured.notes());
        return all;
    }

    private static List<String> lines(Measured measured) {
        if (measured.value().isEmpty()) {
            return List.of();
        }
        List<String> lines = new ArrayList<>();
        lines.add("  measured: " + measured.evidence());
        measured.notes().forEach(note -> lines.add("  note: " + note));
        return lines;
    }

    @Override
    public String toString() {
        return description();
    }
}
