package dev.assay.evaluation;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * An evaluation that was accepted as good enough, in plain values, for later ones to be compared with. {@code null} stands for
 * what is undefined or not there.
 *
 * @param testClass the class whose checks judged
 * @param candidate the candidate's name
 * @param data what it was evaluated on
 * @param split how the data were split
 * @param metrics values by the metrics' names
 * @param folds each fold's value, repeat by repeat, by the metrics' names
 * @param rows what was predicted for each example; null where that was not kept
 * @param checks the names of the checks that judged the candidate, sorted
 */
public record Baseline(
        String testClass,
        String candidate,
        Data data,
        Split split,
        SortedMap<String, Value> metrics,
        SortedMap<String, List<@Nullable Double>> folds,
        @Nullable Rows rows,
        List<String> checks) {

    /** Checks that all is there, and copies the collections. */
    public Baseline {
        Objects.requireNonNull(testClass, "testClass");
        Objects.requireNonNull(candidate, "candidate");
        Objects.requireNonNull(data, "data");
        Objects.requireNonNull(split, "split");
        metrics = Collections.unmodifiableSortedMap(new TreeMap<>(metrics));
        SortedMap<String, List<@Nullable Double>> copies = new TreeMap<>();
        folds.forEach((name, values) -> copies.put(name, Collections.unmodifiableList(new ArrayList<>(values))));
        folds = Collections.unmodifiableSortedMap(copies);
        checks = checks.stream().sorted().distinct().toList();
    }

    /**
     * The data.
     *
     * @param examples how many there were
     * @param fingerprint identifies the content; null if that can't be told
     * @param name the data set's name
     */
    public record Data(int examples, @Nullable String fingerprint, String name) {

        /** Checks that there is a name. */
        public Data {
            Objects.requireNonNull(name, "name");
        }
    }

    /**
     * How the data were split.
     *
     * @param description such as "10-fold stratified cross-validation x 3"
     * @param digest identifies the rows of every fold
     * @param seed the seed; null if nothing was random
     */
    public record Split(
            String description, String digest, @Nullable Long seed) {

        /** Checks that description and digest are there. */
        public Split {
            Objects.requireNonNull(description, "description");
            Objects.requireNonNull(digest, "digest");
        }
    }

    /**
     * The value of a metric.
     *
     * @param lower its one-sided lower bound at {@link #LEVEL}; null if none is known
     * @param upper its one-sided upper bound at {@link #LEVEL}; null if none is known
     * @param value the combined value; null if it was undefined
     */
    public record Value(
            @Nullable Double lower,
            @Nullable Double upper,
            @Nullable Double value) {

        /** The confidence level of both bounds. */
        public static final double LEVEL = 0.95;
    }

    /**
     * What the first repeat predicted for each example, in the order of the data: labels or numbers.
     *
     * @param ids the examples' ids; null if every example was tested and none was given an id
     * @param labels the vocabulary; null unless labels were predicted
     * @param numbers the predicted numbers; null unless numbers were predicted
     * @param predicted the predicted labels, as positions in the vocabulary; null unless labels were predicted
     */
    public record Rows(
            @Nullable List<String> ids,
            @Nullable List<String> labels,
            @Nullable List<Double> numbers,
            @Nullable List<Integer> predicted) {

        /** Checks that labels are in the vocabulary and that there are as many ids as predictions; copies the lists. */
        public Rows {
            ids = ids == null ? null : List.copyOf(ids);
            labels = labels == null ? null : List.copyOf(labels);
            numbers = numbers == null ? null : List.copyOf(numbers);
            predicted = predicted == null ? null : List.copyOf(predicted);
            if ((labels == null) != (predicted == null) || (predicted == null) == (numbers == null)) {
                throw new IllegalArgumentException("rows have either labels with their vocabulary or numbers");
            }
            int size = Objects.requireNonNullElse(predicted == null ? numbers : predicted, List.of())
                    .size();
            if (ids != null && ids.size() != size) {
                throw new IllegalArgumentException(ids.size() + " ids of " + size + " rows");
            }
            if (labels != null && predicted != null) {
                int known = labels.size();
                predicted.stream()
                        .filter(label -> label < 0 || label >= known)
                        .findFirst()
                        .ifPresent(label -> {
                            throw new IllegalArgumentException(
                                    "no label has index " + label + "; there are " + known + " labels");
                        });
            }
        }
    }

    /**
     * Adds the metrics and checks of another one of the same evaluation.
     *
     * @param other whose metrics and checks are added
     * @return this baseline with those of both
     */
    public Baseline and(Baseline other) {
        SortedMap<String, Value> allMetrics = new TreeMap<>(other.metrics);
        allMetrics.putAll(metrics);
        SortedMap<String, List<@Nullable Double>> allFolds = new TreeMap<>(other.folds);
        allFolds.putAll(folds);
        return new Baseline(testClass, candidate, data, split, allMetrics, allFolds, rows, checks)
                .withChecks(
                        Stream.concat(checks.stream(), other.checks.stream()).toList());
    }

    /**
     * Replaces the checks.
     *
     * @param newChecks the names of the checks that judged
     * @return this baseline with these checks
     */
    public Baseline withChecks(List<String> newChecks) {
        return new Baseline(testClass, candidate, data, split, metrics, folds, rows, newChecks);
    }
}
