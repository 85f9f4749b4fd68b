package dev.assay.numeric;

import java.util.function.IntPredicate;

/** Searches by halves. */
public final class Search {

    private Search() {}

    /**
     * Finds the first position at which something holds.
     *
     * @param from the first position
     * @param to the one behind the last
     * @param holds tells whether it does; once true, it stays so at all later positions
     * @return the first position, or {@code to} if there is none
     */
    public static int first(int from, int to, IntPredicate holds) {
        int low = from;
        int high = to;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (holds.test(middle)) {
                high = middle;
            } else {
                low = middle + 1;
            }
        }
        return low;
    }
}
