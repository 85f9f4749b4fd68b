package dev.assay.metric;

import dev.assay.data.Labels;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Counts of several batches over the same labels. */
final class CountTotal implements MetricTotal {

    private final Function<Outcomes, Optional<String>> obstacle;
    private final Function<Outcomes, Labels> labelsOfBatch;
    private final Function<Outcomes, CellTotals> totalsOfBatch;
    private final BiFunction<Labels, CellTotals, MetricValue> finish;
    private @Nullable Labels labels;
    private @Nullable CellTotals totals;

    private Optional<MetricValue> undefined = Optional.empty();

    private CountTotal(
            Function<Outcomes, Optional<String>> obstacle,
            Function<Outcomes, Labels> labelsOfBatch,
            Function<Outcomes, CellTotals> totalsOfBatch,
            BiFunction<Labels, CellTotals, MetricValue> finish) {
        this.obstacle = obstacle;
        this.labelsOfBatch = labelsOfBatch;
        this.totalsOfBatch = totalsOfBatch;
        this.finish = finish;
    }

    static CountTotal ofLabels(Function<ConfusionMatrix, MetricValue> finish) {
        return new CountTotal(
                batch -> Optional.empty(),
                batch -> batch.labelTruth().labels(),
                batch -> batch.once("confusion totals", CellTotals.class, () -> confusion(batch)),
                (labels, totals) -> finish.apply(ConfusionMatrix.ofCells(labels, totals.values())));
    }

    private static CellTotals confusion(Outcomes batch) {
        if (batch.isWeighted()) {
            return ConfusionCounts.totals(batch);
        }
        ConfusionMatrix matrix = batch.confusion();
        int k = matrix.labels().size();
        CellTotals totals = new CellTotals(k * k);
        for (int cell = 0; cell < k * k; cell++) {
            totals.addRows(cell, (long) matrix.cell(cell / k, cell % k));
        }
        return totals;
    }

    static CountTotal ofLabelSets(BiFunction<Labels, List<Counts>, MetricValue> finish) {
        return new CountTotal(
                batch -> Optional.empty(),
                batch -> batch.labelSetTruth().labels(),
                batch -> batch.once("counts of label sets", CellTotals.class, () -> LabelSetCounts.totals(batch)),
                (labels, totals) -> finish.apply(labels, LabelSetCounts.ofLabels(totals)));
    }

    /** Makes a total of rows by the rank of their true label. */
    static CountTotal ofRanks(
            Function<Outcomes, Optional<String>> obstacle,
            Function<Outcomes, CellTotals> ranks,
            Function<CellTotals, MetricValue> finish) {
        return new CountTotal(
                obstacle, batch -> batch.labelTruth().labels(), ranks, (labels, totals) -> finish.apply(totals));
    }

    @Override
    public MetricTotal empty() {
        return new CountTotal(obstacle, labelsOfBatch, totalsOfBatch, finish);
    }

    @Override
    public void add(Outcomes batch) {
        if (undefined.isEmpty()) {
            undefined = obstacle.apply(batch).map(reason -> MetricValue.undefined("in a batch, " + reason));
        }
        if (undefined.isEmpty()) {
            add(labelsOfBatch.apply(batch), totalsOfBatch.apply(batch));
        }
    }

    @Override
    public void merge(MetricTotal other) {
        CountTotal that = (CountTotal) other;
        undefined = undefined.or(() -> that.undefined);
        if (that.labels != null && that.totals != null) {
            add(that.labels, that.totals);
        }
    }

    private void add(Labels added, CellTotals addedTotals) {
        Labels known = labels;
        CellTotals sums = totals;
        if (known == null || sums == null) {
            known = added;
            // the batch's own totals must not change
            sums = new CellTotals(addedTotals.size());
            labels = known;
            totals = sums;
        }
        if (!known.equals(added)) {
            throw new IllegalArgumentException(
                    "a batch is over the labels " + added + ", those before it over " + known);
        }
        sums.merge(addedTotals);
    }

    @Override
    public MetricValue value() {
        return undefined.orElseGet(() -> finish.apply(Objects.requireNonNull(labels), Objects.requireNonNull(totals)));
    }
}
