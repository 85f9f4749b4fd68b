package dev.assay.evaluation;

import dev.assay.data.Dataset;
import dev.assay.resampling.Split;
import java.util.List;
import java.util.stream.IntStream;

/**
 * What candidates will be tested on, known before any of them is trained.
 *
 * @param tested the examples that one repeat tests, in the order of the data
 * @param folds how many folds there are in all repeats; one is a single test set
 * @param foldsOfRepeat how many of them one repeat has
 * @param testToTrain the sum of all folds' test sizes over that of their training sizes
 */
public record TestPlan(Dataset<?> tested, int folds, int foldsOfRepeat, double testToTrain) {

    static TestPlan of(Dataset<?> data, List<Split> splits) {
        int first = splits.get(0).repeat();
        List<Split> ofRepeat =
                splits.stream().filter(split -> split.repeat() == first).toList();
        int[] tested = ofRepeat.stream()
                .flatMapToInt(split -> IntStream.of(split.testRows()))
                .sorted()
                .toArray();
        return new TestPlan(data.select(tested), splits.size(), ofRepeat.size(), Splits.ratio(splits));
    }
}
