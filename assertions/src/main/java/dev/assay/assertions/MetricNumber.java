package dev.assay.assertions;

import dev.assay.evaluation.Evaluation;
import dev.assay.metric.Metric;
import dev.assay.metric.MetricValue;
import dev.assay.verdict.Judge;
import org.jspecify.annotations.Nullable;

/**
 * A metric's value on its way to assertions on numbers.
 *
 * @param value the value, or null if it is undefined
 * @param description what it is of, and why it is undefined
 */
record MetricNumber(@Nullable Double value, String description) {

    static MetricNumber of(Evaluation evaluation, Metric metric) {
        MetricValue value = Judge.handOut(evaluation, metric, "handed to AssertJ");
        String what = evaluation.score(metric).metric().name() + " of " + evaluation.title();
        return value instanceof MetricValue.Defined defined
                ? new MetricNumber(defined.value(), what)
                : new MetricNumber(null, what + ", " + value);
    }
}
