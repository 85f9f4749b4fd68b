package dev.assay.adapters.tribuo;

import dev.assay.prediction.InvalidPredictionsException;
import dev.assay.prediction.Predictions;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.tribuo.Example;
import org.tribuo.Model;
import org.tribuo.Prediction;
import org.tribuo.anomaly.AnomalyFactory;
import org.tribuo.anomaly.Event;
import org.tribuo.classification.Label;

/**
 * Reads events as two labels. The one-class machines of LibSVM and LibLinear score how far an example is on the side of
 * what is expected, which is that label's margin, and its negative the anomaly's; what scores of other models mean is not
 * known, and they are left out.
 */
final class EventReader implements PredictionReader<Event> {

    /** By name, since few users have both libraries. */
    private static final Set<String> WITH_MARGINS = Set.of(
            "org.tribuo.anomaly.libsvm.LibSVMAnomalyModel", "org.tribuo.anomaly.liblinear.LibLinearAnomalyModel");

    private final EventNames names;
    private final boolean margins;

    EventReader(Model<Event> model, EventNames names) {
        this.names = names;
        this.margins = WITH_MARGINS.contains(ScoreMeaning.core(model).getClass().getName());
    }

    static TribuoPredictor<Event> predictor(Model<?> model, KnownFeatures known) {
        Model<Event> typed = model.castModel(Event.class);
        return new TribuoPredictor<>(typed, new EventReader(typed, EventNames.ofTribuo()), known);
    }

    @Override
    public Class<Event> type() {
        return Event.class;
    }

    @Override
    public Optional<Event> placeholder(Example<?> example, int position) {
        if (!(example.getOutput() instanceof Label label)) {
            return Optional.empty();
        }
        if (!names.labels().contains(label.getLabel())) {
            throw new IllegalArgumentException(RowExample.nameOf(example, position) + " is \"" + label.getLabel()
                    + "\", but the model tells ANOMALOUS from EXPECTED; name the labels so by"
                    + " withTargets(Targets.labels(…))");
        }
        return Optional.of(AnomalyFactory.UNKNOWN_EVENT);
    }

    @Override
    public String kind() {
        return "anomalies";
    }

    @Override
    public Predictions read(List<Prediction<Event>> predictions, List<Example<?>> inputs) {
        int[] predicted = new int[predictions.size()];
        double[] scores = new double[2 * predicted.length];
        for (int row = 0; row < predicted.length; row++) {
            Event event = predictions.get(row).getOutput();
            predicted[row] = index(event, inputs.get(row), row);
            scores[2 * row + names.expected()] = event.getScore();
            scores[2 * row + names.anomaly()] = 0 - event.getScore();
        }
        return margins
                ? Predictions.margins(names.labels(), scores).withPredicted(predicted)
                : Predictions.labels(names.labels(), predicted);
    }

    private int index(Event event, Example<?> input, int row) {
        return switch (event.getType()) {
            case ANOMALOUS -> names.anomaly();
            case EXPECTED -> names.expected();
            case UNKNOWN ->
                throw new InvalidPredictionsException(
                        RowExample.nameOf(input, row) + ": the model can't tell whether it is an anomaly");
        };
    }
}
