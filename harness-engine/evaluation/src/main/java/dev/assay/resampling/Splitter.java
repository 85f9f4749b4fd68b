package dev.assay.resampling;

import dev.assay.data.Dataset;
import dev.assay.data.Seed;
import java.util.List;

/** A way to split examples into training and test parts; stateless, so that one seed always gives the same splits. */
public interface Splitter {

    /**
     * Splits.
     *
     * @param data the examples
     * @param seed the root of all that is random in the splits
     * @return the splits, ordered by repeat and fold, at least one
     * @throws dev.assay.data.InvalidDataException if the examples can't be split so; the message says why
     */
    List<Split> split(Dataset<?> data, Seed seed);

    /**
     * Names the procedure as reports print it.
     *
     * @return such as "10-fold stratified cross-validation x 3"
     */
    String description();

    /**
     * Tells whether another seed gives other splits.
     *
     * @return false if the splits depend on the data alone, so that repeating them adds nothing
     */
    default boolean isRandom() {
        return true;
    }

    /**
     * Tells whether training on examples that come after those tested is meant, so that it is no leak where data have time
     * stamps; what lies between tested ones is one all the same.
     *
     * @return false unless each test part is predicted from both sides
     */
    default boolean mayTrainOnLater() {
        return false;
    }

    /**
     * Tells what a reader of results from these splits should know of them.
     *
     * @param data the examples
     * @return sentences, none if all is well
     */
    default List<String> remarks(Dataset<?> data) {
        return List.of();
    }
}
