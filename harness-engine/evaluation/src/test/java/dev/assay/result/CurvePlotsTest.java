package dev.assay.result;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.assay.data.Labels;
import dev.assay.data.Targets;
import dev.assay.evaluation.Evaluation;
import dev.assay.metric.ClassificationMetrics;
import dev.assay.metric.ThresholdCurve;
import dev.assay.prediction.Predictions;
import dev.assay.testing.Examples;
import dev.assay.testing.Script;
import java.util.Collections;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class CurvePlotsTest {

    private static List<PlotData.LabelCurves> curves(Evaluation evaluation) {
        return PlotAssembly.of(evaluation).curves();
    }

    private static final Script FOUR =
            Script.probabilities(List.of("malignant", "benign", "malignant", "benign"), 0.9, 0.8, 0.3, 0.2);

    /** Normal scores, those of malignant rows higher by 1.5. */
    private static Script normal(int rows) {
        SplittableRandom random = new SplittableRandom(7);
        List<String> truth = IntStream.range(0, rows)
                .mapToObj(row -> row % 3 == 0 ? "malignant" : "benign")
                .toList();
        double[] ofMalignant = truth.stream()
                .mapToDouble(label -> 1 / (1 + Math.exp(-random.nextGaussian(label.equals("malignant") ? 1.5 : 0, 1))))
                .toArray();
        return Script.probabilities(truth, ofMalignant);
    }

    @Test
    void the_curves_of_one_test_set_are_exact() {
        PlotData.LabelCurves curves = curves(FOUR.fitted()).get(0);

        assertThat(curves.label()).isEqualTo("malignant");
        assertThat(curves.roc().x()).containsExactly(0.0, 0.0, 0.5, 0.5, 1.0);
        assertThat(curves.roc().y()).containsExactly(0.0, 0.5, 0.5, 1.0, 1.0);
        assertThat(curves.precisionRecall().x()).containsExactly(0.0, 0.5, 0.5, 1.0, 1.0);
        assertThat(curves.precisionRecall().y()).containsExactly(1.0, 1.0, 0.5, 0.6667, 0.5);
        assertThat(curves.rocArea()).isEqualTo(0.75);
        assertThat(curves.averagePrecision()).isEqualTo(0.833333);
    }

    @Test
    void the_band_of_one_test_set_has_the_interval_of_the_rate_at_each_point() {
        PlotData.LabelCurves curves = curves(FOUR.fitted()).get(0);

        assertThat(curves.roc().band()).isEqualTo("95 % Wilson interval of the true positive rate at each point");
        // of 0, 1 and 2 of 2: scipy 1.11, binomtest(k, 2).proportion_ci(method="wilson")
        assertThat(curves.roc().lower()).containsExactly(0.0, 0.09453, 0.09453, 0.3424, 0.3424);
        assertThat(curves.roc().upper()).containsExactly(0.6576, 0.9055, 0.9055, 1.0, 1.0);
        assertThat(curves.precisionRecall().band()).isEqualTo("95 % Wilson interval of the precision at each point");
        // of none, of 1 of 1, 1 of 2, 2 of 3 and 2 of 4
        assertThat(curves.precisionRecall().lower()).containsExactly(0.0, 0.2065, 0.09453, 0.2077, 0.15);
        assertThat(curves.precisionRecall().upper()).containsExactly(1.0, 1.0, 0.9055, 0.9385, 0.85);
    }

    @Test
    void rows_with_weights_or_groups_have_no_band() {
        Evaluation weighted = FOUR.with(FOUR.data().withWeights(1, 2, 3, 4)).fitted();
        Evaluation grouped =
                FOUR.with(FOUR.data().withGroups(List.of("x", "x", "y", "y"))).fitted();

        assertThat(List.of(weighted, grouped)).allSatisfy(evaluation -> {
            PlotData.Curve roc = curves(evaluation).get(0).roc();
            assertThat(roc.lower()).isNull();
            assertThat(roc.upper()).isNull();
            assertThat(roc.band()).isNull();
        });
        assertThat(curves(weighted).get(0).roc().x()).containsExactly(0.0, 0.0, 0.3333, 0.3333, 1.0);
    }

    @Test
    void many_points_become_few_and_the_shape_stays() {
        Evaluation evaluation = normal(30_000).fitted();
        ThresholdCurve all =
                ThresholdCurve.of(evaluation.repeats().get(0), "malignant").orElseThrow();

        PlotData.Curve roc = curves(evaluation).get(0).roc();

        assertThat(all.size()).isGreaterThan(5000);
        assertThat(roc.x()).hasSizeBetween(50, 200).isSorted().startsWith(0.0).endsWith(1.0);
        assertThat(roc.y()).hasSameSizeAs(roc.x()).isSorted();
        for (int point = 0; point < all.size(); point++) {
            assertThat(distance(roc, all.falsePositiveRate(point), all.recall(point)))
                    .isLessThan(0.005);
        }
    }

    private static double distance(PlotData.Curve curve, double x, double y) {
        return IntStream.range(1, curve.x().size())
                .mapToDouble(i -> {
                    double fromX = curve.x().get(i - 1);
                    double fromY = curve.y().get(i - 1);
                    double dx = curve.x().get(i) - fromX;
                    double dy = curve.y().get(i) - fromY;
                    double length = dx * dx + dy * dy;
                    double along = length > 0 ? ((x - fromX) * dx + (y - fromY) * dy) / length : 0;
                    double share = Math.max(0, Math.min(1, along));
                    return Math.hypot(fromX + share * dx - x, fromY + share * dy - y);
                })
                .min()
                .orElseThrow();
    }

    @Test
    void several_folds_have_their_mean_at_each_x_and_a_band() {
        // one fold ranks its rows rightly, the other wrongly
        Script script = Script.probabilities(List.of("malignant", "benign", "malignant", "benign"), 0.9, 0.1, 0.1, 0.9);

        PlotData.LabelCurves curves = curves(script.crossValidated(2)).get(0);

        assertThat(curves.roc().x())
                .hasSize(111)
                .isSorted()
                .startsWith(0.0, 0.0, 0.001, 0.002)
                .contains(0.01, 0.02, 0.99)
                .endsWith(1.0);
        // at x = 1 the second one rises, too
        assertThat(curves.roc().y().subList(0, 110)).startsWith(0.0, 0.5).last().isEqualTo(0.5);
        assertThat(curves.roc().y()).endsWith(1.0);
        assertThat(curves.roc().band()).isEqualTo("10 % to 90 % of folds");
        assertThat(curves.roc().lower()).startsWith(0.0, 0.1).endsWith(1.0);
        assertThat(curves.roc().upper()).startsWith(0.0, 0.9).endsWith(1.0);
        assertThat(curves.precisionRecall().x()).hasSize(110);
        assertThat(curves.precisionRecall().y()).startsWith(1.0, 0.75).endsWith(0.75);
        assertThat(curves.rocArea()).isEqualTo(0.5);
    }

    @Test
    void areas_are_those_of_the_metrics() {
        Evaluation evaluation = normal(300).crossValidated(5);

        PlotData.LabelCurves curves = curves(evaluation).get(0);

        assertThat(curves.rocArea())
                .isCloseTo(
                        evaluation
                                .value(ClassificationMetrics.ROC_AUC)
                                .asOptional()
                                .orElseThrow(),
                        within(1e-6));
        assertThat(curves.averagePrecision())
                .isCloseTo(
                        evaluation
                                .value(ClassificationMetrics.AVERAGE_PRECISION)
                                .asOptional()
                                .orElseThrow(),
                        within(1e-6));
        assertThat(curves.roc().y()).isSorted();
    }

    @Test
    void without_a_positive_label_the_most_frequent_come_first_twenty_at_most() {
        List<String> names = IntStream.range(0, 30).mapToObj(i -> "label " + i).toList();
        List<String> truth = IntStream.range(0, 30)
                .boxed()
                .flatMap(label -> Collections.nCopies(label == 7 ? 9 : label < 2 ? 0 : 2, "label " + label).stream())
                .toList();
        SplittableRandom random = new SplittableRandom(1);
        double[] margins = random.doubles(30L * truth.size()).toArray();
        Labels labels = Labels.of(names.toArray(String[]::new));
        Evaluation evaluation = Script.of(Targets.labels(labels, truth), Predictions.margins(labels, margins))
                .fitted();

        assertThat(curves(evaluation))
                .hasSize(20)
                .extracting(PlotData.LabelCurves::label)
                .startsWith("label 7", "label 2", "label 3")
                .doesNotContain("label 0");
        assertThat(PlotAssembly.of(evaluation).scores()).hasSize(20);
    }

    @Test
    void a_label_that_no_fold_can_tell_from_others_has_no_curve() {
        Script script = Script.probabilities(List.of("malignant", "malignant"), 0.9, 0.8);

        assertThat(curves(script.fitted())).isEmpty();
    }

    @Test
    void there_are_no_curves_without_scores() {
        assertThat(curves(Script.tumours(3, 1, 0, 4).fitted())).isEmpty();
        assertThat(curves(Script.numbers(List.of(1.0, 2.0), 1, 2).fitted())).isEmpty();
        assertThat(curves(Script.of(Examples.blocks(2, 2).targets(), Predictions.clusters(0, 0, 1, 1))
                        .fitted()))
                .isEmpty();
    }
}
