package dev.assay.resampling;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** What tests ask of splits. */
final class Splits {

    private Splits() {}

    /** Returns the test rows of each split, which is all that splits of one size can differ in. */
    static List<List<Integer>> testRows(List<Split> splits) {
        return splits.stream()
                .map(split -> Arrays.stream(split.testRows()).boxed().toList())
                .toList();
    }

    /** Asserts that train and test rows of each split are disjoint, ascending, and together all. */
    static void assertPartitions(List<Split> splits, int size) {
        assertThat(splits).isNotEmpty().allSatisfy(split -> {
            int[] test = split.testRows();
            int[] train = split.trainRows();
            assertThat(test).isSorted().isNotEmpty().hasSize(split.testSize());
            assertThat(train).isSorted().isNotEmpty().hasSize(split.trainSize());
            assertThat(IntStream.concat(Arrays.stream(test), Arrays.stream(train))
                            .sorted())
                    .containsExactlyElementsOf(IntStream.range(0, size).boxed().toList());
        });
    }

    /** Asserts that each row is tested exactly once in each repeat, and that repeats and folds are numbered in order. */
    static void assertTestedOncePerRepeat(List<Split> splits, int size, int folds, int repeats) {
        assertThat(splits)
                .extracting(Split::toString)
                .containsExactlyElementsOf(IntStream.range(0, folds * repeats)
                        .mapToObj(i -> "repeat " + (i / folds + 1) + ", fold " + (i % folds + 1))
                        .toList());
        Map<Integer, List<Split>> byRepeat = splits.stream().collect(Collectors.groupingBy(Split::repeat));
        assertThat(byRepeat.values())
                .allSatisfy(repeat -> assertThat(repeat.stream()
                                .flatMapToInt(split -> Arrays.stream(split.testRows()))
                                .sorted())
                        .containsExactlyElementsOf(
                                IntStream.range(0, size).boxed().toList()));
    }
}
