package dev.assay.metric;

import dev.assay.data.Targets;
import dev.assay.numeric.ExactSum;
import java.util.Optional;

/** The share of the anomalies, or of all else, that was or was not predicted to be an anomaly. */
record AnomalyRate(Kind kind, String label) implements Metric {

    /** Of what it is a share, and of what kind of answer. */
    enum Kind {
        DETECTION("detection rate", Direction.HIGHER_IS_BETTER, true, true),
        MISS("miss rate", Direction.LOWER_IS_BETTER, true, false),
        FALSE_ALARM("false alarm rate", Direction.LOWER_IS_BETTER, false, true),
        SPECIFICITY("specificity", Direction.HIGHER_IS_BETTER, false, false);

        private final String words;
        private final Direction direction;
        private final boolean ofAnomalies;
        private final boolean alarm;

        Kind(String words, Direction direction, boolean ofAnomalies, boolean alarm) {
            this.words = words;
            this.direction = direction;
            this.ofAnomalies = ofAnomalies;
            this.alarm = alarm;
        }

        Metric unresolved() {
            return new PositiveLabelMetric(words, direction, label -> new AnomalyRate(this, label));
        }
    }

    @Override
    public String name() {
        return kind.words + " of \"" + label + "\"";
    }

    @Override
    public Direction direction() {
        return kind.direction;
    }

    @Override
    public Range range() {
        return Range.UNIT;
    }

    @Override
    public FoldCombination combination() {
        return FoldCombination.POOLED;
    }

    @Override
    public Metric resolve(Targets targets) {
        MetricLabels.require(this, label, targets);
        return this;
    }

    @Override
    public MetricValue value(Outcomes outcomes) {
        ConfusionMatrix matrix = outcomes.confusion();
        double counted = count(matrix, kind.alarm);
        double all = counted + count(matrix, !kind.alarm);
        if (all > 0) {
            return MetricValue.of(counted / all);
        }
        return MetricValue.undefined((kind.ofAnomalies ? "no" : "every") + " example is \"" + label + "\"");
    }

    /** Counts those anomalies, or those others, for which there was an alarm, or was none. */
    private double count(ConfusionMatrix matrix, boolean alarm) {
        int anomaly = matrix.labels().indexOf(label);
        ExactSum count = new ExactSum();
        for (int truth = 0; truth < matrix.labels().size(); truth++) {
            for (int predicted = 0; predicted < matrix.labels().size(); predicted++) {
                if ((truth == anomaly) == kind.ofAnomalies && (predicted == anomaly) == alarm) {
                    count.add(matrix.cell(truth, predicted));
                }
            }
        }
        return count.value();
    }

    @Override
    public Optional<Sampling> sampling(Outcomes outcomes) {
        if (outcomes.isWeighted()) {
            return Optional.empty();
        }
        long counted = (long) count(outcomes.confusion(), kind.alarm);
        long all = counted + (long) count(outcomes.confusion(), !kind.alarm);
        return all == 0 ? Optional.empty() : Optional.of(new Sampling.Proportion(counted, all));
    }

    @Override
    public String toString() {
        return name();
    }
}
