package dev.assay.metric;

import dev.assay.data.Labels;
import dev.assay.data.Targets;
import dev.assay.numeric.ExactSum;
import dev.assay.prediction.LabelPredictions;
import dev.assay.prediction.ScoreKind;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Area under the ROC curve: of one label against the rest, or averaged over the labels.
 *
 * <p>Without further words it is the positive label's where the data declare one, the second label's where there are two,
 * and otherwise the macro average over all labels. Any scores that rank examples will do.
 */
public final class RocAucMetric implements Metric {

    private enum Average {
        UNRESOLVED,
        ONE_LABEL,
        MACRO,
        WEIGHTED
    }

    private final Average average;
    private final @Nullable String label;

    private RocAucMetric(Average average, @Nullable String label) {
        this.average = average;
        this.label = label;
    }

    static RocAucMetric unresolved() {
        return new RocAucMetric(Average.UNRESOLVED, null);
    }

    /**
     * Chooses one label against the rest.
     *
     * @param name the label
     * @return the area for that label's scores
     */
    public RocAucMetric ofLabel(String name) {
        return new RocAucMetric(Average.ONE_LABEL, name);
    }

    /**
     * Chooses the plain mean over all labels, each against the rest; undefined if a label does not occur.
     *
     * @return the macro average
     */
    public RocAucMetric macro() {
        return new RocAucMetric(Average.MACRO, null);
    }

    /**
     * Chooses the mean over all labels, each against the rest, weighted by how often each is the truth; undefined if a
     * label does not occur.
     *
     * @return the weighted average
     */
    public RocAucMetric weighted() {
        return new RocAucMetric(Average.WEIGHTED, null);
    }

    @Override
    public String name() {
        return switch (average) {
            case UNRESOLVED -> "ROC AUC";
            case ONE_LABEL -> "ROC AUC of \"" + label + "\"";
            case MACRO -> "macro ROC AUC";
            case WEIGHTED -> "weighted ROC AUC";
        };
    }

    @Override
    public Direction direction() {
        return Direction.HIGHER_IS_BETTER;
    }

    @Override
    public Range range() {
        return Range.UNIT;
    }

    @Override
    public FoldCombination combination() {
        return FoldCombination.AVERAGED;
    }

    @Override
    public Metric resolve(Targets targets) {
        Labels labels = MetricLabels.require(this, label, targets);
        if (average != Average.UNRESOLVED) {
            return this;
        }
        if (labels.positive().isPresent()) {
            return ofLabel(labels.positive().get());
        }
        return labels.size() == 2 ? ofLabel(labels.name(1)) : macro();
    }

    @Override
    public MetricValue value(Outcomes outcomes) {
        LabelPredictions predictions = outcomes.labelPredictions();
        if (predictions.scoreKind() == ScoreKind.NONE) {
            return MetricValue.undefined("the model gives labels without scores that rank examples");
        }
        return switch (average) {
            case UNRESOLVED -> resolve(outcomes.truth()).value(outcomes);
            case ONE_LABEL -> ofLabel(outcomes, predictions.labels().indexOf(Objects.requireNonNull(label)));
            case MACRO -> mean(outcomes, false);
            case WEIGHTED -> mean(outcomes, true);
        };
    }

    private static MetricValue ofLabel(Outcomes outcomes, int index) {
        return RocArea.of(outcomes, index)
                .<MetricValue>map(area -> MetricValue.of(area.area()))
                .orElseGet(() -> MetricValue.undefined(onesided(outcomes, index)));
    }

    private static String onesided(Outcomes outcomes, int index) {
        String name = outcomes.labelTruth().labels().name(index);
        return outcomes.confusion().support(index) > 0
                ? "every example is \"" + name + "\""
                : "no example is \"" + name + "\"";
    }

    private static MetricValue mean(Outcomes outcomes, boolean weighted) {
        ExactSum sum = new ExactSum();
        ExactSum weights = new ExactSum();
        for (int index = 0; index < outcomes.labelTruth().labels().size(); index++) {
            MetricValue value = ofLabel(outcomes, index);
            if (!(value instanceof MetricValue.Defined defined)) {
                return value;
            }
            double weight = weighted ? outcomes.confusion().support(index) : 1;
            sum.add(weight * defined.value());
            weights.add(weight);
        }
        return MetricValue.of(sum.value() / weights.value());
    }

    @Override
    public Optional<Sampling> sampling(Outcomes outcomes) {
        if (average == Average.UNRESOLVED) {
            return resolve(outcomes.truth()).sampling(outcomes);
        }
        if (average != Average.ONE_LABEL
                || outcomes.isWeighted()
                || outcomes.labelPredictions().scoreKind() == ScoreKind.NONE) {
            return Optional.empty();
        }
        return RocArea.of(outcomes, outcomes.labelTruth().labels().indexOf(Objects.requireNonNull(label)))
                .map(RocArea::sampling);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof RocAucMetric that && name().equals(that.name());
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
