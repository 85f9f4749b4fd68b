package dev.assay.adapters.tribuo;

import dev.assay.data.Dataset;
import dev.assay.learning.Learner;
import dev.assay.learning.Predictor;
import dev.assay.learning.Training;
import dev.assay.prediction.Predictions;
import java.util.List;
import java.util.Optional;
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
        Dataset<Example<?>> data = training.data();
        Trainer<?> trainer = trainers.get();
        Optional<Task> task = TrainerTask.of(trainer);
        task.ifPresent(known -> known.requireTargets(data, trainer.getClass().getName()));
        return fitted(
                data, trainer, task.orElseGet(() -> Task.of(data.targets())).outputs(data));
    }

    private static <T extends Output<T>> Predictor<Example<?>> fitted(
            Dataset<Example<?>> data, Trainer<?> trainer, Outputs<T> outputs) {
        Model<T> model = train(data, trainer, outputs);
        Predictor<Example<?>> fitted = new TribuoPredictor<>(model, outputs.reader(model), KnownFeatures.ofFold(model));
        return new InVocabulary(fitted, outputs);
    }

    private static <T extends Output<T>> Model<T> train(
            Dataset<Example<?>> data, Trainer<?> trainer, Outputs<T> outputs) {
        MutableDataset<T> examples = newDataset(data, outputs);
        try {
            return Typed.<T>trainer(trainer).train(examples);
        } catch (ClassCastException e) {
            throw new IllegalArgumentException(
                    trainer.getClass().getName() + " doesn't learn " + outputs.kind() + ", which the targets of "
                            + data.name() + " are; take a trainer that does",
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
            if (outputs.isLearned(row)) {
                examples.add(rows.of(data.input(row), row));
            }
        }
        return examples;
    }

    /** Puts predictions over all labels of the data, of which a fold's training part may lack some. */
    private record InVocabulary(Predictor<Example<?>> fitted, Outputs<?> outputs) implements Predictor<Example<?>> {

        @Override
        public Predictions predict(List<Example<?>> inputs) throws Exception {
            return outputs.inVocabulary(fitted.predict(inputs));
        }

        @Override
        public OptionalLong sizeInBytes() {
            return fitted.sizeInBytes();
        }
    }
}
