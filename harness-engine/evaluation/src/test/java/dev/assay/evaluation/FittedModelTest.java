package dev.assay.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.assay.data.Dataset;
import dev.assay.data.LabelTargets;
import dev.assay.data.Labels;
import dev.assay.learning.Predictor;
import dev.assay.metric.ClassificationMetrics;
import dev.assay.metric.MetricValue;
import dev.assay.prediction.Predictions;
import dev.assay.testing.Examples;
import dev.assay.testing.Script;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class FittedModelTest {

    private static final Dataset<Integer> TUMOURS = Script.tumours(3, 1, 0, 4).data();

    private static final Labels TUMOURS_LABELS = ((LabelTargets) TUMOURS.targets()).labels();

    private static Evaluation evaluate(Predictor<Integer> predictor) {
        return Evaluation.ofFittedModel("forest", predictor, TUMOURS);
    }

    @Test
    void predicts_all_test_data_as_one_fold_without_seed() {
        Evaluation evaluation = Script.tumours(3, 1, 0, 4).fitted();

        assertThat(evaluation.title()).isEqualTo("forest on tumours: one fitted model on 8 test examples");
        assertThat(evaluation.seed()).isEmpty();
        assertThat(evaluation.isOfProcedure()).isFalse();
        assertThat(evaluation.folds()).hasSize(1);
        assertThat(evaluation.value(ClassificationMetrics.F1)).isEqualTo(MetricValue.of(6 / 7.0));
    }

    @Test
    void takes_in_labels_that_the_model_knows_and_the_test_data_lack() {
        Labels known = Labels.of("doubtful", "malignant", "benign");
        Evaluation evaluation = evaluate(rows -> Predictions.labels(
                known,
                rows.stream().mapToInt(row -> row < 3 ? 1 : row < 6 ? 0 : 2).toArray()));

        Labels labels = ((LabelTargets) evaluation.targets()).labels();
        assertThat(labels.names()).containsExactly("benign", "malignant", "doubtful");
        assertThat(labels.positive()).contains("malignant");
        assertThat(evaluation.value(ClassificationMetrics.ACCURACY)).isEqualTo(MetricValue.of(5 / 8.0));
        assertThat(evaluation.value(ClassificationMetrics.F1)).isEqualTo(MetricValue.of(6 / 7.0));
    }

    @Test
    void takes_in_such_labels_for_a_selection_of_examples_too() {
        Predictor<Integer> model = rows -> Predictions.labels(Labels.of("doubtful"), new int[rows.size()]);

        Evaluation evaluation = Evaluation.ofFittedModel("forest", model, TUMOURS.select(6, 7));

        assertThat(((LabelTargets) evaluation.targets()).labels().names()).contains("doubtful");
        assertThat(evaluation.value(ClassificationMetrics.ACCURACY)).isEqualTo(MetricValue.of(0));
        assertThat(evaluation.id(0)).isEqualTo("6");
    }

    @Test
    void judges_a_model_that_lacks_labels_of_the_test_data() {
        Evaluation evaluation = evaluate(rows -> Predictions.labels(Labels.of("malignant"), new int[rows.size()]));

        assertThat(evaluation.value(ClassificationMetrics.ACCURACY)).isEqualTo(MetricValue.of(4 / 8.0));
    }

    @Test
    void fails_when_the_model_throws() {
        IllegalStateException failure = new IllegalStateException("not fitted");

        assertThatThrownBy(() -> evaluate(rows -> {
                    throw failure;
                }))
                .isInstanceOf(EvaluationException.class)
                .hasMessage("forest on tumours: IllegalStateException: not fitted")
                .hasCause(failure);
    }

    @Test
    void fails_when_a_prediction_is_not_a_number() {
        assertThatThrownBy(() -> Evaluation.ofFittedModel(
                        "forest",
                        (Predictor<Integer>) rows -> Predictions.numbers(1, Double.NaN),
                        Examples.numbered(2)))
                .isInstanceOf(EvaluationException.class)
                .hasMessage("forest on data: row 1: the prediction is NaN; predictions must be finite numbers");
    }

    @Test
    void fails_with_too_few_predictions_or_those_of_another_kind() {
        assertThatThrownBy(() -> evaluate(rows -> Predictions.labels(Labels.of("benign"), 0)))
                .isInstanceOf(EvaluationException.class)
                .hasMessage("forest on tumours: 1 predictions for 8 examples");
        assertThatThrownBy(() -> evaluate(rows -> Predictions.numbers(new double[rows.size()])))
                .isInstanceOf(EvaluationException.class)
                .hasMessage("forest on tumours: the data have labels, but the model predicts numbers");
    }

    @Test
    void keeps_an_interrupt_of_the_thread_that_predicts() {
        assertThatThrownBy(() -> evaluate(rows -> {
                    throw new InterruptedException("stopped");
                }))
                .isInstanceOf(EvaluationException.class);
        assertThat(Thread.interrupted()).isTrue();
    }

    @Test
    void fails_with_a_model_that_no_adapter_knows() {
        assertThatThrownBy(() -> Evaluation.ofFittedModel("forest", "a model", TUMOURS))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("no adapter on the class path knows a trainer or model of type java.lang.String; is the"
                        + " adapter for its library among the dependencies?");
    }

    @Test
    void models_with_preprocessing_of_their_own_are_compared_on_the_same_data() {
        Predictor<String> ofNames = names -> Predictions.labels(
                TUMOURS_LABELS,
                names.stream()
                        .mapToInt(name -> Integer.parseInt(name.substring(1)) < 4 ? 1 : 0)
                        .toArray());
        Evaluation one = evaluate(ofNames.after((Integer row) -> "n" + row));
        Evaluation other = Evaluation.ofFittedModel(
                "other",
                (Predictor<Integer>) rows -> Predictions.labels(TUMOURS_LABELS, new int[rows.size()]),
                TUMOURS);

        Comparison comparison = Comparison.of(List.of(one, other));

        assertThat(one.value(ClassificationMetrics.ACCURACY)).isEqualTo(MetricValue.of(1));
        assertThat(comparison.ranking(ClassificationMetrics.ACCURACY))
                .extracting(Evaluation::candidate)
                .containsExactly("forest", "other");
    }

    @Test
    void models_that_were_evaluated_on_other_data_can_not_be_compared() {
        Predictor<Integer> model = rows -> Predictions.labels(TUMOURS_LABELS, new int[rows.size()]);
        Evaluation one = evaluate(model);
        Evaluation other = Evaluation.ofFittedModel("other", model, TUMOURS.select(0, 1));

        assertThatThrownBy(() -> Comparison.of(List.of(one, other)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(
                        "\"forest\" and \"other\" were not evaluated on the same data; use one data set for both, and put"
                                + " what only one model needs before it: predictor.after(…)");
    }

    @Test
    void preprocessing_keeps_what_the_model_tells_of_itself() {
        Predictor<String> model = new Predictor<>() {
            @Override
            public Predictions predict(List<String> inputs) {
                return Predictions.labels(TUMOURS_LABELS, new int[inputs.size()]);
            }

            @Override
            public Map<String, String> versions() {
                return Map.of("library", "1.2");
            }
        };

        assertThat(evaluate(model.after(String::valueOf)).versions()).containsEntry("library", "1.2");
    }
}
