package dev.assay.learning;

import dev.assay.data.Dataset;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * A fitted model that takes data in any form that its adapter knows.
 *
 * @param <Y> the type of inputs that the model itself takes
 */
public final class ModelAdapter<Y> {

    private final Predictor<Y> predictor;
    private final Function<Dataset<?>, Dataset<Y>> form;
    private final Supplier<Map<String, String>> versions;

    private ModelAdapter(
            Predictor<Y> predictor, Function<Dataset<?>, Dataset<Y>> form, Supplier<Map<String, String>> versions) {
        this.predictor = predictor;
        this.form = form;
        this.versions = versions;
    }

    /**
     * Finds the adapter of a model.
     *
     * @param model a {@link Predictor}, or a fitted model that an adapter on the class path knows
     * @return the model behind its adapter
     * @throws IllegalArgumentException if no adapter knows the model
     */
    public static ModelAdapter<?> of(Object model) {
        return model instanceof Predictor<?> predictor
                ? ofPredictor(predictor)
                : ofProvider(LearnerProviders.of(model), model);
    }

    @SuppressWarnings("unchecked") // what inputs a predictor takes shows at its call only
    private static <X> ModelAdapter<X> ofPredictor(Predictor<X> predictor) {
        return new ModelAdapter<>(predictor, data -> (Dataset<X>) data, predictor::versions);
    }

    private static <Y> ModelAdapter<Y> ofProvider(LearnerProvider<Y> provider, Object model) {
        return new ModelAdapter<>(provider.predictor(model), provider::adapt, provider::versions);
    }

    /**
     * Returns the model.
     *
     * @return what predicts, of inputs in its own form
     */
    public Predictor<Y> predictor() {
        return predictor;
    }

    /**
     * Puts examples into the form that the model takes.
     *
     * @param data the examples
     * @return both; whether a predictor takes such inputs shows when it is asked
     * @throws dev.assay.data.InvalidDataException if the adapter can't take such inputs
     */
    public AdaptedModel<Y> adapt(Dataset<?> data) {
        return new AdaptedModel<>(predictor, form.apply(data), versions.get());
    }
}
