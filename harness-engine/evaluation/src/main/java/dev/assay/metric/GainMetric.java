package dev.assay.metric;

import dev.assay.data.NumberTargets;
import dev.assay.data.Targets;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Discounted cumulative gain (DCG), or the same normalised by that of the best order (NDCG), averaged over queries.
 *
 * <p>The document at rank i adds its gain divided by log₂(1 + i). The gain is the relevance (Järvelin and Kekäläinen,
 * "Cumulated gain-based evaluation of IR techniques", 2002) unless {@link #withExponentialGain} is called. Documents with
 * equal scores share the mean of their gains, which is the mean over all their orders (McSherry and Najork, "Computing
 * information retrieval performance measures efficiently in the presence of tied scores", 2008). This is what
 * scikit-learn's {@code ndcg_score} and {@code dcg_score} compute.
 *
 * <p>NDCG is 0 for a query without any relevant document, as in scikit-learn, and 1 for a query of one relevant document,
 * where scikit-learn may raise an error. Undefined without groups, where a relevance is negative, and where gains overflow.
 *
 * <p>Over the folds of a repeat it is the mean over all queries. This presumes that every query lies in one fold as a whole:
 * documents that different models scored can't be ranked together.
 */
public final class GainMetric implements Metric {

    private final CumulativeGain score;

    private GainMetric(CumulativeGain score) {
        this.score = score;
    }

    static GainMetric of(boolean normalised) {
        return new GainMetric(new CumulativeGain(Gain.LINEAR, Cutoff.NONE, normalised));
    }

    /**
     * Lets only the first documents count, in the best order too.
     *
     * @param k how many, at least 1
     * @return the same metric cut off there
     */
    public GainMetric at(int k) {
        return new GainMetric(new CumulativeGain(score.gain(), new Cutoff(k), score.normalised()));
    }

    /**
     * Lets a document of relevance r gain 2^r − 1, so that highly relevant documents count more (Burges et al., "Learning to
     * rank using gradient descent", 2005).
     *
     * @return the same metric with that gain
     */
    public GainMetric withExponentialGain() {
        return new GainMetric(new CumulativeGain(Gain.EXPONENTIAL, score.cutoff(), score.normalised()));
    }

    @Override
    public String name() {
        return (score.normalised() ? "NDCG" : "DCG")
                + (score.cutoff().equals(Cutoff.NONE) ? "" : score.cutoff())
                + (score.gain() == Gain.EXPONENTIAL ? " (exponential gain)" : "");
    }

    @Override
    public Direction direction() {
        return Direction.HIGHER_IS_BETTER;
    }

    @Override
    public Range range() {
        return score.normalised() ? Range.UNIT : Range.NON_NEGATIVE;
    }

    @Override
    public FoldCombination combination() {
        return FoldCombination.POOLED;
    }

    @Override
    public Metric resolve(Targets targets) {
        TargetKind.NUMBERS.require(this, targets);
        return this;
    }

    @Override
    public MetricValue value(Outcomes outcomes) {
        return obstacle(outcomes)
                .map(MetricValue::undefined)
                .orElseGet(() -> QueryMean.finished(QueryMean.mean(outcomes, score)));
    }

    @Override
    public Optional<Redrawing> redrawing(Outcomes outcomes) {
        return obstacle(outcomes).isPresent()
                ? Optional.empty()
                : Optional.of(QueryMean.redrawing(outcomes, score, range()));
    }

    private static Optional<String> obstacle(Outcomes outcomes) {
        NumberTargets relevance = outcomes.numberTruth();
        OptionalInt negative = IntStream.range(0, relevance.size())
                .filter(row -> relevance.value(row) < 0)
                .findFirst();
        return negative.isPresent()
                ? Optional.of("the relevance of row " + negative.getAsInt() + " is "
                        + relevance.value(negative.getAsInt()) + "; to be a gain, it must not be negative")
                : QueryMean.obstacle(outcomes);
    }

    /** Starts a total of nothing. */
    MetricTotal newTotal() {
        return new MeanTotal(GainMetric::obstacle, batch -> QueryMean.mean(batch, score), QueryMean::finished);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof GainMetric that && score.equals(that.score);
    }

    @Override
    public int hashCode() {
        return score.hashCode();
    }

    @Override
    public String toString() {
        return name();
    }
}
