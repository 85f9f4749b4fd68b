package dev.assay.assertions;

import static dev.assay.assertions.ModelAssertions.assertThatModel;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.assay.data.InvalidDataException;
import dev.assay.evaluation.EvaluationException;
import dev.assay.learning.Predictor;
import dev.assay.prediction.Predictions;
import java.util.List;
import org.junit.jupiter.api.Test;

class FittedModelTest {

    /** A model with a class of its own. */
    private static final class RandomForest implements Predictor<Integer> {

        @Override
        public Predictions predict(List<Integer> inputs) throws Exception {
            return Models.forest().predict(inputs);
        }
    }

    @Test
    void passes_on_data_that_the_model_predicts_well_enough() {
        assertThatModel(new RandomForest()).on(Models.tumours()).hasF1AtLeast(0.84);
    }

    @Test
    void fails_on_data_that_the_model_does_not_named_after_its_class() {
        assertThatThrownBy(() ->
                        assertThatModel(new RandomForest()).on(Models.tumours()).hasF1AtLeast(0.85))
                .hasMessageStartingWith("[RandomForest on tumours: one fitted model on 100 test examples]");
    }

    @Test
    void takes_the_name_it_is_given() {
        assertThatThrownBy(() -> assertThatModel(new RandomForest())
                        .named("forest of 2026")
                        .on(Models.tumours())
                        .hasF1AtLeast(0.85))
                .hasMessageStartingWith("[forest of 2026 on tumours: ");
    }

    @Test
    void does_not_show_the_made_up_names_of_lambdas_and_anonymous_classes() {
        Predictor<Integer> anonymous = new Predictor<>() {
            @Override
            public Predictions predict(List<Integer> inputs) throws Exception {
                return Models.forest().predict(inputs);
            }
        };

        for (Predictor<Integer> nameless : List.of(Models.forest(), anonymous)) {
            assertThatThrownBy(
                            () -> assertThatModel(nameless).on(Models.tumours()).hasF1AtLeast(0.85))
                    .hasMessageStartingWith("[model on tumours: ");
        }
    }

    @Test
    void fails_when_the_model_cannot_predict_the_data() {
        Predictor<Integer> broken = inputs -> {
            throw new IllegalStateException("not fitted");
        };

        assertThatThrownBy(() -> assertThatModel(broken).on(Models.tumours()))
                .isInstanceOf(EvaluationException.class)
                .hasMessage("model on tumours: IllegalStateException: not fitted");
    }

    @Test
    void fails_with_a_model_or_data_that_no_adapter_knows() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> assertThatModel("a model").on(Models.tumours()))
                .withMessageStartingWith(
                        "no adapter on the class path knows a trainer or model of type java.lang.String");
        assertThatThrownBy(() -> assertThatModel(Models.forest()).on("data.csv"))
                .isInstanceOf(InvalidDataException.class)
                .hasMessageStartingWith("no adapter on the class path knows a data set of type java.lang.String");
    }
}
