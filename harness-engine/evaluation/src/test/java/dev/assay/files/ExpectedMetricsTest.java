package dev.assay.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.assay.evaluation.Evaluation;
import dev.assay.metric.ClassificationMetrics;
import dev.assay.metric.Metric;
import dev.assay.metric.RegressionMetrics;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.Objects;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Files that were written in Python give scikit-learn's metrics. Predictions are those of scikit-learn 1.9.1, PyTorch 2.13.0 and
 * Transformers 5.17.0, metrics those of scikit-learn of the same numbers.
 */
class ExpectedMetricsTest {

    private static final Offset<Double> TOLERANCE = within(1e-6);

    private static PredictionFile file(String name) {
        try {
            return PredictionFile.of(Path.of(Objects.requireNonNull(ExpectedMetricsTest.class.getResource(name))
                    .toURI()));
        } catch (URISyntaxException e) {
            throw new IllegalArgumentException(e);
        }
    }

    private static double value(Evaluation evaluation, Metric metric) {
        return evaluation.value(metric).asOptional().orElseThrow();
    }

    @ParameterizedTest
    @ValueSource(strings = {"csv", "jsonl", "npz"})
    void a_forest_of_scikit_learn(String extension) {
        Evaluation forest = file("breast-cancer-random-forest." + extension)
                .positive("malignant")
                .evaluation();

        assertThat(forest.size()).isEqualTo(171);
        assertThat(forest.id(0)).isEqualTo("4");
        assertThat(value(forest, ClassificationMetrics.ACCURACY)).isCloseTo(0.9766081871345029, TOLERANCE);
        assertThat(value(forest, ClassificationMetrics.F1)).isCloseTo(0.967741935483871, TOLERANCE);
        assertThat(value(forest, ClassificationMetrics.ROC_AUC)).isCloseTo(0.9967873831775701, TOLERANCE);
        assertThat(value(forest, ClassificationMetrics.LOG_LOSS)).isCloseTo(0.10382173207075687, TOLERANCE);
        assertThat(forest.title())
                .isEqualTo("breast-cancer-random-forest on breast-cancer-random-forest." + extension
                        + ": one fitted model on 171 test examples");
    }

    @Test
    void a_network_of_pytorch_whose_labels_are_numbers() {
        Evaluation network = file("digits-cnn.npz").evaluation();

        assertThat(value(network, ClassificationMetrics.ACCURACY)).isCloseTo(0.9648148148148148, TOLERANCE);
        assertThat(value(network, ClassificationMetrics.F1.macro())).isCloseTo(0.9646702395432685, TOLERANCE);
        assertThat(value(network, ClassificationMetrics.LOG_LOSS)).isCloseTo(0.10549220225614138, TOLERANCE);
    }

    @Test
    void a_transformer() {
        Evaluation transformer = file("support-intents.csv").evaluation();

        assertThat(value(transformer, ClassificationMetrics.ACCURACY)).isCloseTo(0.9074074074074074, TOLERANCE);
        assertThat(value(transformer, ClassificationMetrics.F1.macro())).isCloseTo(0.9116029128042475, TOLERANCE);
        assertThat(value(transformer, ClassificationMetrics.LOG_LOSS)).isCloseTo(0.4606737053701433, TOLERANCE);
    }

    @Test
    void a_regression() {
        Evaluation boosting = file("diabetes-gradient-boosting.csv").numbers().evaluation();

        assertThat(value(boosting, RegressionMetrics.R2)).isCloseTo(0.5004394465388443, TOLERANCE);
        assertThat(value(boosting, RegressionMetrics.MEAN_ABSOLUTE_ERROR)).isCloseTo(41.47715398496241, TOLERANCE);
    }
}
