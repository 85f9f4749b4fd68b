package dev.assay.adapters.tribuo;

import dev.assay.prediction.Predictions;
import java.util.List;
import org.tribuo.Example;
import org.tribuo.Model;
import org.tribuo.Prediction;
import org.tribuo.regression.Regressor;

/** Reads the numbers that a model of one dimension predicts. */
final class NumberReader implements PredictionReader<Regressor> {

    NumberReader(Model<Regressor> model) {
        List<String> dimensions = model.getOutputIDInfo().getDomain().stream()
                .map(Regressor::getDimensionNamesString)
                .toList();
        if (dimensions.size() != 1) {
            throw new IllegalArgumentException(model.getClass().getName() + " predicts " + dimensions.size()
                    + " numbers for each example, " + String.join(", ", dimensions) + "; one is supported");
        }
    }

    @Override
    public Class<Regressor> type() {
        return Regressor.class;
    }

    @Override
    public String kind() {
        return "numbers";
    }

    @Override
    public Predictions read(List<Prediction<Regressor>> predictions, List<Example<?>> inputs) {
        return Predictions.numbers(predictions.stream()
                .mapToDouble(prediction -> prediction.getOutput().getValues()[0])
                .toArray());
    }
}
