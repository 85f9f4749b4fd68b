package dev.assay.result;

import java.util.List;

/**
 * All results of one test class.
 *
 * @param summary what is said of all candidates together
 * @param results the results of its candidates, in the order of {@link ClassResult#candidates}
 */
public record ClassResults(ClassResult summary, List<Result> results) {

    /** Copies the list. */
    public ClassResults {
        results = List.copyOf(results);
    }
}
