package dev.assay.learning;

import dev.assay.data.Dataset;
import java.util.Map;

/**
 * A fitted model beside data in the form that it takes.
 *
 * @param predictor the model
 * @param data the examples, in the order in which they were given
 * @param versions the versions that predictions depend on, as {@link LearnerProvider#versions} or {@link Predictor#versions} names them
 * @param <Y> the type of inputs
 */
public record AdaptedModel<Y>(Predictor<Y> predictor, Dataset<Y> data, Map<String, String> versions) {

    /** Keeps a copy of the versions. */
    public AdaptedModel {
        versions = Map.copyOf(versions);
    }

    /**
     * Puts examples into the form that a model takes.
     *
     * @param model a {@link Predictor}, or a fitted model that an adapter on the class path knows
     * @param data the examples
     * @return both; whether a predictor takes such inputs shows when it is asked
     * @throws IllegalArgumentException if no adapter knows the model
     * @throws dev.assay.data.InvalidDataException if the adapter can't take such inputs
     */
    public static AdaptedModel<?> of(Object model, Dataset<?> data) {
        return model instanceof Predictor<?> predictor
                ? ofPredictor(predictor, data)
                : ofProvider(LearnerProviders.of(model), model, data);
    }

    @SuppressWarnings("unchecked") // what inputs a predictor takes shows at its call only
    private static <X> AdaptedModel<X> ofPredictor(Predictor<X> predictor, Dataset<?> data) {
        return new AdaptedModel<>(predictor, (Dataset<X>) data, predictor.versions());
    }

    private static <Y> AdaptedModel<Y> ofProvider(LearnerProvider<Y> provider, Object model, Dataset<?> data) {
        return new AdaptedModel<>(provider.predictor(model), provider.adapt(data), provider.versions());
    }

    /**
     * Takes some of the examples.
     *
     * @param rows their positions in the data
     * @return the same model beside these examples
     */
    public AdaptedModel<Y> select(int[] rows) {
        return new AdaptedModel<>(predictor, data.select(rows), versions);
    }
}
