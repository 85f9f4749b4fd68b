package dev.assay.engine.internal.declaration;

import dev.assay.data.Dataset;
import dev.assay.evaluation.Comparison;
import dev.assay.evaluation.Evaluation;
import java.util.Arrays;
import java.util.Optional;

/** What the engine itself gives to checks. */
public enum Parameter implements CheckParameter {
    /** One candidate's evaluation. */
    EVALUATION(Evaluation.class),
    /** Several candidates side by side. */
    COMPARISON(Comparison.class),
    /** The examples. */
    DATASET(Dataset.class);

    private final Class<?> type;

    Parameter(Class<?> type) {
        this.type = type;
    }

    static Optional<Parameter> ofType(Class<?> type) {
        return Arrays.stream(values())
                .filter(parameter -> parameter.type == type)
                .findFirst();
    }
}
