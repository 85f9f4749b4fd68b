package dev.assay.metric;

import java.util.OptionalDouble;

/**
 * The metrics of ranking: how well the documents of each query are ordered.
 *
 * <p>The targets are numbers, the relevance of each document; the predictions are numbers, by which the documents are
 * ordered, highest first. The groups of the data set are the queries
 * ({@link dev.assay.data.Dataset#withGroups Dataset.withGroups}); without them, all these metrics are undefined. For those
 * that don't grade relevance, a document is relevant if its relevance is above 0.
 *
 * <p>Each metric is the mean over queries, whatever their number of documents. A query's weight is that of its rows; where
 * they differ, the metric is undefined.
 *
 * <p>The order of rows never breaks ties: where a query's documents have equal scores, its value is the expected one over
 * all their orders, computed exactly (McSherry and Najork, "Computing information retrieval performance measures efficiently
 * in the presence of tied scores", 2008).
 *
 * <p>Over the folds of a repeat each is the mean over all queries. This presumes that every query lies in one fold as a
 * whole: documents that different models scored can't be ranked together.
 */
public final class RankingMetrics {

    /** Normalised discounted cumulative gain: DCG divided by that of the best order. From 0 to 1. */
    public static final GainMetric NDCG = GainMetric.of(true);

    /** Discounted cumulative gain: the sum of gain / log₂(1 + rank). From 0 up. */
    public static final GainMetric DCG = GainMetric.of(false);

    /**
     * Mean reciprocal rank (MRR): the mean of 1 / the rank of the first relevant document. From 0 to 1. A query without any
     * relevant document adds 0, as in the question answering track of TREC (Voorhees 1999): none was found.
     */
    public static final Metric MEAN_RECIPROCAL_RANK =
            new QueryMean("mean reciprocal rank", always(RelevanceScores::reciprocalRank));

    /**
     * Mean average precision (MAP): the mean, over a query's relevant documents, of the share of relevant ones down to each;
     * then the mean over queries (Buckley and Voorhees 2000). From 0 to 1. A query without any relevant document would be
     * 0/0, whatever the model; it is left out, and without any other the metric is undefined.
     */
    public static final Metric MEAN_AVERAGE_PRECISION =
            new QueryMean("mean average precision", RelevanceScores::averagePrecision);

    private RankingMetrics() {}

    /**
     * Returns the share of queries with a relevant document among the first k. A query without any relevant document has no
     * hit.
     *
     * @param k how many of the first documents count, at least 1
     * @return the metric, from 0 to 1
     */
    public static Metric hitRateAt(int k) {
        Cutoff cutoff = new Cutoff(k);
        return new QueryMean("hit rate" + cutoff, always(query -> RelevanceScores.hit(query, cutoff)));
    }

    /**
     * Returns the mean share of relevant documents among the first k. It is a share of k also for a query of fewer documents,
     * as in trec_eval, and 0 for a query without any relevant document.
     *
     * @param k how many of the first documents count, at least 1
     * @return the metric, from 0 to 1
     */
    public static Metric precisionAt(int k) {
        Cutoff cutoff = new Cutoff(k);
        return new QueryMean("precision" + cutoff, always(query -> RelevanceScores.found(query, cutoff) / k));
    }

    /**
     * Returns the mean share of a query's relevant documents that are among the first k. A query without any relevant
     * document would be 0/0, whatever the model; it is left out, and without any other the metric is undefined.
     *
     * @param k how many of the first documents count, at least 1
     * @return the metric, from 0 to 1
     */
    public static Metric recallAt(int k) {
        Cutoff cutoff = new Cutoff(k);
        return new QueryMean(
                "recall" + cutoff,
                query -> query.relevant() == 0
                        ? OptionalDouble.empty()
                        : OptionalDouble.of(RelevanceScores.found(query, cutoff) / query.relevant()));
    }

    /** A number that every query has. */
    @FunctionalInterface
    private interface Always {

        double of(RankedQuery query);
    }

    private static QueryScore always(Always score) {
        return query -> OptionalDouble.of(score.of(query));
    }
}
