package dev.assay.verdict;

import dev.assay.evaluation.Evaluation;
import dev.assay.metric.Metric;
import dev.assay.metric.MetricValue;
import java.util.Optional;

/**
 * A part of an evaluation on which a demand is judged: a slice, a label, a fold, or several of these at once.
 *
 * @param name such as {@code sex "female"}
 * @param rows how many examples it has
 * @param metric the metric of this part
 * @param view the evaluation of these examples; empty if there are none
 */
record Part(String name, int rows, Metric metric, Optional<Evaluation> view) {

    /**
     * Computes the value. Where it would be 0/0, as recall where no example has the label, there is nothing to judge, whatever
     * the metric makes of that: a demand of "at most" would pass over an empty part.
     */
    MetricValue value() {
        if (view.isEmpty()) {
            return MetricValue.undefined("no example is in it");
        }
        Evaluation evaluation = view.get();
        Metric resolved = metric.resolve(evaluation.targets());
        return resolved.strict().value(evaluation.repeats().get(0)) instanceof MetricValue.Undefined nothing
                        && !resolved.strict().equals(resolved)
                ? nothing
                : evaluation.value(metric);
    }

    String nameWithRows() {
        return name + " (" + rows + (rows == 1 ? " row)" : " rows)");
    }
}
