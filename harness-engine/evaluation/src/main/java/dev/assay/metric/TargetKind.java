package dev.assay.metric;

import dev.assay.data.LabelSetTargets;
import dev.assay.data.LabelTargets;
import dev.assay.data.NumberTargets;
import dev.assay.data.Targets;

/** What a metric judges. */
enum TargetKind {
    LABELS("labels", LabelTargets.class),
    NUMBERS("numbers", NumberTargets.class),
    LABEL_SETS("sets of labels", LabelSetTargets.class);

    private final String words;
    private final Class<? extends Targets> type;

    TargetKind(String words, Class<? extends Targets> type) {
        this.words = words;
        this.type = type;
    }

    /** Checks that the targets are of this kind. */
    void require(Metric metric, Targets targets) {
        if (!type.isInstance(targets)) {
            throw new IllegalArgumentException(
                    metric.name() + " judges " + words + ", but the targets are " + targets.kind());
        }
    }
}
