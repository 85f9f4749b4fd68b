package dev.assay.evaluation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.testing.Script;
import java.util.List;
import org.junit.jupiter.api.Test;

class SummaryTableTest {

    @Test
    void shows_the_usual_metrics_of_each_candidate() {
        Script forest = Script.tumours(3, 1, 0, 6, 2, 2, 1, 5);
        Script floor = Script.tumours(0, 4, 0, 6, 0, 4, 0, 6);

        assertThat(SummaryTable.of(forest.against(floor, 2).evaluations())).isEqualTo("""
                        tumours (20 examples): 2-fold cross-validation, seed 42
                                  F1 of "malignant"  precision of "malignant"  recall of "malignant"  accuracy  balanced accuracy  ROC AUC of "malignant"   log loss
                          forest             0.7143                    0.8333                 0.6250    0.8000             0.7708               undefined  undefined
                          floor              0.0000                    0.0000                 0.0000    0.6000             0.5000               undefined  undefined
                        """);
    }

    @Test
    void shows_numbers_of_a_fitted_model_and_its_remarks() {
        Script script = Script.numbers(List.of(1.0, 2.0, 3.0), 2, 3, 4);

        assertThat(SummaryTable.of(List.of(script.fitted()))).isEqualTo("""
                        prices (3 examples): one fitted model on 3 test examples
                                  root mean squared error  mean absolute error       R²
                          forest                   1.0000               1.0000  -0.5000
                        """);
    }

    @Test
    void adds_what_a_reader_should_know() {
        Script blocks = Script.labels("1 b as b", "3 a as a");

        assertThat(SummaryTable.of(List.of(blocks.crossValidated(2))).lines())
                .last()
                .isEqualTo("  note on forest: repeat 1, fold 1: no training example is \"b\", but 1 tested one is");
    }
}
