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
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import dev.assay.data.Labels;
import dev.assay.data.Targets;
import dev.assay.prediction.Predictions;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ClusteringMetricsTest {

    private static final List<Metric> EXTERNAL = List.of(
            ADJUSTED_RAND_INDEX,
            RAND_INDEX,
            FOWLKES_MALLOWS_INDEX,
            MUTUAL_INFORMATION,
            NORMALISED_MUTUAL_INFORMATION,
            ADJUSTED_MUTUAL_INFORMATION,
            HOMOGENEITY,
            COMPLETENESS,
            V_MEASURE,
            PURITY);

    private static final List<Metric> INTERNAL = List.of(SILHOUETTE, DAVIES_BOULDIN_INDEX, CALINSKI_HARABASZ_INDEX);

    /** Labels by letters, clusters by digits. */
    private static Outcomes clusters(String truth, String clusters) {
        return Outcomes.of(
                Targets.labels(truth.split("")),
                Predictions.clusters(
                        clusters.chars().map(Character::getNumericValue).toArray()));
    }

    private static Outcomes points(String clusters, double[]... points) {
        int[] numbers = clusters.chars().map(Character::getNumericValue).toArray();
        return Outcomes.of(
                Targets.labels(Labels.of("a"), new int[numbers.length]),
                Predictions.clusters(numbers).withPoints(points));
    }

    private static double[][] onLine(double... coordinates) {
        return Arrays.stream(coordinates).mapToObj(x -> new double[] {x}).toArray(double[][]::new);
    }

    @Test
    void agree_with_the_example_in_introduction_to_information_retrieval() {
        // Manning, Raghavan and Schütze 2008, figure 16.4 and tables 16.2 and 16.3: TP 20, FP 20, FN 24, TN 72
        Outcomes outcomes = clusters("xxxxxoxooood" + "xxddd", "11111122222233333");

        assertThat(value(PURITY, outcomes)).isEqualTo(12 / 17.0);
        assertThat(value(RAND_INDEX, outcomes)).isEqualTo(92 / 136.0);
        assertThat(value(NORMALISED_MUTUAL_INFORMATION, outcomes)).isCloseTo(0.36, within(0.005));
        assertThat(value(FOWLKES_MALLOWS_INDEX, outcomes)).isCloseTo(20 / Math.sqrt(40 * 44), within(1e-15));
    }

    @Test
    void agree_with_the_examples_in_scikit_learns_documentation() {
        assertThat(value(ADJUSTED_RAND_INDEX, clusters("aabc", "0011"))).isCloseTo(4 / 7.0, within(1e-15));
        assertThat(value(ADJUSTED_RAND_INDEX, clusters("aabb", "0101"))).isEqualTo(-0.5);
        assertThat(value(RAND_INDEX, clusters("aabc", "0011"))).isEqualTo(5 / 6.0);
        assertThat(value(FOWLKES_MALLOWS_INDEX, clusters("aaaa", "0123"))).isZero();
        assertThat(value(COMPLETENESS, clusters("aabb", "0000"))).isEqualTo(1);
        assertThat(value(COMPLETENESS, clusters("aabb", "0123"))).isEqualTo(0.5);
        assertThat(value(HOMOGENEITY, clusters("aabb", "0123"))).isEqualTo(1);
        assertThat(value(V_MEASURE, clusters("aabb", "0012"))).isCloseTo(0.8, within(1e-15));
        assertThat(value(V_MEASURE, clusters("aabb", "0123"))).isCloseTo(2 / 3.0, within(1e-15));
    }

    @Test
    void agree_with_the_values_in_scikit_learns_tests() {
        Outcomes four = points("0011223300112233", square4());

        assertThat(value(DAVIES_BOULDIN_INDEX, four)).isCloseTo(2 * Math.sqrt(0.5) / 3, within(1e-15));
        assertThat(value(CALINSKI_HARABASZ_INDEX, four)).isCloseTo(18.0 * (16 - 4) / (2 * (4 - 1)), within(1e-12));
        assertThat(value(
                        DAVIES_BOULDIN_INDEX,
                        points("0012", new double[] {0, 0}, new double[] {2, 2}, new double[] {3, 3}, new double[] {5, 5
                        })))
                .isCloseTo(5.0 / 4 / 3, within(1e-15));
    }

    /** Two of the five rounds of test_davies_bouldin_score: B and W shrink by 2/5. */
    private static double[][] square4() {
        double[][] round = {{0, 0}, {1, 1}, {3, 3}, {4, 4}, {0, 4}, {1, 3}, {3, 1}, {4, 0}};
        return IntStream.range(0, 16).mapToObj(row -> round[row % 8]).toArray(double[][]::new);
    }

    @Test
    void the_silhouette_compares_the_own_cluster_with_the_nearest_other() {
        // 0: a = 1, b = 4.5; 1: a = 1, b = 3.5; the other two are their mirror images; 100 is alone
        double expected = (2 * (3.5 / 4.5 + 2.5 / 3.5) + 0) / 5;

        assertThat(value(SILHOUETTE, points("00112", onLine(0, 1, 4, 5, 100)))).isCloseTo(expected, within(1e-15));
        assertThat(value(SILHOUETTE, points("0101", onLine(0, 1, 4, 5)))).isNegative();
    }

    @Test
    void mutual_information_is_in_nats() {
        assertThat(value(MUTUAL_INFORMATION, clusters("ab", "01"))).isEqualTo(Math.log(2));
        assertThat(value(MUTUAL_INFORMATION, clusters("abab", "0011"))).isZero();
    }

    @Test
    void one_label_in_one_cluster_is_perfect() {
        for (Outcomes outcomes : List.of(clusters("a", "0"), clusters("aaa", "000"))) {
            assertThat(EXTERNAL)
                    .filteredOn(metric -> metric != MUTUAL_INFORMATION && metric != FOWLKES_MALLOWS_INDEX)
                    .allMatch(metric -> value(metric, outcomes) == 1);
        }
        assertThat(value(FOWLKES_MALLOWS_INDEX, clusters("aaa", "000"))).isEqualTo(1);
        assertThat(value(FOWLKES_MALLOWS_INDEX, clusters("a", "0"))).isZero();
    }

    @Test
    void one_label_in_several_clusters_is_complete_nonsense_but_homogeneous() {
        Outcomes outcomes = clusters("aaaa", "0011");

        assertThat(value(ADJUSTED_RAND_INDEX, outcomes)).isZero();
        assertThat(value(ADJUSTED_MUTUAL_INFORMATION, outcomes)).isZero();
        assertThat(value(NORMALISED_MUTUAL_INFORMATION, outcomes)).isZero();
        assertThat(value(V_MEASURE, outcomes)).isZero();
        assertThat(value(HOMOGENEITY, outcomes)).isEqualTo(1);
        assertThat(value(COMPLETENESS, outcomes)).isZero();
    }

    @Test
    void examples_that_are_alone_on_both_sides_are_perfect_but_for_pairs_that_there_are_none_of() {
        Outcomes outcomes = clusters("abcde", "01234");

        assertThat(value(ADJUSTED_RAND_INDEX, outcomes)).isEqualTo(1);
        assertThat(value(ADJUSTED_MUTUAL_INFORMATION, outcomes)).isEqualTo(1);
        assertThat(value(FOWLKES_MALLOWS_INDEX, outcomes)).isZero();
    }

    @Test
    void adjusted_mutual_information_of_two_examples_apart_is_0_as_in_the_reference() {
        assertThat(value(ADJUSTED_MUTUAL_INFORMATION, clusters("ab", "01"))).isZero();
    }

    @Test
    void what_is_expected_of_long_data_is_what_the_chi_squared_distribution_says() {
        // (2 − 1)(3 − 1) / 2n, but for terms in 1/n²
        int rows = 1_000_000;
        Outcomes outcomes = Outcomes.of(
                Targets.labels(
                        Labels.of("a", "b"),
                        IntStream.range(0, rows).map(row -> row % 2).toArray()),
                Predictions.clusters(
                        IntStream.range(0, rows).map(row -> row % 3).toArray()));

        assertThat(ExpectedInformation.of(ContingencyTable.of(outcomes))).isCloseTo(1.0 / rows, within(1e-11));
        assertThat(value(ADJUSTED_RAND_INDEX, outcomes)).isCloseTo(0, within(1e-5));
    }

    @Test
    void clusters_of_equal_points_have_no_spread_even_if_their_mean_is_rounded() {
        double[][] points = Collections.nCopies(49, new double[] {0.1}).toArray(double[][]::new);
        points[48] = new double[] {0.7};
        String clusters = "0".repeat(48) + "1";

        assertThat(value(DAVIES_BOULDIN_INDEX, points(clusters, points))).isZero();
        assertThat(value(CALINSKI_HARABASZ_INDEX, points(clusters, points))).isEqualTo(1);
        assertThat(value(SILHOUETTE, points(clusters, points))).isCloseTo(48 / 49.0, within(1e-15));
    }

    @Test
    void points_that_are_all_equal_have_the_values_that_scikit_learn_gives() {
        Outcomes outcomes = points("0011", onLine(3, 3, 3, 3));

        assertThat(value(SILHOUETTE, outcomes)).isZero();
        assertThat(value(DAVIES_BOULDIN_INDEX, outcomes)).isZero();
        assertThat(value(CALINSKI_HARABASZ_INDEX, outcomes)).isEqualTo(1);
    }

    @Test
    void clusters_with_the_same_centroid_have_the_values_that_scikit_learn_gives() {
        Outcomes outcomes = points("0011", onLine(-1, 1, -2, 2));

        assertThat(value(DAVIES_BOULDIN_INDEX, outcomes)).isZero();
        assertThat(value(CALINSKI_HARABASZ_INDEX, outcomes)).isZero();
    }

    @Test
    void internal_metrics_are_undefined_without_points() {
        assertThat(INTERNAL)
                .allSatisfy(metric -> assertThat(metric.value(clusters("aabb", "0011")))
                        .isEqualTo(
                                MetricValue.undefined("the points that were clustered are not known; let the model add"
                                        + " them by withPoints(…)")));
    }

    @Test
    void internal_metrics_are_undefined_for_one_cluster() {
        assertThat(INTERNAL)
                .allSatisfy(metric -> assertThat(metric.value(points("000", onLine(1, 2, 3))))
                        .isEqualTo(MetricValue.undefined(
                                "all examples are in one cluster; it takes at least two clusters")));
    }

    @Test
    void internal_metrics_are_undefined_where_every_example_is_alone() {
        assertThat(INTERNAL)
                .allSatisfy(metric -> assertThat(metric.value(points("012", onLine(1, 2, 3))))
                        .isEqualTo(MetricValue.undefined(
                                "every example is alone in its cluster; it takes fewer clusters than examples")));
    }

    @Test
    void a_quotient_that_is_too_large_for_a_number_is_undefined() {
        Outcomes outcomes = points("0011", onLine(0, 1e-160, 1, 1));

        assertThat(CALINSKI_HARABASZ_INDEX.value(outcomes)).isEqualTo(MetricValue.undefined("the quotient overflows"));
    }

    @Test
    void all_are_undefined_for_weighted_rows() {
        Outcomes weighted = points("0011", onLine(1, 2, 3, 4)).withWeights(1, 1, 1, 2);

        assertThat(EXTERNAL).allSatisfy(metric -> assertWeighted(metric.value(weighted)));
        assertThat(INTERNAL).allSatisfy(metric -> assertWeighted(metric.value(weighted)));
    }

    private static void assertWeighted(MetricValue value) {
        assertThat(value)
                .isEqualTo(MetricValue.undefined("the rows have weights, but clusters are judged by numbers of rows;"
                        + " take data without weights"));
    }

    @Test
    void the_summary_starts_with_the_adjusted_rand_index_and_needs_no_points() {
        Outcomes outcomes = clusters("aabb", "0011");

        assertThat(Metrics.headline(outcomes)).isEqualTo(ADJUSTED_RAND_INDEX);
        assertThat(Metrics.summary(outcomes))
                .extracting(Metric::name)
                .containsExactly(
                        "adjusted Rand index",
                        "adjusted mutual information",
                        "V-measure",
                        "homogeneity",
                        "completeness");
        assertThat(Metrics.summary(outcomes)).allMatch(metric -> value(metric, outcomes) == 1);
    }

    @Test
    void say_which_values_are_better_and_possible() {
        assertThat(EXTERNAL).extracting(Metric::direction).containsOnly(Direction.HIGHER_IS_BETTER);
        assertThat(INTERNAL)
                .extracting(Metric::direction)
                .containsExactly(Direction.HIGHER_IS_BETTER, Direction.LOWER_IS_BETTER, Direction.HIGHER_IS_BETTER);
        assertThat(EXTERNAL)
                .extracting(Metric::range)
                .containsExactly(
                        new Range(-0.5, 1),
                        Range.UNIT,
                        Range.UNIT,
                        Range.NON_NEGATIVE,
                        Range.UNIT,
                        new Range(Double.NEGATIVE_INFINITY, 1),
                        Range.UNIT,
                        Range.UNIT,
                        Range.UNIT,
                        Range.UNIT);
        assertThat(INTERNAL)
                .extracting(Metric::range)
                .containsExactly(new Range(-1, 1), Range.NON_NEGATIVE, Range.NON_NEGATIVE);
    }

    @Test
    void are_averaged_over_folds() {
        assertThat(EXTERNAL).extracting(Metric::combination).containsOnly(FoldCombination.AVERAGED);
        assertThat(INTERNAL).extracting(Metric::combination).containsOnly(FoldCombination.AVERAGED);
    }

    @Test
    void fail_when_targets_are_numbers_or_predictions_are_labels() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ADJUSTED_RAND_INDEX.resolve(Targets.numbers(1)))
                .withMessage("adjusted Rand index judges labels, but the targets are numbers");
        Outcomes labels = Cases.labels(Labels.of("a", "b"), "ab", "ab");
        assertThat(List.of(ADJUSTED_RAND_INDEX, SILHOUETTE))
                .allSatisfy(metric -> assertThatIllegalArgumentException()
                        .isThrownBy(() -> metric.value(labels))
                        .withMessage("this metric judges clusters, but the model predicts labels"));
    }
}
