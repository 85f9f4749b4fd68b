package dev.assay.metric;

import java.util.OptionalDouble;

/** A number of each query, of which a metric is the mean. */
@FunctionalInterface
interface QueryScore {

    /** Returns the number, or nothing if the query says nothing of the model and is to be left out. */
    OptionalDouble of(RankedQuery query);
}
