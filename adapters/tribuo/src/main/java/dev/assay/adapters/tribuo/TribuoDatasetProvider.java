package dev.assay.adapters.tribuo;

import dev.assay.data.Dataset;
import dev.assay.learning.DatasetProvider;

/**
 * Lets Tribuo's data sets be used as they are, of labels, of numbers (regressors of one dimension) or of sets of labels.
 * Clusters become labels, their numbers, and events the labels {@code ANOMALOUS}, the positive one, and {@code EXPECTED}.
 *
 * <p>The examples come in the order in which they were added: {@code shuffle}, which concerns only Tribuo's iteration,
 * has no effect. The vocabulary is the data set's domain, sorted by name. Weights are taken over if any differs from 1,
 * and the name is that of the file that the data come from, or else their description in Tribuo's provenance.
 */
public final class TribuoDatasetProvider implements DatasetProvider {

    /** Creates the provider; called by {@link java.util.ServiceLoader}. */
    public TribuoDatasetProvider() {}

    @Override
    public boolean supports(Object source) {
        return source instanceof org.tribuo.Dataset;
    }

    /**
     * Turns Tribuo's data set into Assay's, whose inputs are the same {@link org.tribuo.Example}s.
     *
     * @throws dev.assay.data.InvalidDataException if there are no examples, or an output is unknown, or of another kind
     *     than those; the message names the row
     */
    @Override
    public Dataset<?> dataset(Object source) {
        if (!(source instanceof org.tribuo.Dataset<?> known)) {
            throw new IllegalArgumentException(source.getClass().getName() + " is not a Tribuo data set");
        }
        return new DatasetReader(known).read();
    }
}
