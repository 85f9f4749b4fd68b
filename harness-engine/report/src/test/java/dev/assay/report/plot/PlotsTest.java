package dev.assay.report.plot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.assay.evaluation.LearningCurve;
import dev.assay.metric.Direction;
import dev.assay.metric.MetricValue;
import dev.assay.report.MeanRanks;
import dev.assay.report.MeanRanks.Rank;
import dev.assay.report.Plot;
import dev.assay.report.Plots;
import dev.assay.report.Trend;
import dev.assay.result.ClassResult.DifferenceEntry;
import dev.assay.result.ClassResult.Differences;
import dev.assay.result.ClassResults;
import dev.assay.result.Result;
import dev.assay.statistics.FriedmanTest;
import dev.assay.statistics.NemenyiTest;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class PlotsTest {

    private static final List<String> TWO = List.of("malignant", "benign");

    private static Plot named(List<Plot> plots, String name) {
        return plots.stream()
                .filter(plot -> plot.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new AssertionError(
                        name + " is not among " + plots.stream().map(Plot::name).toList()));
    }

    @Test
    void a_class_is_drawn_side_by_side_the_headline_first() {
        ClassResults results = new Results(1).classification(List.of("forest", "floor"), TWO, 3, 10);
        assertThat(Plots.of(results))
                .extracting(Plot::name)
                .containsExactly(
                        "folds", "differences", "roc--malignant", "precision-recall--malignant", "reliability");
    }

    @Test
    void a_candidate_is_drawn_by_itself() {
        Result result = new Results(1).classification("forest", TWO, 3, 10, 0.9);
        assertThat(Plots.of(result))
                .extracting(Plot::name)
                .containsExactly(
                        "confusion--forest", "labels--forest", "scores--forest--malignant", "reliability--forest");
        assertThat(Plots.of(new Results(2).regression("tree", 5, 0, 1, 0.1)))
                .extracting(Plot::name)
                .containsExactly("fit--tree", "residuals--tree");
    }

    @Test
    void what_is_not_there_is_not_drawn_but_an_undefined_headline_is_told() {
        Result undefined = Results.undefined("empty");
        assertThat(Plots.of(undefined)).isEmpty();
        List<Plot> plots = Plots.of(new Results(1).of(List.of(undefined)));
        assertThat(plots).extracting(Plot::name).containsExactly("folds");
        assertThat(plots.get(0).alternative()).contains("empty: undefined, no fold has a value");
        assertThat(Drawing.of(plots.get(0)).boxes())
                .extracting(Drawing.Box::text)
                .contains("empty", "undefined", "only one label occurs");
    }

    @Test
    void of_many_labels_curves_are_drawn_of_the_most_frequent_and_the_hardest() {
        List<Plot> plots = Plots.of(new Results(3).classification(List.of("forest"), PlotGallery.TEN, 1, 5));
        List<Plot> curves =
                plots.stream().filter(plot -> plot.name().startsWith("roc")).toList();
        assertThat(curves).hasSize(2);
        assertThat(curves.get(0).alternative()).contains("The most frequent of 10 labels.");
        assertThat(curves.get(1).alternative()).contains("The hardest of 10 labels.");
    }

    @Test
    void of_many_candidates_the_best_are_drawn_and_the_drawing_says_so() {
        List<String> names = new ArrayList<>();
        for (int i = 0; i < 30; i++) {
            names.add("candidate " + i);
        }
        Plot folds = named(Plots.of(new Results(4).regression(names, 3, 0, 1)), "folds");
        assertThat(folds.alternative()).contains("The best 20 of 30 candidates.");
        assertThat(Drawing.of(folds).boxes())
                .extracting(Drawing.Box::text)
                .contains("candidate 0", "candidate 19")
                .doesNotContain("candidate 20");
    }

    @Test
    void differences_lie_where_the_axis_says() {
        Differences differences = new Differences(
                "F1",
                true,
                "forest",
                "a test",
                List.of(
                        new DifferenceEntry("floor", 5.0, 0.0, 10.0, 0.01),
                        new DifferenceEntry("tree", 0.5, null, null, null)));
        Plot plot = Plots.differences(differences, 1);
        // from -1 to 10 with 5 % around are 348 pixels from 16 on: 0 is at 16 + 348 * 1.55 / 12.1
        Drawing drawing = Drawing.of(plot);
        assertThat(drawing.values("d")).anyMatch(path -> path.startsWith("M60.6 ") && path.contains("h287.6"));
        assertThat(drawing.tooltips()).contains("floor: +5.0000 [0.0000, 10.000], p = 0.0100", "tree: +0.5000");
        assertThat(plot.alternative())
                .isEqualTo("Differences from the best, \"forest\", by F1, the best's value less the other's. "
                        + "floor: +5.0000 [0.0000, 10.000], p = 0.0100. tree: +0.5000. "
                        + "Differences up to 1.0000 don't matter.");
    }

    @Test
    void points_of_folds_tell_their_place_and_gates_their_demand() {
        ClassResults results = new Results(1).classification(List.of("forest"), TWO, 3, 10);
        Drawing folds = Drawing.of(named(Plots.of(results), "folds"));
        Double value = results.results().get(0).metrics().get(0).folds().get(11);
        assertThat(folds.tooltips())
                .contains("repeat 2, fold 2: " + Num.value(value), "F1 of \"malignant\" to be at least 0.9");
    }

    @Test
    void cells_of_the_confusion_matrix_tell_counts_and_shares() {
        Result result = new Results(1).classification("forest", TWO, 3, 10, 0.9);
        Plot plot = named(Plots.of(result), "confusion--forest");
        List<Double> row = result.confusion().counts().get(0);
        String count = Num.count(row.get(1));
        String share = Num.percent(row.get(1) / (row.get(0) + row.get(1)));
        assertThat(Drawing.of(plot).tooltips()).contains("malignant as benign: " + count + ", " + share);
        assertThat(Drawing.of(plot).boxes()).extracting(Drawing.Box::text).contains(count, share);
        assertThat(plot.alternative())
                .startsWith("Confusion matrix of forest. Of ")
                .contains("were predicted so (")
                .contains(" Most confused: ");
    }

    @Test
    void alternatives_say_the_numbers() {
        ClassResults results = new Results(1).classification(List.of("forest", "floor"), TWO, 3, 10);
        List<Plot> plots = Plots.of(results);
        Double area = results.results().get(0).plots().curves().get(0).rocArea();
        assertThat(named(plots, "roc--malignant").alternative())
                .contains("area under the curve is: forest " + Num.value(area) + "; floor ")
                .contains("Bands show 10 % to 90 % of folds.");
        assertThat(named(plots, "folds").alternative())
                .contains("forest: 0.9700 [0.9506, 0.9894], 30 folds from ")
                .contains("gate at 0.9000");
        assertThat(named(plots, "reliability").alternative()).contains("forest 0.0312");
    }

    @Test
    void texts_and_background_have_colours_without_any_style() {
        Plot plot = Plots.of(new Results(1).classification("forest", TWO, 3, 10, 0.9))
                .get(0);
        String bare = Plots.withoutStyle(plot);
        assertThat(bare)
                .contains("fill=\"#fff\" class=\"confusion--forest-bg\"")
                .doesNotContain("<style");
        assertThat(plot.svg())
                .contains("<style>@media screen and (prefers-color-scheme:dark){.confusion--forest-bg{fill:#16191d}");
        assertThat(Plots.darkRules("figure")).contains("figure [class$=\"-bg\"]{fill:#16191d}");
    }

    @Test
    void a_trend_has_gaps_where_nothing_was_measured() {
        Trend trend = new Trend(
                "tumours",
                "F1",
                List.of("1", "2", "3"),
                List.of(new Trend.Line(
                        "forest",
                        List.of(
                                new Trend.Point(0.9, 0.8, 0.95, 0.85),
                                Trend.Point.NONE,
                                new Trend.Point(0.7, null, null, null)))));
        Plot plot = Plots.trend("trend", trend);
        assertThat(plot.alternative())
                .isEqualTo(
                        "F1 over builds in tumours, 3 builds. forest: first 0.9000, lowest 0.7000, highest 0.9000, last 0.7000.");
        assertThat(Drawing.of(plot).tooltips())
                .contains("forest, 1: 0.9000 [0.8000, 0.9500]", "forest, 3: 0.7000", "gate of forest: 0.8500");
    }

    @Test
    void a_learning_curve_has_the_values_of_its_sizes_and_a_band_of_folds() {
        LearningCurve curve = new LearningCurve(
                "forest",
                "tumours",
                "2-fold cross-validation",
                "F1",
                Direction.HIGHER_IS_BETTER,
                List.of(
                        point(10, MetricValue.undefined("no label"), MetricValue.undefined("no label")),
                        point(20.5, MetricValue.of(0.5), MetricValue.of(0.4), MetricValue.of(0.6)),
                        point(41, MetricValue.of(0.75), MetricValue.of(0.75), MetricValue.undefined("no label"))));

        Plot plot = Plots.learningCurve(curve);

        assertThat(plot.name()).isEqualTo("learning--forest");
        assertThat(plot.alternative())
                .isEqualTo("Learning curve of forest, F1 by size of the training part: "
                        + "10 examples undefined; 20.5 examples 0.5000; 41 examples 0.7500.");
        assertThat(Drawing.of(plot).tooltips())
                .contains(
                        "20.5 examples: 0.5000, folds from 0.4000 to 0.6000",
                        "41 examples: 0.7500, folds from 0.7500 to 0.7500")
                .noneMatch(tooltip -> tooltip.startsWith("10 examples"));
    }

    private static LearningCurve.Point point(double size, MetricValue value, MetricValue... folds) {
        return new LearningCurve.Point(size, value, List.of(folds));
    }

    @Test
    void a_learning_curve_that_is_undefined_everywhere_is_told() {
        Plot plot = Plots.learningCurve(new Results(1).learning("forest", "F1", 0.9, 1));

        assertThat(plot.alternative()).endsWith("51.2 examples undefined.");
    }

    @Test
    void a_trend_has_one_point_for_each_build() {
        assertThatThrownBy(() -> new Trend(
                        "", "F1", List.of("1", "2"), List.of(new Trend.Line("forest", List.of(Trend.Point.NONE)))))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("\"forest\" has 1 points for 2 builds; give one for each, undefined where there is none");
    }

    @Test
    void mean_ranks_join_candidates_that_do_not_differ() {
        MeanRanks ranks = new MeanRanks(
                "accuracy",
                12,
                0.05,
                1,
                List.of(new Rank("c", 3.9), new Rank("a", 1.2), new Rank("b", 1.9), new Rank("d", 3.0)));
        Plot plot = Plots.criticalDifference("ranks", ranks);
        assertThat(plot.alternative())
                .isEqualTo(
                        "Mean ranks by accuracy over 12 data sets, 1 is best: a 1.2000; b 1.9000; d 3.0000; c 3.9000. "
                                + "Critical difference 1.0000. No difference was found between a, b. "
                                + "No difference was found between d, c.");
        assertThat(Drawing.of(plot).tooltips()).contains("no difference found: a, b", "no difference found: d, c");
    }

    @Test
    void mean_ranks_come_from_a_test() {
        double[][] scores = {{0.9, 0.8, 0.7}, {0.8, 0.7, 0.6}, {0.9, 0.7, 0.8}};
        NemenyiTest test = NemenyiTest.of(FriedmanTest.of(scores), 0.05);
        MeanRanks ranks = MeanRanks.of("accuracy", List.of("a", "b", "c"), test);
        assertThat(ranks.ranks().get(0)).isEqualTo(new Rank("a", 1));
        assertThat(ranks.criticalDifference()).isEqualTo(test.criticalDifference());
        assertThatThrownBy(() -> MeanRanks.of("accuracy", List.of("a"), test))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("1 names for 3 ranks");
    }
}
