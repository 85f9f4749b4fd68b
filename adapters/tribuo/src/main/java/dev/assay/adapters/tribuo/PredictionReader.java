package dev.assay.adapters.tribuo;

import dev.assay.prediction.Predictions;
import java.util.List;
import org.tribuo.Example;
import org.tribuo.Output;
import org.tribuo.Prediction;

/** Turns Tribuo's predictions into Assay's. */
interface PredictionReader<T extends Output<T>> {

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
