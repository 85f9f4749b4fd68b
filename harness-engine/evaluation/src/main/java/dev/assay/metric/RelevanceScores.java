package dev.assay.metric;

import java.util.OptionalDouble;

/**
 * How well one query's relevant documents were found. Where scores are tied, each is the expected value over all orders of
 * the tied documents, by the formulas of McSherry and Najork 2008; below, a tie of n documents, r of them relevant, stands
 * under c others.
 */
final class RelevanceScores {

    private RelevanceScores() {}

    /**
     * Computes 1 / the rank of the first relevant document, 0 if there is none. In the first tie with relevant documents, the
     * j-th place is the first relevant one with probability C(n − j, r − 1) / C(n, r), and its rank is c + j.
     */
    static double reciprocalRank(RankedQuery query) {
        int tie = firstRelevantTie(query);
        if (tie == query.ties()) {
            return 0;
        }
        int size = query.size(tie);
        int relevant = query.relevant(tie);
        double expected = 0;
        double probability = (double) relevant / size;
        for (int place = 1; place <= size - relevant; place++) {
            expected += probability / (query.start(tie) + place);
            probability *= (double) (size - relevant - place + 1) / (size - place);
        }
        return expected + probability / (query.start(tie) + size - relevant + 1);
    }

    private static int firstRelevantTie(RankedQuery query) {
        int tie = 0;
        while (tie < query.ties() && query.relevant(tie) == 0) {
            tie++;
        }
        return tie;
    }

    /**
     * Computes the mean, over the relevant documents, of the precision down to each. With R relevant documents above the tie,
     * its j-th place adds (r / n) · (R + 1 + (j − 1)(r − 1) / (n − 1)) / (c + j). Nothing if no document is relevant: 0/0.
     */
    static OptionalDouble averagePrecision(RankedQuery query) {
        double sum = 0;
        int above = 0;
        for (int tie = 0; tie < query.ties(); tie++) {
            int relevant = query.relevant(tie);
            if (relevant > 0) {
                sum += precisions(query.start(tie), query.size(tie), above, relevant);
                above += relevant;
            }
        }
        return above == 0 ? OptionalDouble.empty() : OptionalDouble.of(sum / above);
    }

    private static double precisions(int start, int size, int relevantAbove, int relevant) {
        double sum = 0;
        for (int place = 1; place <= size; place++) {
            double before = place == 1 ? 0 : (place - 1.0) * (relevant - 1) / (size - 1);
            sum += (relevantAbove + 1 + before) / (start + place);
        }
        return sum * relevant / size;
    }

    /**
     * Computes whether a relevant document is among the first k: 1 or 0. Where the k-th place is within the first tie with
     * relevant documents, of which m places are among the first k, it is 1 − C(n − r, m) / C(n, m).
     */
    static double hit(RankedQuery query, Cutoff cutoff) {
        int tie = firstRelevantTie(query);
        if (tie == query.ties()) {
            return 0;
        }
        int size = query.size(tie);
        int others = size - query.relevant(tie);
        int counting = cutoff.within(query, tie);
        double miss = 1;
        for (int i = 0; i < counting && miss > 0; i++) {
            miss *= (double) (others - i) / (size - i);
        }
        return 1 - miss;
    }

    /**
     * Computes how many relevant documents are among the first k: those above, and m · r / n of a tie of which m places are
     * among them.
     */
    static double found(RankedQuery query, Cutoff cutoff) {
        double found = 0;
        for (int tie = 0; tie < query.ties(); tie++) {
            found += (double) cutoff.within(query, tie) * query.relevant(tie) / query.size(tie);
        }
        return found;
    }
}
