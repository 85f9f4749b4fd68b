package dev.assay.metric;

import dev.assay.data.Labels;
import dev.assay.data.Targets;
import dev.assay.metric.LabelChoice.Average;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.IntToDoubleFunction;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * A quotient of counts, such as precision, recall or F-beta: defined for each label against the rest, and as averages over
 * labels.
 *
 * <p>Without further words it is the positive label's where the data declare one, and otherwise the macro average over
 * the labels that occur in the truth or the predictions. All of it is computed from one confusion matrix.
 */
public final class LabelMetric implements CountMetric {

    private final CountQuotient quotient;
    private final LabelChoice choice;
    private final ZeroDivision zeroDivision;

    private LabelMetric(CountQuotient quotient, LabelChoice choice, ZeroDivision zeroDivision) {
        this.quotient = quotient;
        this.choice = choice;
        this.zeroDivision = zeroDivision;
    }

    static LabelMetric of(CountQuotient quotient) {
        return new LabelMetric(quotient, LabelChoice.UNRESOLVED, ZeroDivision.ZERO);
    }

    private LabelMetric with(LabelChoice newChoice) {
        return new LabelMetric(quotient, newChoice, zeroDivision);
    }

    /**
     * Chooses one label.
     *
     * @param name the label
     * @return the metric of that label
     */
    public LabelMetric ofLabel(String name) {
        return with(LabelChoice.ofLabel(name));
    }

    @Override
    public Optional<Metric> forLabel(String label) {
        return Optional.of(ofLabel(label));
    }

    @Override
    public Metric strict() {
        return withZeroDivision(ZeroDivision.UNDEFINED);
    }

    /**
     * Chooses the quotient of the counts of all labels together; for precision, recall and F-beta this is the accuracy.
     *
     * @return the micro average
     */
    public LabelMetric micro() {
        return with(LabelChoice.of(Average.MICRO));
    }

    /**
     * Chooses the plain mean over the labels that occur in the truth or the predictions.
     *
     * @return the macro average
     */
    public LabelMetric macro() {
        return with(LabelChoice.of(Average.MACRO));
    }

    /**
     * Chooses the plain mean over all labels of the vocabulary.
     *
     * @return the macro average over all labels
     */
    public LabelMetric macroOverAllLabels() {
        return with(LabelChoice.of(Average.MACRO_OVER_ALL_LABELS));
    }

    /**
     * Chooses the mean over labels, weighted by how often each is the truth. Weighted F1 may lie outside of the interval
     * between weighted precision and weighted recall.
     *
     * @return the weighted average
     */
    public LabelMetric weighted() {
        return with(LabelChoice.of(Average.WEIGHTED));
    }

    /**
     * Chooses what 0/0 is.
     *
     * @param policy 0 unless chosen otherwise
     * @return the same metric under that policy
     */
    public LabelMetric withZeroDivision(ZeroDivision policy) {
        return new LabelMetric(quotient, choice, policy);
    }

    @Override
    public String name() {
        return choice.name(quotient.name()) + zeroDivision.suffix();
    }

    @Override
    public Direction direction() {
        return quotient.direction();
    }

    @Override
    public Range range() {
        return Range.UNIT;
    }

    @Override
    public FoldCombination combination() {
        return FoldCombination.POOLED;
    }

    @Override
    public LabelMetric resolve(Targets targets) {
        Labels labels = choice.require(this, targets);
        if (choice.isResolved()) {
            return this;
        }
        return labels.positive().map(this::ofLabel).orElseGet(this::macro);
    }

    @Override
    public MetricValue value(Outcomes outcomes) {
        return value(outcomes.confusion());
    }

    @Override
    public MetricValue value(ConfusionMatrix matrix) {
        Labels labels = matrix.labels();
        return switch (choice.average()) {
            case UNRESOLVED ->
                labels.positive().map(this::ofLabel).orElseGet(this::macro).value(matrix);
            case ONE_LABEL -> ofLabel(matrix, choice.index(labels));
            case MICRO -> quotient(Counts.micro(matrix), () -> "any label");
            case MACRO -> mean(matrix, label -> matrix.isObserved(label) ? 1 : 0);
            case MACRO_OVER_ALL_LABELS -> mean(matrix, label -> 1);
            case WEIGHTED -> mean(matrix, matrix::support);
        };
    }

    private MetricValue ofLabel(ConfusionMatrix matrix, int index) {
        return quotient(Counts.of(matrix, index), () -> "\"" + matrix.labels().name(index) + "\"");
    }

    /** Names only what is undefined: this is computed thousands of times to draw an interval. */
    private MetricValue quotient(Counts counts, Supplier<String> what) {
        OptionalDouble value = quotient.of(counts);
        return value.isPresent()
                ? MetricValue.of(value.getAsDouble())
                : zeroDivision.value(quotient.reasonOfLabels(what.get()));
    }

    private MetricValue mean(ConfusionMatrix matrix, IntToDoubleFunction weightOfLabel) {
        WeightedMean mean = new WeightedMean();
        for (int i = 0; i < matrix.labels().size(); i++) {
            double weight = weightOfLabel.applyAsDouble(i);
            if (weight > 0) {
                ofLabel(matrix, i).asOptional().ifPresent(value -> mean.add(value, weight));
            }
        }
        double weight = mean.weight();
        return weight == 0
                ? MetricValue.undefined("it is undefined for every label")
                : MetricValue.of(mean.sum() / weight);
    }

    @Override
    public Optional<Sampling> sampling(Outcomes outcomes) {
        if (!choice.isResolved()) {
            return resolve(outcomes.truth()).sampling(outcomes);
        }
        ConfusionMatrix matrix = outcomes.confusion();
        if (outcomes.isWeighted()) {
            return Optional.empty();
        }
        if (choice.average() == Average.MICRO && isAccuracyAsMicroAverage()) {
            return Optional.of(new Sampling.Proportion((long) matrix.correct(), (long) matrix.total()));
        }
        return choice.isOneLabel()
                ? quotient.sampling(Counts.of(matrix, choice.index(matrix.labels())))
                : Optional.empty();
    }

    private boolean isAccuracyAsMicroAverage() {
        return switch (quotient.kind()) {
            case PRECISION, RECALL, F_BETA -> true;
            default -> false;
        };
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof LabelMetric that && name().equals(that.name());
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
