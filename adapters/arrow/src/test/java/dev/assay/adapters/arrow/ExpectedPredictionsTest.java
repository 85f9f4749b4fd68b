package dev.assay.adapters.arrow;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.evaluation.Evaluation;
import dev.assay.files.PredictionFile;
import dev.assay.metric.ClassificationMetrics;
import dev.assay.metric.Metric;
import dev.assay.metric.Outcomes;
import dev.assay.prediction.LabelPredictions;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Predictions that scikit-learn and PyTorch made, written by pandas as Feather and by NumPy as NPZ, are the same bit by bit.
 * Labels of the digits are whole numbers in both, the truth of the tumours categories; the files are compressed by LZ4, not at all, and by
 * Zstandard.
 */
class ExpectedPredictionsTest {

    private static Evaluation read(String name) {
        try {
            return PredictionFile.of(Path.of(ExpectedPredictionsTest.class
                            .getResource("/expected/" + name)
                            .toURI()))
                    .evaluation();
        } catch (URISyntaxException e) {
            throw new AssertionError(e);
        }
    }

    private static Outcomes outcomes(Evaluation evaluation) {
        return evaluation.folds().get(0).outcomes();
    }

    private static List<Object> truth(Evaluation evaluation) {
        return IntStream.range(0, evaluation.size())
                .<Object>mapToObj(outcomes(evaluation).labelTruth()::label)
                .toList();
    }

    private static List<Long> scores(LabelPredictions predictions) {
        return IntStream.range(0, predictions.size())
                .boxed()
                .flatMap(row -> IntStream.range(0, predictions.labels().size())
                        .mapToObj(label -> Double.doubleToLongBits(predictions.score(row, label))))
                .toList();
    }

    @ParameterizedTest
    @ValueSource(strings = {"digits-cnn", "breast-cancer-logistic-regression", "breast-cancer-random-forest"})
    void are_those_of_numpys_file(String name) {
        Evaluation arrow = read(name + ".feather");
        Evaluation numpy = read(name + ".npz");
        LabelPredictions actual = outcomes(arrow).labelPredictions();
        LabelPredictions expected = outcomes(numpy).labelPredictions();

        assertThat(actual.labels()).isEqualTo(expected.labels());
        assertThat(truth(arrow)).isEqualTo(truth(numpy));
        assertThat(IntStream.range(0, actual.size()).map(actual::index))
                .containsExactlyElementsOf(IntStream.range(0, expected.size())
                        .map(expected::index)
                        .boxed()
                        .toList());
        assertThat(scores(actual)).isEqualTo(scores(expected)).isNotEmpty();
        for (Metric metric : List.of(
                ClassificationMetrics.ACCURACY,
                ClassificationMetrics.F1,
                ClassificationMetrics.LOG_LOSS,
                ClassificationMetrics.ROC_AUC)) {
            assertThat(arrow.value(metric)).as(metric.name()).isEqualTo(numpy.value(metric));
        }
    }
}
