package dev.assay.adapters.tribuo;

import dev.assay.data.Dataset;
import dev.assay.data.LabelTargets;
import dev.assay.data.Labels;
import dev.assay.data.Targets;
import dev.assay.learning.Learner;
import dev.assay.learning.Predictor;
import dev.assay.learning.Training;
import dev.assay.prediction.LabelPredictions;
import dev.assay.prediction.Predictions;
import java.util.List;
import java.util.OptionalLong;
import java.util.function.Supplier;
import org.tribuo.Example;
import org.tribuo.Model;
import org.tribuo.MutableDataset;
import org.tribuo.Output;
import org.tribuo.Trainer;

/** Fits a Tribuo model to a data set made afresh from the training part. */
final class TribuoLearner implements Learner<Example<?>> {

    /** Gives each fit the trainer that it may use up. */
    private final Supplier<Trainer<?>> trainers;

    TribuoLearner(Supplier<Trainer<?>> trainers) {
        this.trainers = trainers;
    }

    @Override
    public Predictor<Example<?>> fit(Training<Example<?>> training) {
        Targets targets = training.data().targets();
        Predictor<Example<?>> fitted = TribuoPredictor.ofFold(train(training.data(), Outputs.of(targets)));
        if (targets instanceof LabelTargets labelled) {
            Labels all = labelled.labels();
            return new OverLabels(fitted, all);
        }
        return fitted;
    }

    private <T extends Output<T>> Model<T> train(Dataset<Example<?>> data, Outputs<T> outputs) {
        Trainer<?> trainer = trainers.get();
        MutableDataset<T> examples = newDataset(data, outputs);
        try {
            return Typed.<T>trainer(trainer).train(examples);
        } catch (ClassCastException e) {
            throw new IllegalArgumentException(
                    trainer.getClass().getName() + " doesn't learn " + outputs.kind() + ", which the targets of "
                            + data.name() + " are",
                    e);
        }
    }

    /**
     * Fills a data set of this fit's own. A view of a larger one would do in less memory, but it knows the features and
     * counts the labels of the whole.
     */
    private static <T extends Output<T>> MutableDataset<T> newDataset(Dataset<Example<?>> data, Outputs<T> outputs) {
        RowExamples<T> rows = new RowExamples<>(data, outputs);
        MutableDataset<T> examples = outputs.newDataset();
        for (int row = 0; row < data.size(); row++) {
            examples.add(rows.of(data.input(row), row));
        }
        return examples;
    }

    /** Puts predictions over all labels of the data, of which a fold's training part may lack some. */
    private record OverLabels(Predictor<Example<?>> fitted, Labels all) implements Predictor<Example<?>> {

        @Override
        public Predictions predict(List<Example<?>> inputs) throws Exception {
            Predictions predictions = fitted.predict(inputs);
            return predictions instanceof LabelPredictions labels ? labels.over(all) : predictions;
        }

        @Override
        public OptionalLong sizeInBytes() {
            return fitted.sizeInBytes();
        }
    }
}
