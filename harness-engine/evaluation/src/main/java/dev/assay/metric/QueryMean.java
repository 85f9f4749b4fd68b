package dev.assay.metric;

import dev.assay.data.Targets;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.DoubleUnaryOperator;
import org.jspecify.annotations.Nullable;

/** A metric from 0 to 1 that is the weighted mean of a number of each query. */
record QueryMean(String name, QueryScore score) implements AdditiveMetric {

    /** Computes the mean over the queries that outcomes are grouped by; bitwise the same in any order of rows. */
    static MetricValue of(Outcomes outcomes, QueryScore score) {
        return obstacle(outcomes).map(MetricValue::undefined).orElseGet(() -> finished(mean(outcomes, score)));
    }

    /** Tells why there is no mean over queries, if there is none. */
    static Optional<String> obstacle(Outcomes outcomes) {
        return outcomes.groups()
                .map(queries -> unevenWeights(outcomes, queries))
                .orElse(Optional.of(
                        "nothing says which rows belong to one query; name each row's query with Dataset.withGroups"));
    }

    private static Optional<String> unevenWeights(Outcomes outcomes, RowGroups queries) {
        for (int query = 0; query < queries.size(); query++) {
            double weight = outcomes.weight(queries.row(query, 0));
            for (int i = 1; i < queries.size(query); i++) {
                double other = outcomes.weight(queries.row(query, i));
                if (other != weight) {
                    return Optional.of("the rows of query \"" + queries.name(query) + "\" have different weights, "
                            + weight + " and " + other + "; a query is weighted as a whole");
                }
            }
        }
        return Optional.empty();
    }

    static WeightedMean mean(Outcomes outcomes, QueryScore score) {
        RowGroups queries = outcomes.groups().orElseThrow();
        WeightedMean mean = new WeightedMean();
        for (int query = 0; query < queries.size(); query++) {
            double weight = outcomes.weight(queries.row(query, 0));
            if (weight > 0) {
                score.of(RankedQuery.of(outcomes, queries, query)).ifPresent(value -> mean.add(value, weight));
            }
        }
        return mean;
    }

    /** Draws whole queries: the documents of one are never independent. */
    static Redrawing redrawing(Outcomes outcomes, QueryScore score, Range range) {
        RowGroups queries = outcomes.groups().orElseThrow();
        double[] sums = new double[queries.size()];
        double[] weights = new double[queries.size()];
        for (int query = 0; query < queries.size(); query++) {
            OptionalDouble value = score.of(RankedQuery.of(outcomes, queries, query));
            double weight = outcomes.weight(queries.row(query, 0));
            if (value.isPresent() && weight > 0) {
                sums[query] = weight * value.getAsDouble();
                weights[query] = weight;
            }
        }
        return RedrawnMean.ofUnits(
                Units.ofGroups(outcomes, "queries"), sums, weights, range, DoubleUnaryOperator.identity());
    }

    static MetricValue finished(WeightedMean mean) {
        if (mean.weight() == 0) {
            return MetricValue.undefined("no query has a relevant document");
        }
        return Double.isFinite(mean.value())
                ? MetricValue.of(mean.value())
                : MetricValue.undefined("the gains overflow");
    }

    @Override
    public Optional<Redrawing> redrawing(Outcomes outcomes) {
        return obstacle(outcomes).isPresent() ? Optional.empty() : Optional.of(redrawing(outcomes, score, range()));
    }

    @Override
    public Optional<MetricTotal> newTotal() {
        return Optional.of(new MeanTotal(QueryMean::obstacle, batch -> mean(batch, score), QueryMean::finished));
    }

    @Override
    public Direction direction() {
        return Direction.HIGHER_IS_BETTER;
    }

    @Override
    public Range range() {
        return Range.UNIT;
    }

    @Override
    public FoldCombination combination() {
        return FoldCombination.POOLED;
    }

    @Override
    public MetricValue value(Outcomes outcomes) {
        return of(outcomes, score);
    }

    @Override
    public Metric resolve(Targets targets) {
        TargetKind.NUMBERS.require(this, targets);
        return this;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof QueryMean that && name.equals(that.name);
    }

    @Override
    public int hashCode() {
        return name.hashCode();
    }

    @Override
    public String toString() {
        return name;
    }
}
