package dev.assay.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.assay.data.Dataset;
import dev.assay.data.Targets;
import dev.assay.learning.Learner;
import dev.assay.metric.ClassificationMetrics;
import dev.assay.metric.Metric;
import dev.assay.metric.MetricValue;
import dev.assay.metric.RegressionMetrics;
import dev.assay.metric.ZeroDivision;
import dev.assay.prediction.Predictions;
import dev.assay.testing.Script;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** How folds become one value, by examples worked by hand. */
class FoldCombinationTest {

    private static MetricValue value(double number) {
        return MetricValue.of(number);
    }

    @Test
    void computes_count_metrics_from_the_counts_of_all_folds_of_a_repeat() {
        // folds: 8/(8+0) = 1 and 2/(2+3+1) = 1/3, together 10/(10+3+1) = 5/7 (Forman and Scholz 2010)
        Evaluation evaluation = Script.tumours(4, 0, 0, 6, 1, 3, 1, 5).crossValidated(2);

        MetricScore score = evaluation.score(ClassificationMetrics.F1);

        assertThat(score.metric().name()).isEqualTo("F1 of \"malignant\"");
        assertThat(score.folds()).containsExactly(value(1), value(2 / 6.0));
        assertThat(score.repeats()).containsExactly(value(10 / 14.0));
        assertThat(score.value()).isEqualTo(value(10 / 14.0));
        assertThat(score.foldsUsed()).isEqualTo(2);
    }

    @Test
    void averages_count_metrics_over_folds_where_asked_to() {
        Evaluation evaluation = Script.tumours(4, 0, 0, 6, 1, 3, 1, 5).crossValidated(2);

        MetricScore score = evaluation.score(ClassificationMetrics.F1.averagedOverFolds());

        assertThat(score.metric().name()).isEqualTo("F1 of \"malignant\" (averaged over folds)");
        assertThat(score.value()).isEqualTo(value((1 + 2 / 6.0) / 2));
    }

    @Test
    void averages_the_area_under_the_roc_curve_because_scores_of_different_models_cannot_be_ranked_together() {
        Evaluation evaluation = Script.probabilities(
                        List.of("malignant", "benign", "malignant", "benign"), 0.9, 0.8, 0.3, 0.2)
                .crossValidated(2);

        // pooled, 0.3 would lie below 0.8, and the area would be 3/4
        assertThat(evaluation.value(ClassificationMetrics.ROC_AUC)).isEqualTo(value(1));
    }

    @Test
    void leaves_folds_out_of_an_average_where_the_metric_is_undefined_and_says_how_many_it_used() {
        Evaluation evaluation = Script.probabilities(
                        List.of("malignant", "benign", "malignant", "benign", "benign", "benign"),
                        0.9,
                        0.8,
                        0.3,
                        0.4,
                        0.1,
                        0.2)
                .crossValidated(3);

        MetricScore score = evaluation.score(ClassificationMetrics.ROC_AUC);

        assertThat(score.folds())
                .containsExactly(value(1), value(0), MetricValue.undefined("no example is \"malignant\""));
        assertThat(score.value()).isEqualTo(value(0.5));
        assertThat(score.foldsUsed()).isEqualTo(2);
        assertThat(score.definedFolds()).isEmpty();
    }

    @Test
    void is_undefined_with_the_first_reason_where_it_is_so_in_every_fold() {
        Evaluation evaluation = Script.tumours(1, 1, 1, 1).crossValidated(2);

        MetricScore score = evaluation.score(ClassificationMetrics.ROC_AUC);

        assertThat(score.value())
                .isEqualTo(MetricValue.undefined("the model gives labels without scores that rank examples"));
        assertThat(score.foldsUsed()).isZero();
    }

    @Test
    void uses_all_folds_of_a_count_metric_even_where_it_is_undefined_in_one() {
        Evaluation evaluation = Script.tumours(3, 1, 0, 1, 0, 0, 0, 5).crossValidated(2);
        Metric recall = ClassificationMetrics.RECALL.withZeroDivision(ZeroDivision.UNDEFINED);

        MetricScore score = evaluation.score(recall);

        assertThat(score.folds()).containsExactly(value(0.75), MetricValue.undefined("no example is \"malignant\""));
        assertThat(score.value()).isEqualTo(value(0.75));
        assertThat(score.foldsUsed()).isEqualTo(2);
    }

    @Test
    void pools_squared_errors_before_it_takes_the_root() {
        // errors 3, 3 and 4, 4: √(50/4), and not (3 + 4)/2
        Evaluation evaluation =
                Script.numbers(List.of(0.0, 10.0, 0.0, 10.0), 3, 13, 4, 14).crossValidated(2);

        MetricScore score = evaluation.score(RegressionMetrics.ROOT_MEAN_SQUARED_ERROR);

        assertThat(score.folds()).containsExactly(value(3), value(4));
        assertThat(score.value()).isEqualTo(value(Math.sqrt(12.5)));
    }

    @Test
    void averages_r2_over_folds() {
        // folds: 1 − 18/50 and 1 − 32/50
        Evaluation evaluation =
                Script.numbers(List.of(0.0, 10.0, 0.0, 10.0), 3, 13, 4, 14).crossValidated(2);

        assertThat(evaluation.value(RegressionMetrics.R2).asOptional().orElseThrow())
                .isCloseTo((0.64 + 0.36) / 2, within(1e-15));
    }

    @Test
    void averages_over_repeats_what_was_combined_within_each() {
        // repeat 1 as told (8/(8+2) = 0.8), repeat 2 all wrong (0)
        Script told = Script.tumours(2, 1, 0, 1, 2, 0, 1, 1);
        Script wrong = Script.tumours(0, 3, 1, 0, 0, 2, 2, 0);

        Evaluation evaluation = CrossValidation.of(told.data())
                .folds(2)
                .repeats(2)
                .evaluate("forest", Script.perFold(fold -> fold < 2 ? told.learner() : wrong.learner()));

        MetricScore score = evaluation.score(ClassificationMetrics.F1);
        assertThat(score.repeats()).containsExactly(value(0.8), value(0));
        assertThat(score.value()).isEqualTo(value(0.4));
        assertThat(evaluation.confusion().orElseThrow().cell(1, 1)).isEqualTo(2); // mean of 4 and 0
    }

    @Test
    void the_mean_of_equal_repeats_is_what_each_of_them_is() {
        // 7 of 10 right in every repeat, whichever way they are dealt: naive sums give 0.6999… for three
        List<String> truth = IntStream.range(0, 20)
                .mapToObj(row -> "ab".substring(row % 2, row % 2 + 1))
                .toList();
        Evaluation evaluation = CrossValidation.of(
                        Dataset.of(IntStream.range(0, 20).boxed().toList(), Targets.labels(truth)))
                .folds(5)
                .repeats(3)
                .evaluate("script", (Learner<Integer>) training -> inputs -> Predictions.labels(
                        training.labels(),
                        inputs.stream()
                                .mapToInt(row -> row < 14 ? row % 2 : 1 - row % 2)
                                .toArray()));

        assertThat(evaluation.value(ClassificationMetrics.ACCURACY)).isEqualTo(MetricValue.of(0.7));
    }
}
