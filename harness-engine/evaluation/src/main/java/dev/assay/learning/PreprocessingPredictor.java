package dev.assay.learning;

import dev.assay.prediction.Predictions;
import java.util.AbstractList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.RandomAccess;
import java.util.function.Function;

/**
 * A model behind preprocessing.
 *
 * @param <W> the type of inputs of the data
 * @param <X> the type of inputs of the model
 */
final class PreprocessingPredictor<W, X> implements Predictor<W> {

    private final Function<? super W, ? extends X> preprocessing;
    private final Predictor<X> model;

    PreprocessingPredictor(Function<? super W, ? extends X> preprocessing, Predictor<X> model) {
        this.preprocessing = preprocessing;
        this.model = model;
    }

    @Override
    public Predictions predict(List<W> inputs) throws Exception {
        return model.predict(new Preprocessed<>(inputs, preprocessing));
    }

    @Override
    public Optional<Choice> choice() {
        return model.choice();
    }

    @Override
    public OptionalLong sizeInBytes() {
        return model.sizeInBytes();
    }

    @Override
    public Map<String, String> versions() {
        return model.versions();
    }

    @Override
    public String typeName() {
        return model.typeName();
    }

    /** Preprocesses an input whenever it is asked for, so that large ones are not all in memory at once. */
    private static final class Preprocessed<W, X> extends AbstractList<X> implements RandomAccess {

        private final List<W> inputs;
        private final Function<? super W, ? extends X> preprocessing;

        Preprocessed(List<W> inputs, Function<? super W, ? extends X> preprocessing) {
            this.inputs = inputs;
            this.preprocessing = preprocessing;
        }

        @Override
        public X get(int row) {
            return preprocessing.apply(inputs.get(row));
        }

        @Override
        public int size() {
            return inputs.size();
        }
    }
}
