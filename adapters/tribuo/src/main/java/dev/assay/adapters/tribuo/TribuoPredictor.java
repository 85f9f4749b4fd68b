package dev.assay.adapters.tribuo;

import dev.assay.learning.Predictor;
import dev.assay.prediction.InvalidPredictionsException;
import dev.assay.prediction.Predictions;
import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import org.tribuo.Example;
import org.tribuo.Model;
import org.tribuo.Output;
import org.tribuo.Prediction;

/** Asks a Tribuo model for a batch of predictions. */
final class TribuoPredictor<T extends Output<T>> implements Predictor<Example<?>> {

    private final Model<T> model;
    private final PredictionReader<T> reader;
    private final KnownFeatures known;

    TribuoPredictor(Model<T> model, PredictionReader<T> reader, KnownFeatures known) {
        this.model = model;
        this.reader = reader;
        this.known = known;
    }

    /** Makes the predictor of a model that was fitted elsewhere, to data whose features may have other names. */
    static Predictor<Example<?>> ofFittedModel(Model<?> model) {
        return Task.of(model)
                .orElseThrow(() -> new IllegalArgumentException(model.getClass().getName()
                        + " predicts outputs of type " + outputType(model) + "; " + Task.SUPPORTED))
                .predictor(model, KnownFeatures.ofFittedModel(model));
    }

    private static String outputType(Model<?> model) {
        return model.getOutputIDInfo().getDomain().stream()
                .findAny()
                .map(output -> output.getClass().getSimpleName())
                .orElse("unknown");
    }

    @Override
    public Predictions predict(List<Example<?>> inputs) {
        List<Example<T>> examples = new ArrayList<>(inputs.size());
        for (int position = 0; position < inputs.size(); position++) {
            examples.add(typed(inputs.get(position), position));
        }
        known.requireAny(inputs);
        // Not every model takes an empty batch.
        List<Prediction<T>> predictions = examples.isEmpty() ? List.of() : predictAll(examples);
        if (predictions.size() != inputs.size()) {
            throw new InvalidPredictionsException(model.getClass().getName() + " made " + predictions.size()
                    + " predictions for " + inputs.size() + " examples");
        }
        return reader.read(predictions, inputs);
    }

    /** Counts what Tribuo would write; models that Tribuo can't write, such as those of users' own classes, have no known size. */
    @Override
    public OptionalLong sizeInBytes() {
        CountingStream written = new CountingStream();
        try {
            model.serializeToStream(written);
        } catch (IOException | RuntimeException e) {
            return OptionalLong.empty();
        }
        return OptionalLong.of(written.bytes);
    }

    /** Counts bytes and forgets them. */
    private static final class CountingStream extends OutputStream {

        private long bytes;

        @Override
        public void write(int b) {
            bytes++;
        }

        @Override
        public void write(byte[] all, int offset, int length) {
            bytes += length;
        }
    }

    private Example<T> typed(Example<?> example, int position) {
        return Typed.example(reader.type(), example)
                .or(() -> reader.placeholder(example, position)
                        .map(output -> new RowExample<>(
                                RowExample.nameOf(example, position),
                                output,
                                example.getWeight(),
                                Features.of(example),
                                example.getMetadata())))
                .orElseThrow(() -> new IllegalArgumentException(model.getClass().getName() + " predicts "
                        + reader.kind() + ", which the targets of the data are not"));
    }

    private List<Prediction<T>> predictAll(List<Example<T>> examples) {
        try {
            return model.predict(examples);
        } catch (ClassCastException e) {
            throw new IllegalArgumentException(
                    model.getClass().getName() + " has a part that cannot predict " + reader.kind(), e);
        } catch (RuntimeException e) {
            known.explain(examples, e);
            throw e;
        }
    }
}
