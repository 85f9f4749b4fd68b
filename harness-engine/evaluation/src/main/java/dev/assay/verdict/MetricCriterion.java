package dev.assay.verdict;

import dev.assay.data.Slice;
import dev.assay.evaluation.Evaluation;
import dev.assay.evaluation.Judgement;
import dev.assay.evaluation.Judgement.Outcome;
import dev.assay.evaluation.Judgement.Risk;
import dev.assay.evaluation.MetricScore;
import dev.assay.evaluation.TestPlan;
import dev.assay.evaluation.Uncertainty;
import dev.assay.metric.Metric;
import dev.assay.metric.MetricValue;
import dev.assay.statistics.Estimate;
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
    private final Demand demand;
    private final Scope scope;

    MetricCriterion(Metric metric, Side side, double threshold) {
        this(metric, new Demand(side, threshold, OptionalDouble.empty()), Scope.WHOLE);
    }

    private MetricCriterion(Metric metric, Demand demand, Scope scope) {
        this.metric = metric;
        this.demand = demand.on(metric);
        this.scope = scope;
    }

    /**
     * Demands it of a one-sided bound instead of the value itself.
     *
     * @param level the confidence level, above 0.5 and below 1
     * @return the criterion at that level
     */
    public MetricCriterion atConfidence(double level) {
        return new MetricCriterion(metric, demand.atConfidence(level), scope);
    }

    private MetricCriterion within(Scope newScope) {
        return new MetricCriterion(metric, demand, newScope);
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
     * @param plan what will be tested, as {@code crossValidation.plan()} tells
     * @return the power; unknown without a confidence level, where the value itself decides whatever the data are, and for
     *     demands on slices, labels or folds
     * @throws IllegalArgumentException if the metric doesn't fit the targets
     */
    public GatePower power(double expected, TestPlan plan) {
        if (demand.confidence().isEmpty()) {
            return GatePower.unknown(
                    description() + ": without a confidence level, the value decides whatever the data are");
        }
        return scope.equals(Scope.WHOLE)
                ? new PowerAnalysis(metric, demand, expected, plan).power()
                : GatePower.unknown(description()
                        + ": whether the data can decide that of each part can't be told before training");
    }

    @Override
    public String description() {
        return description(metric);
    }

    private String description(Metric resolved) {
        return resolved.name() + " to be " + demand.words() + scope.words();
    }

    @Override
    public Verdict judge(Evaluation evaluation) {
        if (!scope.equals(Scope.WHOLE)) {
            String name = scope.ofEachLabel()
                    ? metric.name()
                    : metric.resolve(evaluation.targets()).name();
            return new Parts(evaluation, demand.side(), demand.threshold(), demand.confidence())
                    .judge(
                            scope.parts(evaluation, metric),
                            name,
                            name + " to be " + demand.words() + scope.words(),
                            demand.words());
        }
        MetricScore score = evaluation.score(metric);
        if (!(score.value() instanceof MetricValue.Defined defined)) {
            return verdict(
                    evaluation,
                    score,
                    Finding.undefined(((MetricValue.Undefined) score.value()).reason())
                            .withRisk(Risks.ofLevel(demand.confidence())));
        }
        return demand.confidence().isPresent()
                ? judgeBounds(
                        evaluation, score, defined.value(), demand.confidence().getAsDouble())
                : judgeValue(evaluation, score, defined.value());
    }

    private Verdict judgeValue(Evaluation evaluation, MetricScore score, double value) {
        boolean met = demand.side().isMetBy(value, demand.threshold());
        // a demand that is met need not wait for draws that take long
        Optional<Estimate> estimate = (met
                        ? Uncertainty.ofCheap(evaluation, score, Uncertainty.CHEAP)
                        : Uncertainty.of(evaluation, score))
                .estimate();
        Finding finding = demand.byValue(
                value,
                () -> estimate.map(known -> "   (fresh data of this size would " + demand.side().verb + " "
                                + Numbers.threshold(demand.threshold()) + " in "
                                + Numbers.percent(demand.side().chanceOfMeeting(known, demand.threshold()))
                                + " of runs)")
                        .orElse(""));
        Risk risk = estimate.map(known -> Risks.ofValue(known, demand.side(), demand.threshold()))
                .orElse(Risk.UNKNOWN);
        return verdict(evaluation, score, finding.withRisk(risk));
    }

    private Verdict judgeBounds(Evaluation evaluation, MetricScore score, double value, double level) {
        Uncertainty uncertainty = Uncertainty.of(evaluation, score);
        if (uncertainty.estimate().isEmpty()) {
            return verdict(
                    evaluation,
                    score,
                    Finding.unknown(uncertainty.reason()).withRisk(Risks.ofLevel(demand.confidence())));
        }
        Estimate estimate = uncertainty.estimate().get();
        return verdict(
                evaluation,
                score,
                demand.byBounds(
                                value,
                                estimate.lowerBound(level),
                                estimate.upperBound(level),
                                "of " + uncertainty.question() + ", " + estimate.method(),
                                () -> Settling.words(evaluation, estimate, demand.threshold(), level))
                        .withRisk(Risks.ofBound(estimate, demand.side(), demand.threshold(), level)));
    }

    private Verdict verdict(Evaluation evaluation, MetricScore score, Finding finding) {
        String sentence = description(score.metric());
        String message = finding.outcome() == Outcome.MET
                ? ""
                : EvaluationMessage.of(evaluation, score, sentence, finding.words());
        Judgement judgement = new Judgement(
                evaluation.candidate(),
                sentence,
                finding.outcome(),
                score.metric().name(),
                score.value().asOptional(),
                OptionalDouble.of(demand.threshold()),
                demand.confidence(),
                finding.evidence(),
                message);
        return Verdict.of(judgement, demand.words(), finding.actual());
    }

    @Override
    public String toString() {
        return description();
    }
}
