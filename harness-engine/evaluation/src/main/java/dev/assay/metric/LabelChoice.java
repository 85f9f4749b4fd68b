package dev.assay.metric;

import dev.assay.data.LabelTargets;
import dev.assay.data.Labels;
import dev.assay.data.Targets;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Which label a metric is about, or how it is averaged over labels. */
record LabelChoice(Average average, @Nullable String label) {

    /** What labels have in common. */
    enum Average {
        UNRESOLVED("", ""),
        ONE_LABEL("", ""),
        MICRO("micro ", ""),
        MACRO("macro ", ""),
        MACRO_OVER_ALL_LABELS("macro ", " over all labels"),
        WEIGHTED("weighted ", "");

        private final String prefix;
        private final String suffix;

        Average(String prefix, String suffix) {
            this.prefix = prefix;
            this.suffix = suffix;
        }
    }

    static final LabelChoice UNRESOLVED = new LabelChoice(Average.UNRESOLVED, null);

    static LabelChoice of(Average average) {
        return new LabelChoice(average, null);
    }

    static LabelChoice ofLabel(String label) {
        return new LabelChoice(Average.ONE_LABEL, label);
    }

    boolean isResolved() {
        return average != Average.UNRESOLVED;
    }

    boolean isOneLabel() {
        return average == Average.ONE_LABEL;
    }

    /** Names a metric with this choice, such as {@code F1 of "malignant"} and {@code macro F1}. */
    String name(String metric) {
        return average.prefix + metric + (label == null ? "" : " of \"" + label + "\"") + average.suffix;
    }

    int index(Labels labels) {
        return labels.indexOf(Objects.requireNonNull(label));
    }

    /** Checks that the targets are labels and have this one, and returns their vocabulary. */
    Labels require(Metric metric, Targets targets) {
        TargetKind.LABELS.require(metric, targets);
        Labels labels = ((LabelTargets) targets).labels();
        if (label != null && !labels.contains(label)) {
            throw new IllegalArgumentException(metric.name() + ": there is no such label; the labels are " + labels);
        }
        return labels;
    }
}
