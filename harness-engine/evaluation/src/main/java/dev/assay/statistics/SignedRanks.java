package dev.assay.statistics;

import java.util.Arrays;
import java.util.Comparator;

/** Sums of ranks of absolute differences, none of which is 0, by their sign. */
final class SignedRanks {

    private final double[] ordered;
    private double positive;
    private double negative;
    private double ties;

    SignedRanks(double... differences) {
        ordered = Arrays.stream(differences)
                .boxed()
                .sorted(Comparator.comparingDouble(Math::abs))
                .mapToDouble(Double::doubleValue)
                .toArray();
        int start = 0;
        while (start < ordered.length) {
            start = addGroup(start);
        }
    }

    /** Adds the ranks of differences as large as one, and returns where the next larger one is. */
    private int addGroup(int start) {
        int end = start;
        int above = 0;
        while (end < ordered.length && Math.abs(ordered[end]) == Math.abs(ordered[start])) {
            above += ordered[end] > 0 ? 1 : 0;
            end++;
        }
        double size = end - start;
        double rank = (start + 1.0 + end) / 2;
        positive += rank * above;
        negative += rank * (size - above);
        ties += size * size * size - size;
        return end;
    }

    double positive() {
        return positive;
    }

    double negative() {
        return negative;
    }

    double smaller() {
        return Math.min(positive, negative);
    }

    /** Returns Σ(t³ − t) over groups of t equal absolute differences. */
    double ties() {
        return ties;
    }
}
