package dev.assay.resampling;

import dev.assay.data.Dataset;
import dev.assay.data.InvalidDataException;
import dev.assay.data.LabelTargets;
import dev.assay.data.NumberTargets;
import dev.assay.numeric.Search;
import java.util.Arrays;
import java.util.OptionalInt;
import java.util.function.IntFunction;
import java.util.stream.IntStream;

/** The classes in whose proportions examples are split: their labels, or quantile bins of their numbers. */
final class Strata {

    private final int[] codes;
    private final int[] counts;
    private final IntFunction<String> names;

    private Strata(int[] codes, int number, IntFunction<String> names) {
        this.codes = codes;
        this.counts = new int[number];
        for (int code : codes) {
            counts[code]++;
        }
        this.names = names;
    }

    static void requireBins(int bins) {
        if (bins < 2) {
            throw new IllegalArgumentException("at least 2 bins are needed, not " + bins);
        }
    }

    /** Checks what splitters are told that stratify on demand only. */
    static void requireBins(OptionalInt bins, boolean stratified) {
        bins.ifPresent(Strata::requireBins);
        if (bins.isPresent() && !stratified) {
            throw new IllegalArgumentException("bins are for stratification, which is not asked for");
        }
    }

    static Strata of(Dataset<?> data, OptionalInt bins) {
        if (data.targets() instanceof LabelTargets labels && bins.isEmpty()) {
            return new Strata(
                    IntStream.range(0, labels.size()).map(labels::index).toArray(),
                    labels.labels().size(),
                    code -> "label \"" + labels.labels().name(code) + "\"");
        }
        if (data.targets() instanceof NumberTargets numbers && bins.isPresent()) {
            int number = bins.getAsInt();
            return new Strata(
                    quantileBins(numbers.values(), number), number, code -> "bin " + (code + 1) + " of " + number);
        }
        throw new InvalidDataException("the targets of " + data.name() + " are "
                + data.targets().kind()
                + (bins.isPresent()
                        ? ", which can't be put into bins; leave bins out"
                        : data.targets() instanceof NumberTargets
                                ? ", which can't be stratified by label; stratify by quantiles with withBins(…), or use "
                                        + "plain k-fold or hold-out"
                                : ", which can't be stratified so; don't stratify, or leave groups out of account"));
    }

    /** Puts a number that r of n numbers are smaller than into bin floor(bins · r / n), so that equal numbers stay together. */
    private static int[] quantileBins(double[] values, int bins) {
        int n = values.length;
        double[] sorted = values.clone();
        for (int i = 0; i < n; i++) {
            // −0 and 0 are one number, which sorting would tell apart
            sorted[i] += 0.0;
        }
        Arrays.sort(sorted);
        int[] codes = new int[n];
        for (int row = 0; row < n; row++) {
            double value = values[row];
            codes[row] = (int) ((long) bins * Search.first(0, n, place -> sorted[place] >= value) / n);
        }
        return codes;
    }

    int code(int row) {
        return codes[row];
    }

    int rows() {
        return codes.length;
    }

    /** Returns how many strata there are, also those without examples. */
    int number() {
        return counts.length;
    }

    int count(int code) {
        return counts[code];
    }

    int largest() {
        return Arrays.stream(counts).max().orElse(0);
    }

    /** Returns the rows of each stratum, ascending. */
    int[][] members() {
        return Folds.rowsByFold(codes, counts.length);
    }

    String name(int code) {
        return names.apply(code);
    }

    /** Returns the strata that have examples, in the order in which these come. */
    int[] byFirstAppearance() {
        boolean[] seen = new boolean[counts.length];
        int[] order = new int[counts.length];
        int next = 0;
        for (int code : codes) {
            if (!seen[code]) {
                seen[code] = true;
                order[next++] = code;
            }
        }
        return Arrays.copyOf(order, next);
    }
}
