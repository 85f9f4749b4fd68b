package dev.assay.adapters.tribuo;

import dev.assay.data.InvalidDataException;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.tribuo.Example;
import org.tribuo.Feature;
import org.tribuo.ImmutableFeatureMap;
import org.tribuo.Model;

/** Finds examples of which a model knows no feature. */
final class KnownFeatures {

    private static final int SHOWN = 5;

    private final ImmutableFeatureMap features;
    private final boolean fitted;

    private KnownFeatures(ImmutableFeatureMap features, boolean fitted) {
        this.features = features;
        this.fitted = fitted;
    }

    /** For a model fitted to a part of the same data: unknown features are absent from the training part. */
    static KnownFeatures ofFold(Model<?> model) {
        return new KnownFeatures(model.getFeatureIDMap(), false);
    }

    /** For a model fitted elsewhere: unknown features may just have other names. */
    static KnownFeatures ofFittedModel(Model<?> model) {
        return new KnownFeatures(model.getFeatureIDMap(), true);
    }

    /**
     * Makes sure that the batch is about what the model was fitted to. Not every model refuses examples of which it
     * knows nothing; some predict a constant.
     *
     * @throws InvalidDataException if the model was fitted elsewhere and knows no feature of any example
     */
    void requireAny(List<Example<?>> batch) {
        if (fitted && !batch.isEmpty() && batch.stream().noneMatch(this::knows)) {
            throw new InvalidDataException(reason(batch.get(0), 0));
        }
    }

    /**
     * Says which example made a prediction fail, if it is one of which the model knows nothing.
     *
     * @throws InvalidDataException if there is such an example
     */
    void explain(List<? extends Example<?>> batch, RuntimeException failure) {
        for (int row = 0; row < batch.size(); row++) {
            if (!knows(batch.get(row))) {
                throw new InvalidDataException(reason(batch.get(row), row), failure);
            }
        }
    }

    private boolean knows(Example<?> example) {
        for (Feature feature : example) {
            if (features.getID(feature.getName()) >= 0) {
                return true;
            }
        }
        return false;
    }

    private String reason(Example<?> example, int row) {
        List<String> own = StreamSupport.stream(example.spliterator(), false)
                .map(Feature::getName)
                .toList();
        String message = RowExample.nameOf(example, row) + ": the model knows none of the features " + list(own);
        return fitted
                ? message + "; it knows " + list(features.keySet())
                        + ". Name the features as they were named when the model was trained, with"
                        + " withFeatureNames(…)"
                : message + ", since no row of the training part has any of them; leave the row out, or give all"
                        + " rows a feature in common, such as a constant";
    }

    private static String list(Collection<String> names) {
        String shown = names.stream().sorted().limit(SHOWN).collect(Collectors.joining("\", \"", "\"", "\""));
        return names.size() > SHOWN ? shown + " and " + (names.size() - SHOWN) + " more" : shown;
    }
}
