package dev.assay.testing;

import dev.assay.data.Dataset;
import dev.assay.data.LabelTargets;
import dev.assay.data.Labels;
import dev.assay.data.Targets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

/** Small data sets whose inputs don't matter: the row's number. */
public final class Examples {

    private Examples() {}

    /** Makes examples of these targets. */
    public static Dataset<Integer> of(Targets targets) {
        return Dataset.of(IntStream.range(0, targets.size()).boxed().toList(), targets);
    }

    /** Makes a number of examples whose targets don't matter. */
    public static Dataset<Integer> numbered(int size) {
        return of(Targets.numbers(new double[size]));
    }

    /** Makes so many examples of "a", "b" and so on, in the order of the labels. */
    public static Dataset<Integer> blocks(int... counts) {
        List<String> labels = new ArrayList<>();
        for (int label = 0; label < counts.length; label++) {
            labels.addAll(Collections.nCopies(counts[label], name(label)));
        }
        return of(Targets.labels(vocabulary(counts.length), labels));
    }

    /** Makes examples of some labels in random numbers and random order; some labels may not occur. */
    public static Dataset<Integer> random(SplittableRandom random, int minimum, int maximum) {
        int labels = random.nextInt(1, 6);
        int size = random.nextInt(minimum, maximum + 1);
        double skew = random.nextDouble(0.3, 3);
        List<String> targets = IntStream.range(0, size)
                .mapToObj(row -> name((int) (labels * Math.pow(random.nextDouble(), skew))))
                .toList();
        return of(Targets.labels(vocabulary(labels), targets));
    }

    /** Puts examples into random groups "0", "1" and so on, of which each has one example at least. */
    public static <X> Dataset<X> inGroups(Dataset<X> data, SplittableRandom random, int groups) {
        return data.withGroups(IntStream.range(0, data.size())
                .mapToObj(row -> String.valueOf(row < groups ? row : random.nextInt(groups)))
                .toList());
    }

    /** Gives examples time stamps that are so many seconds after the epoch. */
    public static <X> Dataset<X> at(Dataset<X> data, int... seconds) {
        return data.withTimes(
                IntStream.of(seconds).mapToObj(Instant::ofEpochSecond).toList());
    }

    /** Makes the vocabulary "a", "b" and so on. */
    public static Labels vocabulary(int size) {
        return Labels.of(IntStream.range(0, size).mapToObj(Examples::name).toList());
    }

    /** Returns the labels of examples in order. */
    public static List<String> labels(Dataset<?> data) {
        LabelTargets targets = (LabelTargets) data.targets();
        return IntStream.range(0, data.size()).mapToObj(targets::label).toList();
    }

    private static String name(int label) {
        return String.valueOf((char) ('a' + label));
    }
}
