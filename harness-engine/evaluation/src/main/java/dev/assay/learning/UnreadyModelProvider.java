package dev.assay.learning;

import dev.assay.data.Dataset;

/** Tells whoever gives a model as it came from a file what is to be said of it first. Adapters extend it. */
public abstract class UnreadyModelProvider implements LearnerProvider<Object> {

    private final Class<?> type;
    private final String remedy;

    /**
     * Creates the provider.
     *
     * @param type the type of models
     * @param remedy what to say, with an example
     */
    protected UnreadyModelProvider(Class<?> type, String remedy) {
        this.type = type;
        this.remedy = remedy;
    }

    @Override
    public final boolean supports(Object trainerOrModel) {
        return type.isInstance(trainerOrModel);
    }

    @Override
    @SuppressWarnings("unchecked") // a data set of anything is one of objects, since it is immutable
    public final Dataset<Object> adapt(Dataset<?> data) {
        return (Dataset<Object>) data;
    }

    /**
     * Refuses, since a model in a file is fitted.
     *
     * @throws IllegalArgumentException always
     */
    @Override
    public final Learner<Object> learner(Object trainer, Sharing sharing) {
        throw new IllegalArgumentException(
                trainer + " is a fitted model and can't be trained; evaluate it on test data instead");
    }

    /**
     * Refuses, since what goes in and comes out must be said.
     *
     * @throws IllegalArgumentException always; the message shows how to say it
     */
    @Override
    public final Predictor<Object> predictor(Object model) {
        throw new IllegalArgumentException(remedy + ": " + model);
    }
}
