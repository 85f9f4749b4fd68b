package dev.assay.resampling;

import dev.assay.data.Dataset;
import dev.assay.data.InvalidDataException;
import dev.assay.data.LabelSetTargets;
import dev.assay.data.Seed;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Arrays;
import java.util.OptionalDouble;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

/** Deals the examples of one data set to the parts of one hold-out. */
final class Parts {

    static final int TEST = 0;
    static final int VALIDATION = 1;
    static final int TRAIN = 2;
    /** What is in no part. */
    private static final int UNUSED = 3;

    static final int NUMBER = 4;

    private final HoldoutSplit shares;
    private final Dataset<?> data;
    private final SplittableRandom random;
    /** Of its own, so that what decides between equals doesn't change where there are none. */
    private final SplittableRandom ties;

    Parts(HoldoutSplit shares, Dataset<?> data, Seed seed) {
        this.shares = shares;
        this.data = data;
        this.random = seed.derive("shuffle").random();
        this.ties = seed.derive("ties").random();
    }

    /** Adds in decimals, as the shares were written. */
    static boolean exceedsWhole(double test, double validation, OptionalDouble train) {
        BigDecimal aside = BigDecimal.valueOf(test).add(BigDecimal.valueOf(validation));
        int rest = BigDecimal.ONE.subtract(aside).compareTo(BigDecimal.valueOf(train.orElse(0)));
        return train.isPresent() ? rest < 0 : rest <= 0;
    }

    static String words(double test, double validation, OptionalDouble train) {
        String words = "a test share of " + test;
        if (validation > 0) {
            words += (train.isPresent() ? ", " : " and ") + "a validation share of " + validation;
        }
        return train.isPresent() ? words + " and a training share of " + train.getAsDouble() : words;
    }

    int[] allocate() {
        if (shares.grouped()) {
            Groups groups = Groups.of(data);
            return groups.spread(shares.stratified() ? stratified(groups) : drawn(groups.number(), "groups"));
        }
        if (!shares.stratified()) {
            return drawn(data.size(), "examples");
        }
        return data.targets() instanceof LabelSetTargets sets && shares.bins().isEmpty()
                ? IterativeStratification.shuffled(sets, sizes(data.size(), "examples"), random)
                : stratified(Strata.of(data, shares.bins()));
    }

    private int[] sizes(int all, String what) {
        int[] sizes = new int[NUMBER];
        sizes[TEST] = of(shares.testShare(), all, RoundingMode.CEILING);
        sizes[VALIDATION] = of(shares.validationShare(), all, RoundingMode.CEILING);
        int rest = all - sizes[TEST] - sizes[VALIDATION];
        sizes[TRAIN] = shares.trainShare().isPresent()
                ? Math.min(rest, of(shares.trainShare().getAsDouble(), all, RoundingMode.FLOOR))
                : rest;
        sizes[UNUSED] = rest - sizes[TRAIN];
        if (sizes[TRAIN] <= 0) {
            String words = words(shares.testShare(), shares.validationShare(), shares.trainShare());
            throw new InvalidDataException(words + (words.contains(" and ") ? " leave no " : " leaves no ") + what
                    + " to train on: " + data.name() + " has " + all + (shares.grouped() ? " groups" : ""));
        }
        return sizes;
    }

    /** Counts in decimals, as the share was written: 0.07 of 100 are 7, which doubles miss. */
    private static int of(double share, int all, RoundingMode rounding) {
        return BigDecimal.valueOf(share)
                .multiply(BigDecimal.valueOf(all))
                .setScale(0, rounding)
                .intValueExact();
    }

    private int[] drawn(int all, String what) {
        int[] sizes = sizes(all, what);
        int[] partOf = new int[all];
        int next = 0;
        int[] order = Shuffling.permutation(all, random);
        for (int part = 0; part < NUMBER; part++) {
            for (int i = 0; i < sizes[part]; i++) {
                partOf[order[next++]] = part;
            }
        }
        return partOf;
    }

    private int[] stratified(Strata strata) {
        int[] sizes = sizes(data.size(), "examples");
        int[] left = IntStream.range(0, strata.number()).map(strata::count).toArray();
        int[][] quotas = new int[NUMBER][];
        for (int part = 0; part < NUMBER; part++) {
            quotas[part] = quotas(left, sizes[part]);
            for (int stratum = 0; stratum < left.length; stratum++) {
                left[stratum] -= quotas[part][stratum];
            }
        }
        int[] partOf = new int[data.size()];
        for (int row : Shuffling.permutation(partOf.length, random)) {
            int stratum = strata.code(row);
            int part = 0;
            while (quotas[part][stratum] == 0) {
                part++;
            }
            quotas[part][stratum]--;
            partOf[row] = part;
        }
        return partOf;
    }

    /**
     * Shares out the rows of a part by largest remainder. Ties are broken at random: of many strata that are due less than a row
     * each, every one must have its chance.
     */
    private int[] quotas(int[] counts, int size) {
        int all = Math.max(1, Arrays.stream(counts).sum());
        int[] quotas = new int[counts.length];
        long[] remainders = new long[counts.length];
        int left = size;
        for (int stratum = 0; stratum < counts.length; stratum++) {
            long exact = (long) counts[stratum] * size;
            quotas[stratum] = (int) (exact / all);
            remainders[stratum] = exact % all;
            left -= quotas[stratum];
        }
        IntStream.of(Shuffling.permutation(counts.length, ties))
                .boxed()
                .sorted((a, b) -> Long.compare(remainders[b], remainders[a]))
                .limit(left)
                .forEach(stratum -> quotas[stratum]++);
        return quotas;
    }

    private int[] stratified(Groups groups) {
        double test = shares.testShare();
        double validation = shares.validationShare();
        double train = shares.trainShare().orElse(1 - test - validation);
        double[] all = {test, validation, train, Math.max(0, 1 - test - validation - train)};
        // what is left by rounding is no part
        int[] wanted = IntStream.range(0, NUMBER)
                .filter(part -> part != UNUSED || shares.trainShare().isPresent())
                .filter(part -> all[part] > 1e-9)
                .toArray();
        groups.requireAtLeast(wanted.length, shares.description());
        double[] weights = Arrays.stream(wanted)
                .mapToDouble(part -> all[part] * wanted.length)
                .toArray();
        int[] place = StratifiedGroups.shuffled(groups, Strata.of(data, shares.bins()), weights, random);
        return Arrays.stream(place).map(part -> wanted[part]).toArray();
    }
}
