package dev.assay.metric;

import dev.assay.numeric.ExactSum;
import java.util.OptionalDouble;
import java.util.stream.IntStream;

/**
 * The discounted cumulative gain of a query: the sum, over the first k documents, of gain / log₂(1 + rank), averaged over
 * all orders of tied documents. Each document of a tie then has the tie's mean gain (McSherry and Najork 2008).
 */
record CumulativeGain(Gain gain, Cutoff cutoff, boolean normalised) implements QueryScore {

    /** Discounts of the first ranks, from 0, since logarithms take longer than all the rest. */
    private static final double[] DISCOUNTS = IntStream.range(0, 1024)
            .mapToDouble(CumulativeGain::computedDiscount)
            .toArray();

    private static double computedDiscount(int position) {
        return 1 / (StrictMath.log(position + 2.0) / StrictMath.log(2));
    }

    private static double discount(int position) {
        return position < DISCOUNTS.length ? DISCOUNTS[position] : computedDiscount(position);
    }

    @Override
    public OptionalDouble of(RankedQuery query) {
        double sum = discounted(query);
        if (!normalised) {
            return OptionalDouble.of(sum);
        }
        double best = discounted(query.ideal());
        // rounding mustn't make an order better than the best
        return OptionalDouble.of(best == 0 ? 0 : Math.min(1, sum / best));
    }

    private double discounted(RankedQuery query) {
        ExactSum sum = new ExactSum();
        for (int tie = 0; tie < query.ties(); tie++) {
            int counting = cutoff.within(query, tie);
            double mean = counting == 0 ? 0 : meanGain(query, tie);
            for (int i = 0; i < counting; i++) {
                sum.addProduct(mean, discount(query.start(tie) + i));
            }
        }
        return sum.value();
    }

    private double meanGain(RankedQuery query, int tie) {
        int size = query.size(tie);
        if (query.relevance(tie, 0) == query.relevance(tie, size - 1)) {
            // not by sum and quotient, so that a tie of equals in the best order gives exactly the best gain
            return gain.of(query.relevance(tie, 0));
        }
        ExactSum gains = new ExactSum();
        for (int i = 0; i < size; i++) {
            gains.add(gain.of(query.relevance(tie, i)));
        }
        return gains.value() / size;
    }

    private double discounted(double[] ordered) {
        ExactSum sum = new ExactSum();
        for (int i = 0; i < Math.min(cutoff.k(), ordered.length); i++) {
            sum.addProduct(gain.of(ordered[i]), discount(i));
        }
        return sum.value();
    }
}
