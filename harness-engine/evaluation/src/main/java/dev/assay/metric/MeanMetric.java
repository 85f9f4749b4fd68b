package dev.assay.metric;

import dev.assay.data.Targets;
import java.util.Optional;
import java.util.function.DoubleUnaryOperator;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** A metric that is the weighted mean of a number of each row, or a function of that mean. */
record MeanMetric(
        String name,
        Direction direction,
        Range range,
        TargetKind kind,
        RowLoss loss,
        DoubleUnaryOperator finish,
        Function<Outcomes, Optional<String>> obstacle,
        boolean isProportion)
        implements AdditiveMetric {

    /** Makes a metric for which less is better. */
    static MeanMetric loss(String name, TargetKind kind, RowLoss loss) {
        return of(name, Direction.LOWER_IS_BETTER, Range.NON_NEGATIVE, kind, loss);
    }

    /** Makes a metric from 0 to 1 for which more is better. */
    static MeanMetric score(String name, TargetKind kind, RowLoss score) {
        return of(name, Direction.HIGHER_IS_BETTER, Range.UNIT, kind, score);
    }

    private static MeanMetric of(String name, Direction direction, Range range, TargetKind kind, RowLoss loss) {
        return new MeanMetric(
                name,
                direction,
                range,
                kind,
                loss,
                DoubleUnaryOperator.identity(),
                outcomes -> Optional.empty(),
                false);
    }

    MeanMetric within(Range newRange) {
        return new MeanMetric(name, direction, newRange, kind, loss, finish, obstacle, isProportion);
    }

    /** Takes a function of the mean, such as its root. */
    MeanMetric then(DoubleUnaryOperator newFinish) {
        return new MeanMetric(name, direction, range, kind, loss, newFinish, obstacle, isProportion);
    }

    /** Says for which outcomes the metric is undefined, by a function that gives the reason. */
    MeanMetric undefinedWhere(Function<Outcomes, Optional<String>> newObstacle) {
        return new MeanMetric(name, direction, range, kind, loss, finish, newObstacle, isProportion);
    }

    /** Says that the number of each row is 0 or 1, so that it is known how the mean varies. */
    MeanMetric ofZerosAndOnes() {
        return new MeanMetric(name, direction, range, kind, loss, finish, obstacle, true);
    }

    @Override
    public Optional<Sampling> sampling(Outcomes outcomes) {
        if (!isProportion || outcomes.isWeighted() || obstacle.apply(outcomes).isPresent()) {
            return Optional.empty();
        }
        long ones = Math.round(WeightedMean.of(outcomes, loss).value() * outcomes.size());
        return Optional.of(new Sampling.Proportion(ones, outcomes.size()));
    }

    @Override
    public Optional<Redrawing> redrawing(Outcomes outcomes) {
        if (obstacle.apply(outcomes).isPresent()) {
            return Optional.empty();
        }
        double[] losses = new double[outcomes.size()];
        loss.fill(outcomes, 0, losses.length, losses);
        return Optional.of(RedrawnMean.ofRows(outcomes, losses, range, finish));
    }

    @Override
    public Optional<MetricTotal> newTotal() {
        return Optional.of(new MeanTotal(obstacle, batch -> WeightedMean.of(batch, loss), this::finished));
    }

    @Override
    public FoldCombination combination() {
        return FoldCombination.POOLED;
    }

    @Override
    public MetricValue value(Outcomes outcomes) {
        return obstacle.apply(outcomes)
                .map(MetricValue::undefined)
                .orElseGet(() -> finished(WeightedMean.of(outcomes, loss)));
    }

    MetricValue finished(WeightedMean mean) {
        double value = finish.applyAsDouble(mean.value());
        return Double.isFinite(value) ? MetricValue.of(value) : MetricValue.undefined("the errors overflow");
    }

    @Override
    public Metric resolve(Targets targets) {
        kind.require(this, targets);
        return this;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof MeanMetric that && name.equals(that.name);
    }

    @Override
    public int hashCode() {
        return name.hashCode();
    }

    @Override
    public String toString() {
        return name;
    }
}
