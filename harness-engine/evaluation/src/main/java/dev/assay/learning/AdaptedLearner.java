package dev.assay.learning;

import dev.assay.data.Dataset;
import dev.assay.data.InvalidDataException;
import dev.assay.data.Targets;
import dev.assay.prediction.Predictions;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalLong;
import java.util.function.Supplier;

/** A library's trainer that takes inputs as users have them: each fit puts them into the library's form. */
final class AdaptedLearner<X, Y> implements Learner<X> {

    private final LearnerProvider<Y> provider;
    private final Supplier<Learner<Y>> learners;

    AdaptedLearner(LearnerProvider<Y> provider, Supplier<Learner<Y>> learners) {
        this.provider = provider;
        this.learners = learners;
    }

    @Override
    public Predictor<X> fit(Training<X> training) throws Exception {
        Predictor<Y> predictor = Objects.requireNonNull(
                learners.get().fit(training.withParts(provider::adapt)), "the learner gave no predictor but null");
        return new AdaptedPredictor<>(
                provider,
                predictor,
                training.data().targets().select(0),
                training.data().featureNames());
    }

    @Override
    public Map<String, String> versions() {
        return provider.versions();
    }

    /**
     * Puts inputs into the library's form.
     *
     * @param target what takes the place of the unknown targets, since libraries know no example without one
     */
    private record AdaptedPredictor<X, Y>(
            LearnerProvider<Y> provider, Predictor<Y> predictor, Targets target, List<String> featureNames)
            implements Predictor<X> {

        @Override
        public Predictions predict(List<X> inputs) throws Exception {
            if (inputs.isEmpty()) {
                return predictor.predict(List.of());
            }
            return predictor.predict(adapted(inputs));
        }

        @Override
        public OptionalLong sizeInBytes() {
            return predictor.sizeInBytes();
        }

        @Override
        public Map<String, String> versions() {
            return provider.versions();
        }

        @Override
        public String typeName() {
            return predictor.typeName();
        }

        private List<Y> adapted(List<X> inputs) {
            try {
                return provider.adapt(data(inputs)).inputs();
            } catch (InvalidDataException e) {
                throw named(inputs, e);
            }
        }

        private Dataset<X> data(List<X> inputs) {
            Targets unknown = target.select(new int[inputs.size()]);
            return Dataset.<X>of(inputs, unknown).withFeatureNames(featureNames);
        }

        /** Finds the input at fault, since the adapter takes its place among those to be predicted for its row in the data. */
        private InvalidDataException named(List<X> inputs, InvalidDataException fault) {
            for (int row = 0; row < inputs.size(); row++) {
                Dataset<X> single = data(List.of(inputs.get(row))).withIds(List.of(row + " of those to be predicted"));
                try {
                    provider.adapt(single);
                } catch (InvalidDataException e) {
                    return new InvalidDataException(row, String.valueOf(e.getMessage()), e);
                }
            }
            return fault;
        }
    }
}
