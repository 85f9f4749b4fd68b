package dev.assay.metric;

import static dev.assay.metric.Cases.value;
import static dev.assay.metric.ClusteringMetrics.ADJUSTED_MUTUAL_INFORMATION;
import static dev.assay.metric.ClusteringMetrics.ADJUSTED_RAND_INDEX;
import static dev.assay.metric.ClusteringMetrics.CALINSKI_HARABASZ_INDEX;
import static dev.assay.metric.ClusteringMetrics.COMPLETENESS;
import static dev.assay.metric.ClusteringMetrics.DAVIES_BOULDIN_INDEX;
import static dev.assay.metric.ClusteringMetrics.FOWLKES_MALLOWS_INDEX;
import static dev.assay.metric.ClusteringMetrics.HOMOGENEITY;
import static dev.assay.metric.ClusteringMetrics.MUTUAL_INFORMATION;
import static dev.assay.metric.ClusteringMetrics.NORMALISED_MUTUAL_INFORMATION;
import static dev.assay.metric.ClusteringMetrics.PURITY;
import static dev.assay.metric.ClusteringMetrics.RAND_INDEX;
import static dev.assay.metric.ClusteringMetrics.SILHOUETTE;
import static dev.assay.metric.ClusteringMetrics.V_MEASURE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.assay.data.LabelTargets;
import dev.assay.data.Labels;
import dev.assay.data.Targets;
import dev.assay.prediction.ClusterPredictions;
import dev.assay.prediction.Predictions;
import dev.assay.reference.Tolerance;
import dev.assay.testing.ClusterCase;
import dev.assay.testing.RandomCases;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ForkJoinPool;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What holds for clusters of anything. */
class ClusteringPropertiesTest {

    private static final int CASES = 1000;

    private static final List<Metric> SYMMETRIC = List.of(
            ADJUSTED_RAND_INDEX,
            RAND_INDEX,
            FOWLKES_MALLOWS_INDEX,
            MUTUAL_INFORMATION,
            NORMALISED_MUTUAL_INFORMATION,
            ADJUSTED_MUTUAL_INFORMATION,
            V_MEASURE);

    private static final List<Metric> INTERNAL = List.of(SILHOUETTE, DAVIES_BOULDIN_INDEX, CALINSKI_HARABASZ_INDEX);

    private static final List<Metric> ALL = all();

    private static List<Metric> all() {
        List<Metric> metrics = new ArrayList<>(SYMMETRIC);
        metrics.addAll(List.of(HOMOGENEITY, COMPLETENESS, PURITY));
        metrics.addAll(INTERNAL);
        return metrics;
    }

    private static List<MetricValue> values(List<Metric> metrics, Outcomes outcomes) {
        return metrics.stream().map(metric -> metric.value(outcomes)).toList();
    }

    @Test
    void the_order_of_rows_does_not_matter_in_any_bit() {
        RandomCases.check(CASES, random -> {
            ClusterCase original = ClusterCase.random(random);

            assertThat(values(ALL, original.shuffled(random).outcomes())).isEqualTo(values(ALL, original.outcomes()));
        });
    }

    @Test
    void names_of_labels_and_numbers_of_clusters_do_not_matter_in_any_bit() {
        RandomCases.check(CASES, random -> {
            ClusterCase original = ClusterCase.random(random);

            assertThat(values(ALL, original.renamed(random).outcomes())).isEqualTo(values(ALL, original.outcomes()));
        });
    }

    @Test
    void labels_and_clusters_can_change_places() {
        RandomCases.check(CASES, random -> {
            ClusterCase original = ClusterCase.random(random);
            Outcomes outcomes = original.outcomes();
            Outcomes swapped = original.swapped().outcomes();

            assertThat(values(SYMMETRIC, swapped)).isEqualTo(values(SYMMETRIC, outcomes));
            assertThat(HOMOGENEITY.value(swapped)).isEqualTo(COMPLETENESS.value(outcomes));
            assertThat(COMPLETENESS.value(swapped)).isEqualTo(HOMOGENEITY.value(outcomes));
        });
    }

    @Test
    void values_lie_in_the_range_of_their_metric() {
        RandomCases.check(CASES, random -> {
            Outcomes outcomes = ClusterCase.random(random).outcomes();

            assertThat(ALL)
                    .allMatch(metric ->
                            metric.value(outcomes).asOptional().stream().allMatch(metric.range()::contains));
        });
    }

    @Test
    void clusters_that_are_the_labels_are_perfect() {
        RandomCases.check(CASES, random -> {
            LabelTargets truth = ClusterCase.random(random).truth();
            int[] labels = IntStream.range(0, truth.size()).map(truth::index).toArray();
            Outcomes outcomes = Outcomes.of(truth, Predictions.clusters(labels));

            assertThat(List.of(
                            ADJUSTED_RAND_INDEX,
                            RAND_INDEX,
                            NORMALISED_MUTUAL_INFORMATION,
                            HOMOGENEITY,
                            COMPLETENESS,
                            V_MEASURE,
                            PURITY))
                    .allMatch(metric -> value(metric, outcomes) == 1);
        });
    }

    @Test
    void the_v_measure_is_the_normalised_mutual_information() {
        RandomCases.check(CASES, random -> {
            Outcomes outcomes = ClusterCase.random(random).outcomes();

            assertThat(value(V_MEASURE, outcomes))
                    .isCloseTo(value(NORMALISED_MUTUAL_INFORMATION, outcomes), within(1e-14));
        });
    }

    @Test
    void rand_indices_count_pairs_of_rows() {
        RandomCases.check(CASES, random -> {
            Outcomes outcomes = ClusterCase.random(random).outcomes();
            PlainPairs pairs = PlainPairs.of(outcomes);

            assertThat(value(RAND_INDEX, outcomes)).isCloseTo(pairs.randIndex(), within(1e-15));
            assertThat(value(ADJUSTED_RAND_INDEX, outcomes)).isCloseTo(pairs.adjustedRandIndex(), within(1e-14));
            assertThat(value(FOWLKES_MALLOWS_INDEX, outcomes)).isCloseTo(pairs.fowlkesMallows(), within(1e-14));
        });
    }

    /** Pairs of rows, each looked at. */
    private record PlainPairs(double together, double inClustersOnly, double inLabelsOnly, double apart) {

        static PlainPairs of(Outcomes outcomes) {
            double[] counts = new double[4];
            for (int row = 0; row < outcomes.size(); row++) {
                for (int other = 0; other < row; other++) {
                    boolean label = outcomes.labelTruth().index(row)
                            == outcomes.labelTruth().index(other);
                    boolean cluster = outcomes.clusterPredictions().cluster(row)
                            == outcomes.clusterPredictions().cluster(other);
                    counts[(label ? 0 : 1) + (cluster ? 0 : 2)]++;
                }
            }
            return new PlainPairs(counts[0], counts[1], counts[2], counts[3]);
        }

        double all() {
            return together + inClustersOnly + inLabelsOnly + apart;
        }

        double randIndex() {
            return all() == 0 ? 1 : (together + apart) / all();
        }

        double adjustedRandIndex() {
            if (inClustersOnly + inLabelsOnly == 0) {
                return 1;
            }
            double labels = together + inLabelsOnly;
            double clusters = together + inClustersOnly;
            double expected = labels * clusters / all();
            return (together - expected) / ((labels + clusters) / 2 - expected);
        }

        double fowlkesMallows() {
            return together == 0 ? 0 : together / Math.sqrt((together + inClustersOnly) * (together + inLabelsOnly));
        }
    }

    @Test
    void what_is_adjusted_for_is_the_mean_over_all_ways_to_deal_out_the_clusters() {
        RandomCases.check(CASES, random -> {
            int rows = random.nextInt(2, 6);
            ClusterCase small = ClusterCase.random(random, rows);
            Outcomes outcomes = small.outcomes();
            if (isAllOrNothing(outcomes)) {
                return;
            }
            List<Outcomes> dealt = permutations(rows).stream()
                    .map(order -> Outcomes.of(small.truth(), small.predictions().select(order)))
                    .toList();

            assertThat(value(ADJUSTED_RAND_INDEX, outcomes))
                    .isCloseTo(adjusted(RAND_INDEX, outcomes, dealt, highestRandIndex(outcomes)), within(1e-12));
            assertThat(value(ADJUSTED_MUTUAL_INFORMATION, outcomes))
                    .isCloseTo(adjusted(MUTUAL_INFORMATION, outcomes, dealt, meanEntropy(outcomes)), within(1e-12));
        });
    }

    /** Then chance gives the highest value, and the quotient is 0/0. */
    private static boolean isAllOrNothing(Outcomes outcomes) {
        ContingencyTable table = ContingencyTable.of(outcomes);
        return table.isPerfect() && (table.cells() == 1 || table.cells() == table.total());
    }

    private static double adjusted(Metric metric, Outcomes outcomes, List<Outcomes> dealt, double highest) {
        double expected = dealt.stream()
                .mapToDouble(other -> value(metric, other))
                .average()
                .orElseThrow();
        return (value(metric, outcomes) - expected) / (highest - expected);
    }

    private static double meanEntropy(Outcomes outcomes) {
        SharedInformation information = SharedInformation.of(ContingencyTable.of(outcomes));
        return (information.ofLabels() + information.ofClusters()) / 2;
    }

    /** The Rand index if as many pairs were together on both sides as are on either one, in the mean (Hubert and Arabie). */
    private static double highestRandIndex(Outcomes outcomes) {
        PlainPairs pairs = PlainPairs.of(outcomes);
        double mean = pairs.together() + (pairs.inClustersOnly() + pairs.inLabelsOnly()) / 2;
        double ofLabels = pairs.together() + pairs.inLabelsOnly();
        double ofClusters = pairs.together() + pairs.inClustersOnly();
        return (pairs.all() - ofLabels - ofClusters + 2 * mean) / pairs.all();
    }

    private static List<int[]> permutations(int size) {
        List<int[]> permutations = new ArrayList<>(List.of(new int[0]));
        for (int next = 0; next < size; next++) {
            int added = next;
            permutations = permutations.stream()
                    .flatMap(order ->
                            IntStream.rangeClosed(0, order.length).mapToObj(place -> with(order, place, added)))
                    .toList();
        }
        return permutations;
    }

    private static int[] with(int[] order, int place, int added) {
        return IntStream.rangeClosed(0, order.length)
                .map(i -> i == place ? added : order[i < place ? i : i - 1])
                .toArray();
    }

    @Test
    void internal_metrics_are_what_their_definitions_say() {
        RandomCases.check(CASES, random -> {
            ClusterCase original = ClusterCase.random(random, random.nextInt(3, 60));
            Outcomes outcomes = original.outcomes();
            PlainClusters plain = PlainClusters.of(original);
            if (plain.areTooFewOrTooMany()) {
                assertThat(values(INTERNAL, outcomes)).allMatch(MetricValue.Undefined.class::isInstance);
                return;
            }

            assertClose(SILHOUETTE, outcomes, plain.silhouette());
            assertClose(DAVIES_BOULDIN_INDEX, outcomes, plain.daviesBouldin());
            assertClose(CALINSKI_HARABASZ_INDEX, outcomes, plain.calinskiHarabasz());
        });
    }

    private static void assertClose(Metric metric, Outcomes outcomes, double expected) {
        assertThat(value(metric, outcomes)).as(metric.name()).isCloseTo(expected, Tolerance.of(expected));
    }

    @Test
    void the_unit_of_length_does_not_matter_not_even_where_squares_overflow_or_vanish() {
        RandomCases.check(CASES, random -> {
            ClusterCase original = ClusterCase.random(random);
            List<MetricValue> values = values(INTERNAL, original.outcomes());

            assertThat(values(INTERNAL, original.scaled(0x1p1000).outcomes())).isEqualTo(values);
            assertThat(values(INTERNAL, original.scaled(0x1p-900).outcomes())).isEqualTo(values);
        });
    }

    @Test
    void the_number_of_threads_does_not_matter_in_any_bit() throws Exception {
        ClusterCase large = ClusterCase.random(new SplittableRandom(1), 40_000);
        int[] firstRows = IntStream.range(0, 3000).toArray();
        ClusterCase smaller = new ClusterCase(
                large.truth().select(firstRows), large.predictions().select(firstRows));

        for (Callable<List<MetricValue>> work : List.<Callable<List<MetricValue>>>of(
                () -> values(all().subList(0, SYMMETRIC.size() + 3), large.outcomes()),
                () -> values(INTERNAL, smaller.outcomes()),
                () -> values(INTERNAL, manyClusters()))) {
            assertThat(inPool(4, work)).isEqualTo(inPool(1, work)).allMatch(MetricValue.Defined.class::isInstance);
        }
    }

    /** Two points in each cluster. */
    private static Outcomes manyClusters() {
        SplittableRandom random = new SplittableRandom(2);
        int rows = 2000;
        ClusterPredictions predictions = Predictions.clusters(
                        IntStream.range(0, rows).map(row -> row / 2).toArray())
                .withPoints(IntStream.range(0, rows)
                        .mapToObj(row -> random.doubles(3).toArray())
                        .toArray(double[][]::new));
        return Outcomes.of(Targets.labels(Labels.of("a"), new int[rows]), predictions);
    }

    private static <T> T inPool(int threads, Callable<T> work) throws InterruptedException, ExecutionException {
        ForkJoinPool pool = new ForkJoinPool(threads);
        try {
            return pool.submit(work).get();
        } finally {
            pool.shutdown();
        }
    }
}
