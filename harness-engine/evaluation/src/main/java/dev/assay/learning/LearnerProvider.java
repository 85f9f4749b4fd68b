package dev.assay.learning;

import dev.assay.data.Dataset;
import java.util.Map;
import java.util.Optional;

/**
 * Lets a library's own trainers and fitted models be evaluated as they are. Adapters implement it and declare it as a
 * service.
 *
 * @param <Y> the type of inputs that the library's trainers and models take
 */
public interface LearnerProvider<Y> {

    /** Whether a trainer is used by one fold only. */
    enum Sharing {
        /** The trainer was made for one fold: it may be used directly. */
        EXCLUSIVE,
        /** The same trainer is given for several folds, perhaps at once: it must be copied, never used directly. */
        SHARED
    }

    /**
     * Tells whether this library knows an object.
     *
     * @param trainerOrModel what a user gave
     * @return whether it is one of this library's trainers or fitted models
     */
    boolean supports(Object trainerOrModel);

    /**
     * Puts examples into the form that this library takes. Called once for an evaluation, so that no fold pays for it; but
     * for each part of each fold where a trainer is behind a transform. Inputs that are to be predicted then come with
     * targets that mean nothing.
     *
     * @param data the user's examples
     * @return as many examples, in the same order, with the same targets, weights and groups
     * @throws dev.assay.data.InvalidDataException if this library cannot take such inputs; the message says which it can
     */
    Dataset<Y> adapt(Dataset<?> data);

    /**
     * Turns a trainer into a learner.
     *
     * @param trainer a supported trainer, not fitted
     * @param sharing whether other folds get the same trainer
     * @return a learner whose fits don't depend on other fits
     * @throws IllegalArgumentException if the trainer can't be used so; the message says what to do
     */
    Learner<Y> learner(Object trainer, Sharing sharing);

    /**
     * Turns a fitted model into a predictor.
     *
     * @param model a supported model
     * @return the predictor
     * @throws IllegalArgumentException if it is not a fitted model
     */
    Predictor<Y> predictor(Object model);

    /**
     * Tells what a trainer is configured with, so that predictions can be kept for later runs.
     *
     * @param trainer a supported trainer, not fitted
     * @return a text that is the same for trainers that give the same models, and differs for others; empty if unknown
     */
    default Optional<String> configuration(Object trainer) {
        return Optional.empty();
    }

    /**
     * Names the versions that results depend on.
     *
     * @return the library's name and version, none if unknown
     */
    default Map<String, String> versions() {
        return Map.of();
    }
}
