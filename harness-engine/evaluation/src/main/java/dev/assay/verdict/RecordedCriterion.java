package dev.assay.verdict;

import dev.assay.evaluation.Judgement;
import dev.assay.evaluation.Judgement.Outcome;
import dev.assay.result.Result;
import java.util.OptionalDouble;

/**
 * Demands that a metric of a stored result lie on one side of a threshold.
 *
 * <p>Judges as {@link MetricCriterion} does, by nothing but what the result keeps: the value itself, or
 * {@link #atConfidence at a confidence level} its one-sided bounds, of which results keep those at some levels. A metric that is
 * undefined, is not met, and one of whose uncertainty nothing is known, inconclusive.
 */
public final class RecordedCriterion implements Criterion<Result> {

    private final String metric;
    private final Demand demand;

    private RecordedCriterion(String metric, Demand demand) {
        this.metric = metric;
        this.demand = demand;
    }

    /**
     * Demands that a metric be at least a threshold.
     *
     * @param metric its name as in the result, or as {@link dev.assay.metric.Metrics#named} takes it
     * @param threshold a possible value of the metric
     * @return the criterion, which judges the value itself
     */
    public static RecordedCriterion atLeast(String metric, double threshold) {
        return new RecordedCriterion(metric, new Demand(Side.AT_LEAST, threshold, OptionalDouble.empty()));
    }

    /**
     * Demands that a metric be at most a threshold.
     *
     * @param metric its name as in the result, or as {@link dev.assay.metric.Metrics#named} takes it
     * @param threshold a possible value of the metric
     * @return the criterion, which judges the value itself
     */
    public static RecordedCriterion atMost(String metric, double threshold) {
        return new RecordedCriterion(metric, new Demand(Side.AT_MOST, threshold, OptionalDouble.empty()));
    }

    /**
     * Demands it of a one-sided bound instead of the value itself.
     *
     * @param level the confidence level, one of those at which results keep bounds, such as 0.95
     * @return the criterion at that level
     * @throws IllegalArgumentException if the level is not above 0.5 and below 1
     */
    public RecordedCriterion atConfidence(double level) {
        return new RecordedCriterion(metric, demand.atConfidence(level));
    }

    @Override
    public String description() {
        return metric + " to be " + demand.words();
    }

    /**
     * Judges a stored result.
     *
     * @throws IllegalArgumentException if there is no such metric, the result doesn't keep it, or not at that confidence, or if
     *     the metric can't have such a value
     */
    @Override
    public Verdict judge(Result result) {
        RecordedMetric found = RecordedMetric.of(result, metric);
        found.known().ifPresent(demand::on);
        Result.MetricEntry entry = found.entry();
        Finding finding = finding(entry);
        String sentence = entry.name() + " to be " + demand.words();
        Judgement judgement = new Judgement(
                result.candidate(),
                sentence,
                finding.outcome(),
                entry.name(),
                entry.value() == null ? OptionalDouble.empty() : OptionalDouble.of(entry.value()),
                OptionalDouble.of(demand.threshold()),
                demand.confidence(),
                finding.evidence(),
                finding.outcome() == Outcome.MET ? "" : RecordedMessage.of(result, entry, sentence, finding.words()));
        return Verdict.of(judgement, demand.words(), finding.actual());
    }

    private Finding finding(Result.MetricEntry entry) {
        if (entry.value() == null) {
            return Finding.undefined(String.valueOf(entry.undefined()));
        }
        if (demand.confidence().isEmpty()) {
            return demand.byValue(entry.value(), () -> "");
        }
        RecordedBounds bounds = new RecordedBounds(entry);
        String unknown = bounds.unknown();
        if (unknown != null) {
            return Finding.unknown(unknown);
        }
        double level = demand.confidence().getAsDouble();
        return demand.byBounds(entry.value(), bounds.lower(level), bounds.upper(level), bounds.method(), () -> "");
    }

    @Override
    public String toString() {
        return description();
    }
}
