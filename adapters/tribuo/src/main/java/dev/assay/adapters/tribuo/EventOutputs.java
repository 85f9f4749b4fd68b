package dev.assay.adapters.tribuo;

import dev.assay.data.Dataset;
import dev.assay.data.InvalidDataException;
import dev.assay.data.LabelTargets;
import java.util.Optional;
import java.util.stream.IntStream;
import org.tribuo.Model;
import org.tribuo.Output;
import org.tribuo.anomaly.AnomalyFactory;
import org.tribuo.anomaly.Event;
import org.tribuo.provenance.DataProvenance;

/**
 * Two labels as Tribuo's events. Only what is expected is learned: of Tribuo's trainers, those of LibSVM refuse anomalies,
 * and those of LibLinear would take them to be expected.
 */
final class EventOutputs extends Outputs<Event> {

    private static final AnomalyFactory FACTORY = new AnomalyFactory();
    private static final DataProvenance PROVENANCE = provenance(FACTORY);

    private final LabelTargets targets;
    private final EventNames names;

    private EventOutputs(LabelTargets targets, EventNames names) {
        super(Event.class, FACTORY, PROVENANCE);
        this.targets = targets;
        this.names = names;
    }

    /**
     * Takes the targets of data.
     *
     * @throws InvalidDataException if the labels are not two, or none is known to be the anomaly, or all rows are
     */
    static EventOutputs of(Dataset<?> data) {
        EventOutputs outputs = new EventOutputs((LabelTargets) data.targets(), EventNames.of(data));
        if (IntStream.range(0, data.size()).noneMatch(outputs::isLearned)) {
            throw new InvalidDataException("all rows to train on of " + data.name()
                    + " are anomalies, and a trainer of anomalies learns from what is expected");
        }
        return outputs;
    }

    /** Returns Tribuo's name of an event; empty if it is unknown. */
    static Optional<String> name(Output<?> output) {
        if (!(output instanceof Event event)) {
            return Optional.empty();
        }
        return switch (event.getType()) {
            case ANOMALOUS -> Optional.of(EventNames.ANOMALOUS);
            case EXPECTED -> Optional.of(EventNames.EXPECTED);
            case UNKNOWN -> Optional.empty();
        };
    }

    @Override
    Event output(int row) {
        return isLearned(row) ? AnomalyFactory.EXPECTED_EVENT : AnomalyFactory.ANOMALOUS_EVENT;
    }

    @Override
    Event output(int row, Output<?> instead) {
        return output(row);
    }

    @Override
    boolean agrees(Output<?> output, int row) {
        return output instanceof Event event && event.getType() == output(row).getType();
    }

    @Override
    boolean isLearned(int row) {
        return targets.index(row) != names.anomaly();
    }

    @Override
    PredictionReader<Event> reader(Model<Event> model) {
        return new EventReader(model, names);
    }

    @Override
    String kind() {
        return "anomalies";
    }
}
