package dev.assay.learning;

import dev.assay.data.Dataset;

/** Lets a library's own data sets be used as they are. Adapters implement it and declare it as a service. */
public interface DatasetProvider {

    /**
     * Tells whether this library knows an object.
     *
     * @param source what a user gave
     * @return whether it is one of this library's data sets
     */
    boolean supports(Object source);

    /**
     * Turns a library's data set into Assay's.
     *
     * @param source a supported data set
     * @return the same examples in the same order
     */
    Dataset<?> dataset(Object source);
}
