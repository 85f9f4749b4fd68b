package dev.assay.adapters.tribuo;

import dev.assay.data.Dataset;
import dev.assay.data.InvalidDataException;
import dev.assay.data.LabelTargets;
import dev.assay.data.Labels;
import dev.assay.data.Targets;
import java.util.Set;

/** Which of two labels stands for an anomaly, and which for what is expected. */
final class EventNames {

    /** Tribuo's own names. */
    static final String ANOMALOUS = "ANOMALOUS";

    static final String EXPECTED = "EXPECTED";

    private static final EventNames OF_TRIBUO =
            new EventNames(Labels.of(ANOMALOUS, EXPECTED).withPositive(ANOMALOUS), 0);

    private final Labels labels;
    private final int anomaly;

    private EventNames(Labels labels, int anomaly) {
        this.labels = labels;
        this.anomaly = anomaly;
    }

    /** Returns Tribuo's own names. */
    static EventNames ofTribuo() {
        return OF_TRIBUO;
    }

    /**
     * Takes the labels of data: Tribuo's own names mean what they say, of others the positive label is the anomaly.
     *
     * @throws InvalidDataException if there are not two labels, or neither is known to be the anomaly
     */
    static EventNames of(Dataset<?> data) {
        Labels labels = ((LabelTargets) data.targets()).labels();
        if (labels.size() != 2) {
            throw new InvalidDataException("a trainer of anomalies tells two labels apart, but the labels of "
                    + data.name() + " are " + labels
                    + "; join all that is expected in one label by withTargets(Targets.labels(…))");
        }
        if (Set.of(ANOMALOUS, EXPECTED).equals(Set.copyOf(labels.names()))) {
            return new EventNames(labels, labels.indexOf(ANOMALOUS));
        }
        return new EventNames(
                labels,
                labels.positiveIndex()
                        .orElseThrow(() -> new InvalidDataException("which label of " + data.name()
                                + " is the anomaly, " + labels + "? Declare it by withPositive(\"…\")")));
    }

    /** Puts what was read of Tribuo's events over both names, with the anomaly as the positive label. */
    static Targets targets(LabelTargets read) {
        return read.over(OF_TRIBUO.labels);
    }

    Labels labels() {
        return labels;
    }

    /** Returns the position of the label that stands for an anomaly. */
    int anomaly() {
        return anomaly;
    }

    /** Returns the position of the label that stands for what is expected. */
    int expected() {
        return 1 - anomaly;
    }
}
