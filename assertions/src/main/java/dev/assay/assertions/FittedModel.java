package dev.assay.assertions;

import dev.assay.data.Dataset;
import dev.assay.evaluation.Evaluation;
import java.util.function.Function;

/** A fitted model that is to be asserted on, as soon as it is said on which data. */
public final class FittedModel {

    private final Object model;
    private final String name;
    private final Function<Evaluation, ModelAssert> assertions;

    FittedModel(Object model, Function<Evaluation, ModelAssert> assertions) {
        this(model, nameOf(model), assertions);
    }

    private FittedModel(Object model, String name, Function<Evaluation, ModelAssert> assertions) {
        this.model = model;
        this.name = name;
        this.assertions = assertions;
    }

    private static String nameOf(Object model) {
        Class<?> type = model.getClass();
        // the names of lambdas tell readers nothing
        return type.isSynthetic() || type.isHidden() || type.getSimpleName().isEmpty() ? "model" : type.getSimpleName();
    }

    /**
     * Names the model; otherwise it is named after its class.
     *
     * @param newName the name that messages use
     * @return the same model under that name
     */
    public FittedModel named(String newName) {
        return new FittedModel(model, newName, assertions);
    }

    /**
     * Has the model predict test data that it was not trained on.
     *
     * @param testData the data
     * @return assertions on the predictions
     * @throws dev.assay.evaluation.EvaluationException if the model can't predict the data
     */
    public ModelAssert on(Dataset<?> testData) {
        return assertions.apply(Evaluation.ofFittedModel(name, model, testData));
    }

    /**
     * Has the model predict test data of a library whose adapter is on the class path.
     *
     * @param testData the library's data set
     * @return assertions on the predictions
     * @throws dev.assay.evaluation.EvaluationException if the model can't predict the data
     */
    public ModelAssert on(Object testData) {
        return assertions.apply(Evaluation.ofFittedModel(name, model, testData));
    }
}
