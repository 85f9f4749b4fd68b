package dev.assay.metric;

import static dev.assay.metric.Cases.value;
import static dev.assay.metric.RankingMetrics.DCG;
import static dev.assay.metric.RankingMetrics.MEAN_AVERAGE_PRECISION;
import static dev.assay.metric.RankingMetrics.MEAN_RECIPROCAL_RANK;
import static dev.assay.metric.RankingMetrics.NDCG;
import static dev.assay.metric.RankingMetrics.hitRateAt;
import static dev.assay.metric.RankingMetrics.precisionAt;
import static dev.assay.metric.RankingMetrics.recallAt;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import dev.assay.data.Targets;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RankingMetricsTest {

    private static final List<Metric> BINARY =
            List.of(MEAN_RECIPROCAL_RANK, MEAN_AVERAGE_PRECISION, hitRateAt(2), precisionAt(2), recallAt(2));

    private static final List<Metric> GRADED = List.of(NDCG, NDCG.at(3), DCG, NDCG.withExponentialGain());

    private static final Outcomes NOTHING_RELEVANT = query(new double[] {0, 0}, 1, 2);

    private static Outcomes query(double[] relevance, double... scores) {
        return Cases.numbers(relevance, scores).withGroups(Collections.nCopies(scores.length, "only"));
    }

    /** Documents that were ranked in this order. */
    private static Outcomes ranked(double... relevance) {
        return query(
                relevance,
                IntStream.range(0, relevance.length).mapToDouble(i -> -i).toArray());
    }

    private static Outcomes tied(double... relevance) {
        return query(relevance, new double[relevance.length]);
    }

    @Test
    void agree_with_the_examples_in_scikit_learns_documentation() {
        double[] relevance = {10, 0, 0, 1, 5};
        Outcomes outcomes = query(relevance, 0.1, 0.2, 0.3, 4, 70);
        Outcomes tied = query(relevance, 1, 0, 0, 0, 1);

        // rounded there to 9.49, 5.63, 0.69 and 0.35
        assertThat(value(DCG, outcomes)).isCloseTo(9.49945, within(1e-5));
        assertThat(value(DCG.at(2), outcomes)).isCloseTo(5.63092, within(1e-5));
        assertThat(value(NDCG, outcomes)).isCloseTo(0.69569, within(1e-5));
        assertThat(value(DCG.at(1), tied)).isEqualTo(7.5);
        assertThat(value(NDCG.at(1), tied)).isEqualTo(0.75);
    }

    /** The example of the article "Discounted cumulative gain" in Wikipedia, of six documents out of eight. */
    @Test
    void dcg_agrees_with_a_worked_example() {
        Outcomes outcomes = ranked(3, 2, 3, 0, 1, 2, 3, 2);

        assertThat(value(DCG.at(6), outcomes)).isCloseTo(6.861, within(5e-4));
        assertThat(value(NDCG.at(6), outcomes)).isCloseTo(0.785, within(5e-4));
    }

    @Test
    void an_exponential_gain_lets_the_best_documents_count_more() {
        // ranks 1 and 3 are discounted by 1 and 2, whose gains are 2² − 1 and 2³ − 1
        assertThat(value(DCG.withExponentialGain(), ranked(2, 0, 3))).isEqualTo(3 + 7 / 2.0);
        assertThat(value(NDCG.withExponentialGain().at(1), ranked(2, 0, 3))).isEqualTo(3.0 / 7);
        assertThat(value(NDCG.at(1), ranked(2, 0, 3))).isEqualTo(2.0 / 3);
    }

    /** The example of the article "Mean reciprocal rank" in Wikipedia: the right plurals are third, second and first. */
    @Test
    void the_reciprocal_rank_is_that_of_the_first_relevant_document() {
        Outcomes outcomes = Cases.numbers(new double[] {0, 0, 1, 0, 1, 0, 1, 0, 0}, 3, 2, 1, 3, 2, 1, 3, 2, 1)
                .withGroups(List.of("cat", "cat", "cat", "torus", "torus", "torus", "virus", "virus", "virus"));

        assertThat(value(MEAN_RECIPROCAL_RANK, outcomes)).isCloseTo(11.0 / 18, within(1e-15));
        assertThat(value(MEAN_RECIPROCAL_RANK, ranked(0, 2, 1))).isEqualTo(0.5);
    }

    @Test
    void average_precision_is_the_mean_precision_down_to_each_relevant_document() {
        assertThat(value(MEAN_AVERAGE_PRECISION, ranked(1, 0, 1, 0, 0, 1)))
                .isCloseTo((1 + 2.0 / 3 + 3.0 / 6) / 3, within(1e-15));
        assertThat(value(MEAN_AVERAGE_PRECISION, ranked(1, 3, 0, 0))).isEqualTo(1);
    }

    @Test
    void the_first_k_documents_hit_or_not_and_have_some_precision_and_recall() {
        Outcomes outcomes = ranked(0, 1, 0, 2, 1);

        assertThat(value(hitRateAt(1), outcomes)).isZero();
        assertThat(value(hitRateAt(2), outcomes)).isEqualTo(1);
        assertThat(value(precisionAt(4), outcomes)).isEqualTo(2.0 / 4);
        assertThat(value(recallAt(4), outcomes)).isEqualTo(2.0 / 3);
    }

    @Test
    void a_query_of_fewer_than_k_documents_still_has_a_share_of_k() {
        assertThat(value(precisionAt(10), ranked(1, 1))).isEqualTo(0.2);
        assertThat(value(recallAt(10), ranked(1, 1))).isEqualTo(1);
        assertThat(value(hitRateAt(Integer.MAX_VALUE), ranked(0, 1))).isEqualTo(1);
        assertThat(value(NDCG.at(10), ranked(2, 1))).isEqualTo(1);
    }

    /** By hand: of four tied documents, one is relevant, so that it is at each rank with probability 1/4. */
    @Test
    void tied_documents_give_the_expected_value() {
        Outcomes outcomes = tied(0, 0, 1, 0);
        double expected = (1 + 1.0 / 2 + 1.0 / 3 + 1.0 / 4) / 4;

        assertThat(value(MEAN_RECIPROCAL_RANK, outcomes)).isCloseTo(expected, within(1e-15));
        assertThat(value(MEAN_AVERAGE_PRECISION, outcomes)).isCloseTo(expected, within(1e-15));
        assertThat(value(hitRateAt(3), outcomes)).isEqualTo(3.0 / 4);
        assertThat(value(precisionAt(2), outcomes)).isEqualTo(1.0 / 4);
        assertThat(value(recallAt(1), outcomes)).isEqualTo(1.0 / 4);
    }

    @Test
    void many_tied_documents_are_no_trouble() {
        double[] relevance = new double[5000];
        relevance[4000] = 1;
        double harmonic =
                IntStream.rangeClosed(1, 5000).mapToDouble(rank -> 1.0 / rank).sum();
        double[] all = new double[5000];
        Arrays.fill(all, 0.1);

        assertThat(value(MEAN_RECIPROCAL_RANK, tied(relevance))).isCloseTo(harmonic / 5000, within(1e-15));
        assertThat(value(MEAN_AVERAGE_PRECISION, tied(relevance))).isCloseTo(harmonic / 5000, within(1e-15));
        assertThat(value(hitRateAt(50), tied(relevance))).isCloseTo(0.01, within(1e-12));
        assertThat(value(NDCG, tied(all))).isEqualTo(1);
        assertThat(value(MEAN_AVERAGE_PRECISION, tied(all))).isEqualTo(1);
    }

    @Test
    void negative_zero_is_tied_with_zero() {
        assertThat(value(MEAN_RECIPROCAL_RANK, query(new double[] {1, 0}, -0.0, 0.0)))
                .isEqualTo(0.75);
    }

    @Test
    void a_query_without_relevant_documents_counts_0_or_is_left_out_where_it_would_be_0_by_0() {
        Outcomes one = Cases.numbers(new double[] {1, 0, 0, 0}, 2, 1, 2, 1).withGroups(List.of("a", "a", "b", "b"));

        assertThat(List.of(NDCG, MEAN_RECIPROCAL_RANK, hitRateAt(1), precisionAt(1)))
                .allSatisfy(metric -> assertThat(value(metric, one)).isEqualTo(0.5));
        assertThat(List.of(MEAN_AVERAGE_PRECISION, recallAt(1)))
                .allSatisfy(metric -> assertThat(value(metric, one)).isEqualTo(1));
    }

    @Test
    void recall_and_average_precision_are_undefined_where_no_query_has_a_relevant_document() {
        assertThat(List.of(MEAN_AVERAGE_PRECISION, recallAt(1)))
                .allSatisfy(metric -> assertThat(metric.value(NOTHING_RELEVANT))
                        .isEqualTo(MetricValue.undefined("no query has a relevant document")));
        assertThat(List.of(NDCG, DCG, MEAN_RECIPROCAL_RANK, hitRateAt(1), precisionAt(1)))
                .allSatisfy(
                        metric -> assertThat(value(metric, NOTHING_RELEVANT)).isZero());
    }

    @Test
    void all_are_undefined_without_groups() {
        Outcomes ungrouped = Cases.numbers(new double[] {1, 0}, 2, 1);
        MetricValue undefined = MetricValue.undefined(
                "nothing says which rows belong to one query; name each row's query with Dataset.withGroups");

        assertThat(BINARY)
                .allSatisfy(metric -> assertThat(metric.value(ungrouped)).isEqualTo(undefined));
        assertThat(GRADED)
                .allSatisfy(metric -> assertThat(metric.value(ungrouped)).isEqualTo(undefined));
    }

    @Test
    void queries_count_by_the_weight_of_their_rows() {
        Outcomes outcomes =
                Cases.numbers(new double[] {1, 0, 1, 0}, 2, 2, 1, 1).withGroups(List.of("a", "b", "b", "a"));

        assertThat(value(hitRateAt(1), outcomes)).isEqualTo(0.5);
        assertThat(value(hitRateAt(1), outcomes.withWeights(3, 1, 1, 3))).isEqualTo(0.75);
        assertThat(value(MEAN_RECIPROCAL_RANK, outcomes.withWeights(0, 0.1, 0.1, 0)))
                .isEqualTo(0.5);
    }

    @Test
    void all_are_undefined_where_rows_of_a_query_differ_in_weight() {
        Outcomes outcomes = Cases.numbers(new double[] {1, 0, 1, 0}, 1, 2, 2, 1)
                .withGroups(List.of("cats", "dogs", "cats", "dogs"))
                .withWeights(1, 1, 1, 2);
        MetricValue undefined = MetricValue.undefined(
                "the rows of query \"dogs\" have different weights, 1.0 and 2.0; a query is weighted as a whole");

        assertThat(BINARY)
                .allSatisfy(metric -> assertThat(metric.value(outcomes)).isEqualTo(undefined));
        assertThat(GRADED)
                .allSatisfy(metric -> assertThat(metric.value(outcomes)).isEqualTo(undefined));
    }

    @Test
    void a_negative_relevance_is_no_gain_and_not_relevant() {
        Outcomes outcomes = ranked(1, -2, 1);

        assertThat(GRADED)
                .allSatisfy(metric -> assertThat(metric.value(outcomes))
                        .isEqualTo(MetricValue.undefined(
                                "the relevance of row 1 is -2.0; to be a gain, it must not be negative")));
        assertThat(value(precisionAt(3), outcomes)).isEqualTo(2.0 / 3);
    }

    @Test
    void a_gain_that_overflows_is_undefined() {
        MetricValue undefined = MetricValue.undefined("the gains overflow");

        assertThat(NDCG.withExponentialGain().value(ranked(2000, 1))).isEqualTo(undefined);
        assertThat(DCG.withExponentialGain().value(ranked(2000, 1))).isEqualTo(undefined);
        assertThat(DCG.value(ranked(Double.MAX_VALUE, Double.MAX_VALUE))).isEqualTo(undefined);
        assertThat(value(NDCG, ranked(1e300, 1e300))).isEqualTo(1);
    }

    @Test
    void say_in_their_names_which_they_are() {
        assertThat(List.of(
                        NDCG,
                        NDCG.at(5),
                        DCG.at(3).withExponentialGain(),
                        NDCG.withExponentialGain(),
                        MEAN_RECIPROCAL_RANK,
                        MEAN_AVERAGE_PRECISION,
                        hitRateAt(10),
                        precisionAt(3),
                        recallAt(1)))
                .extracting(Object::toString)
                .containsExactly(
                        "NDCG",
                        "NDCG@5",
                        "DCG@3 (exponential gain)",
                        "NDCG (exponential gain)",
                        "mean reciprocal rank",
                        "mean average precision",
                        "hit rate@10",
                        "precision@3",
                        "recall@1");
    }

    @Test
    void equal_metrics_of_the_same_choices() {
        assertThat(NDCG.at(5))
                .isEqualTo(NDCG.at(3).at(5))
                .hasSameHashCodeAs(NDCG.at(5))
                .isNotEqualTo(NDCG)
                .isNotEqualTo(DCG.at(5))
                .isNotEqualTo(NDCG.at(5).withExponentialGain());
        assertThat(precisionAt(2))
                .isEqualTo(precisionAt(2))
                .hasSameHashCodeAs(precisionAt(2))
                .isNotEqualTo(precisionAt(3))
                .isNotEqualTo(recallAt(2));
    }

    @Test
    void are_better_when_higher_and_pooled_over_folds() {
        assertThat(BINARY)
                .allMatch(metric -> metric.direction() == Direction.HIGHER_IS_BETTER
                        && metric.combination() == FoldCombination.POOLED
                        && metric.range().equals(Range.UNIT));
        assertThat(GRADED)
                .allMatch(metric -> metric.direction() == Direction.HIGHER_IS_BETTER
                        && metric.combination() == FoldCombination.POOLED);
        assertThat(NDCG.range()).isEqualTo(Range.UNIT);
        assertThat(DCG.range()).isEqualTo(Range.NON_NEGATIVE);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, -1})
    void fail_when_not_even_the_first_document_counts(int k) {
        String message = "at least the first document must count, so that k can't be " + k;

        assertThatIllegalArgumentException().isThrownBy(() -> NDCG.at(k)).withMessage(message);
        assertThatIllegalArgumentException().isThrownBy(() -> precisionAt(k)).withMessage(message);
        assertThatIllegalArgumentException().isThrownBy(() -> recallAt(k)).withMessage(message);
        assertThatIllegalArgumentException().isThrownBy(() -> hitRateAt(k)).withMessage(message);
    }

    @Test
    void fail_when_targets_are_labels() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> NDCG.resolve(Targets.labels("a")))
                .withMessage("NDCG judges numbers, but the targets are labels");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> recallAt(3).resolve(Targets.labels("a")))
                .withMessage("recall@3 judges numbers, but the targets are labels");
        assertThat(NDCG.resolve(Targets.numbers(1))).isSameAs(NDCG);
        assertThat(MEAN_RECIPROCAL_RANK.resolve(Targets.numbers(1))).isSameAs(MEAN_RECIPROCAL_RANK);
    }
}
