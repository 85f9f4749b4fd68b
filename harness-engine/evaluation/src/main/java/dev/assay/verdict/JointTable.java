package dev.assay.verdict;

import dev.assay.data.LabelTargets;
import dev.assay.data.Labels;
import dev.assay.data.Targets;
import dev.assay.metric.Metric;
import dev.assay.metric.Outcomes;
import dev.assay.prediction.LabelPredictions;
import dev.assay.prediction.Predictions;
import dev.assay.statistics.PermutationTest;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * How many rows there are of each truth with each pair of predictions. A metric of counts needs nothing else, so that what a
 * replicate costs doesn't grow with the rows.
 */
final class JointTable {

    private record Kind(int truth, int before, int now) {}

    private final Labels labels;
    /** The kinds whose two predictions differ, with their counts. */
    private final List<Kind> differing = new ArrayList<>();

    private final int[] counts;
    /** Confusion matrices, rows are the truth. */
    private final double[] before;

    private final double[] now;

    private JointTable(Labels labels, Map<Kind, Integer> kinds) {
        int k = labels.size();
        this.labels = labels;
        this.before = new double[k * k];
        this.now = new double[k * k];
        List<Integer> numbers = new ArrayList<>();
        kinds.forEach((kind, count) -> {
            before[kind.truth * k + kind.before] += count;
            now[kind.truth * k + kind.now] += count;
            if (kind.before != kind.now) {
                differing.add(kind);
                numbers.add(count);
            }
        });
        this.counts = numbers.stream().mapToInt(Integer::intValue).toArray();
    }

    static JointTable of(PairedRows rows) {
        LabelTargets truth = (LabelTargets) rows.truth();
        LabelPredictions before = (LabelPredictions) rows.before();
        LabelPredictions now = (LabelPredictions) rows.now();
        Map<Kind, Integer> kinds = new LinkedHashMap<>();
        for (int row = 0; row < truth.size(); row++) {
            kinds.merge(new Kind(truth.index(row), before.index(row), now.index(row)), 1, Integer::sum);
        }
        return new JointTable(truth.labels(), kinds);
    }

    /** Tells whether the metric is one of counts: a user's own may look at rows and not at their weights. */
    boolean suits(Metric metric, double valueBefore, double valueNow) {
        return PairedRows.isSame(value(metric, before), valueBefore) && PairedRows.isSame(value(metric, now), valueNow);
    }

    PermutationTest test(Metric metric, int replicates, long seed) {
        return PermutationTest.ofKinds(counts, exchanged -> improvement(metric, exchanged), replicates, seed);
    }

    private double improvement(Metric metric, int... exchanged) {
        int k = labels.size();
        double[] first = before.clone();
        double[] second = now.clone();
        for (int i = 0; i < exchanged.length; i++) {
            Kind kind = differing.get(i);
            int then = kind.truth * k + kind.before;
            int here = kind.truth * k + kind.now;
            first[then] -= exchanged[i];
            first[here] += exchanged[i];
            second[here] -= exchanged[i];
            second[then] += exchanged[i];
        }
        return RegressionEvidence.improvement(metric, value(metric, first), value(metric, second));
    }

    /** Computes the metric of a matrix: one row for each cell, as often as its weight says. */
    private double value(Metric metric, double... cells) {
        int k = labels.size();
        int[] truth = new int[cells.length];
        int[] predicted = new int[cells.length];
        for (int cell = 0; cell < cells.length; cell++) {
            truth[cell] = cell / k;
            predicted[cell] = cell % k;
        }
        Outcomes outcomes = Outcomes.of(Targets.labels(labels, truth), Predictions.labels(labels, predicted))
                .withWeights(cells);
        return PairedRows.valueOf(metric, outcomes).orElse(Double.NaN);
    }
}
