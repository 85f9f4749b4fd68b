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
import static org.assertj.core.api.Assertions.within;

import dev.assay.testing.RandomCases;
import dev.assay.testing.RankingCase;
import dev.assay.testing.RankingCase.Document;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.DoubleUnaryOperator;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What holds for metrics of any ranking. */
class RankingPropertiesTest {

    private static final int CASES = 1000;

    private static List<Metric> metrics() {
        List<Metric> metrics = new ArrayList<>(List.of(
                NDCG,
                DCG,
                NDCG.withExponentialGain(),
                DCG.withExponentialGain(),
                MEAN_RECIPROCAL_RANK,
                MEAN_AVERAGE_PRECISION));
        for (int k = 1; k < 8; k++) {
            metrics.addAll(List.of(
                    NDCG.at(k),
                    DCG.at(k),
                    NDCG.at(k).withExponentialGain(),
                    hitRateAt(k),
                    precisionAt(k),
                    recallAt(k)));
        }
        return metrics;
    }

    private static void assertSame(Outcomes actual, Outcomes expected) {
        for (Metric metric : metrics()) {
            // compared before it is asserted, because a description for each of many values takes seconds
            MetricValue value = metric.value(expected);
            if (!metric.value(actual).equals(value)) {
                assertThat(metric.value(actual)).as(metric.name()).isEqualTo(value);
            }
        }
    }

    @Test
    void the_order_of_rows_does_not_matter() {
        RandomCases.check(CASES, random -> {
            RankingCase original = RankingCase.random(random, 40);
            RankingCase shuffled = original.shuffled(random);

            assertSame(shuffled.outcomes(), original.outcomes());
            assertSame(shuffled.weightedOutcomes(), original.weightedOutcomes());
        });
    }

    @Test
    void the_weight_of_a_query_is_a_number_of_repetitions() {
        RandomCases.check(CASES, random -> {
            RankingCase original = RankingCase.random(random, 10);

            assertSame(original.weightedOutcomes(), original.repeated().outcomes());
        });
    }

    @Test
    void values_lie_in_the_range_of_their_metric() {
        RandomCases.check(CASES, random -> {
            Outcomes outcomes = RankingCase.random(random, 40).weightedOutcomes();

            assertThat(metrics())
                    .allMatch(metric ->
                            metric.value(outcomes).asOptional().stream().allMatch(metric.range()::contains));
        });
    }

    @Test
    void the_best_order_has_no_better() {
        RandomCases.check(CASES, random -> {
            RankingCase perfect = RankingCase.random(random, 40).perfect(random);
            for (List<Document> query : queries(perfect)) {
                Outcomes outcomes = new RankingCase(query).outcomes();
                double expected = relevant(query) > 0 ? 1 : 0;

                assertThat(value(NDCG, outcomes)).isEqualTo(expected);
                assertThat(value(NDCG.withExponentialGain(), outcomes)).isEqualTo(expected);
                assertThat(value(NDCG.at(3), outcomes)).isEqualTo(expected);
                assertThat(value(MEAN_RECIPROCAL_RANK, outcomes)).isEqualTo(expected);
                assertThat(value(hitRateAt(1), outcomes)).isEqualTo(expected);
                if (expected > 0) {
                    assertThat(value(MEAN_AVERAGE_PRECISION, outcomes)).isEqualTo(1);
                }
            }
        });
    }

    private static Collection<List<Document>> queries(RankingCase ranking) {
        return ranking.documents().stream()
                .collect(Collectors.groupingBy(Document::query, LinkedHashMap::new, Collectors.toList()))
                .values();
    }

    /** The metrics as anybody would compute them of one query's documents whose order is certain. */
    private static Map<Metric, ToDoubleFunction<List<Document>>> plainMetrics(int k) {
        return Map.of(
                DCG.at(k),
                documents -> gain(documents, k, relevance -> relevance),
                NDCG.at(k),
                documents -> normalisedGain(documents, k, relevance -> relevance),
                NDCG.at(k).withExponentialGain(),
                documents -> normalisedGain(documents, k, relevance -> Math.pow(2, relevance) - 1),
                MEAN_RECIPROCAL_RANK,
                documents -> IntStream.range(0, documents.size())
                        .filter(i -> documents.get(i).relevance() > 0)
                        .mapToDouble(i -> 1.0 / (i + 1))
                        .findFirst()
                        .orElse(0),
                MEAN_AVERAGE_PRECISION,
                RankingPropertiesTest::averagePrecision,
                hitRateAt(k),
                documents -> relevant(first(documents, k)) > 0 ? 1 : 0,
                precisionAt(k),
                documents -> (double) relevant(first(documents, k)) / k,
                recallAt(k),
                documents -> (double) relevant(first(documents, k)) / relevant(documents));
    }

    private static List<Document> first(List<Document> documents, int k) {
        return documents.subList(0, Math.min(k, documents.size()));
    }

    private static long relevant(List<Document> documents) {
        return documents.stream().filter(document -> document.relevance() > 0).count();
    }

    private static double gain(List<Document> documents, int k, DoubleUnaryOperator gain) {
        double sum = 0;
        for (int i = 0; i < Math.min(k, documents.size()); i++) {
            sum += gain.applyAsDouble(documents.get(i).relevance()) / (Math.log(i + 2.0) / Math.log(2));
        }
        return sum;
    }

    private static double normalisedGain(List<Document> documents, int k, DoubleUnaryOperator gain) {
        List<Document> best = documents.stream()
                .sorted(Comparator.comparing(Document::relevance).reversed())
                .toList();
        return relevant(documents) == 0 ? 0 : gain(documents, k, gain) / gain(best, k, gain);
    }

    private static double averagePrecision(List<Document> documents) {
        return IntStream.range(0, documents.size())
                .filter(i -> documents.get(i).relevance() > 0)
                .mapToDouble(i -> (double) relevant(first(documents, i + 1)) / (i + 1))
                .average()
                .orElse(Double.NaN);
    }

    @Test
    void values_are_means_over_all_orders_of_tied_documents() {
        RandomCases.check(CASES, random -> {
            RankingCase ranking = RankingCase.random(random, 6);
            int k = random.nextInt(1, 8);
            for (List<Document> query : queries(ranking)) {
                List<List<Document>> orders = new ArrayList<>();
                collectOrders(new ArrayList<>(query), 0, orders);
                Outcomes outcomes = new RankingCase(query).outcomes();

                plainMetrics(k).forEach((metric, plain) -> {
                    double mean = orders.stream().mapToDouble(plain).average().orElseThrow();
                    if (Double.isNaN(mean)) {
                        assertThat(metric.value(outcomes)).isInstanceOf(MetricValue.Undefined.class);
                    } else {
                        assertThat(value(metric, outcomes)).as(metric.name()).isCloseTo(mean, within(1e-12));
                    }
                });
            }
        });
    }

    /** Collects all orders in which no document stands below one of a lower score. */
    private static void collectOrders(List<Document> documents, int position, List<List<Document>> orders) {
        if (position == documents.size()) {
            orders.add(List.copyOf(documents));
            return;
        }
        double highest = documents.subList(position, documents.size()).stream()
                .mapToDouble(Document::score)
                .max()
                .orElseThrow();
        for (int i = position; i < documents.size(); i++) {
            if (documents.get(i).score() == highest) {
                List<Document> swapped = new ArrayList<>(documents);
                swapped.set(i, documents.get(position));
                swapped.set(position, documents.get(i));
                collectOrders(swapped, position + 1, orders);
            }
        }
    }

    @Test
    void the_value_of_a_data_set_is_the_mean_over_its_queries() {
        RandomCases.check(CASES, random -> {
            RankingCase ranking = RankingCase.random(random, 10);
            for (Metric metric : metrics()) {
                double[] values = queries(ranking).stream()
                        .flatMapToDouble(query -> metric.value(new RankingCase(query).outcomes()).asOptional().stream())
                        .toArray();
                if (values.length > 0) {
                    assertThat(value(metric, ranking.outcomes()))
                            .as(metric.name())
                            .isCloseTo(Arrays.stream(values).average().orElseThrow(), within(1e-12));
                }
            }
        });
    }
}
