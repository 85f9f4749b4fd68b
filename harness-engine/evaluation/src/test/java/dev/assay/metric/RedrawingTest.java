package dev.assay.metric;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.assay.data.Labels;
import dev.assay.testing.LabelCase;
import dev.assay.testing.LabelSetCase;
import dev.assay.testing.NumberCase;
import dev.assay.testing.RandomCases;
import dev.assay.testing.RankingCase;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/** How metrics depend on which rows there are. */
class RedrawingTest {

    private static final int CASES = 60;
    private static final Labels LABELS = Labels.of("a", "b", "c");

    private static Outcomes grouped(Outcomes outcomes, SplittableRandom random) {
        return outcomes.withGroups(
                random.ints(outcomes.size(), 0, 5).mapToObj(Integer::toString).toList());
    }

    /** Checks a metric on rows as they are, and on units that are drawn with replacement. */
    private static void check(List<Metric> metrics, Outcomes outcomes, SplittableRandom random) {
        Units units = Units.of(outcomes);
        double[] drawn = new double[units.size()];
        random.ints(units.size(), 0, units.size()).forEach(unit -> drawn[unit]++);
        Optional<Outcomes> selected = units.select(outcomes, drawn);
        for (Metric metric : metrics) {
            Redrawing redrawing = metric.redrawing(outcomes).orElse(null);
            OptionalDouble value = metric.value(outcomes).asOptional();
            if (redrawing == null) {
                continue;
            }
            double[] counts = redrawing.counts();
            assertClose(metric, redrawing.value(counts), value);
            boolean ofUnits = counts.length >= units.size()
                    && Arrays.stream(counts, 0, units.size()).allMatch(count -> count == 1)
                    && Arrays.stream(counts).sum() == units.size();
            if (value.isPresent() && ofUnits && selected.isPresent()) {
                assertClose(
                        metric,
                        redrawing.value(Arrays.copyOf(drawn, counts.length)),
                        metric.value(selected.get()).asOptional());
            }
        }
    }

    private static void assertClose(Metric metric, double actual, OptionalDouble expected) {
        if (expected.isEmpty()) {
            assertThat(actual).as(metric.name()).isNaN();
        } else {
            double value = expected.getAsDouble();
            assertThat(actual).as(metric.name()).isCloseTo(value, within(1e-9 * Math.max(1, Math.abs(value))));
        }
    }

    @Test
    void metrics_of_labels_are_those_of_the_rows_that_are_drawn() {
        RandomCases.check(CASES, random -> {
            LabelCase original = LabelCase.random(random);
            List<Metric> metrics = ClassificationCatalogue.all(original.truth().labels());
            check(metrics, original.outcomes(), random);
            check(metrics, original.weightedOutcomes(), random);
            check(metrics, grouped(original.outcomes(), random), random);
            check(metrics, grouped(original.weightedOutcomes(), random), random);
        });
    }

    @Test
    void metrics_of_numbers_are_those_of_the_rows_that_are_drawn() {
        RandomCases.check(CASES, random -> {
            NumberCase original = NumberCase.positive(random);
            check(RegressionCatalogue.all(), original.outcomes(), random);
            check(RegressionCatalogue.all(), original.weightedOutcomes(), random);
            check(RegressionCatalogue.all(), grouped(original.weightedOutcomes(), random), random);
        });
    }

    @Test
    void metrics_of_sets_are_those_of_the_rows_that_are_drawn() {
        LabelSetMetric f1 = MultiLabelMetrics.F1;
        List<Metric> metrics = List.of(
                f1.micro(),
                f1.macro(),
                f1.weighted(),
                f1.samples(),
                f1.macro().withZeroDivision(ZeroDivision.UNDEFINED),
                MultiLabelMetrics.JACCARD.samples().withZeroDivision(ZeroDivision.UNDEFINED),
                MultiLabelMetrics.HAMMING_LOSS,
                MultiLabelMetrics.SUBSET_ACCURACY,
                MultiLabelMetrics.COVERAGE_ERROR);
        RandomCases.check(CASES, random -> {
            LabelSetCase original = LabelSetCase.random(random);
            check(metrics, original.outcomes(), random);
            check(metrics, original.weightedOutcomes(), random);
            check(metrics, grouped(original.outcomes(), random), random);
        });
    }

    @Test
    void metrics_of_rankings_draw_whole_queries() {
        List<Metric> metrics = List.of(RankingMetrics.NDCG, RankingMetrics.DCG, RankingMetrics.MEAN_RECIPROCAL_RANK);
        RandomCases.check(CASES, random -> {
            RankingCase original = RankingCase.random(random, 5);
            for (Outcomes outcomes : List.of(original.outcomes(), original.weightedOutcomes())) {
                for (Metric metric : metrics) {
                    metric.redrawing(outcomes).ifPresent(redrawing -> {
                        assertThat(redrawing.things()).contains("queries of ");
                        assertClose(
                                metric,
                                redrawing.value(redrawing.counts()),
                                metric.value(outcomes).asOptional());
                    });
                }
            }
        });
    }

    @Test
    void the_prior_of_a_confusion_matrix_is_one_row_over_all_cells() {
        Redrawing redrawing = ClassificationMetrics.F1
                .macro()
                .redrawing(Cases.labels(LABELS, "aabbcc", "abbbca"))
                .orElseThrow();

        assertThat(redrawing.counts()).containsExactly(1, 1, 0, 0, 2, 0, 1, 0, 1);
        assertThat(redrawing.pseudoCounts()).containsOnly(1 / 9.0);
        assertThat(redrawing.things()).isEqualTo("the confusion matrix of 6 rows");
    }

    @Test
    void labels_that_do_not_occur_get_no_prior_and_stay_out_of_averages() {
        Metric balanced = ClassificationMetrics.BALANCED_ACCURACY;
        Redrawing redrawing =
                balanced.redrawing(Cases.labels(LABELS, "aabb", "aabb")).orElseThrow();

        assertThat(redrawing.pseudoCounts()).containsExactly(.25, .25, 0, .25, .25, 0, 0, 0, 0);
        // c is predicted only: rows of a and b can be taken for it, but there are none of its own
        assertThat(balanced.redrawing(Cases.labels(LABELS, "aabb", "aabc"))
                        .orElseThrow()
                        .pseudoCounts())
                .containsExactly(1 / 6.0, 1 / 6.0, 1 / 6.0, 1 / 6.0, 1 / 6.0, 1 / 6.0, 0, 0, 0);
    }

    @Test
    void the_prior_of_a_mean_between_known_ends_is_half_a_row_of_each() {
        Outcomes outcomes = Cases.probabilities("01", 0.2, 0.9);
        Redrawing brier = ClassificationMetrics.BRIER_SCORE.redrawing(outcomes).orElseThrow();

        assertThat(brier.pseudoCounts()).containsExactly(0, 0, 0.5, 0.5);
        assertThat(brier.value(1, 1, 1, 1)).isCloseTo((0.04 + 0.01 + 0 + 1) / 4, within(1e-12));
        assertThat(ClassificationMetrics.LOG_LOSS
                        .redrawing(outcomes)
                        .orElseThrow()
                        .hasPrior())
                .isFalse();
    }

    @Test
    void a_perfect_ranking_can_be_drawn_imperfect() {
        Redrawing redrawing = ClassificationMetrics.AVERAGE_PRECISION
                .redrawing(Cases.margins("nnpp", 1, 2, 3, 4))
                .orElseThrow();
        double[] numbers = redrawing.counts();

        assertThat(redrawing.value(numbers)).isEqualTo(1);
        Arrays.setAll(numbers, i -> numbers[i] + redrawing.pseudoCounts()[i]);
        assertThat(redrawing.value(numbers)).isBetween(0.7, 0.99);
        assertThat(Arrays.stream(redrawing.pseudoCounts()).sum()).isCloseTo(1, within(1e-12));
    }

    @Test
    void rows_of_a_group_are_drawn_together() {
        Outcomes outcomes = Cases.labels(LABELS, "aabb", "abbb").withGroups(List.of("x", "x", "y", "y"));
        Redrawing redrawing = ClassificationMetrics.ACCURACY.redrawing(outcomes).orElseThrow();

        assertThat(redrawing.counts()).containsExactly(1, 1, 0, 0, 0, 0);
        assertThat(redrawing.value(2, 0, 0, 0, 0, 0)).isEqualTo(0.5);
        assertThat(redrawing.value(0, 2, 0, 0, 0, 0)).isEqualTo(1);
        assertThat(redrawing.things()).isEqualTo("only 2 groups of 4 rows (too few for bounds to be trusted)");
    }

    @Test
    void nothing_is_drawn_for_maxima_and_distances_of_points() {
        Outcomes numbers = Cases.numbers(new double[] {1, 2}, 2, 3);

        assertThat(RegressionMetrics.MAXIMUM_ERROR.redrawing(numbers)).isEmpty();
        assertThat(RegressionMetrics.MEDIAN_ABSOLUTE_ERROR.redrawing(numbers)).isPresent();
        assertThat(((SimpleMetric) ClusteringMetrics.SILHOUETTE).canBeRedrawn()).isFalse();
    }

    @Test
    void a_metric_of_ones_own_is_computed_again() {
        Metric own = Metric.of(
                "rows",
                Direction.HIGHER_IS_BETTER,
                Range.NON_NEGATIVE,
                outcomes -> outcomes.truth().size());
        Redrawing redrawing =
                own.redrawing(Cases.numbers(new double[] {1, 2, 3}, 1, 2, 3)).orElseThrow();

        assertThat(redrawing.counts()).containsExactly(1, 1, 1);
        assertThat(redrawing.value(0, 3, 0)).isEqualTo(3);
        assertThat(redrawing.value(0, 0, 0)).isNaN();
    }
}
