package dev.assay.metric;

import java.util.function.ToDoubleFunction;

/** A user's metric. */
record FunctionMetric(
        String name, Direction direction, Range range, FoldCombination combination, ToDoubleFunction<Outcomes> function)
        implements Metric {

    FunctionMetric {
        if (name.isBlank()) {
            throw new IllegalArgumentException("a metric needs a name");
        }
    }

    @Override
    public MetricValue value(Outcomes outcomes) {
        double value = function.applyAsDouble(outcomes);
        if (!Double.isFinite(value)) {
            return MetricValue.undefined("its function gave " + value);
        }
        if (!range.contains(value)) {
            throw new IllegalStateException(
                    "the function of the metric \"" + name + "\" gave " + value + ", outside of its range of " + range);
        }
        return MetricValue.of(value);
    }

    @Override
    public String toString() {
        return name;
    }
}
