package dev.assay.metric;

import java.util.Optional;

/** A metric that needs nothing but the counts of a confusion matrix. */
interface CountMetric extends AdditiveMetric {

    /**
     * Computes the metric.
     *
     * @param matrix counts, or sums of weights
     * @return the value, or undefined with the reason
     */
    MetricValue value(ConfusionMatrix matrix);

    @Override
    default Optional<Redrawing> redrawing(Outcomes outcomes) {
        return Optional.of(RedrawnCells.of(this, outcomes));
    }

    @Override
    default Optional<MetricTotal> newTotal() {
        return Optional.of(new LabelledTotal<>(
                batch -> Optional.empty(),
                batch -> batch.labelTruth().labels(),
                ConfusionCounts::totalsOnce,
                (labels, totals) -> value(ConfusionMatrix.ofCells(labels, totals.values()))));
    }
}
