package dev.assay.metric;

import java.util.Arrays;

/**
 * The documents of one query in the order of their scores, highest first. Documents with equal scores are tied: any order of
 * them is as good as any other, and what is computed here doesn't depend on that of the rows.
 */
final class RankedQuery {

    /** Ties stand in the order of scores, the documents of a tie in that of relevance, lowest first. */
    private final double[] relevance;
    /** Where each tie starts, and the number of documents. */
    private final int[] starts;

    private RankedQuery(double[] relevance, int[] starts) {
        this.relevance = relevance;
        this.starts = starts;
    }

    static RankedQuery of(Outcomes outcomes, RowGroups queries, int query) {
        double[] negatedScores = new double[queries.size(query)];
        for (int i = 0; i < negatedScores.length; i++) {
            // subtracting from 0 makes -0.0 equal to 0.0, which sorting tells apart
            negatedScores[i] = 0.0 - outcomes.numberPredictions().value(queries.row(query, i));
        }
        double[] ascending = negatedScores.clone();
        Arrays.sort(ascending);
        int[] starts = starts(ascending);
        double[] distinct = Arrays.stream(starts, 0, starts.length - 1)
                .mapToDouble(start -> ascending[start])
                .toArray();
        double[] relevance = new double[negatedScores.length];
        int[] next = starts.clone();
        for (int i = 0; i < negatedScores.length; i++) {
            int tie = Arrays.binarySearch(distinct, negatedScores[i]);
            relevance[next[tie]++] = outcomes.numberTruth().value(queries.row(query, i));
        }
        for (int tie = 0; tie < distinct.length; tie++) {
            Arrays.sort(relevance, starts[tie], starts[tie + 1]);
        }
        return new RankedQuery(relevance, starts);
    }

    private static int[] starts(double[] ascending) {
        int[] starts = new int[ascending.length + 1];
        int ties = 0;
        for (int i = 0; i < ascending.length; i++) {
            if (i == 0 || ascending[i] != ascending[i - 1]) {
                starts[ties++] = i;
            }
        }
        starts[ties] = ascending.length;
        return Arrays.copyOf(starts, ties + 1);
    }

    /** Returns how many documents there are, at least 1. */
    int size() {
        return relevance.length;
    }

    /** Returns how many different scores there are; each makes a tie, perhaps of one document. */
    int ties() {
        return starts.length - 1;
    }

    /** Returns how many documents stand above a tie. */
    int start(int tie) {
        return starts[tie];
    }

    /** Returns how many documents are in a tie. */
    int size(int tie) {
        return starts[tie + 1] - starts[tie];
    }

    /** Returns the relevance of a document of a tie, which are sorted by it, lowest first. */
    double relevance(int tie, int index) {
        return relevance[starts[tie] + index];
    }

    /** Returns how many documents of a tie are relevant: have a relevance above 0. */
    int relevant(int tie) {
        int count = 0;
        for (int i = size(tie) - 1; i >= 0 && relevance(tie, i) > 0; i--) {
            count++;
        }
        return count;
    }

    /** Returns how many documents are relevant. */
    int relevant() {
        int count = 0;
        for (int tie = 0; tie < ties(); tie++) {
            count += relevant(tie);
        }
        return count;
    }

    /** Returns the relevance of all documents, highest first: the best order there can be. */
    double[] ideal() {
        double[] ideal = relevance.clone();
        Arrays.sort(ideal);
        for (int i = 0, j = ideal.length - 1; i < j; i++, j--) {
            double swapped = ideal[i];
            ideal[i] = ideal[j];
            ideal[j] = swapped;
        }
        return ideal;
    }
}
