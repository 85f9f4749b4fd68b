package dev.assay.verdict;

import dev.assay.data.Slice;
import dev.assay.evaluation.CrossValidation;
import dev.assay.evaluation.Evaluation;
import dev.assay.evaluation.Judgement;
import dev.assay.evaluation.Judgement.Evidence;
import dev.assay.evaluation.Judgement.Outcome;
import dev.assay.evaluation.Judgement.Risk;
import dev.assay.evaluation.MetricScore;
import dev.assay.evaluation.Uncertainty;
import dev.assay.metric.Metric;
import dev.assay.metric.MetricValue;
import dev.assay.statistics.Estimate;
import java.math.RoundingMode;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * Demands that a metric lie on one side of a threshold.
 *
 * <p>Without confidence, the value itself decides. {@link #atConfidence At a confidence level}, one-sided bounds decide: met
 * if even the worse bound satisfies the threshold, not met if not even the better one does, inconclusive between. An
 * undefined metric is not met.
 */
public final class MetricCriterion implements Criterion<Evaluation> {

    private final Metric metric;
    private final Side side;
    private final double threshold;
    private final OptionalDouble confidence;
    private final Scope scope;

    MetricCriterion(Metric metric, Side side, double threshold) {
        this(metric, side, threshold, OptionalDouble.empty(), Scope.WHOLE);
    }

    private MetricCriterion(Metric metric, Side side, double threshold, OptionalDouble confidence, Scope scope) {
        if (!metric.range().contains(threshold) || Double.isInfinite(threshold)) {
            throw new IllegalArgumentException(metric.name() + " lies in the range of " + metric.range()
                    + "; a threshold of " + threshold + " makes no sense"
                    + (threshold > 1 && threshold <= 100 && metric.range().maximum() == 1
                            ? " (is it meant in percent?)"
                            : ""));
        }
        this.metric = metric;
        this.side = side;
        this.threshold = threshold;
        this.confidence = confidence;
        this.scope = scope;
    }

    /**
     * Demands it of a one-sided bound instead of the value itself.
     *
     * @param level the confidence level, above 0.5 and below 1
     * @return the criterion at that level
     */
    public MetricCriterion atConfidence(double level) {
        if (!(level > 0.5 && level < 1)) {
            throw new IllegalArgumentException(
                    "a confidence level lies above 0.5 and below 1, such as 0.95; not " + level);
        }
        return new MetricCriterion(metric, side, threshold, OptionalDouble.of(level), scope);
    }

    private MetricCriterion within(Scope newScope) {
        return new MetricCriterion(metric, side, threshold, confidence, newScope);
    }

    /**
     * Demands it of some examples only. A slice without any is not met.
     *
     * @param slice which examples, in place of other slices that were asked for
     * @return the criterion of that slice
     */
    public MetricCriterion onSlice(Slice slice) {
        return within(scope.onSlice(slice));
    }

    /**
     * Demands it of each slice by itself: the worst decides.
     *
     * <p>At a confidence level, all slices must meet the threshold at that level, which is wrong no more often than one of
     * them would be; a single one that misses it does so at a level that is adjusted for their number (Bonferroni). The same
     * holds for labels and folds, and for several of these at once.
     *
     * @param by the name of an attribute or of a column of text, or {@value Slice#GROUP}, in place of other slices
     * @return the criterion of all slices, one for each value there is
     */
    public MetricCriterion onEachSlice(String by) {
        return within(scope.onEachSlice(by));
    }

    /**
     * Demands it of each label by itself: the worst decides.
     *
     * @return the criterion of all labels of the data; judging fails with an {@link IllegalArgumentException} where the metric
     *     can't be of a label
     */
    public MetricCriterion ofEachLabel() {
        return within(scope.withEachLabel());
    }

    /**
     * Demands it in each fold by itself, of the model that was trained there: the worst decides.
     *
     * @return the criterion of all folds
     */
    public MetricCriterion inEachFold() {
        return within(scope.withEachFold());
    }

    /**
     * Tells how likely a model that deserves it is to meet this demand on data, before anything is trained.
     *
     * @param expected what the metric's value is expected to be
     * @param plan the data, and how they will be split
     * @return the power; unknown without a confidence level, where the value itself decides whatever the data are, and for
     *     demands on slices, labels or folds
     * @throws IllegalArgumentException if the metric doesn't fit the targets
     */
    public GatePower power(double expected, CrossValidation<?> plan) {
        if (confidence.isEmpty()) {
            return GatePower.unknown(
                    description() + ": without a confidence level, the value decides whatever the data are");
        }
        return scope.equals(Scope.WHOLE)
                ? new PowerAnalysis(metric, side, threshold, confidence.getAsDouble(), expected, plan).power()
                : GatePower.unknown(description()
                        + ": whether the data can decide that of each part can't be told before training");
    }

    @Override
    public String description() {
        return description(metric);
    }

    private String description(Metric resolved) {
        return resolved.name() + " to be " + expected() + scope.words();
    }

    private String expected() {
        return side.words + " " + Numbers.threshold(threshold)
                + (confidence.isPresent() ? " at " + Numbers.level(confidence.getAsDouble()) + " confidence" : "");
    }

    @Override
    public Verdict judge(Evaluation evaluation) {
        if (!scope.equals(Scope.WHOLE)) {
            String name = scope.ofEachLabel()
                    ? metric.name()
                    : metric.resolve(evaluation.targets()).name();
            return new Parts(evaluation, side, threshold, confidence)
                    .judge(
                            scope.parts(evaluation, metric),
                            name,
                            name + " to be " + expected() + scope.words(),
                            expected());
        }
        MetricScore score = evaluation.score(metric);
        if (!(score.value() instanceof MetricValue.Defined defined)) {
            String reason = ((MetricValue.Undefined) score.value()).reason();
            return verdict(
                    evaluation,
                    score,
                    Outcome.NOT_MET,
                    "undefined",
                    "it is undefined: " + reason,
                    Evidence.unknown("undefined: " + reason));
        }
        return confidence.isPresent()
                ? judgeBounds(evaluation, score, defined.value(), confidence.getAsDouble())
                : judgeValue(evaluation, score, defined.value());
    }

    private Verdict judgeValue(Evaluation evaluation, MetricScore score, double value) {
        boolean met = side.isMetBy(value, threshold);
        String actual = rounded(value);
        // a demand that is met need not wait for draws that take long
        Optional<Estimate> estimate = (met
                        ? Uncertainty.ofCheap(evaluation, score, Risks.NANOSECONDS)
                        : Uncertainty.of(evaluation, score))
                .estimate();
        String chance = estimate.filter(known -> !met)
                .map(known -> "   (fresh data of this size would " + side.verb + " "
                        + Numbers.threshold(threshold) + " in "
                        + Numbers.percent(side.chanceOfMeeting(known, threshold))
                        + " of runs)")
                .orElse("");
        return verdict(
                evaluation,
                score,
                met ? Outcome.MET : Outcome.NOT_MET,
                actual,
                "it was " + actual + chance,
                Evidence.of("value " + actual + chance.strip().replaceAll("^(?=.)", " "))
                        .withRisk(estimate.map(known -> Risks.ofValue(known, side, threshold))
                                .orElse(Risk.UNKNOWN)));
    }

    /** Rounds what misses the threshold away from it, so that no number of a message contradicts another. */
    private String rounded(double number) {
        return Numbers.value(
                number, threshold, side.isMetBy(number, threshold) ? RoundingMode.HALF_EVEN : side.roundingOfMissed);
    }

    private Verdict judgeBounds(Evaluation evaluation, MetricScore score, double exact, double level) {
        Uncertainty uncertainty = Uncertainty.of(evaluation, score);
        if (uncertainty.estimate().isEmpty()) {
            String reason = "that can't be told: " + uncertainty.reason();
            return verdict(evaluation, score, Outcome.INCONCLUSIVE, "unknown", reason, Evidence.unknown(reason));
        }
        Estimate estimate = uncertainty.estimate().get();
        double lower = estimate.lowerBound(level);
        double upper = estimate.upperBound(level);
        double worse = side == Side.AT_LEAST ? lower : upper;
        double better = side == Side.AT_LEAST ? upper : lower;
        String worseWords = Numbers.level(level) + (side == Side.AT_LEAST ? " lower" : " upper") + " bound";
        String betterWords = Numbers.level(level) + (side == Side.AT_LEAST ? " upper" : " lower") + " bound";
        Risk risk = Risks.ofBound(estimate, side, threshold, level);
        String method = "of " + uncertainty.question() + ", " + estimate.method();
        if (side.isMetBy(worse, threshold)) {
            String actual = worseWords + " " + Numbers.value(worse, threshold, side.roundingOfMissed);
            return verdict(evaluation, score, Outcome.MET, actual, actual, evidence(actual, worse, method, risk));
        }
        String value = rounded(exact);
        String bounds = System.lineSeparator() + "  bounds: " + method;
        if (side.isMetBy(better, threshold)) {
            String actual = worseWords + " " + rounded(worse);
            String settling = Settling.words(evaluation, estimate, threshold, level);
            return verdict(
                    evaluation,
                    score,
                    Outcome.INCONCLUSIVE,
                    actual,
                    "the evidence doesn't decide: the " + actual + " misses it, the " + betterWords + " "
                            + rounded(better) + " doesn't; the value is " + value + bounds + System.lineSeparator()
                            + "  " + settling,
                    evidence(actual, worse, method + "; " + settling, risk));
        }
        String actual = betterWords + " " + rounded(better);
        return verdict(
                evaluation,
                score,
                Outcome.NOT_MET,
                actual,
                "even the " + actual + " misses it; the value is " + value + bounds,
                evidence(actual, better, method, risk));
    }

    private static Evidence evidence(String words, double bound, String method, Risk risk) {
        return Evidence.of(words + ", " + method).withBound(bound).withRisk(risk);
    }

    private Verdict verdict(
            Evaluation evaluation,
            MetricScore score,
            Outcome outcome,
            String actual,
            String finding,
            Evidence evidence) {
        String message = outcome == Outcome.MET
                ? ""
                : EvaluationMessage.of(evaluation, score, description(score.metric()), finding);
        Judgement judgement = new Judgement(
                evaluation.candidate(),
                description(score.metric()),
                outcome,
                score.metric().name(),
                score.value().asOptional(),
                OptionalDouble.of(threshold),
                confidence,
                evidence,
                message);
        return Verdict.of(judgement, expected(), actual);
    }

    @Override
    public String toString() {
        return description();
    }
}
