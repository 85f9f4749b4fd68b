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
}
