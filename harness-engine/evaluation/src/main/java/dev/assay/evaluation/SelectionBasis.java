package dev.assay.evaluation;

import dev.assay.learning.Choice;
import dev.assay.metric.Metric;

/**
 * What a {@link Selection} chose by.
 *
 * @param metric the metric
 * @param rule the rule
 * @param alternatives how many there were to choose from
 */
record SelectionBasis(Metric metric, SelectionRule rule, int alternatives) implements Choice.Basis {

    @Override
    public String description() {
        return rule.description();
    }
}
