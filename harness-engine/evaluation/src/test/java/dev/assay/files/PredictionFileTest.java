package dev.assay.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.assay.data.Slice;
import dev.assay.evaluation.Comparison;
import dev.assay.evaluation.Evaluation;
import dev.assay.evaluation.Fold;
import dev.assay.metric.ClassificationMetrics;
import dev.assay.prediction.ScoreKind;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PredictionFileTest {

    @TempDir
    Path folder;

    private PredictionFile csv(String... lines) throws IOException {
        return PredictionFile.of(Files.writeString(folder.resolve("p.csv"), String.join("\n", lines)));
    }

    private static List<String> predicted(Evaluation evaluation) {
        return IntStream.range(0, evaluation.size())
                .mapToObj(evaluation.repeats().get(0).labelPredictions()::label)
                .toList();
    }

    @Test
    void predictions_without_folds_are_those_of_one_fitted_model() throws IOException {
        Evaluation evaluation = csv("truth,predicted", "cat,cat", "dog,cat", "dog,dog", "cat,cat")
                .evaluation();

        assertThat(evaluation.title()).isEqualTo("p on p.csv: one fitted model on 4 test examples");
        assertThat(evaluation.isOfProcedure()).isFalse();
        assertThat(evaluation.value(ClassificationMetrics.ACCURACY).asOptional())
                .hasValue(0.75);
        assertThat(evaluation.targets().kind()).isEqualTo("labels");
        assertThat(evaluation.fingerprint()).isPresent();
    }

    @Test
    void columns_model_and_data_can_have_other_names() throws IOException {
        Evaluation evaluation = csv("id;y_true;p_yes;p_no", "7;yes;0.25;0.75", "3;no;0.5;0.5")
                .separator(';')
                .column("truth", "y_true")
                .column("row", "id")
                .column("score_yes", "p_yes")
                .column("score_no", "p_no")
                .positive("yes")
                .named("forest")
                .data("votes")
                .evaluation();

        assertThat(evaluation.title()).isEqualTo("forest on votes: one fitted model on 2 test examples");
        assertThat(evaluation.id(0)).isEqualTo("3");
        assertThat(predicted(evaluation)).containsExactly("yes", "no");
        assertThat(evaluation.value(ClassificationMetrics.RECALL).asOptional()).hasValue(0.0);
    }

    @Test
    void folds_are_those_of_a_procedure_that_trains_on_the_rest() throws IOException {
        Evaluation evaluation = csv("row,fold,truth,predicted", "2,1,a,a", "0,0,a,b", "1,0,b,b", "3,1,b,b", "4,1,a,a")
                .evaluation();

        assertThat(evaluation.isOfProcedure()).isTrue();
        assertThat(evaluation.resampling()).isEqualTo("predictions of 2 folds from a file");
        assertThat(evaluation.folds()).extracting(Fold::number).containsExactly(0, 1);
        assertThat(evaluation.folds().get(1).split().testRows()).containsExactly(2, 3, 4);
        assertThat(evaluation.folds().get(1).split().trainRows()).containsExactly(0, 1);
        assertThat(evaluation.testToTrain()).isEqualTo(1.0);
        assertThat(evaluation.remarks()).singleElement().asString().contains("all examples that its fold doesn't test");
        assertThat(predicted(evaluation)).containsExactly("b", "b", "a", "b", "a");
    }

    @Test
    void repeats_are_counted_apart() throws IOException {
        Evaluation evaluation = csv(
                        "row,repeat,fold,truth,predicted", "0,0,0,a,b", "1,0,1,b,b", "0,1,1,a,a", "1,1,0,b,b")
                .evaluation();

        assertThat(evaluation.resampling()).isEqualTo("predictions of 2 folds x 2 from a file");
        assertThat(evaluation.repeats()).hasSize(2);
        assertThat(evaluation.isRepeatable()).isTrue();
    }

    @Test
    void overlapping_folds_have_to_be_told() throws IOException {
        Evaluation evaluation = csv("row,fold,truth,predicted", "0,0,a,a", "1,0,b,b", "1,1,b,a", "2,1,a,a")
                .allowingOverlaps()
                .evaluation();

        assertThat(evaluation.folds()).hasSize(2);
        assertThat(evaluation.repeats().get(0).size()).isEqualTo(4);
    }

    @Test
    void further_columns_slice() throws IOException {
        Evaluation evaluation = csv("truth,predicted,site,sex", "a,a,x,f", "b,a,y,f", "b,b,x,", "a,b,y,m")
                .ignoring("sex")
                .evaluation();

        assertThat(evaluation.attributes()).containsOnlyKeys("site");
        assertThat(evaluation
                        .on(Slice.of("site", "x"))
                        .orElseThrow()
                        .value(ClassificationMetrics.ACCURACY)
                        .asOptional())
                .hasValue(1.0);
        assertThat(csv("truth,predicted,sex", "a,a,", "b,b,m")
                        .evaluation()
                        .attributes()
                        .get("sex"))
                .containsExactly("", "m");
    }

    @Test
    void several_models_are_compared_by_example() throws IOException {
        PredictionFile file =
                csv("model,row,truth,predicted", "forest,x,a,a", "forest,y,b,b", "floor,y,b,a", "floor,x,a,a");

        Comparison comparison = file.comparison();

        assertThat(comparison.evaluations()).extracting(Evaluation::candidate).containsExactly("forest", "floor");
        assertThat(comparison.isOrdered()).isFalse();
        assertThat(predicted(file.evaluation("floor"))).containsExactly("a", "a");
        assertThat(predicted(file.evaluation("forest"))).containsExactly("a", "b");
    }

    @Test
    void files_of_the_same_examples_are_compared() throws IOException {
        Evaluation one =
                csv("row,truth,predicted", "1,a,a", "2,b,b").named("one").evaluation();
        Evaluation other =
                csv("row,truth,predicted", "2,b,a", "1,a,a").named("other").evaluation();

        assertThat(Comparison.of(List.of(one, other)).evaluations()).hasSize(2);
    }

    @Test
    void predicted_labels_go_before_scores() throws IOException {
        Evaluation evaluation = csv("truth,predicted,score_a,score_b", "a,b,0.9,0.1", "b,b,0.2,0.8")
                .evaluation();

        assertThat(predicted(evaluation)).containsExactly("b", "b");
        assertThat(evaluation.repeats().get(0).labelPredictions().isByHighestScore())
                .isFalse();
    }

    @Test
    void logits_become_probabilities_and_margins_stay() throws IOException {
        PredictionFile file = csv("truth,score_a,score_b", "a,1000,998", "b,-3.5,-2");

        assertThat(file.logits()
                        .evaluation()
                        .repeats()
                        .get(0)
                        .labelPredictions()
                        .score(0, 0))
                .isCloseTo(1 / (1 + Math.exp(-2)), within(1e-15));
        assertThat(file.margins()
                        .evaluation()
                        .repeats()
                        .get(0)
                        .labelPredictions()
                        .scoreKind())
                .isEqualTo(ScoreKind.MARGINS);
        assertThat(file.margins()
                        .evaluation()
                        .repeats()
                        .get(0)
                        .labelPredictions()
                        .score(0, 0))
                .isEqualTo(1000);
    }

    @Test
    void rounded_probabilities_are_kept_as_floats() throws IOException {
        Evaluation evaluation =
                csv("truth,score_a,score_b", "a,0.33333,0.66666", "b,0.2,0.8").evaluation();

        assertThat(evaluation.repeats().get(0).labelPredictions().hasFloatScores())
                .isTrue();
    }

    @Test
    void declared_labels_without_scores_have_probability_zero() throws IOException {
        Evaluation evaluation = csv("truth,score_a,score_b", "a,0.5,0.5", "c,0.2,0.8")
                .labels("c", "b", "a")
                .evaluation();

        assertThat(evaluation.repeats().get(0).labelPredictions().score(1, 0)).isZero();
        assertThat(predicted(evaluation)).containsExactly("a", "b");
    }

    @Test
    void csv_may_be_written_in_any_way() throws IOException {
        Evaluation evaluation = csv(
                        "\uFEFF\"truth\",predicted,\"score_a\",score_b\r",
                        "\r",
                        "\"a\",a, 1.0e0 ,\"0\"\r",
                        "\"b\",b,1E-1,+.9\r",
                        "",
                        "b,\"a\",0.6000000000000000000000,00000000000000000000000.4\r")
                .evaluation();

        assertThat(predicted(evaluation)).containsExactly("a", "b", "a");
        assertThat(evaluation.repeats().get(0).labelPredictions().score(2, 1)).isEqualTo(0.4);
    }

    @Test
    void records_may_be_longer_than_the_buffer() throws IOException {
        StringBuilder text = new StringBuilder("truth,predicted,note\n");
        String note = "many\nwords, ".repeat(30_000);
        for (int row = 0; row < 5; row++) {
            text.append("a,a,\"").append(row).append(note).append("\"\n");
        }
        PredictionFile file = PredictionFile.of(Files.writeString(folder.resolve("long.csv"), text + "b,a,x"));

        Evaluation evaluation = file.evaluation();

        assertThat(evaluation.size()).isEqualTo(6);
        assertThat(evaluation.attributes().get("note")).startsWith("0" + note).endsWith("x");
    }

    @Test
    void many_rows_go_through_the_buffer_unharmed() throws IOException {
        StringBuilder text = new StringBuilder("row,truth,predicted\n");
        for (int row = 0; row < 60_000; row++) {
            text.append(row)
                    .append(",t")
                    .append(row % 97)
                    .append(",t")
                    .append(row % 89)
                    .append('\n');
        }
        Evaluation evaluation = PredictionFile.of(Files.writeString(folder.resolve("many.csv"), text))
                .evaluation();

        assertThat(evaluation.size()).isEqualTo(60_000);
        for (int row = 0; row < 60_000; row++) {
            assertThat(evaluation.repeats().get(0).labelTruth().label(row)).isEqualTo("t" + row % 97);
            assertThat(evaluation.repeats().get(0).labelPredictions().label(row))
                    .isEqualTo("t" + row % 89);
        }
    }

    @Test
    void json_lines_may_lack_what_is_not_needed() throws IOException {
        Path file = Files.writeString(folder.resolve("p.jsonl"), """
                {"truth": 1, "predicted": 1, "site": "x", "extra": {"a": [1]}}

                {"predicted": 0, "truth": 1, "site": null, "extra": null}
                {"truth": 0, "predicted": 0, "extra": 3}
                """);
        Evaluation evaluation = PredictionFile.of(file).positive("1").evaluation();

        assertThat(evaluation.attributes().get("site")).containsExactly("x", "", "");
        assertThat(evaluation.value(ClassificationMetrics.RECALL).asOptional()).hasValue(0.5);
    }

    /** Writes an array in NumPy's format. */
    static byte[] npy(String type, String shape, byte... content) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        String header = "{'descr': '" + type + "', 'fortran_order': False, 'shape': (" + shape + "), }\n";
        bytes.write(new byte[] {(byte) 0x93, 'N', 'U', 'M', 'P', 'Y', 1, 0, (byte) header.length(), 0});
        bytes.write(header.getBytes(StandardCharsets.UTF_8));
        bytes.write(content);
        return bytes.toByteArray();
    }

    @Test
    void a_folder_of_arrays_is_read_like_an_archive() throws IOException {
        Files.write(
                folder.resolve("truth.npy"),
                npy("|S2", "3,", (byte) 'a', (byte) 0, (byte) 'b', (byte) 'c', (byte) 'a', (byte) 0));
        Files.write(folder.resolve("labels.npy"), npy("|S2", "2,", (byte) 'a', (byte) 0, (byte) 'b', (byte) 'c'));
        // 1.0f and 0.0f, little-endian
        byte[] one = {0, 0, (byte) 0x80, 0x3F};
        byte[] scores = new byte[24];
        for (int at : new int[] {0, 12, 20}) {
            System.arraycopy(one, 0, scores, at, one.length);
        }
        Files.write(folder.resolve("scores.npy"), npy("<f4", "3, 2", scores));
        Files.write(folder.resolve("sick.npy"), npy("|b1", "3,", (byte) 0, (byte) 1, (byte) 1));
        Files.write(
                folder.resolve("fold.npy"),
                npy("<u2", "3,", (byte) 0, (byte) 0, (byte) 1, (byte) 0, (byte) 1, (byte) 0));

        Evaluation evaluation = PredictionFile.of(folder).evaluation();

        assertThat(predicted(evaluation)).containsExactly("a", "bc", "bc");
        assertThat(evaluation.attributes().get("sick")).containsExactly("False", "True", "True");
        assertThat(evaluation.folds()).hasSize(2);
    }
}
