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
        Function<Outcomes, Optional<String>> obstacle)
        implements Metric {

    /** Makes a metric for which less is better. */
    static MeanMetric loss(String name, TargetKind kind, RowLoss loss) {
        return new MeanMetric(
                name,
                Direction.LOWER_IS_BETTER,
                Range.NON_NEGATIVE,
                kind,
                loss,
                DoubleUnaryOperator.identity(),
                outcomes -> Optional.empty());
    }

    /** Makes a metric from 0 to 1 for which more is better. */
    static MeanMetric score(String name, TargetKind kind, RowLoss score) {
        return new MeanMetric(
                name,
                Direction.HIGHER_IS_BETTER,
                Range.UNIT,
                kind,
                score,
                DoubleUnaryOperator.identity(),
                outcomes -> Optional.empty());
    }

    MeanMetric within(Range newRange) {
        return new MeanMetric(name, direction, newRange, kind, loss, finish, obstacle);
    }

    /** Takes a function of the mean, such as its root. */
    MeanMetric then(DoubleUnaryOperator newFinish) {
        return new MeanMetric(name, direction, range, kind, loss, newFinish, obstacle);
    }

    /** Says for which outcomes the metric is undefined, by a function that gives the reason. */
    MeanMetric undefinedWhere(Function<Outcomes, Optional<String>> newObstacle) {
        return new MeanMetric(name, direction, range, kind, loss, finish, newObstacle);
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
