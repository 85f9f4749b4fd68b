package dev.assay.learning;

import dev.assay.data.Dataset;
import dev.assay.data.InvalidDataException;
import dev.assay.prediction.Predictions;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** A learner behind a transform, both of which see the training part only. */
record TransformingLearner<W, X, Y extends X>(Transform<W, Y> transform, Learner<X> learner) implements Learner<W> {

    @Override
    public Predictor<W> fit(Training<W> training) throws Exception {
        Dataset<W> data = training.data();
        if (data.size() == 0) {
            throw new InvalidDataException(
                    "no example of " + data.name() + " is left to fit a transform to; the training part is empty");
        }
        FittedTransform<W, Y> fitted =
                Objects.requireNonNull(transform.fit(data), "the transform gave nothing fitted but null");
        Training<X> transformed = training.withParts(part -> Transformed.data(fitted, part));
        return new TransformingPredictor<>(
                fitted, Objects.requireNonNull(learner.fit(transformed), "the learner gave no predictor but null"));
    }

    @Override
    public Map<String, String> versions() {
        return learner.versions();
    }

    private record TransformingPredictor<W, X, Y extends X>(FittedTransform<W, Y> fitted, Predictor<X> predictor)
            implements Predictor<W> {

        @Override
        public Predictions predict(List<W> inputs) throws Exception {
            return predictor.predict(Transformed.<W, X>inputs(fitted, inputs));
        }

        @Override
        public Optional<Choice> choice() {
            return predictor.choice();
        }

        @Override
        public Map<String, String> versions() {
            return predictor.versions();
        }

        /** Says why the size is not known: how large the transform is, nobody tells. */
        @Override
        public String typeName() {
            return predictor.typeName() + " behind a transform";
        }
    }
}
