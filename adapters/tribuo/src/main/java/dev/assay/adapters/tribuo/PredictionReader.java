package dev.assay.adapters.tribuo;

import dev.assay.prediction.Predictions;
import java.util.List;
import java.util.Optional;
import org.tribuo.Example;
import org.tribuo.Output;
import org.tribuo.Prediction;

/** Turns Tribuo's predictions into Assay's. */
interface PredictionReader<T extends Output<T>> {

    /** Returns the type of what is predicted. */
    Class<T> type();

    /**
     * Stands in for the output of an example whose own is of another type, where the two types are of one kind of
     * targets: predictions don't depend on it.
     *
     * @param example what is to be predicted
     * @param position its place in the batch, to name it in messages
     * @return the output; empty if such examples are not to be predicted
     */
    default Optional<T> placeholder(Example<?> example, int position) {
        return Optional.empty();
    }

    /** Names what is predicted, for messages. */
    String kind();

    /**
     * Reads a batch.
     *
     * @param predictions one for each input
     * @param inputs what was predicted, to name rows in messages
     */
    Predictions read(List<Prediction<T>> predictions, List<Example<?>> inputs);
}
