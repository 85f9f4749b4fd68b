package dev.assay.learning;

import dev.assay.data.Dataset;
import dev.assay.data.InvalidDataException;
import java.util.ServiceLoader;

/** Finds the adapter that knows a data set of another library. */
public final class Datasets {

    private Datasets() {}

    /**
     * Turns an object into a data set.
     *
     * @param source a {@link Dataset}, or a data set of a library whose adapter is on the class path
     * @return the data set itself, or the same examples as a data set
     * @throws InvalidDataException if no adapter knows it; the message names the type
     */
    public static Dataset<?> of(Object source) {
        if (source instanceof Dataset<?> dataset) {
            return dataset;
        }
        for (DatasetProvider provider : ServiceLoader.load(DatasetProvider.class)) {
            if (provider.supports(source)) {
                return provider.dataset(source);
            }
        }
        throw new InvalidDataException("no adapter on the class path knows a data set of type "
                + source.getClass().getName() + Adapters.hint(source));
    }
}
