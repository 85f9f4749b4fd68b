package dev.assay.learning;

import java.util.ServiceLoader;

/** Finds the adapter that knows a trainer or model of another library. */
public final class LearnerProviders {

    private LearnerProviders() {}

    /**
     * Finds the adapter of an object.
     *
     * @param trainerOrModel a trainer or fitted model of a library whose adapter is on the class path
     * @return the adapter
     * @throws IllegalArgumentException if no adapter knows it; the message names the type
     */
    public static LearnerProvider<?> of(Object trainerOrModel) {
        for (LearnerProvider<?> provider : ServiceLoader.load(LearnerProvider.class)) {
            if (provider.supports(trainerOrModel)) {
                return provider;
            }
        }
        throw new IllegalArgumentException("no adapter on the class path knows a trainer or model of type "
                + trainerOrModel.getClass().getName() + Adapters.hint(trainerOrModel));
    }
}
