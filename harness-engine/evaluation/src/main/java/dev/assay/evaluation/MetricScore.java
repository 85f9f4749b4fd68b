package dev.assay.evaluation;

import dev.assay.metric.Metric;
import dev.assay.metric.MetricValue;
import java.util.List;

/**
 * A metric of an evaluation: the combined value and what it is made of.
 *
 * @param metric the metric, resolved for the data's targets
 * @param value the mean over repeats
 * @param repeats the value of each repeat, pooled or averaged over its folds as the metric demands
 * @param folds the value in each fold, repeat by repeat
 * @param foldsUsed how many folds the value rests on: all for pooled metrics, those where it is defined for averaged ones
 */
public record MetricScore(
        Metric metric, MetricValue value, List<MetricValue> repeats, List<MetricValue> folds, int foldsUsed) {

    /** Copies the lists. */
    public MetricScore {
        repeats = List.copyOf(repeats);
        folds = List.copyOf(folds);
    }

    /**
     * Returns the values of all folds.
     *
     * @return one number for each fold; empty if the metric is undefined in any
     */
    public List<Double> definedFolds() {
        List<Double> values = folds.stream()
                .flatMap(fold -> fold.asOptional().stream().boxed())
                .toList();
        return values.size() == folds.size() ? values : List.of();
    }
}
