package dev.assay.resampling;

import java.util.Arrays;
import java.util.Comparator;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Allocates whole groups to parts so that each part has its share of each stratum: groups come by the descending standard
 * deviation of their counts of strata, and each goes into the part that makes the parts' shares of a stratum differ least
 * (their standard deviation, averaged over strata), of equals into the part with the fewest examples. With equal parts this
 * is what scikit-learn does.
 */
final class StratifiedGroups {

    /** What counts as equal, as NumPy's isclose has it. */
    private static final double ABSOLUTE = 1e-8;

    private static final double RELATIVE = 1e-5;

    private final Groups groups;
    /** The part of the examples that each part should have, times the number of parts: 1 where all are equal. */
    private final double[] weights;
    /** How many examples of each stratum a group has; strata without examples are left out. */
    private final int[][] counts;

    private final int[] totals;
    private final int[][] countsOfPart;
    private final int[] sizes;
    /** How much the parts' shares of a stratum differ so far. */
    private final double[] spread;

    private StratifiedGroups(Groups groups, Strata strata, double[] weights) {
        this.groups = groups;
        this.weights = weights;
        int[] present = IntStream.range(0, strata.number())
                .filter(code -> strata.count(code) > 0)
                .toArray();
        int[] place = new int[strata.number()];
        for (int i = 0; i < present.length; i++) {
            place[present[i]] = i;
        }
        this.counts = new int[groups.number()][present.length];
        this.totals = new int[present.length];
        for (int row = 0; row < strata.rows(); row++) {
            counts[groups.code(row)][place[strata.code(row)]]++;
            totals[place[strata.code(row)]]++;
        }
        this.countsOfPart = new int[weights.length][present.length];
        this.sizes = new int[weights.length];
        this.spread = new double[present.length];
    }

    /** Makes equal parts; takes groups of equal deviation in the order of their names. */
    static int[] inOrder(Groups groups, Strata strata, int parts) {
        StratifiedGroups allocation = new StratifiedGroups(groups, strata, equal(parts));
        return allocation.allocate(
                IntStream.range(0, groups.number()).boxed(),
                Comparator.comparingDouble(group -> -deviation(allocation.counts[group])));
    }

    /** Makes equal parts; takes groups at random. */
    static int[] shuffled(Groups groups, Strata strata, int parts, SplittableRandom random) {
        return shuffled(groups, strata, equal(parts), random);
    }

    private static double[] equal(int parts) {
        double[] weights = new double[parts];
        Arrays.fill(weights, 1);
        return weights;
    }

    /**
     * Takes groups in random order among those whose deviations lie between the same powers of two: large ones still come
     * first, since there must be small ones left to make up for them.
     *
     * @param weights the part of the examples that each part should have, times the number of parts
     */
    static int[] shuffled(Groups groups, Strata strata, double[] weights, SplittableRandom random) {
        StratifiedGroups allocation = new StratifiedGroups(groups, strata, weights);
        return allocation.allocate(
                Arrays.stream(Shuffling.permutation(groups.number(), random)).boxed(),
                Comparator.comparingInt(group -> -Math.getExponent(deviation(allocation.counts[group]))));
    }

    private int[] allocate(Stream<Integer> all, Comparator<Integer> order) {
        int[] partOfGroup = new int[groups.number()];
        int left = groups.number();
        int empty = weights.length;
        for (int group : all.sorted(order).mapToInt(Integer::intValue).toArray()) {
            // the last groups go to parts that are still empty, since every part needs one
            int part = best(counts[group], left <= empty);
            empty -= sizes[part] == 0 ? 1 : 0;
            left--;
            put(group, part);
            partOfGroup[group] = part;
        }
        return partOfGroup;
    }

    private int best(int[] ofGroup, boolean onlyEmpty) {
        int best = -1;
        double least = Double.POSITIVE_INFINITY;
        for (int part = 0; part < weights.length; part++) {
            if (onlyEmpty && sizes[part] > 0) {
                continue;
            }
            double spreadWith = spreadWith(part, ofGroup);
            if (best < 0
                    || spreadWith < least
                    || (Math.abs(spreadWith - least) <= ABSOLUTE + RELATIVE * least && sizes[part] < sizes[best])) {
                best = part;
                least = spreadWith;
            }
        }
        return best;
    }

    private double spreadWith(int part, int[] ofGroup) {
        double sum = 0;
        for (int stratum = 0; stratum < ofGroup.length; stratum++) {
            if (ofGroup[stratum] == 0) {
                sum += spread[stratum];
            } else {
                countsOfPart[part][stratum] += ofGroup[stratum];
                sum += spreadOf(stratum);
                countsOfPart[part][stratum] -= ofGroup[stratum];
            }
        }
        return sum / ofGroup.length;
    }

    private double spreadOf(int stratum) {
        double mean = 0;
        for (int part = 0; part < weights.length; part++) {
            mean += share(part, stratum);
        }
        mean /= weights.length;
        double squares = 0;
        for (int part = 0; part < weights.length; part++) {
            double difference = share(part, stratum) - mean;
            squares += difference * difference;
        }
        return Math.sqrt(squares / weights.length);
    }

    private double share(int part, int stratum) {
        return (double) countsOfPart[part][stratum] / totals[stratum] / weights[part];
    }

    private void put(int group, int part) {
        sizes[part] += groups.size(group);
        for (int stratum = 0; stratum < totals.length; stratum++) {
            if (counts[group][stratum] > 0) {
                countsOfPart[part][stratum] += counts[group][stratum];
                spread[stratum] = spreadOf(stratum);
            }
        }
    }

    private static double deviation(int[] values) {
        double mean = (double) Arrays.stream(values).sum() / values.length;
        double squares = 0;
        for (int value : values) {
            squares += (value - mean) * (value - mean);
        }
        return Math.sqrt(squares / values.length);
    }
}
