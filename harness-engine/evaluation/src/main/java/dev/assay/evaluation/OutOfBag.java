package dev.assay.evaluation;

import dev.assay.data.Targets;
import dev.assay.metric.FoldCombination;
import dev.assay.metric.Metric;
import dev.assay.metric.MetricValue;
import dev.assay.metric.Outcomes;
import dev.assay.prediction.Predictions;
import dev.assay.resampling.Bootstrap;
import java.util.ArrayList;
import java.util.List;

/**
 * The leave-one-out bootstrap: each example is judged by the models of all samples that lack it, and counts as much as any
 * other, however many these are (Efron and Tibshirani 1997, section 3). An example that no sample lacks doesn't count.
 */
final class OutOfBag {

    private final Evaluation samples;

    OutOfBag(Evaluation samples) {
        this.samples = samples;
    }

    /**
     * Computes a metric. What is pooled over folds is computed of the outcomes of all samples at once, weighted so that each
     * example has the same weight in all; what needs rows that one model predicted is computed of each sample and averaged.
     */
    MetricValue value(Metric metric, Bootstrap bootstrap) {
        MetricScore score = samples.score(metric);
        if (score.metric().combination() == FoldCombination.AVERAGED) {
            return score.value();
        }
        MetricValue value = score.metric().value(outcomes());
        return value.asOptional().isEmpty()
                        && score.value().asOptional().isPresent()
                        && samples.groups().isPresent()
                        && !bootstrap.grouped()
                ? MetricValue.undefined("samples of single examples lack parts of groups, such as queries; draw whole "
                        + "groups with Bootstrap.withGroups()")
                : value;
    }

    private Outcomes outcomes() {
        int[] times = new int[samples.size()];
        int total = 0;
        for (Fold fold : samples.folds()) {
            for (int row : fold.split().testRows()) {
                times[row]++;
                total = Math.addExact(total, 1);
            }
        }
        int[] rows = new int[total];
        double[] weights = new double[total];
        List<String> groups = new ArrayList<>();
        int next = 0;
        for (Fold fold : samples.folds()) {
            int[] tested = fold.split().testRows();
            for (int i = 0; i < tested.length; i++) {
                rows[next] = tested[i];
                weights[next++] = fold.outcomes().weight(i) / times[tested[i]];
            }
            // what different models make of one query are different rankings
            samples.groups().ifPresent(names -> {
                for (int row : tested) {
                    groups.add(fold.split() + ": " + names.get(row));
                }
            });
        }
        Targets truth = samples.targets().select(rows);
        Predictions predictions = Predictions.concatenate(samples.folds().stream()
                .map(fold -> fold.outcomes().predictions())
                .toList());
        Outcomes weighted = Outcomes.of(truth, predictions).withWeights(weights);
        return groups.isEmpty() ? weighted : weighted.withGroups(groups);
    }
}
