package dev.assay.resampling;

import dev.assay.data.Dataset;
import dev.assay.data.InvalidDataException;
import dev.assay.data.LabelTargets;
import dev.assay.data.Seed;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

/**
 * One random split into a training and a test part. The test part has {@code ceil(n · testShare)} of n examples.
 *
 * @param testShare the part to be tested, above 0 and below 1
 * @param stratified whether both parts have the labels in nearly the proportions of the whole (largest remainders)
 */
public record HoldoutSplit(double testShare, boolean stratified) implements Splitter {

    /** Checks the share. */
    public HoldoutSplit {
        if (!(testShare > 0 && testShare < 1)) {
            throw new IllegalArgumentException("the test share must lie between 0 and 1, not " + testShare);
        }
    }

    /**
     * Makes a random split.
     *
     * @param testShare the part to be tested, above 0 and below 1
     * @return the splitter, which doesn't stratify
     */
    public static HoldoutSplit of(double testShare) {
        return new HoldoutSplit(testShare, false);
    }

    /**
     * Keeps the proportions of labels.
     *
     * @return the same splitter, which stratifies
     */
    public HoldoutSplit withStratification() {
        return new HoldoutSplit(testShare, true);
    }

    @Override
    public List<Split> split(Dataset<?> data, Seed seed) {
        int n = data.size();
        int testSize = testSize(n);
        if (testSize >= n) {
            throw new InvalidDataException(
                    "a test share of " + testShare + " leaves no examples to train on: " + data.name() + " has " + n);
        }
        SplittableRandom random = seed.derive("shuffle").random();
        int[] test = stratified
                ? stratifiedTest(Folds.requireLabels(data), testSize, random)
                : Arrays.copyOf(Shuffling.permutation(n, random), testSize);
        Arrays.sort(test);
        return List.of(Split.of(0, n, test));
    }

    /** Counts in decimals, as the share was written: 0.07 of 100 are 7, which doubles miss. */
    private int testSize(int size) {
        return BigDecimal.valueOf(testShare)
                .multiply(BigDecimal.valueOf(size))
                .setScale(0, RoundingMode.CEILING)
                .intValueExact();
    }

    private static int[] stratifiedTest(LabelTargets targets, int testSize, SplittableRandom random) {
        int[] quota = quotas(targets.counts(), testSize, targets.size());
        int[] test = new int[testSize];
        int next = 0;
        for (int row : Shuffling.permutation(targets.size(), random)) {
            if (quota[targets.index(row)]-- > 0) {
                test[next++] = row;
            }
        }
        return test;
    }

    /** Shares out the test rows by largest remainder, ties to the first label. */
    private static int[] quotas(int[] counts, int testSize, int size) {
        int[] quotas = new int[counts.length];
        long[] remainders = new long[counts.length];
        int left = testSize;
        for (int label = 0; label < counts.length; label++) {
            long exact = (long) counts[label] * testSize;
            quotas[label] = (int) (exact / size);
            remainders[label] = exact % size;
            left -= quotas[label];
        }
        IntStream.range(0, counts.length)
                .boxed()
                .sorted((a, b) -> Long.compare(remainders[b], remainders[a]))
                .limit(left)
                .forEach(label -> quotas[label]++);
        return quotas;
    }

    @Override
    public String description() {
        return (stratified ? "stratified " : "") + "hold-out of "
                + new DecimalFormat("0.##", DecimalFormatSymbols.getInstance(Locale.ROOT)).format(testShare * 100)
                + " %";
    }
}
