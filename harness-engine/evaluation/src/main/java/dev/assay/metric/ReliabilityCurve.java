package dev.assay.metric;

import dev.assay.numeric.Chunks;
import dev.assay.numeric.Chunks.RangeFunction;
import dev.assay.numeric.ExactSum;
import dev.assay.numeric.UnitSum;
import dev.assay.prediction.ScoreKind;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * How often what was predicted with some probability came true, over bins of examples with similar probabilities. A
 * calibrated model's frequencies are its probabilities.
 */
public final class ReliabilityCurve {

    /** How bins are made. */
    public enum Binning {
        /** Intervals of equal width; each contains its lower end, and the last one 1. */
        EQUAL_WIDTH("equal-width"),
        /** As equal numbers of examples as can be without separating equal probabilities. */
        EQUAL_COUNT("equal-count");

        private final String words;

        Binning(String words) {
            this.words = words;
        }

        String words() {
            return words;
        }
    }

    private static final int NO_LABEL = -1;

    private record Bin(double lower, double upper, double weight, double meanProbability, double frequency) {}

    private final List<Bin> bins;

    private ReliabilityCurve(List<Bin> bins) {
        this.bins = bins;
    }

    /**
     * Judges the probability of the predicted label, which comes true where that is the true one.
     *
     * @param outcomes a classification with probabilities
     * @param bins how many bins there are at most, at least 1
     * @param binning how they are made
     * @return the curve
     * @throws IllegalArgumentException if there are no probabilities
     */
    public static ReliabilityCurve ofPredicted(Outcomes outcomes, int bins, Binning binning) {
        requireProbabilities(outcomes);
        return outcomes.once(
                Arrays.asList(null, bins, binning),
                ReliabilityCurve.class,
                () -> of(outcomes, RowScores.of(outcomes).confidences(), bins, binning));
    }

    /**
     * Judges the probability of one label in all rows, which comes true where that is the true one.
     *
     * @param outcomes a classification with probabilities
     * @param label the label
     * @param bins how many bins there are at most, at least 1
     * @param binning how they are made
     * @return the curve
     * @throws IllegalArgumentException if there are no probabilities
     */
    public static ReliabilityCurve ofLabel(Outcomes outcomes, String label, int bins, Binning binning) {
        requireProbabilities(outcomes);
        int index = outcomes.labelPredictions().labels().indexOf(label);
        return outcomes.once(
                List.of(label, bins, binning),
                ReliabilityCurve.class,
                () -> of(outcomes, Confidences.ofLabel(outcomes, index), bins, binning));
    }

    private static void requireProbabilities(Outcomes outcomes) {
        if (outcomes.labelPredictions().scoreKind() != ScoreKind.PROBABILITIES) {
            throw new IllegalArgumentException("calibration is of probabilities, which these predictions have none of");
        }
    }

    static void requireBins(int bins) {
        if (bins < 1) {
            throw new IllegalArgumentException("there must be at least 1 bin, not " + bins);
        }
    }

    private static ReliabilityCurve of(Outcomes outcomes, Confidences confidences, int bins, Binning binning) {
        requireBins(bins);
        double[] lowerEnds =
                binning == Binning.EQUAL_WIDTH ? equalWidths(bins) : equalCounts(outcomes, confidences, bins);
        BinSearch search = new BinSearch(lowerEnds);
        RangeFunction<Totals[]> totalsOf = (from, to) -> {
            Totals[] totals = Totals.several(lowerEnds.length);
            for (int row = from; row < to; row++) {
                double value = confidences.probability(row);
                Totals bin = totals[search.bin(value)];
                if (outcomes.isWeighted()) {
                    bin.add(value, outcomes.weight(row), confidences.hit(row));
                } else {
                    bin.addRow(value, confidences.hit(row));
                }
            }
            return totals;
        };
        Totals[] all =
                Chunks.reduce(outcomes.size(), totalsOf, (sum, part) -> Arrays.setAll(sum, i -> sum[i].merge(part[i])));
        return new ReliabilityCurve(IntStream.range(0, all.length)
                .filter(i -> all[i].weight() > 0)
                .mapToObj(i -> all[i].bin(lowerEnds[i], i + 1 < all.length ? lowerEnds[i + 1] : 1))
                .toList());
    }

    private static double[] equalWidths(int bins) {
        double[] lowerEnds = new double[bins];
        Arrays.setAll(lowerEnds, bin -> (double) bin / bins);
        return lowerEnds;
    }

    /** Puts equal probabilities into the bin in which the middle one of them falls. */
    private static double[] equalCounts(Outcomes outcomes, Confidences confidences, int bins) {
        double[] lowerEnds = new double[bins];
        Arrays.fill(lowerEnds, Double.POSITIVE_INFINITY);
        if (outcomes.isWeighted()) {
            SortedScores sorted = SortedScores.of(outcomes, confidences::probability);
            endWeightedBins(sorted, outcomes.confusion().total(), lowerEnds);
        } else {
            endBins(confidences, lowerEnds);
        }
        return Arrays.stream(lowerEnds).filter(Double::isFinite).toArray();
    }

    /** The lowest probabilities of a bin are at the place where it should end, or just before. */
    private static void endBins(Confidences confidences, double[] lowerEnds) {
        int rows = confidences.size();
        int[] places = IntStream.range(0, lowerEnds.length)
                .map(bin -> rows - (int) (((long) bin * rows + lowerEnds.length - 1) / lowerEnds.length))
                .map(above -> Math.min(rows - 1, above))
                .toArray();
        OrderStatistics order = OrderStatistics.at(confidences, places);
        for (int place : places) {
            int start = order.startOfTie(place);
            if (start > 0) {
                endBin(order, order.startOfTie(start - 1), start, lowerEnds);
            }
            endBin(order, start, order.endOfTie(place), lowerEnds);
        }
    }

    private static void endBin(OrderStatistics order, int start, int end, double[] lowerEnds) {
        long twiceMiddle = 2L * order.size() - start - end;
        int bin = (int) (twiceMiddle * lowerEnds.length / (2L * order.size()));
        lowerEnds[bin] = Math.min(lowerEnds[bin], order.get(start));
    }

    private static void endWeightedBins(SortedScores sorted, double total, double[] lowerEnds) {
        int bins = lowerEnds.length;
        ScoreTotals above = new ScoreTotals(sorted, NO_LABEL);
        for (int start = 0; start < sorted.size(); ) {
            int end = sorted.endOfTie(start);
            double before = above.negatives();
            above.add(start, end);
            if (above.negatives() > before) {
                double middle = total - (before + above.negatives()) / 2;
                // from the top down, so that each bin ends up with the lowest of its probabilities
                lowerEnds[Math.max(0, Math.min(bins - 1, (int) (middle * bins / total)))] = sorted.score(start);
            }
            start = end;
        }
    }

    /** Finds bins: where values of the same leading bits begin, and from there on one by one. */
    private static final class BinSearch {

        private static final int STEPS = 1 << 12;

        private final double[] lowerEnds;
        /** For each step of the way from 0 to 1, the bin that its lowest value falls in. */
        private final int[] first = new int[STEPS + 1];

        BinSearch(double[] lowerEnds) {
            this.lowerEnds = lowerEnds;
            for (int step = 0; step <= STEPS; step++) {
                first[step] = from(step == 0 ? 0 : first[step - 1], (double) step / STEPS);
            }
        }

        int bin(double value) {
            return from(first[(int) (value * STEPS)], value);
        }

        private int from(int bin, double value) {
            int found = bin;
            while (found + 1 < lowerEnds.length && lowerEnds[found + 1] <= value) {
                found++;
            }
            return found;
        }
    }

    /** Sums over the examples of a bin. */
    private static final class Totals {

        private final ExactSum weights = new ExactSum();
        private final ExactSum probabilities = new ExactSum();
        private final ExactSum hitWeights = new ExactSum();
        /** Of rows without weights. */
        private final UnitSum plainProbabilities = new UnitSum();

        private int count;
        private int hits;

        static Totals[] several(int count) {
            return Stream.generate(Totals::new).limit(count).toArray(Totals[]::new);
        }

        void addRow(double value, int hit) {
            count++;
            hits += hit;
            plainProbabilities.add(value);
        }

        void add(double value, double weight, int hit) {
            weights.add(weight);
            probabilities.addProduct(weight, value);
            hitWeights.add(hit * weight);
        }

        Totals merge(Totals other) {
            other.plainProbabilities.addTo(probabilities);
            weights.merge(other.weights);
            probabilities.merge(other.probabilities);
            hitWeights.merge(other.hitWeights);
            count += other.count;
            hits += other.hits;
            return this;
        }

        double weight() {
            return weights.value() + count;
        }

        Bin bin(double lower, double upper) {
            plainProbabilities.addTo(probabilities);
            return new Bin(
                    lower, upper, weight(), probabilities.value() / weight(), (hitWeights.value() + hits) / weight());
        }
    }

    /**
     * Returns the number of bins with examples.
     *
     * @return at least 1
     */
    public int size() {
        return bins.size();
    }

    /**
     * Returns where a bin begins.
     *
     * @param bin from 0 to {@code size() - 1}, by ascending probability
     * @return the lowest probability that belongs to it
     */
    public double lower(int bin) {
        return bins.get(bin).lower;
    }

    /**
     * Returns where a bin ends.
     *
     * @param bin from 0 to {@code size() - 1}
     * @return the lowest probability above it, 1 for the last bin, to which 1 belongs
     */
    public double upper(int bin) {
        return bins.get(bin).upper;
    }

    /**
     * Returns how many examples a bin has.
     *
     * @param bin from 0 to {@code size() - 1}
     * @return their number or the sum of their weights, positive
     */
    public double weight(int bin) {
        return bins.get(bin).weight;
    }

    /**
     * Returns what was predicted in a bin.
     *
     * @param bin from 0 to {@code size() - 1}
     * @return the mean probability
     */
    public double meanProbability(int bin) {
        return bins.get(bin).meanProbability;
    }

    /**
     * Returns what came true in a bin.
     *
     * @param bin from 0 to {@code size() - 1}
     * @return the share of examples, by weight
     */
    public double frequency(int bin) {
        return bins.get(bin).frequency;
    }

    /**
     * Returns the mean distance between probability and frequency over the bins, weighted by their examples.
     *
     * @return the expected calibration error, 0 to 1
     */
    public double expectedError() {
        WeightedMean mean = new WeightedMean();
        bins.forEach(bin -> mean.add(distance(bin), bin.weight));
        return mean.value();
    }

    /**
     * Returns the largest distance between probability and frequency of a bin.
     *
     * @return the maximum calibration error, 0 to 1
     */
    public double maximumError() {
        return bins.stream().mapToDouble(ReliabilityCurve::distance).max().orElseThrow();
    }

    private static double distance(Bin bin) {
        return Math.abs(bin.frequency - bin.meanProbability);
    }
}
