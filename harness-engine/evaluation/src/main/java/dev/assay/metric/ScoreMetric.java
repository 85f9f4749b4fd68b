package dev.assay.metric;

import dev.assay.data.Labels;
import dev.assay.data.Targets;
import dev.assay.metric.LabelChoice.Average;
import dev.assay.prediction.ScoreKind;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A metric of the scores of one label against the rest, such as the area under the ROC curve, and averages of it over labels.
 *
 * <p>Without further words it is the positive label's where the data declare one, the second label's where there are two,
 * and otherwise the macro average over all labels.
 */
public final class ScoreMetric implements Metric {

    private final LabelScore score;
    private final LabelChoice choice;

    private ScoreMetric(LabelScore score, LabelChoice choice) {
        this.score = score;
        this.choice = choice;
    }

    static ScoreMetric of(LabelScore score) {
        return new ScoreMetric(score, LabelChoice.UNRESOLVED);
    }

    /**
     * Chooses one label against the rest.
     *
     * @param name the label
     * @return the metric of that label's scores
     */
    public ScoreMetric ofLabel(String name) {
        return new ScoreMetric(score, LabelChoice.ofLabel(name));
    }

    @Override
    public Optional<Metric> forLabel(String label) {
        return Optional.of(ofLabel(label));
    }

    /**
     * Chooses the plain mean over all labels, each against the rest; undefined if it is for a label.
     *
     * @return the macro average
     */
    public ScoreMetric macro() {
        return new ScoreMetric(score, LabelChoice.of(Average.MACRO));
    }

    /**
     * Chooses the mean over all labels, each against the rest, weighted by how often each is the truth; undefined if it is
     * for a label.
     *
     * @return the weighted average
     */
    public ScoreMetric weighted() {
        return new ScoreMetric(score, LabelChoice.of(Average.WEIGHTED));
    }

    @Override
    public String name() {
        return choice.name(score.name());
    }

    @Override
    public Direction direction() {
        return score.direction();
    }

    @Override
    public Range range() {
        return score.range();
    }

    @Override
    public FoldCombination combination() {
        return score.combination();
    }

    @Override
    public ScoreMetric resolve(Targets targets) {
        Labels labels = choice.require(this, targets);
        if (choice.isResolved()) {
            return this;
        }
        if (labels.positive().isPresent()) {
            return ofLabel(labels.positive().get());
        }
        return labels.size() == 2 ? ofLabel(labels.name(1)) : macro();
    }

    @Override
    public MetricValue value(Outcomes outcomes) {
        ScoreKind kind = outcomes.labelPredictions().scoreKind();
        if (kind == ScoreKind.NONE) {
            return MetricValue.undefined("the model gives labels without scores that rank examples");
        }
        if (score.needsProbabilities() && kind != ScoreKind.PROBABILITIES) {
            return MetricValue.undefined("the model gives no probabilities");
        }
        return switch (choice.average()) {
            case ONE_LABEL ->
                ofLabel(outcomes, choice.index(outcomes.labelTruth().labels()));
            case MACRO -> mean(outcomes, false);
            case WEIGHTED -> mean(outcomes, true);
            default -> resolve(outcomes.truth()).value(outcomes);
        };
    }

    /** Computes the value of a label once, since averages need it as well. */
    private MetricValue ofLabel(Outcomes outcomes, int index) {
        return outcomes.once(List.of(score.name(), index), MetricValue.class, () -> score.value(outcomes, index));
    }

    private MetricValue mean(Outcomes outcomes, boolean weighted) {
        score.prepare(outcomes);
        outcomes.forAllLabels(index -> ofLabel(outcomes, index));
        WeightedMean mean = new WeightedMean();
        for (int index = 0; index < outcomes.labelTruth().labels().size(); index++) {
            MetricValue value = ofLabel(outcomes, index);
            if (!(value instanceof MetricValue.Defined defined)) {
                return value;
            }
            mean.add(defined.value(), weighted ? outcomes.confusion().support(index) : 1);
        }
        return MetricValue.of(mean.value());
    }

    /** Starts a total of nothing; empty if all rows are needed at once. */
    Optional<MetricTotal> newTotal() {
        return score instanceof LabelScore.Brier && choice.isOneLabel()
                ? Optional.of(
                        BrierTotals.newTotal((labels, totals) -> MetricValue.of(totals.ofLabel(choice.index(labels)))))
                : Optional.empty();
    }

    @Override
    public Optional<Sampling> sampling(Outcomes outcomes) {
        if (!choice.isResolved()) {
            return resolve(outcomes.truth()).sampling(outcomes);
        }
        return !choice.isOneLabel()
                        || outcomes.isWeighted()
                        || outcomes.labelPredictions().scoreKind() == ScoreKind.NONE
                ? Optional.empty()
                : score.sampling(outcomes, choice.index(outcomes.labelTruth().labels()));
    }

    @Override
    public Optional<Redrawing> redrawing(Outcomes outcomes) {
        if (!choice.isResolved()) {
            return resolve(outcomes.truth()).redrawing(outcomes);
        }
        return value(outcomes).asOptional().isPresent() && choice.isOneLabel()
                ? score.redrawing(outcomes, choice.index(outcomes.labelTruth().labels()))
                : Redrawing.ofRows(this, outcomes);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof ScoreMetric that && name().equals(that.name());
    }

    @Override
    public int hashCode() {
        return name().hashCode();
    }

    @Override
    public String toString() {
        return name();
    }
}
