package dev.assay.samples;

import static dev.assay.assertions.ModelAssertions.assertThatModel;
import static dev.assay.metric.ClassificationMetrics.AVERAGE_PRECISION;
import static dev.assay.metric.ClassificationMetrics.F1;
import static dev.assay.metric.ClassificationMetrics.LOG_LOSS;
import static dev.assay.metric.ClassificationMetrics.MATTHEWS_CORRELATION;
import static dev.assay.metric.ClassificationMetrics.expectedCalibrationError;
import static dev.assay.metric.ClassificationMetrics.recallAtPrecision;
import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.data.CsvDataset;
import dev.assay.data.Dataset;
import dev.assay.data.Labels;
import dev.assay.evaluation.CrossValidation;
import dev.assay.evaluation.Evaluation;
import dev.assay.evaluation.Fold;
import dev.assay.metric.Direction;
import dev.assay.metric.FoldCombination;
import dev.assay.metric.Metric;
import dev.assay.metric.MetricTotals;
import dev.assay.metric.Metrics;
import dev.assay.metric.Range;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.tribuo.classification.sgd.linear.LogisticRegressionTrainer;

/** Metrics beyond the usual ones: of rankings and probabilities, by name, of one's own, and of a stream. */
class MetricsTest {

    private static final Metric HARM = Metric.of(
            "harm per 100 patients",
            Direction.LOWER_IS_BETTER,
            new Range(0, 1000),
            FoldCombination.POOLED,
            outcomes -> {
                Labels labels = outcomes.confusion().labels();
                int malignant = labels.indexOf("malignant");
                int benign = labels.indexOf("benign");
                double missed = outcomes.confusion().cell(malignant, benign);
                double falseAlarms = outcomes.confusion().cell(benign, malignant);
                return 100 * (10 * missed + falseAlarms) / outcomes.confusion().total();
            });

    private static Evaluation model;

    @BeforeAll
    static void evaluate() {
        Dataset<double[]> tumours = CsvDataset.of(Path.of("data/breast-cancer.csv"))
                .target("diagnosis")
                .positive("malignant")
                .read()
                .numeric();
        model = CrossValidation.of(tumours)
                .folds(5)
                .seed(42)
                .evaluate("logistic regression", () -> new LogisticRegressionTrainer());
    }

    @Test
    void judges_rankings_and_probabilities() {
        assertThatModel(model)
                .hasAtLeast(MATTHEWS_CORRELATION, 0.7)
                .hasAtLeast(AVERAGE_PRECISION, 0.85)
                .hasAtLeast(recallAtPrecision(0.9), 0.5)
                .hasAtLeast(Metrics.named("specificity of malignant"), 0.8)
                .hasAtMost(expectedCalibrationError(), 0.2)
                .hasAtMost(HARM, 120);
    }

    @Test
    void adds_up_batches_to_what_all_rows_give() {
        MetricTotals totals = MetricTotals.of(F1, LOG_LOSS);
        for (Fold batch : model.folds()) {
            totals.add(batch.outcomes());
        }

        assertThat(totals.value(F1)).isEqualTo(model.value(F1));
        assertThat(totals.value(LOG_LOSS)).isEqualTo(model.value(LOG_LOSS));
    }
}
