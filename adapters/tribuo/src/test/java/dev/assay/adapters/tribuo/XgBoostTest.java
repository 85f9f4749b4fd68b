package dev.assay.adapters.tribuo;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.data.Dataset;
import dev.assay.evaluation.CrossValidation;
import dev.assay.evaluation.Evaluation;
import dev.assay.evaluation.WorkerPool;
import dev.assay.metric.ClassificationMetrics;
import dev.assay.prediction.LabelPredictions;
import dev.assay.prediction.ScoreKind;
import java.util.List;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.tribuo.Trainer;
import org.tribuo.classification.xgboost.XGBoostClassificationTrainer;
import org.tribuo.regression.xgboost.XGBoostRegressionTrainer;
import org.tribuo.regression.xgboost.XGBoostRegressionTrainer.RegressionType;

/** XGBoost computes in threads of its own, beside those of an evaluation. */
class XgBoostTest {

    /** Draws rows and columns at random. */
    private static Trainer<?> classifier(int threads) {
        return new XGBoostClassificationTrainer(10, 0.3, 0, 4, 1, 0.7, 0.7, 1, 0, threads, true, 42);
    }

    private static Trainer<?> regression(int threads) {
        return new XGBoostRegressionTrainer(RegressionType.LINEAR, 10, 0.3, 0, 4, 1, 0.7, 0.7, 1, 0, threads, true, 42);
    }

    private static List<Object> content(Evaluation evaluation) {
        return evaluation.folds().stream()
                .flatMap(fold -> Fits.content(fold.outcomes().predictions()).stream())
                .toList();
    }

    private static void assertAnyThreadsGiveTheSame(Dataset<double[]> data, IntFunction<Trainer<?>> trainers) {
        try (WorkerPool one = WorkerPool.of(1);
                WorkerPool four = WorkerPool.of(4)) {
            CrossValidation<double[]> validation =
                    CrossValidation.of(data).folds(5).seed(1);
            List<Object> alone = content(validation.pool(one).evaluate("xgboost", () -> trainers.apply(1)));

            assertThat(content(validation.pool(four).evaluate("xgboost", () -> trainers.apply(1))))
                    .isEqualTo(alone);
            assertThat(content(validation.pool(four).evaluate("xgboost", (Object) trainers.apply(1))))
                    .isEqualTo(alone);
            assertThat(content(validation.pool(four).evaluate("xgboost", () -> trainers.apply(4))))
                    .isEqualTo(alone);
        }
    }

    @Test
    void labels_and_probabilities_do_not_depend_on_threads() {
        assertAnyThreadsGiveTheSame(TestData.iris(), XgBoostTest::classifier);
    }

    @Test
    void numbers_do_not_depend_on_threads() {
        assertAnyThreadsGiveTheSame(TestData.diabetes(), XgBoostTest::regression);
    }

    @Test
    void scores_are_probabilities_of_the_labels_by_name() throws Exception {
        LabelPredictions predictions = Fits.labels(TestData.iris(), classifier(1));

        assertThat(predictions.scoreKind()).isEqualTo(ScoreKind.PROBABILITIES);
        assertThat(IntStream.range(0, predictions.size()))
                .allMatch(row -> IntStream.range(0, 3)
                        .allMatch(label ->
                                predictions.score(row, predictions.index(row)) >= predictions.score(row, label)));
        Evaluation evaluation =
                CrossValidation.of(TestData.iris()).folds(5).seed(1).evaluate("xgboost", () -> classifier(1));
        assertThat(evaluation.value(ClassificationMetrics.ACCURACY).asOptional().orElseThrow())
                .isGreaterThan(0.9);
        assertThat(evaluation.value(ClassificationMetrics.LOG_LOSS).asOptional().orElseThrow())
                .isLessThan(0.4);
    }

    @Test
    void the_size_of_a_model_grows_with_its_trees() throws Exception {
        long one = size(1);

        assertThat(one).isPositive();
        assertThat(size(50)).isGreaterThan(5 * one).isLessThan(1_000_000);
    }

    private static long size(int trees) throws Exception {
        return Fits.fit(Fits.PROVIDER.adapt(TestData.iris()), new XGBoostClassificationTrainer(trees, 1, true))
                .sizeInBytes()
                .orElseThrow();
    }
}
