package dev.assay.evaluation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.data.Targets;
import dev.assay.metric.ClassificationMetrics;
import dev.assay.metric.Metric;
import dev.assay.metric.RankingMetrics;
import dev.assay.metric.RegressionMetrics;
import dev.assay.prediction.Predictions;
import dev.assay.statistics.Estimate;
import dev.assay.statistics.Interval;
import dev.assay.statistics.ProportionInterval;
import dev.assay.testing.Script;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class UncertaintyTest {

    private static final Evaluation FITTED = Script.tumours(45, 5, 5, 45).fitted();

    private static Interval interval(Evaluation evaluation, Metric metric) {
        return Uncertainty.of(evaluation, metric).estimate().orElseThrow().interval(0.95);
    }

    @Test
    void an_interval_names_its_question_method_level_and_replicates() {
        Uncertainty uncertainty = Uncertainty.of(FITTED, ClassificationMetrics.MATTHEWS_CORRELATION);
        Interval interval = uncertainty.estimate().orElseThrow().interval(0.9);

        assertThat(uncertainty.question()).isEqualTo("this fitted model");
        assertThat(uncertainty.reason()).isEmpty();
        assertThat(interval.level()).isEqualTo(0.9);
        assertThat(interval.method()).isEqualTo("by 10,000 Dirichlet draws over the confusion matrix of 100 rows");
        assertThat(interval.replicates()).hasValue(10_000);
        assertThat(interval.covers(0.8)).isTrue();
    }

    @Test
    void proportions_have_wilsons_interval_and_errors_mirror_it() {
        assertThat(interval(FITTED, ClassificationMetrics.ACCURACY))
                .isEqualTo(ProportionInterval.WILSON.of(90, 100, 0.95));
        assertThat(interval(FITTED, ClassificationMetrics.ZERO_ONE_LOSS))
                .isEqualTo(ProportionInterval.WILSON.of(10, 100, 0.95));
    }

    @Test
    void all_metrics_of_one_confusion_matrix_have_intervals() {
        List<Metric> metrics = List.of(
                ClassificationMetrics.BALANCED_ACCURACY,
                ClassificationMetrics.MATTHEWS_CORRELATION,
                ClassificationMetrics.COHENS_KAPPA,
                ClassificationMetrics.QUADRATIC_KAPPA,
                ClassificationMetrics.F1.macro(),
                ClassificationMetrics.F1.weighted(),
                ClassificationMetrics.fBeta(2));

        assertThat(metrics).allSatisfy(metric -> {
            Interval interval = interval(FITTED, metric);
            assertThat(interval.upper()).isGreaterThan(interval.lower());
            assertThat(interval.method()).contains("Dirichlet draws over the confusion matrix");
        });
    }

    @Test
    void perfect_models_have_intervals_that_are_no_points() {
        Evaluation perfect = Script.probabilities(
                        IntStream.range(0, 40)
                                .mapToObj(row -> row % 2 == 0 ? "benign" : "malignant")
                                .toList(),
                        IntStream.range(0, 40)
                                .mapToDouble(row -> row % 2 == 0 ? 0.1 : 0.9)
                                .toArray())
                .fitted();

        assertThat(List.of(
                        ClassificationMetrics.F1.macro(),
                        ClassificationMetrics.MATTHEWS_CORRELATION,
                        ClassificationMetrics.AVERAGE_PRECISION,
                        ClassificationMetrics.ROC_AUC,
                        ClassificationMetrics.KOLMOGOROV_SMIRNOV))
                .allSatisfy(metric -> {
                    Interval interval = interval(perfect, metric);
                    assertThat(interval.lower()).isBetween(0.7, 0.99);
                    assertThat(interval.upper()).isEqualTo(1);
                });
    }

    @Test
    void one_label_alone_says_nothing() {
        Uncertainty uncertainty = Uncertainty.of(Script.tumours(5, 0, 0, 0).fitted(), ClassificationMetrics.F1.macro());

        assertThat(uncertainty.estimate()).isEmpty();
        assertThat(uncertainty.reason())
                .isEqualTo(
                        "macro F1 is the same whichever of the confusion matrix of 5 rows are drawn, which says nothing"
                                + " about its spread");
    }

    @Test
    void draws_depend_on_the_seed_and_the_metric_and_nothing_else() {
        assertThat(interval(FITTED, ClassificationMetrics.F1.macro()))
                .isEqualTo(interval(Script.tumours(45, 5, 5, 45).fitted(), ClassificationMetrics.F1.macro()));
        // with two labels of equal frequency, both are the mean of the same recalls
        assertThat(interval(FITTED, ClassificationMetrics.RECALL.macro()).lower())
                .isNotEqualTo(interval(FITTED, ClassificationMetrics.BALANCED_ACCURACY)
                        .lower());
    }

    @Test
    void queries_are_drawn_as_a_whole() {
        List<String> queries =
                IntStream.range(0, 80).mapToObj(row -> "query " + row / 2).toList();
        double[] scores = IntStream.range(0, 80).mapToDouble(row -> row % 7).toArray();
        List<Double> relevance =
                IntStream.range(0, 80).mapToObj(row -> (double) (row % 2)).toList();
        Script script = Script.numbers(relevance, scores);
        Interval interval =
                interval(script.with(script.data().withGroups(queries)).fitted(), RankingMetrics.NDCG);

        assertThat(interval.method()).isEqualTo("by 10,000 Dirichlet draws over 40 queries of 80 rows");
        assertThat(interval.upper()).isGreaterThan(interval.lower());
    }

    @Test
    void many_rows_take_fewer_replicates() {
        int rows = 40_000;
        double[] truth = IntStream.range(0, rows).mapToDouble(row -> row % 100).toArray();
        double[] predicted =
                IntStream.range(0, rows).mapToDouble(row -> row % 101).toArray();
        Evaluation evaluation = Script.of(Targets.numbers(truth), Predictions.numbers(predicted))
                .fitted();

        assertThat(interval(evaluation, RegressionMetrics.R2).replicates()).hasValue(1_000);
        assertThat(interval(evaluation, RegressionMetrics.MEAN_ABSOLUTE_ERROR).replicates())
                .hasValue(2_000);
    }

    @Test
    void an_undefined_metric_has_no_interval() {
        Uncertainty uncertainty = Uncertainty.of(FITTED, ClassificationMetrics.ROC_AUC);

        assertThat(uncertainty.estimate()).isEmpty();
        assertThat(uncertainty.reason()).isEqualTo("the metric is undefined");
    }

    @Test
    void the_chance_of_fresh_data_is_that_of_a_model_as_good_as_this_one() {
        Estimate macro = Uncertainty.of(FITTED, ClassificationMetrics.RECALL.macro())
                .estimate()
                .orElseThrow();

        assertThat(macro.chanceOfAtLeast(0.9)).isBetween(0.5, 0.65);
        assertThat(macro.chanceOfAtLeast(0.8)).isGreaterThan(0.99);
        assertThat(macro.chanceOfAtLeast(1)).isLessThan(0.01);
    }
}
