package dev.assay.metric;

import dev.assay.data.LabelSetTargets;
import dev.assay.data.Labels;
import dev.assay.data.Targets;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.DoubleUnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * Precision, recall, F-beta or the Jaccard index of predicted sets of labels: of one label, or averaged over labels or
 * examples; from 0 to 1.
 *
 * <p>Without further words it is the micro average. All of it is computed from how often each label was found (TP),
 * predicted where it is not (FP) and missed (FN), as scikit-learn does for {@code multilabel-indicator} targets; weighted
 * examples count by their weights. Over the folds of a repeat these counts are summed up.
 *
 * <p>What is 0/0 is 0 unless {@link #withZeroDivision} chooses otherwise.
 */
public final class LabelSetMetric implements Metric {

    private enum Average {
        ONE_LABEL,
        MICRO,
        MACRO,
        WEIGHTED,
        SAMPLES
    }

    private final CountQuotient quotient;
    private final Average average;
    private final @Nullable String label;
    private final ZeroDivision zeroDivision;

    private LabelSetMetric(CountQuotient quotient, Average average, @Nullable String label, ZeroDivision zeroDivision) {
        this.quotient = quotient;
        this.average = average;
        this.label = label;
        this.zeroDivision = zeroDivision;
    }

    static LabelSetMetric of(CountQuotient quotient) {
        return new LabelSetMetric(quotient, Average.MICRO, null, ZeroDivision.ZERO);
    }

    private LabelSetMetric with(Average newAverage, @Nullable String newLabel) {
        return new LabelSetMetric(quotient, newAverage, newLabel, zeroDivision);
    }

    /**
     * Chooses one label: whether examples have it is a question of yes or no.
     *
     * @param name the label
     * @return the metric of that label
     */
    public LabelSetMetric ofLabel(String name) {
        return with(Average.ONE_LABEL, name);
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
     * Chooses the average from the counts of all labels together, to which frequent labels contribute most.
     *
     * @return the micro average
     */
    public LabelSetMetric micro() {
        return with(Average.MICRO, null);
    }

    /**
     * Chooses the plain mean over all labels of the vocabulary, also those that neither occur nor are predicted: 0/0 is
     * what {@link #withZeroDivision} says, and {@link ZeroDivision#UNDEFINED} leaves the label out.
     *
     * @return the macro average
     */
    public LabelSetMetric macro() {
        return with(Average.MACRO, null);
    }

    /**
     * Chooses the mean over labels, weighted by how many examples have each. Where no example has any label, it is the
     * micro average, as in scikit-learn.
     *
     * @return the weighted average
     */
    public LabelSetMetric weighted() {
        return with(Average.WEIGHTED, null);
    }

    /**
     * Chooses the mean over examples of what is computed from the labels of each: "example-based" metrics (Godbole and
     * Sarawagi 2004). {@link ZeroDivision#UNDEFINED} leaves examples out where it is 0/0.
     *
     * @return the average over examples
     */
    public LabelSetMetric samples() {
        return with(Average.SAMPLES, null);
    }

    /**
     * Chooses what 0/0 is.
     *
     * @param policy 0 unless chosen otherwise
     * @return the same metric under that policy
     */
    public LabelSetMetric withZeroDivision(ZeroDivision policy) {
        return new LabelSetMetric(quotient, average, label, policy);
    }

    @Override
    public String name() {
        String name = switch (average) {
            case ONE_LABEL -> quotient.name() + " of \"" + label + "\"";
            case MICRO -> "micro " + quotient.name();
            case MACRO -> "macro " + quotient.name();
            case WEIGHTED -> "weighted " + quotient.name();
            case SAMPLES -> "samples " + quotient.name();
        };
        return name + zeroDivision.suffix();
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
        return FoldCombination.POOLED;
    }

    @Override
    public Metric resolve(Targets targets) {
        TargetKind.LABEL_SETS.require(this, targets);
        Labels labels = ((LabelSetTargets) targets).labels();
        if (label != null && !labels.contains(label)) {
            throw new IllegalArgumentException(name() + ": there is no such label; the labels are " + labels);
        }
        return this;
    }

    @Override
    public MetricValue value(Outcomes outcomes) {
        return average == Average.SAMPLES
                ? samples(meanOverExamples(outcomes))
                : value(outcomes.labelSetTruth().labels(), LabelSetCounts.ofLabels(outcomes));
    }

    private MetricValue value(Labels labels, List<Counts> ofLabels) {
        return switch (average) {
            case ONE_LABEL -> value(countsOfLabel(labels, ofLabels), "\"" + label + "\"");
            case MICRO -> micro(ofLabels);
            case MACRO -> macro(ofLabels);
            case WEIGHTED -> weighted(ofLabels);
            case SAMPLES -> throw new AssertionError("a mean over examples is none over labels");
        };
    }

    private Counts countsOfLabel(Labels labels, List<Counts> ofLabels) {
        return ofLabels.get(labels.indexOf(Objects.requireNonNull(label)));
    }

    private MetricValue value(Counts counts, String what) {
        return quotient.of(counts).stream()
                .mapToObj(MetricValue::of)
                .findFirst()
                .orElseGet(() -> zeroDivision.value(quotient.reasonOfSets(what)));
    }

    private MetricValue micro(List<Counts> ofLabels) {
        return value(Counts.sum(ofLabels), "any label");
    }

    private MetricValue macro(List<Counts> ofLabels) {
        WeightedMean mean = new WeightedMean();
        for (Counts counts : ofLabels) {
            value(counts, "it").asOptional().ifPresent(value -> mean.add(value, 1));
        }
        return mean.weight() == 0
                ? MetricValue.undefined("it is undefined for every label")
                : MetricValue.of(mean.value());
    }

    private MetricValue weighted(List<Counts> ofLabels) {
        if (Counts.sum(ofLabels).support() == 0) {
            return micro(ofLabels);
        }
        WeightedMean mean = new WeightedMean();
        for (Counts counts : ofLabels) {
            value(counts, "it").asOptional().ifPresent(value -> mean.add(value, counts.support()));
        }
        return mean.weight() == 0
                ? MetricValue.undefined("it is undefined for every label that occurs")
                : MetricValue.of(mean.value());
    }

    private WeightedMean meanOverExamples(Outcomes outcomes) {
        WeightedMean mean = new WeightedMean();
        for (int row = 0; row < outcomes.size(); row++) {
            double weight = outcomes.weight(row);
            value(LabelSetCounts.ofRow(outcomes, row), "it").asOptional().ifPresent(value -> mean.add(value, weight));
        }
        return mean;
    }

    private static MetricValue samples(WeightedMean mean) {
        return mean.weight() == 0
                ? MetricValue.undefined("it is undefined for every example")
                : MetricValue.of(mean.value());
    }

    /** Starts a total of nothing. */
    MetricTotal newTotal() {
        return average == Average.SAMPLES
                ? new MeanTotal(outcomes -> Optional.empty(), this::meanOverExamples, LabelSetMetric::samples)
                : new LabelledTotal<>(
                        batch -> Optional.empty(),
                        batch -> batch.labelSetTruth().labels(),
                        LabelSetCounts::totalsOnce,
                        (labels, totals) -> value(labels, LabelSetCounts.ofLabels(totals)));
    }

    /**
     * Tells how the metric of one label varies. Averages have no known distribution, since the labels of one example
     * depend on each other.
     */
    @Override
    public Optional<Sampling> sampling(Outcomes outcomes) {
        return outcomes.isWeighted() || average != Average.ONE_LABEL
                ? Optional.empty()
                : quotient.sampling(
                        countsOfLabel(outcomes.labelSetTruth().labels(), LabelSetCounts.ofLabels(outcomes)));
    }

    @Override
    public Optional<Redrawing> redrawing(Outcomes outcomes) {
        if (average == Average.SAMPLES) {
            double[] ofRows = new double[outcomes.size()];
            Arrays.setAll(ofRows, row -> Redrawing.number(value(LabelSetCounts.ofRow(outcomes, row), "it")));
            return Optional.of(RedrawnMean.ofRows(outcomes, ofRows, range(), DoubleUnaryOperator.identity()));
        }
        Labels labels = outcomes.labelSetTruth().labels();
        return Optional.of(LabelSetCounts.redrawing(outcomes, counts -> Redrawing.number(value(labels, counts))));
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof LabelSetMetric that && name().equals(that.name());
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
