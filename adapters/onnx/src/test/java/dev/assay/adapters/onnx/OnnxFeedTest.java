package dev.assay.adapters.onnx;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.assay.data.Column;
import dev.assay.data.Columns;
import dev.assay.data.Row;
import dev.assay.learning.InvalidModelException;
import dev.assay.learning.Predictor;
import dev.assay.prediction.InvalidPredictionsException;
import dev.assay.prediction.LabelPredictions;
import dev.assay.prediction.NumberPredictions;
import dev.assay.prediction.ScoreKind;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OnnxFeedTest {

    private static final List<double[]> TWO_ROWS = List.of(new double[] {0.25, 0.75}, new double[] {0.5, 0.5});

    private static final Columns PEOPLE =
            Columns.of(List.of(new Column("age", Column.Type.NUMBER), new Column("city", Column.Type.CATEGORY)));

    private static final List<Row> ROWS = List.of(PEOPLE.row(30, "Oslo"), PEOPLE.row(40, "Zürich 東京"));

    @TempDir
    Path folder;

    private OnnxModel open(OnnxFile file) {
        return OnnxModel.read(file.write(folder.resolve("test.onnx")));
    }

    private static OnnxFile identity(int type, Object... shape) {
        return new OnnxFile().input("X", type, shape).identity("X", "Y").output("Y", type, shape);
    }

    private static OnnxFile zipMap(int keyType, OnnxFile.Message classes) {
        return new OnnxFile()
                .input("X", OnnxFile.FLOAT, "batch", 2)
                .node("ZipMap", "ai.onnx.ml", List.of("X"), List.of("Y"), classes)
                .mapsOutput("Y", keyType);
    }

    /** 10 × age + the number of the city, and the city itself. */
    private static OnnxFile people() {
        return new OnnxFile()
                .input("age", OnnxFile.FLOAT, "batch", 1)
                .input("city", OnnxFile.STRING, "batch", 1)
                .node(
                        "LabelEncoder",
                        "ai.onnx.ml",
                        List.of("city"),
                        List.of("code"),
                        OnnxFile.strings("keys_strings", "Oslo", "Zürich 東京"),
                        OnnxFile.floats("values_floats", 0.5f, 0.75f))
                .node("Add", "", List.of("age", "code"), List.of("Y"))
                .identity("city", "where")
                .output("Y", OnnxFile.FLOAT, "batch", 1)
                .output("where", OnnxFile.STRING, "batch", 1);
    }

    @Test
    void maps_from_names_to_probabilities_are_read_with_their_keys_as_labels() throws Exception {
        try (OnnxModel model = open(zipMap(OnnxFile.STRING, OnnxFile.strings("classlabels_strings", "no", "a bit")))) {
            LabelPredictions predictions =
                    (LabelPredictions) model.input("X").probabilities("Y").predict(TWO_ROWS);

            assertThat(predictions.labels().names()).containsExactly("a bit", "no");
            assertThat(predictions.label(0)).isEqualTo("a bit");
            assertThat(predictions.score(0, 0)).isEqualTo(0.75);
            assertThat(predictions.score(0, 1)).isEqualTo(0.25);
        }
    }

    @Test
    void numbers_as_keys_are_names_or_indices() throws Exception {
        try (OnnxModel model = open(zipMap(OnnxFile.INT64, OnnxFile.integers("classlabels_int64s", 0, 1)))) {
            LabelPredictions numbered =
                    (LabelPredictions) model.input("X").probabilities("Y").predict(TWO_ROWS);
            LabelPredictions named = (LabelPredictions)
                    model.input("X").withLabels("no", "yes").probabilities("Y").predict(TWO_ROWS);

            assertThat(numbered.labels().names()).containsExactly("0", "1");
            assertThat(numbered.label(0)).isEqualTo("1");
            assertThat(named.label(0)).isEqualTo("yes");
            assertThat(named.score(0, 0)).isEqualTo(0.25);
        }
    }

    @Test
    void maps_of_other_labels_are_refused() {
        try (OnnxModel model = open(zipMap(OnnxFile.STRING, OnnxFile.strings("classlabels_strings", "no", "yes")))) {
            assertThatThrownBy(() -> model.input("X")
                            .withLabels("no", "maybe")
                            .probabilities("Y")
                            .predict(TWO_ROWS))
                    .hasMessageEndingWith(" gave the label \"yes\"; the labels are \"no\", \"maybe\"");
            assertThatThrownBy(() -> model.input("X")
                            .withLabels("a", "b", "c")
                            .probabilities("Y")
                            .predict(TWO_ROWS))
                    .hasMessageContaining(" gave scores of [no, yes], but the labels are \"a\", \"b\", \"c\"");
        }
    }

    @Test
    void doubles_stay_doubles() throws Exception {
        List<double[]> precise = List.of(new double[] {1 / 3.0, 2 / 3.0});
        try (OnnxModel model = open(identity(OnnxFile.DOUBLE, "batch", 2).metadata("classes", "[\"a\", \"b\"]"))) {
            LabelPredictions predictions =
                    (LabelPredictions) model.input("X").probabilities("Y").predict(precise);

            assertThat(predictions.score(0, 0)).isEqualTo(1 / 3.0);
        }
    }

    @Test
    void logits_become_probabilities_and_margins_do_not() throws Exception {
        List<double[]> rows = List.of(new double[] {1000, 1000 + Math.log(3)}, new double[] {-1, -1});
        try (OnnxModel model = open(identity(OnnxFile.DOUBLE, "batch", 2))) {
            OnnxFeed<double[]> feed = model.input("X").withLabels("a", "b");
            LabelPredictions logits = (LabelPredictions) feed.logits("Y").predict(rows);
            LabelPredictions margins = (LabelPredictions) feed.margins("Y").predict(rows);

            assertThat(logits.scoreKind()).isEqualTo(ScoreKind.PROBABILITIES);
            assertThat(logits.score(0, 1)).isCloseTo(0.75, within(1e-12));
            assertThat(logits.score(1, 0)).isEqualTo(0.5);
            assertThat(margins.scoreKind()).isEqualTo(ScoreKind.MARGINS);
            assertThat(margins.score(0, 0)).isEqualTo(1000);
        }
    }

    @Test
    void one_score_is_that_of_the_label_that_is_named() throws Exception {
        List<double[]> rows = List.of(new double[] {0.75}, new double[] {0.25});
        try (OnnxModel model = open(identity(OnnxFile.FLOAT, "batch", 1))) {
            OnnxFeed<double[]> feed = model.input("X").withLabels("no", "yes");
            LabelPredictions predictions =
                    (LabelPredictions) feed.probabilityOf("yes", "Y").predict(rows);
            LabelPredictions logit = (LabelPredictions) feed.logitOf("no", "Y").predict(rows);

            assertThat(predictions.label(0)).isEqualTo("yes");
            assertThat(predictions.score(0, 1)).isEqualTo(0.75);
            assertThat(predictions.label(1)).isEqualTo("no");
            assertThat(logit.score(0, 0)).isCloseTo(1 / (1 + Math.exp(-0.75)), within(1e-12));
            assertThatThrownBy(() -> feed.probabilities("Y")).hasMessageContaining("say whose score it is");
            assertThatThrownBy(() -> feed.probabilityOf("maybe", "Y"))
                    .hasMessageContaining("is said to hold a score of \"maybe\"");
        }
    }

    @Test
    void columns_of_numbers_and_of_text_go_into_the_inputs_of_their_names() throws Exception {
        try (OnnxModel model = open(people())) {
            NumberPredictions predictions =
                    (NumberPredictions) model.columns().numbers("Y").predict(ROWS);
            LabelPredictions cities = (LabelPredictions) model.columns()
                    .withLabels("Zürich 東京", "Oslo")
                    .labels("where")
                    .predict(ROWS);

            assertThat(predictions.value(0)).isEqualTo(30.5);
            assertThat(predictions.value(1)).isEqualTo(40.75);
            assertThat(cities.label(1)).isEqualTo("Zürich 東京");
        }
    }

    @Test
    void several_columns_go_into_one_input() throws Exception {
        Columns columns = Columns.of(List.of(new Column("a", Column.Type.NUMBER), new Column("b", Column.Type.NUMBER)));
        try (OnnxModel model = open(identity(OnnxFile.FLOAT, "batch", 2))) {
            LabelPredictions predictions = (LabelPredictions) model.columns(Map.of("X", List.of("b", "a")))
                    .withLabels("b", "a")
                    .probabilities("Y")
                    .predict(List.of(columns.row(0.25, 0.75)));

            assertThat(predictions.label(0)).isEqualTo("b");
            assertThatThrownBy(() -> model.columns())
                    .isInstanceOf(InvalidModelException.class)
                    .hasMessageEndingWith(
                            "input 'X' (float32 [batch, 2]) can't be fed from the one column 'X'; name all of"
                                    + " its columns: columns(Map.of(\"X\", List.of(…)))");
        }
    }

    @Test
    void columns_that_are_missing_or_of_the_other_type_are_named() {
        Columns wrong =
                Columns.of(List.of(new Column("age", Column.Type.CATEGORY), new Column("city", Column.Type.CATEGORY)));
        Columns missing = Columns.of(List.of(new Column("age", Column.Type.NUMBER)));
        try (OnnxModel model = open(people())) {
            OnnxPredictor<Row> predictor = model.columns().numbers("Y");

            assertThatThrownBy(() -> predictor.predict(List.of(wrong.row("30", "Oslo"))))
                    .hasMessageEndingWith(
                            "input 'age' (float32 [batch, 1]) takes numbers, but column 'age' holds text; read"
                                    + " it with numbers(\"age\")");
            assertThatThrownBy(() -> predictor.predict(List.of(missing.row(30))))
                    .hasMessageEndingWith("wants column 'city', which the data don't have; their columns are age");
        }
    }

    @Test
    void whole_numbers_go_into_inputs_of_whole_numbers_only() throws Exception {
        try (OnnxModel model = open(identity(OnnxFile.INT64, "batch"))) {
            OnnxPredictor<double[]> predictor = model.input("X").numbers("Y");
            NumberPredictions predictions =
                    (NumberPredictions) predictor.predict(List.of(new double[] {3}, new double[] {-7}));

            assertThat(predictions.value(1)).isEqualTo(-7);
            assertThatThrownBy(() -> predictor.predict(List.of(new double[] {3}, new double[] {0.5})))
                    .hasMessageStartingWith("row 1: input 'X' (int64 [batch]) can't take 0.5");
        }
    }

    @Test
    void inputs_that_are_made_when_asked_for_are_made_once() throws Exception {
        AtomicInteger made = new AtomicInteger();
        try (OnnxModel model = open(identity(OnnxFile.FLOAT, 2, 1))) {
            Predictor<Integer> predictor = model.input("X").numbers("Y").after(number -> {
                made.incrementAndGet();
                return new double[] {number};
            });
            predictor.predict(List.of(1, 2, 3, 4, 5));
        }

        assertThat(made).hasValue(5);
    }

    @Test
    void batches_of_a_fixed_size_are_filled_up() throws Exception {
        List<double[]> five =
                List.of(new double[] {1}, new double[] {2}, new double[] {3}, new double[] {4}, new double[] {5});
        try (OnnxModel model = open(identity(OnnxFile.FLOAT, 2, 1))) {
            NumberPredictions predictions = (NumberPredictions)
                    model.input("X").withBatchSize(100).numbers("Y").predict(five);

            assertThat(predictions.size()).isEqualTo(5);
            assertThat(predictions.value(4)).isEqualTo(5);
        }
    }

    @Test
    void rows_of_another_length_are_named() {
        try (OnnxModel model = open(identity(OnnxFile.FLOAT, "batch", 2))) {
            OnnxPredictor<double[]> predictor =
                    model.input("X").withLabels("a", "b").withBatchSize(1).probabilities("Y");

            assertThatThrownBy(() -> predictor.predict(List.of(new double[] {0, 1}, new double[] {0, 1, 2})))
                    .hasMessageContaining("row 1: it has 3 numbers, but input 'X' (float32 [batch, 2]) takes 2 per row")
                    .hasMessageContaining("test.onnx");
        }
    }

    @Test
    void open_shapes_are_said() throws Exception {
        try (OnnxModel model = open(identity(OnnxFile.FLOAT, "batch", "height", "width"))) {
            OnnxFeed<double[]> feed = model.input("X", 1, 2).withLabels("a", "b");

            assertThat(((LabelPredictions) feed.probabilities("Y").predict(TWO_ROWS)).label(0))
                    .isEqualTo("b");
            assertThatThrownBy(() -> model.input("X"))
                    .hasMessageContaining("the shape of input 'X' (float32 [batch, height, width]) is open; say it with"
                            + " input(\"X\", …)");
            assertThatThrownBy(() -> model.input("X", 2)).hasMessageContaining("doesn't take rows of shape [2]");
        }
    }

    @Test
    void inputs_may_be_encoded_by_hand() throws Exception {
        try (OnnxModel model = open(people())) {
            OnnxFeed<String> feed = model.encodedBy((rows, batch) -> {
                batch.strings("city", rows.toArray(String[]::new), rows.size(), 1);
                batch.floats("age", new float[rows.size()], rows.size(), 1);
            });
            NumberPredictions predictions =
                    (NumberPredictions) feed.numbers("Y").predict(List.of("Zürich 東京", "Oslo"));

            assertThat(predictions.value(0)).isEqualTo(0.75);
        }
    }

    @Test
    void what_is_encoded_by_hand_must_fit() {
        try (OnnxModel model = open(people())) {
            assertThatThrownBy(() -> model.<String>encodedBy(
                                    (rows, batch) -> batch.strings("city", rows.toArray(String[]::new), rows.size(), 1))
                            .numbers("Y")
                            .predict(List.of("Oslo")))
                    .hasMessageEndingWith("nothing was put into input 'age' (float32 [batch, 1])");
            assertThatThrownBy(() -> model.<String>encodedBy((rows, batch) -> batch.longs("age", new long[1], 1, 1))
                            .numbers("Y")
                            .predict(List.of("Oslo")))
                    .hasMessageEndingWith("input 'age' (float32 [batch, 1]) doesn't take int64");
            assertThatThrownBy(() -> model.<String>encodedBy((rows, batch) -> batch.floats("age", new float[2], 1, 2))
                            .numbers("Y")
                            .predict(List.of("Oslo")))
                    .hasMessageEndingWith("input 'age' (float32 [batch, 1]) can't take a tensor of shape [1, 2]");
        }
    }

    @Test
    void probabilities_that_are_none_are_refused() {
        try (OnnxModel model = open(identity(OnnxFile.FLOAT, "batch", 2))) {
            OnnxFeed<double[]> feed = model.input("X").withLabels("a", "b");

            assertThatThrownBy(() -> feed.probabilities("Y").predict(List.of(new double[] {3, -1})))
                    .hasMessageContaining("row 0: the probability of");
            assertThatThrownBy(() -> feed.logits("Y").predict(List.of(new double[] {Double.NaN, 0})))
                    .hasMessageContaining("row 0: the score of \"a\" is NaN");
        }
    }

    @Test
    void no_rows_give_no_predictions() throws Exception {
        try (OnnxModel model = open(identity(OnnxFile.FLOAT, "batch", 2))) {
            assertThat(model.input("X")
                            .withLabels("a", "b")
                            .probabilities("Y")
                            .predict(List.of())
                            .size())
                    .isZero();
        }
    }

    @Test
    void a_file_that_declares_another_shape_than_its_model_gives_is_found_out(@TempDir Path folder) throws Exception {
        Path file = new OnnxFile()
                .input("X", OnnxFile.FLOAT, "batch", 2)
                .identity("X", "scores")
                .output("scores", OnnxFile.FLOAT, "batch", 3)
                .write(folder.resolve("model.onnx"));
        try (OnnxModel model = OnnxModel.read(file)) {
            OnnxPredictor<double[]> predictor =
                    model.input("X").withLabels("a", "b", "c").margins("scores");
            assertThatThrownBy(() -> predictor.predict(List.of(new double[] {1, 2})))
                    .isInstanceOf(InvalidPredictionsException.class)
                    .hasMessageEndingWith("gave a tensor of shape [1, 2] for 1 rows; expected 3 values for each");
        }
    }

    @Test
    void tensors_are_used_again_only_for_batches_of_the_same_shape(@TempDir Path folder) throws Exception {
        Path file = new OnnxFile()
                .input("X", OnnxFile.FLOAT, "batch", 2)
                .identity("X", "scores")
                .output("scores", OnnxFile.FLOAT, "batch", 2)
                .write(folder.resolve("model.onnx"));
        List<double[]> rows =
                IntStream.range(0, 11).mapToObj(row -> new double[] {row, -row}).toList();
        try (OnnxModel model = OnnxModel.read(file)) {
            LabelPredictions predictions = (LabelPredictions) model.input("X")
                    .withLabels("a", "b")
                    .withBatchSize(4)
                    .margins("scores")
                    .predict(rows);
            for (int row = 0; row < 11; row++) {
                assertThat(predictions.score(row, 0)).isEqualTo(row);
                assertThat(predictions.score(row, 1)).isEqualTo(-row);
            }
        }
    }
}
