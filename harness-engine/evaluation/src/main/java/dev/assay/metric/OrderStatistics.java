package dev.assay.metric;

import dev.assay.numeric.Chunks;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Some of many probabilities in descending order, by their places, with what ties with them. The range from 0 to 1 is divided
 * into buckets, and only buckets with such a place, and the next ones above, are sorted.
 */
final class OrderStatistics {

    private static final int BUCKETS = 1 << 12;

    private final Confidences confidences;
    private final int[] counts;
    /** Which buckets are sorted. */
    private final BitSet chosen = new BitSet(BUCKETS);
    /** For each chosen bucket, its numbers in descending order. */
    private final double[][] sorted = new double[BUCKETS][];
    /** How many numbers are in higher buckets. */
    private final int[] above = new int[BUCKETS];

    private OrderStatistics(Confidences confidences, int[] counts) {
        this.confidences = confidences;
        this.counts = counts;
        for (int bucket = BUCKETS - 2; bucket >= 0; bucket--) {
            above[bucket] = above[bucket + 1] + counts[bucket + 1];
        }
    }

    /** Finds the numbers at these places, from 0 for the highest, and the next higher ones. */
    static OrderStatistics at(Confidences confidences, int... places) {
        int[] counts = Chunks.reduce(confidences.size(), (from, to) -> counts(confidences, from, to), (all, part) -> {
            for (int bucket = 0; bucket < BUCKETS; bucket++) {
                all[bucket] += part[bucket];
            }
        });
        OrderStatistics statistics = new OrderStatistics(confidences, counts);
        statistics.choose(places);
        statistics.sort();
        return statistics;
    }

    private static int[] counts(Confidences confidences, int from, int to) {
        int[] counts = new int[BUCKETS];
        for (int row = from; row < to; row++) {
            counts[bucket(confidences.probability(row))]++;
        }
        return counts;
    }

    private static int bucket(double probability) {
        return Math.min(BUCKETS - 1, (int) (probability * BUCKETS));
    }

    private void choose(int... places) {
        for (int place : places) {
            int bucket = bucketAt(place);
            chosen.set(bucket);
            if (above[bucket] > 0) {
                chosen.set(bucketAt(above[bucket] - 1));
            }
        }
    }

    private int bucketAt(int place) {
        int bucket = BUCKETS - 1;
        while (above[bucket] + counts[bucket] <= place) {
            bucket--;
        }
        return bucket;
    }

    private void sort() {
        List<double[]> parts = Chunks.map(
                confidences.size(),
                (from, to) -> IntStream.range(from, to)
                        .mapToDouble(confidences::probability)
                        .filter(probability -> chosen.get(bucket(probability)))
                        .toArray());
        int[] filled = new int[BUCKETS];
        chosen.stream().forEach(bucket -> sorted[bucket] = new double[counts[bucket]]);
        for (double[] part : parts) {
            for (double probability : part) {
                int bucket = bucket(probability);
                sorted[bucket][filled[bucket]++] = -probability;
            }
        }
        Chunks.forEach(chosen.stream().boxed().toList(), bucket -> {
            double[] numbers = sorted[bucket];
            Arrays.sort(numbers);
            Arrays.setAll(numbers, i -> -numbers[i]);
        });
    }

    int size() {
        return confidences.size();
    }

    /** Returns the number at one of the places, or at the place before the start of its tie. */
    double get(int place) {
        int bucket = bucketAt(place);
        return sorted[bucket][place - above[bucket]];
    }

    /** Returns the first place of a number that equals that at a place. */
    int startOfTie(int place) {
        int bucket = bucketAt(place);
        int start = place - above[bucket];
        while (start > 0 && sorted[bucket][start - 1] == sorted[bucket][start]) {
            start--;
        }
        return above[bucket] + start;
    }

    /** Returns the place behind the last number that equals that at a place. */
    int endOfTie(int place) {
        int bucket = bucketAt(place);
        int end = place - above[bucket] + 1;
        while (end < counts[bucket] && sorted[bucket][end - 1] == sorted[bucket][end]) {
            end++;
        }
        return above[bucket] + end;
    }
}
