package dev.assay.evaluation;

import dev.assay.data.Dataset;
import dev.assay.data.Fingerprint;
import dev.assay.data.NumberTargets;
import dev.assay.resampling.Split;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What is asked of splits. */
final class Splits {

    private static final int[] NONE = {};

    private Splits() {}

    static boolean areEqual(List<Fold> one, List<Fold> other) {
        if (one.size() != other.size()) {
            return false;
        }
        for (int i = 0; i < one.size(); i++) {
            if (!one.get(i).split().equals(other.get(i).split())) {
                return false;
            }
        }
        return true;
    }

    /** Identifies the rows of folds. */
    static Fingerprint fingerprint(List<Fold> folds) {
        return Fingerprint.of(sink -> folds.forEach(fold -> {
            Split split = fold.split();
            sink.integer(split.repeat()).integer(split.fold());
            write(split.testRows(), sink);
            write(split.validationRows(), sink);
            write(split.trainsOnTheRest() ? NONE : split.trainRows(), sink);
        }));
    }

    private static void write(int[] rows, Fingerprint.Sink sink) {
        sink.integer(rows.length);
        for (int row : rows) {
            sink.integer(row);
        }
    }

    /** Says why evaluations with these folds, which are not equal, can't be compared. */
    static String difference(List<Fold> one, List<Fold> other) {
        Map<String, Split> ofOne = byPlace(one);
        Map<String, Split> ofOther = byPlace(other);
        List<String> lacking = Stream.of(one, other)
                .flatMap(List::stream)
                .map(fold -> fold.split().toString())
                .filter(place -> !ofOne.containsKey(place) || !ofOther.containsKey(place))
                .toList();
        boolean sameElsewhere = ofOne.entrySet().stream()
                .allMatch(fold -> fold.getValue().equals(ofOther.getOrDefault(fold.getKey(), fold.getValue())));
        return lacking.isEmpty() || lacking.size() == one.size() + other.size() || !sameElsewhere
                ? "were not evaluated on the same splits of the same data; use one CrossValidation for both"
                : "can't be compared, since one of them lacks " + String.join(" and ", lacking)
                        + ", which failed and was left out; mend it, or compare those that lack the same folds";
    }

    private static Map<String, Split> byPlace(List<Fold> folds) {
        return folds.stream().map(Fold::split).collect(Collectors.toMap(Split::toString, Function.identity()));
    }

    /** Tells of groups of which a fold tests a part, which matters where they are the queries of a ranking. */
    static List<String> queriesInParts(Dataset<?> data, List<Split> splits) {
        List<String> groups = data.groups().orElse(List.of());
        if (groups.isEmpty() || !(data.targets() instanceof NumberTargets)) {
            return List.of();
        }
        Map<String, Integer> sizes = new HashMap<>();
        groups.forEach(group -> sizes.merge(group, 1, Integer::sum));
        Set<String> inParts = new HashSet<>();
        for (Split split : splits) {
            Map<String, Integer> tested = new HashMap<>();
            for (int row : split.testRows()) {
                tested.merge(groups.get(row), 1, Integer::sum);
            }
            tested.forEach((group, rows) -> {
                if (!rows.equals(sizes.get(group))) {
                    inParts.add(group);
                }
            });
        }
        return inParts.isEmpty()
                ? List.of()
                : List.of(inParts.size() + " of " + sizes.size() + (inParts.size() == 1 ? " groups is" : " groups are")
                        + " tested in parts: a metric of rankings takes each part for a whole query; GroupKFold keeps groups "
                        + "whole");
    }

    /** Returns the sum of all folds' test sizes over that of their training sizes. */
    static double testToTrain(List<Fold> folds) {
        return ratio(folds.stream().map(Fold::split).toList());
    }

    /** Returns the sum of all test sizes over that of the training sizes. */
    static double ratio(List<Split> splits) {
        double test = splits.stream().mapToLong(Split::testSize).sum();
        return test / splits.stream().mapToLong(Split::trainSize).sum();
    }
}
