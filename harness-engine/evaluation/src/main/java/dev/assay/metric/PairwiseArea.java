package dev.assay.metric;

import dev.assay.data.Labels;
import dev.assay.prediction.ScoreKind;
import java.util.Optional;

/** The area under the ROC curve over pairs of labels (Hand and Till 2001). */
final class PairwiseArea {

    private PairwiseArea() {}

    static MetricValue of(Outcomes outcomes, boolean weightedByPrevalence) {
        if (outcomes.labelPredictions().scoreKind() == ScoreKind.NONE) {
            return MetricValue.undefined("the model gives labels without scores that rank examples");
        }
        if (outcomes.isWeighted()) {
            return MetricValue.undefined("it is defined for rows without weights only");
        }
        Labels labels = outcomes.labelTruth().labels();
        if (labels.size() < 2) {
            return MetricValue.undefined("there is only one label");
        }
        outcomes.rankAllLabels();
        WeightedMean mean = new WeightedMean();
        for (int first = 0; first < labels.size(); first++) {
            for (int second = first + 1; second < labels.size(); second++) {
                Optional<Double> one = area(outcomes, first, second);
                Optional<Double> other = area(outcomes, second, first);
                if (one.isEmpty() || other.isEmpty()) {
                    int missing = outcomes.confusion().support(first) > 0 ? second : first;
                    return MetricValue.undefined("no example is \"" + labels.name(missing) + "\"");
                }
                double weight = weightedByPrevalence
                        ? outcomes.confusion().support(first)
                                + outcomes.confusion().support(second)
                        : 1;
                mean.add((one.get() + other.get()) / 2, weight);
            }
        }
        return MetricValue.of(Math.min(1, mean.value()));
    }

    private static Optional<Double> area(Outcomes outcomes, int label, int other) {
        return outcomes.ranked(label)
                .areaAgainst(other, (long) outcomes.confusion().support(other));
    }
}
