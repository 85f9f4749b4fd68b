package dev.assay.adapters.tribuo;

import static dev.assay.prediction.ScoreKind.MARGINS;
import static dev.assay.prediction.ScoreKind.NONE;
import static dev.assay.prediction.ScoreKind.PROBABILITIES;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.within;

import dev.assay.data.Dataset;
import dev.assay.data.Targets;
import dev.assay.prediction.InvalidPredictionsException;
import dev.assay.prediction.LabelPredictions;
import dev.assay.prediction.ScoreKind;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.tribuo.Example;
import org.tribuo.Prediction;
import org.tribuo.classification.Label;

class ScoreKindTest {

    private static Stream<Arguments> models() {
        return Stream.of(
                Arguments.of(TestTrainers.LOGISTIC_REGRESSION, PROBABILITIES),
                Arguments.of(TestTrainers.SCALED_LOGISTIC_REGRESSION, PROBABILITIES),
                Arguments.of(TestTrainers.TREE, PROBABILITIES),
                Arguments.of(TestTrainers.FOREST, PROBABILITIES),
                Arguments.of(TestTrainers.LIB_LINEAR_PROBABILITIES, PROBABILITIES),
                Arguments.of(TestTrainers.LIB_SVM_PROBABILITIES, PROBABILITIES),
                Arguments.of(TestTrainers.HINGE, MARGINS),
                Arguments.of(TestTrainers.KERNEL_SVM, MARGINS),
                Arguments.of(TestTrainers.LIB_LINEAR, MARGINS),
                Arguments.of(TestTrainers.ADA_BOOST, MARGINS),
                Arguments.of(TestTrainers.BAGGED_MARGINS, NONE),
                Arguments.of(TestTrainers.LIB_SVM, NONE),
                Arguments.of(TestTrainers.SCALED_LIB_SVM, NONE),
                Arguments.of(TestTrainers.DUMMY, NONE));
    }

    @ParameterizedTest
    @MethodSource("models")
    void is_what_the_model_gives_with_three_labels(TestTrainers trainers, ScoreKind kind) throws Exception {
        assertThat(Fits.labels(TestData.iris(), trainers.labels()).scoreKind()).isEqualTo(kind);
    }

    @ParameterizedTest
    @MethodSource("models")
    void is_what_the_model_gives_with_two_labels(TestTrainers trainers, ScoreKind kind) throws Exception {
        assertThat(Fits.labels(TestData.twoSpecies(), trainers.labels()).scoreKind())
                .isEqualTo(kind);
    }

    private static LabelPredictions predict(Function<Example<Label>, Prediction<Label>> script) throws Exception {
        Dataset<Example<?>> data = Fits.PROVIDER.adapt(Dataset.of(new double[][] {{1}, {2}}, Targets.labels("a", "b"))
                .withFeatureNames(List.of("x"))
                .withIds(List.of("first", "second")));
        return (LabelPredictions)
                Fits.PROVIDER.predictor(new ScriptedModel(script)).predict(data.inputs());
    }

    private static boolean isFirst(Example<Label> example) {
        return example.lookup("x").getValue() == 1;
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void the_predicted_label_is_that_of_the_model_and_not_of_the_highest_score(boolean probabilities) throws Exception {
        LabelPredictions predictions =
                predict(example -> ScriptedModel.scored(example, probabilities, 0.5, 0.25, 0.25));

        assertThat(predictions.label(0)).isEqualTo("b");
        assertThat(predictions.score(0, 0)).isEqualTo(0.5);
    }

    @Test
    void probabilities_below_zero_are_margins_for_all_rows() throws Exception {
        LabelPredictions predictions = predict(example -> isFirst(example)
                ? ScriptedModel.scored(example, true, 0.5, 0.25, 0.25)
                : ScriptedModel.scored(example, true, 1.25, -0.25, 0));

        assertThat(predictions.scoreKind()).isEqualTo(MARGINS);
        assertThat(Fits.scores(predictions, 0)).containsExactly(0.5, 0.25, 0.25);
        assertThat(Fits.scores(predictions, 1)).containsExactly(1.25, -0.25, 0.0);
    }

    @Test
    void probabilities_whose_sum_is_not_one_are_margins() throws Exception {
        assertThat(predict(example -> ScriptedModel.scored(example, true, 0.9, 0.9, 0.1))
                        .scoreKind())
                .isEqualTo(MARGINS);
    }

    @Test
    void probabilities_of_32_bits_stay_as_they_are() throws Exception {
        LabelPredictions predictions = predict(example -> ScriptedModel.scored(example, true, 0.1f, 0.2f, 0.7f));

        assertThat(predictions.scoreKind()).isEqualTo(PROBABILITIES);
        assertThat(Fits.scores(predictions, 0)).containsExactly((double) 0.1f, (double) 0.2f, (double) 0.7f);
    }

    @Test
    void probabilities_whose_sum_many_roundings_have_moved_are_divided_by_it() throws Exception {
        LabelPredictions predictions = predict(example -> ScriptedModel.scored(example, true, 0.1001, 0.2001, 0.7001));

        assertThat(predictions.scoreKind()).isEqualTo(PROBABILITIES);
        assertThat(predictions.score(0, 2)).isCloseTo(0.7001 / 1.0003, within(1e-15));
    }

    @Test
    void a_label_without_a_probability_has_probability_zero() throws Exception {
        LabelPredictions predictions = predict(example -> ScriptedModel.scored(example, true, 0.25, 0.75));

        assertThat(predictions.scoreKind()).isEqualTo(PROBABILITIES);
        assertThat(Fits.scores(predictions, 0)).containsExactly(0.25, 0.75, 0.0);
    }

    @Test
    void a_label_without_a_margin_is_below_all_others() throws Exception {
        LabelPredictions predictions = predict(example -> ScriptedModel.scored(example, false, -4, 3));

        assertThat(Fits.scores(predictions, 0)).containsExactly(-4.0, 3.0, -5.0);
    }

    @Test
    void fails_if_rows_have_different_kinds_of_scores() {
        assertThatExceptionOfType(InvalidPredictionsException.class)
                .isThrownBy(() -> predict(example -> ScriptedModel.scored(example, isFirst(example), 0.5, 0.5, 0)))
                .withMessage("row second: its scores are MARGINS, but those of row first are PROBABILITIES; a model"
                        + " must give all rows the same");
    }

    @Test
    void fails_if_a_row_has_no_label() {
        assertThatExceptionOfType(InvalidPredictionsException.class)
                .isThrownBy(() -> predict(example -> new Prediction<>((Label) null, 1, example)))
                .withMessage("row first: the model gives no label, as happens when its scores are NaN because training"
                        + " diverged");
    }

    @Test
    void fails_if_the_label_is_none_of_the_models() {
        assertThatExceptionOfType(InvalidPredictionsException.class)
                .isThrownBy(() -> predict(example -> new Prediction<>(new Label("d"), 1, example)))
                .withMessage("row first: the model predicts \"d\", which is not among the labels it was trained on,"
                        + " \"a\", \"b\", \"c\"");
    }

    @Test
    void fails_if_a_score_is_not_a_number() {
        assertThatExceptionOfType(InvalidPredictionsException.class)
                .isThrownBy(() -> predict(example -> ScriptedModel.scored(example, true, Double.NaN, 0.5, 0.5)))
                .withMessageContaining("the score of \"a\" is NaN");
    }
}
