package dev.assay.metric;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.assay.data.Labels;
import dev.assay.data.Targets;
import java.lang.reflect.Field;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class MetricCatalogueTest {

    private static final List<Class<?>> CATALOGUES = List.of(
            ClassificationMetrics.class,
            RegressionMetrics.class,
            MultiLabelMetrics.class,
            RankingMetrics.class,
            ClusteringMetrics.class,
            AnomalyMetrics.class);

    /** All constants of the catalogues, so that whoever adds one must name it in the catalogue of names as well. */
    private static Stream<Metric> constants() {
        return CATALOGUES.stream()
                .flatMap(type -> Arrays.stream(type.getFields()))
                .filter(field -> Metric.class.isAssignableFrom(field.getType()))
                .map(MetricCatalogueTest::metric);
    }

    private static Metric metric(Field field) {
        try {
            return (Metric) field.get(null);
        } catch (IllegalAccessException e) {
            throw new AssertionError(e);
        }
    }

    private static List<Metric> variants() {
        List<Metric> metrics = new ArrayList<>();
        for (LabelMetric metric : List.of(
                ClassificationMetrics.F1, ClassificationMetrics.SPECIFICITY, ClassificationMetrics.fBeta(0.5))) {
            metrics.addAll(List.of(metric, metric.micro(), metric.macro(), metric.macroOverAllLabels()));
            metrics.addAll(List.of(metric.weighted(), metric.ofLabel("a b"), metric.ofLabel("of \"x\" of")));
            metrics.add(metric.ofLabel("x").withZeroDivision(ZeroDivision.UNDEFINED));
            metrics.add(metric.macro().withZeroDivision(ZeroDivision.ONE).averagedOverFolds());
        }
        metrics.addAll(List.of(
                ClassificationMetrics.ROC_AUC.macro(),
                ClassificationMetrics.BRIER_SCORE.ofLabel("x"),
                ClassificationMetrics.recallAtPrecision(0.95).ofLabel("x"),
                ClassificationMetrics.precisionAt(100).weighted(),
                ClassificationMetrics.topKAccuracy(3),
                ClassificationMetrics.liftAt(0.1),
                ClassificationMetrics.gainAt(1),
                ClassificationMetrics.costAtBestThreshold(1, 5).ofLabel("x"),
                ClassificationMetrics.expectedCalibrationError()
                        .withBins(10)
                        .withEqualCounts()
                        .ofLabel("x"),
                ClassificationMetrics.maximumCalibrationError()));
        metrics.addAll(List.of(
                MultiLabelMetrics.F1.samples(),
                MultiLabelMetrics.F1.macro(),
                MultiLabelMetrics.fBeta(2).ofLabel("x"),
                RankingMetrics.NDCG.at(10),
                RankingMetrics.DCG.at(3).withExponentialGain(),
                RankingMetrics.hitRateAt(5),
                RankingMetrics.precisionAt(5),
                RankingMetrics.recallAt(5)));
        metrics.addAll(List.of(
                RegressionMetrics.pinballLoss(0.1),
                RegressionMetrics.tweedieDeviance(-1),
                RegressionMetrics.tweedieDeviance(1.5),
                RegressionMetrics.d2PinballLoss(0.9),
                RegressionMetrics.d2TweedieDeviance(1),
                RegressionMetrics.meanAbsoluteScaledError(2.5),
                RegressionMetrics.intervalCoverage(0.8),
                RegressionMetrics.intervalCoverageError(0.8),
                RegressionMetrics.intervalWidth(0.8),
                RegressionMetrics.winklerScore(0.8),
                RegressionMetrics.MEAN_ABSOLUTE_ERROR.averagedOverFolds()));
        return metrics;
    }

    private static Stream<Metric> all() {
        return Stream.concat(constants(), variants().stream());
    }

    @ParameterizedTest
    @MethodSource("all")
    void finds_each_metric_by_its_own_name(Metric metric) {
        Metric found = Metrics.named(metric.name());

        if (found instanceof HomonymousMetric homonym) {
            assertThat(List.of(homonym.ofLabels(), homonym.ofLabelSets())).contains(metric);
        } else {
            assertThat(found).isEqualTo(metric);
        }
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '`',
            value = {
                "f1, F1",
                "F-1, F1",
                "macro-f1, macro F1",
                "MACRO_F1, macro F1",
                "weighted roc auc, weighted ROC AUC",
                "recall of malignant, `recall of \"malignant\"`",
                "f0.5 of \"malignant\", `F0.5 of \"malignant\"`",
                "auc, ROC AUC",
                "mcc, Matthews correlation",
                "logLoss, log loss",
                "LOG_LOSS, log loss",
                "rmse, root mean squared error",
                "r2, R²",
                "ndcg@10, NDCG@10",
                "tweedie deviance of power -1, Tweedie deviance of power -1",
                "ece, expected calibration error (15 equal-width bins)",
                "fowlkes-mallows index, Fowlkes–Mallows index",
                "sensitivity, recall"
            })
    void finds_metrics_as_people_write_them(String written, String name) {
        assertThat(Metrics.named(written)).hasToString(name);
    }

    @Test
    void lets_the_targets_decide_between_metrics_of_the_same_name() {
        Metric f1 = Metrics.named("f1");

        assertThat(f1.resolve(Targets.labels("a", "b", "c"))).isEqualTo(ClassificationMetrics.F1.macro());
        assertThat(f1.resolve(Targets.labelSets(List.of(Set.of("a"), Set.of("b")))))
                .isEqualTo(MultiLabelMetrics.F1.micro());
        assertThat(f1.value(Cases.labels(Labels.of("a", "b"), "ab", "ab"))).isEqualTo(MetricValue.of(1));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> f1.resolve(Targets.numbers(1)))
                .withMessage("F1 judges labels, but the targets are numbers");
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '`',
            value = {
                "accurracy, there is no metric \"accurracy\"; did you mean \"accuracy\"?",
                "f1score, there is no metric \"f1score\"; did you mean \"F2\"?",
                "rocauk, there is no metric \"rocauk\"; did you mean \"ROC AUC\"?",
                "wibble, there is no metric \"wibble\"; Metrics.names() lists those that there are",
                "macro accuracy, there is no metric \"macro accuracy\"; did you mean \"accuracy\" or \"balanced accuracy\"?"
            })
    void proposes_names_for_a_wrong_one(String written, String message) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Metrics.named(written))
                .withMessageStartingWith(message.substring(0, message.indexOf(';') + 1))
                .withMessageContaining(message.contains("mean \"") ? "did you mean" : "Metrics.names()");
    }

    @Test
    void names_the_closest_metric_first() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Metrics.named("log los"))
                .withMessageStartingWith("there is no metric \"log los\"; did you mean \"log loss\"");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Metrics.named("balanced acuracy"))
                .withMessageStartingWith("there is no metric \"balanced acuracy\"; did you mean \"balanced accuracy\"");
    }

    @Test
    void lists_names_that_it_finds() {
        assertThat(Metrics.names()).contains("accuracy", "F1", "NDCG@10", "adjusted Rand index");
        assertThat(Metrics.names())
                .allSatisfy(name -> assertThat(Metrics.named(name)).isNotNull());
    }
}
