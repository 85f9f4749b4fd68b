package dev.assay.tensors;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.assay.data.Dataset;
import dev.assay.data.InvalidDataException;
import dev.assay.data.Labels;
import dev.assay.data.Targets;
import dev.assay.evaluation.Evaluation;
import dev.assay.learning.InvalidModelException;
import dev.assay.learning.Predictor;
import dev.assay.prediction.InvalidPredictionsException;
import dev.assay.prediction.LabelPredictions;
import dev.assay.prediction.NumberPredictions;
import dev.assay.prediction.ScoreKind;
import dev.assay.prediction.ScoreMeaning;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.DoubleStream;
import org.junit.jupiter.api.Test;

class TensorFeedTest {

    private static final TensorPort FLOATS = TensorPort.of("x", TensorPort.FLOAT32, -1, 2);
    private static final TensorPort DOUBLES = TensorPort.of("x", TensorPort.FLOAT64, -1, 2);
    private static final TensorPort SCORES = TensorPort.of("y", TensorPort.FLOAT32, -1, 2);
    private static final List<double[]> TWO_ROWS = List.of(new double[] {0.25, 0.75}, new double[] {0.5, 0.5});

    private static TensorFeed feed(TensorPort input, TensorPort output, long... row) {
        return TensorModel.of(new Echo(output, row)).feed(input).withLabels("a", "b");
    }

    @Test
    void scores_are_read_as_is_said() throws Exception {
        List<double[]> rows = List.of(new double[] {0, Math.log(3)}, new double[] {-1, -1});
        TensorFeed feed = feed(DOUBLES, TensorPort.unknown(""), 2);
        LabelPredictions logits = (LabelPredictions) feed.logits().predict(rows);
        LabelPredictions margins = (LabelPredictions) feed.margins().predict(rows);
        LabelPredictions probabilities =
                (LabelPredictions) feed(FLOATS, SCORES, 2).probabilities("y").predict(TWO_ROWS);

        assertThat(logits.scoreKind()).isEqualTo(ScoreKind.PROBABILITIES);
        assertThat(logits.score(0, 1)).isCloseTo(0.75, within(1e-12));
        assertThat(margins.scoreKind()).isEqualTo(ScoreKind.MARGINS);
        assertThat(margins.score(1, 0)).isEqualTo(-1);
        assertThat(probabilities.label(0)).isEqualTo("b");
        assertThat(probabilities.score(0, 0)).isEqualTo(0.25);
    }

    @Test
    void one_score_is_that_of_the_label_that_is_named() throws Exception {
        List<double[]> rows = List.of(new double[] {0.75}, new double[] {0.25});
        TensorFeed feed = feed(TensorPort.of("x", TensorPort.FLOAT32, -1, 1), TensorPort.unknown(""));
        LabelPredictions probability =
                (LabelPredictions) feed.probabilityOf("b").predict(rows);
        LabelPredictions logit = (LabelPredictions) feed.logitOf("a").predict(rows);

        assertThat(probability.label(0)).isEqualTo("b");
        assertThat(probability.score(0, 0)).isEqualTo(0.25);
        assertThat(probability.label(1)).isEqualTo("a");
        assertThat(logit.score(0, 0)).isCloseTo(1 / (1 + Math.exp(-0.75)), within(1e-12));
    }

    @Test
    void numbers_are_read_as_they_are() throws Exception {
        NumberPredictions numbers =
                (NumberPredictions) feed(TensorPort.of("x", TensorPort.FLOAT64, -1, 1), TensorPort.unknown(""), 1)
                        .numbers()
                        .predict(List.of(new double[] {1 / 3.0}, new double[] {-2}));

        assertThat(numbers.value(0)).isEqualTo(1 / 3.0);
        assertThat(numbers.value(1)).isEqualTo(-2);
    }

    @Test
    void rows_are_run_in_batches_of_the_shape_of_the_input() throws Exception {
        Echo echo = new Echo(TensorPort.unknown(""), 1, 2);
        LabelPredictions predictions = (LabelPredictions) TensorModel.of(echo)
                .feed(TensorPort.of("", TensorPort.FLOAT32, -1, 1, 2))
                .withLabels("a", "b")
                .withBatchSize(2)
                .probabilities()
                .predict(List.of(new double[] {0, 1}, new double[] {1, 0}, new double[] {0, 1}));

        assertThat(echo.batches).containsExactly("float32 [2, 1, 2]", "float32 [1, 1, 2]");
        assertThat(predictions.label(1)).isEqualTo("a");
        assertThat(predictions.label(2)).isEqualTo("b");
    }

    @Test
    void inputs_that_are_made_when_asked_for_are_made_once() throws Exception {
        AtomicInteger made = new AtomicInteger();
        Predictor<Integer> predictor = TensorModel.of(new Echo(TensorPort.unknown(""), 1))
                .feed(TensorPort.of("x", TensorPort.FLOAT32, 4, 1))
                .numbers()
                .after(number -> new double[] {number + 0.25 * made.incrementAndGet()});

        predictor.predict(List.of(1, 2, 3, 4, 5));

        assertThat(made).hasValue(5);
    }

    @Test
    void batches_of_a_fixed_size_are_filled_up() throws Exception {
        Echo echo = new Echo(TensorPort.unknown(""), 1);
        NumberPredictions predictions = (NumberPredictions) TensorModel.of(echo)
                .feed(TensorPort.of("x", TensorPort.FLOAT32, 2, 1))
                .withBatchSize(100)
                .numbers()
                .predict(DoubleStream.of(1, 2, 3)
                        .mapToObj(number -> new double[] {number})
                        .toList());

        assertThat(echo.batches).containsExactly("float32 [2, 1]", "float32 [2, 1]");
        assertThat(predictions.size()).isEqualTo(3);
        assertThat(predictions.value(2)).isEqualTo(3);
    }

    @Test
    void no_rows_give_no_predictions() throws Exception {
        assertThat(feed(FLOATS, SCORES, 2).probabilities().predict(List.of()).size())
                .isZero();
    }

    @Test
    void another_number_of_labels_is_refused_before_and_after_running() {
        TensorFeed known = feed(FLOATS, SCORES, 2).withLabels("a", "b", "c");
        TensorFeed unknown = feed(FLOATS, TensorPort.unknown(""), 2).withLabels("a", "b", "c");

        assertThatThrownBy(known::probabilities)
                .isInstanceOf(InvalidModelException.class)
                .hasMessage("model.bin: output 'y' (float32 [batch, 2]) doesn't fit; expected a score for each of the 3"
                        + " labels \"a\", \"b\", \"c\" for each row");
        assertThatThrownBy(() -> unknown.probabilities().predict(TWO_ROWS))
                .isInstanceOf(InvalidPredictionsException.class)
                .hasMessage(
                        "model.bin: output gave a tensor float32 [2, 2] for 2 rows; expected a score for each of the 3"
                                + " labels \"a\", \"b\", \"c\" for each row");
    }

    @Test
    void a_single_score_needs_two_labels_and_the_one_it_is_of() {
        TensorFeed feed = feed(FLOATS, TensorPort.of("y", TensorPort.FLOAT32, -1, 1), 1);

        assertThatThrownBy(feed::logits)
                .hasMessage(
                        "model.bin: output 'y' (float32 [batch, 1]) has one score for each row, but there are 2 labels,"
                                + " \"a\", \"b\"; say whose score it is: probabilityOf(label) or logitOf(label)");
        assertThatThrownBy(() -> feed.probabilityOf("c"))
                .hasMessageContaining(
                        "is said to hold a score of \"c\", for which there must be two labels with this one"
                                + " among them; they are \"a\", \"b\"");
        assertThatThrownBy(() -> feed.withLabels("a").logitOf("a")).hasMessageEndingWith("they are \"a\"");
        assertThatThrownBy(() -> ScoreMeaning.MARGINS.ofOne(Labels.of("a", "b"), 0, 1.0))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void missing_labels_are_asked_for() {
        TensorFeed feed = TensorModel.of(new Echo(SCORES, 2)).feed(FLOATS);

        assertThatThrownBy(feed::probabilities)
                .isInstanceOf(InvalidModelException.class)
                .hasMessage("model.bin names no labels; name them in the order of the scores: withLabels(…)");
    }

    @Test
    void outputs_of_other_types_and_names_are_refused() {
        assertThatThrownBy(() ->
                        feed(FLOATS, TensorPort.of("y", "int64", -1, 1), 1).numbers())
                .hasMessage("model.bin: output 'y' (int64 [batch, 1]) doesn't fit; expected one number for each row");
        assertThatThrownBy(() -> feed(FLOATS, SCORES, 2).logits("z")).hasMessage("model.bin has no output 'z'");
    }

    @Test
    void inputs_of_other_types_and_of_open_shape_are_refused() {
        assertThatThrownBy(() -> feed(TensorPort.of("x", "string", -1, 2), SCORES, 2))
                .isInstanceOf(InvalidModelException.class)
                .hasMessage(
                        "model.bin: input 'x' (string [batch, 2]) can't be fed; only inputs of float32 and float64 can");
        assertThatThrownBy(() -> feed(TensorPort.of("x", TensorPort.FLOAT32, -1, -1), SCORES, 2))
                .hasMessage(
                        "model.bin: the shape of input 'x' (float32 [batch, ?]) is open; say all of its sizes but that"
                                + " of the batch");
        assertThatThrownBy(() -> feed(new TensorPort("x", TensorPort.FLOAT32, List.of()), SCORES, 2))
                .hasMessageContaining("the shape of input 'x' (float32) is open");
    }

    @Test
    void rows_of_another_length_and_of_another_kind_are_named() {
        TensorPredictor predictor = feed(FLOATS, SCORES, 2).withBatchSize(1).probabilities();

        assertThatThrownBy(() -> predictor.predict(List.of(new double[] {0, 1}, new double[] {0, 1, 2})))
                .isInstanceOf(InvalidDataException.class)
                .hasMessage("row 1: it has 3 numbers, but input 'x' (float32 [batch, 2]) takes 2 per row (model.bin)");
        assertThatThrownBy(() -> predictor.predict(strings()))
                .isInstanceOf(InvalidDataException.class)
                .hasMessage("model.bin: input 'x' (float32 [batch, 2]) is fed with double[], but the data's inputs are"
                        + " String; a Table gives double[] with numeric()");
    }

    @SuppressWarnings({"unchecked", "rawtypes"})
    private static List<double[]> strings() {
        return (List) List.of("text");
    }

    @Test
    void what_the_library_refuses_is_told_with_its_rows() {
        TensorPredictor predictor = feed(FLOATS, SCORES, 2).withBatchSize(1).probabilities();

        assertThatThrownBy(() -> predictor.predict(List.of(new double[] {0, 1}, new double[] {Double.NaN, 1})))
                .isInstanceOf(InvalidModelException.class)
                .hasMessage("model.bin: Echo 1.0 failed on rows 1 to 1, a tensor float32 [1, 2]: it can't repeat that");
    }

    @Test
    void a_batch_size_is_positive() {
        assertThatThrownBy(() -> feed(FLOATS, SCORES, 2).withBatchSize(0))
                .hasMessageContaining("at least 1 row, not 0");
    }

    @Test
    void an_interrupted_thread_stops_between_batches() {
        Echo echo = new Echo(SCORES, 2);
        TensorPredictor predictor =
                TensorModel.of(echo).feed(FLOATS).withLabels("a", "b").probabilities();

        Thread.currentThread().interrupt();

        assertThatThrownBy(() -> predictor.predict(TWO_ROWS)).isInstanceOf(InterruptedException.class);
        assertThat(Thread.currentThread().isInterrupted()).isFalse();
        assertThat(echo.batches).isEmpty();
    }

    @Test
    void a_model_is_closed_once_and_says_so() {
        Echo echo = new Echo(SCORES, 2);
        TensorModel model = TensorModel.of(echo);
        TensorPredictor predictor = model.feed(FLOATS).withLabels("a", "b").probabilities();

        predictor.close();
        model.close();

        assertThat(echo.closings).isEqualTo(1);
        assertThat(predictor).hasToString("model.bin: output 'y' (float32 [batch, 2])");
        assertThat(predictor.versions()).containsEntry("echo", "1.0");
        assertThatThrownBy(() -> predictor.predict(TWO_ROWS))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("model.bin was closed; close a model when nothing more is to be predicted");
    }

    @Test
    void evaluations_name_the_version_of_the_library() {
        Dataset<double[]> data = Dataset.of(TWO_ROWS, Targets.labels("b", "a"));

        Evaluation evaluation =
                Evaluation.ofFittedModel("echo", feed(FLOATS, SCORES, 2).probabilities(), data);

        assertThat(evaluation.versions()).containsEntry("echo", "1.0");
    }

    @Test
    void a_tensor_has_as_many_numbers_as_its_shape_says() {
        assertThatThrownBy(() -> Tensor.of(new float[3], 2, 2))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("a tensor of shape [2, 2] has 4 numbers, not 3");
    }
}
