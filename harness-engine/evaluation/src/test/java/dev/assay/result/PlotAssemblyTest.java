package dev.assay.result;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.assay.data.Column;
import dev.assay.data.Columns;
import dev.assay.data.Dataset;
import dev.assay.data.LabelTargets;
import dev.assay.data.Labels;
import dev.assay.data.Row;
import dev.assay.data.Targets;
import dev.assay.evaluation.Evaluation;
import dev.assay.evaluation.MetricScore;
import dev.assay.learning.Predictor;
import dev.assay.prediction.Predictions;
import dev.assay.testing.Script;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class PlotAssemblyTest {

    private static final Script FOUR =
            Script.probabilities(List.of("malignant", "benign", "malignant", "benign"), 0.9, 0.85, 0.3, 0.2);

    private static PlotData plots(Script script) {
        return PlotAssembly.of(script.fitted());
    }

    @Test
    void metrics_that_plots_need_are_not_among_the_results_afterwards() {
        Evaluation evaluation = Script.of(
                        Targets.labels("a", "b", "c", "a", "b", "c"),
                        Predictions.margins(
                                Labels.of("a", "b", "c"),
                                IntStream.range(0, 18).mapToDouble(i -> i % 5).toArray()))
                .crossValidated(2);
        List<MetricScore> before = evaluation.scores();

        PlotData plots = PlotAssembly.of(evaluation);

        assertThat(plots.curves()).hasSize(3);
        assertThat(evaluation.scores()).isEqualTo(before);
        assertThat(PlotAssembly.of(evaluation)).isEqualTo(plots);
    }

    @Test
    void reliability_is_of_the_positive_label() {
        PlotData.Reliability reliability = plots(FOUR).reliability();

        assertThat(reliability.of()).isEqualTo("\"malignant\"");
        assertThat(reliability.expectedError()).isEqualTo(0.4625);
        // of 1 of 1 and 0 of 1: SciPy 1.17, binomtest(k, 1).proportion_ci(method="wilson")
        assertThat(reliability.bins())
                .containsExactly(
                        new PlotData.ReliabilityBin(0.2, 0.3, 1, 0.2, 0, 0, 0.793451),
                        new PlotData.ReliabilityBin(0.3, 0.4, 1, 0.3, 1, 0.206549, 1),
                        new PlotData.ReliabilityBin(0.8, 0.9, 1, 0.85, 0, 0, 0.793451),
                        new PlotData.ReliabilityBin(0.9, 1, 1, 0.9, 1, 0.206549, 1));
    }

    @Test
    void without_a_positive_label_reliability_is_of_the_predicted_one() {
        Labels labels = Labels.of("a", "b");
        Script script = Script.of(
                Targets.labels(labels, List.of("a", "b")), Predictions.probabilities(labels, 0.75, 0.25, 0.75, 0.25));

        PlotData.Reliability reliability = plots(script).reliability();

        assertThat(reliability.of()).isEqualTo("the predicted label");
        assertThat(reliability.bins()).singleElement().satisfies(bin -> {
            assertThat(bin.weight()).isEqualTo(2);
            assertThat(bin.frequency()).isEqualTo(0.5);
        });
    }

    @Test
    void the_interval_of_a_weighted_frequency_is_by_the_number_of_rows() {
        PlotData.Reliability reliability = plots(Script.probabilities(List.of("malignant", "benign"), 0.75, 0.75)
                        .with(Script.probabilities(List.of("malignant", "benign"), 0.75, 0.75)
                                .data()
                                .withWeights(10, 10)))
                .reliability();

        assertThat(reliability.bins())
                .containsExactly(new PlotData.ReliabilityBin(0.7, 0.8, 20, 0.75, 0.5, 0.0945312, 0.905469));
    }

    @Test
    void margins_have_a_histogram_over_their_range_and_no_reliability() {
        Labels labels = Labels.of("a", "b").withPositive("b");
        Script script = Script.of(
                Targets.labels(labels, List.of("a", "b", "b")), Predictions.margins(labels, 0, -10, 0, 5, 0, 30));

        assertThat(plots(script).reliability()).isNull();
        assertThat(plots(script).scores()).singleElement().satisfies(histogram -> {
            assertThat(histogram.label()).isEqualTo("b");
            assertThat(histogram.from()).isEqualTo(-10);
            assertThat(histogram.to()).isEqualTo(30);
            assertThat(histogram.have()).hasSize(20);
            assertThat(histogram.have().get(7)).isEqualTo(1);
            assertThat(histogram.have().get(19)).isEqualTo(1);
            assertThat(histogram.others().get(0)).isEqualTo(1);
        });
    }

    @Test
    void scores_that_are_all_the_same_or_far_apart_have_a_histogram() {
        Labels labels = Labels.of("a", "b").withPositive("b");
        Targets truth = Targets.labels(labels, List.of("a", "b"));
        PlotData.ScoreHistogram same = plots(Script.of(truth, Predictions.margins(labels, 0, 2, 0, 2)))
                .scores()
                .get(0);
        PlotData.ScoreHistogram far = plots(Script.of(truth, Predictions.margins(labels, 0, -1.5e308, 0, 1.5e308)))
                .scores()
                .get(0);

        assertThat(same.to()).isEqualTo(3);
        assertThat(same.have().get(0) + same.others().get(0)).isEqualTo(2);
        assertThat(far.others().get(0)).isEqualTo(1);
        assertThat(far.have().get(19)).isEqualTo(1);
    }

    @Test
    void few_numbers_are_all_drawn_by_ascending_truth() {
        assertThat(plots(Script.numbers(List.of(3.0, 1.0, 3.0, -0.0), 30, 10, 31, 0.12345678))
                        .fit())
                .isEqualTo(new PlotData.Fit(4, List.of(0.0, 1.0, 3.0, 3.0), List.of(0.123457, 10.0, 30.0, 31.0)));
    }

    @Test
    void of_many_numbers_some_are_drawn_extremes_among_them() {
        List<Double> truth =
                IntStream.range(0, 5000).mapToObj(i -> (double) (i * 17 % 5000)).toList();
        double[] predicted = truth.stream().mapToDouble(t -> t / 2).toArray();

        PlotData.Fit fit = plots(Script.numbers(truth, predicted)).fit();

        assertThat(fit.examples()).isEqualTo(5000);
        assertThat(fit.truth()).hasSize(400).isSorted().startsWith(0.0, 12.0).endsWith(4999.0);
        assertThat(fit.predicted())
                .isEqualTo(fit.truth().stream().map(t -> t / 2).toList());
    }

    @Test
    void equal_truths_are_drawn_with_predictions_from_all_over_the_data() {
        List<Double> truth = IntStream.range(0, 1000).mapToObj(i -> 5.0).toList();
        double[] predicted = IntStream.range(0, 1000).mapToDouble(i -> i).toArray();

        PlotData.Fit fit = plots(Script.numbers(truth, predicted)).fit();

        assertThat(fit.truth()).hasSize(400).containsOnly(5.0);
        assertThat(fit.predicted())
                .hasSize(400)
                .isSorted()
                .doesNotHaveDuplicates()
                .startsWith(0.0, 2.0, 5.0);
        assertThat(fit.predicted().get(399)).isGreaterThan(990);
    }

    @Test
    void the_worst_predictions_give_the_true_label_the_least_probability() {
        assertThat(plots(FOUR.with(FOUR.data().withIds(List.of("p", "q", "r", "s"))))
                        .worst())
                .containsExactly(
                        new PlotData.WorstPrediction("q", "benign", "malignant", 0.85, 0.15, "repeat 1, fold 1"),
                        new PlotData.WorstPrediction("r", "malignant", "benign", 0.7, 0.3, "repeat 1, fold 1"));
    }

    @Test
    void ten_predictions_are_shown_by_their_size_and_then_by_their_place() {
        List<Double> truth = IntStream.range(0, 30).mapToObj(i -> 1.0).toList();
        double[] predicted = IntStream.range(0, 30).mapToDouble(i -> i % 15).toArray();

        List<PlotData.WorstPrediction> worst = PlotAssembly.of(
                        Script.numbers(truth, predicted).crossValidated(3))
                .worst();

        assertThat(worst)
                .extracting(PlotData.WorstPrediction::id)
                .containsExactly("14", "29", "13", "28", "12", "27", "11", "26", "10", "25");
        assertThat(worst.get(0))
                .isEqualTo(new PlotData.WorstPrediction("14", "1.0", "14.0", null, null, "repeat 1, fold 2"));
    }

    @Test
    void margins_of_wrong_labels_are_judged_by_how_far_the_true_one_is_behind() {
        Labels labels = Labels.of("a", "b");
        Script script = Script.of(
                Targets.labels(labels, List.of("a", "a", "a")), Predictions.margins(labels, 7, 9, -2, 3, 1, 0));

        assertThat(plots(script).worst())
                .extracting(PlotData.WorstPrediction::id, PlotData.WorstPrediction::trueScore)
                .containsExactly(tuple("1", -2.0), tuple("0", 7.0));
    }

    @Test
    void wrong_labels_without_scores_are_all_alike_and_sets_differ_by_labels() {
        assertThat(plots(Script.labels("3 a as a", "1 a as b", "1 b as a")).worst())
                .extracting(PlotData.WorstPrediction::id)
                .containsExactly("3", "4");
        Labels labels = Labels.of("a", "b", "c");
        Script sets = Script.of(
                Targets.labelSets(labels, List.of(List.of("a"), List.of("a", "b"), List.of("c"))),
                Predictions.labelSets(labels, List.of(List.of("a"), List.of("a"), List.of("a", "b"))));

        assertThat(plots(sets).worst())
                .containsExactly(
                        new PlotData.WorstPrediction("2", "c", "a, b", null, null, "repeat 1, fold 1"),
                        new PlotData.WorstPrediction("1", "a, b", "a", null, null, "repeat 1, fold 1"));
    }

    @Test
    void slices_are_by_groups_and_attributes_of_few_values() {
        Script script = Script.tumours(3, 1, 0, 4, 4, 0, 2, 2);
        Evaluation evaluation = script.with(script.data()
                        .withGroups(repeated(16, "north", "south"))
                        .withAttribute("sex", repeated(16, "f", "m"))
                        .withAttribute("one", repeated(16, "same"))
                        .withAttribute(
                                "id",
                                IntStream.range(0, 16).mapToObj(i -> "n" + i).toList()))
                .crossValidated(2);

        List<PlotData.SliceEntry> slices = PlotAssembly.of(evaluation).slices();

        assertThat(slices)
                .extracting(PlotData.SliceEntry::by, PlotData.SliceEntry::slice)
                .startsWith(tuple("group", "north"), tuple("group", "south"))
                .contains(tuple("sex", "f"), tuple("sex", "m"));
        Set<String> by = slices.stream().map(PlotData.SliceEntry::by).collect(Collectors.toSet());
        assertThat(by).containsExactlyInAnyOrder("group", "id", "sex");
        Evaluation north = evaluation.on(evaluation.slices("group").get(0)).orElseThrow();
        assertThat(slices.get(0).examples()).isEqualTo(8);
        assertThat(slices.get(0).metric()).isEqualTo("F1 of \"malignant\"");
        assertThat(slices.get(0).value())
                .isEqualTo(Digits.usual(north.scores().get(0).value().asOptional()));
    }

    private static List<String> repeated(int size, String... values) {
        return IntStream.range(0, size).mapToObj(i -> values[i % values.length]).toList();
    }

    @Test
    void slices_of_many_values_are_left_out_and_a_hundred_shown_at_most() {
        Script script = Script.tumours(50, 10, 10, 50);
        Dataset<Integer> data = script.data().withAttribute("many", cycle(21)).withAttribute("some", cycle(20));
        for (int i = 0; i < 8; i++) {
            data = data.withAttribute("x" + i, cycle(15));
        }

        List<PlotData.SliceEntry> slices =
                PlotAssembly.of(script.with(data).fitted()).slices();

        assertThat(slices).hasSize(95).extracting(PlotData.SliceEntry::by).doesNotContain("many", "x5");
        assertThat(slices.get(0).by()).isEqualTo("some");
        assertThat(slices.get(0).examples()).isEqualTo(6);
        assertThat(slices.get(0).lower()).isNotNull();
    }

    @Test
    void rows_of_other_columns_than_the_first_have_no_slices() {
        Columns columns = Columns.of(List.of(new Column("colour", Column.Type.TEXT)));
        Columns others = Columns.of(List.of(new Column("size", Column.Type.NUMBER)));
        LabelTargets truth = Targets.labels("a", "b", "a", "b");

        assertThat(slices(truth, columns.row("red"), columns.row("blue"), columns.row("red"), columns.row("blue")))
                .extracting(PlotData.SliceEntry::slice)
                .containsExactly("blue", "red");
        assertThat(slices(truth, columns.row("red"), others.row(1), columns.row("blue"), columns.row("blue")))
                .isEmpty();
    }

    private static List<PlotData.SliceEntry> slices(LabelTargets truth, Row... rows) {
        Predictor<Row> model = inputs -> Predictions.labels(truth.labels(), new int[inputs.size()]);
        Dataset<Row> data = Dataset.of(List.of(rows), truth);
        return PlotAssembly.of(Evaluation.ofFittedModel("model", model, data)).slices();
    }

    private static List<String> cycle(int values) {
        return IntStream.range(0, 120).mapToObj(i -> "v" + i % values).toList();
    }
}
