package dev.assay.adapters.tribuo;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.data.Dataset;
import dev.assay.learning.LearnerProvider.Sharing;
import dev.assay.prediction.LabelPredictions;
import dev.assay.prediction.NumberPredictions;
import java.util.Arrays;
import java.util.List;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.tribuo.MutableDataset;
import org.tribuo.Prediction;
import org.tribuo.Trainer;
import org.tribuo.classification.Label;
import org.tribuo.regression.Regressor;

/**
 * Trains on and predicts the same rows once with Tribuo alone and once through the provider; all numbers must be equal.
 */
class SameAsBareTribuoTest {

    private static Stream<Arguments> classifiers() {
        return inBothWays(
                TestTrainers.LOGISTIC_REGRESSION,
                TestTrainers.SCALED_LOGISTIC_REGRESSION,
                TestTrainers.TREE,
                TestTrainers.FOREST,
                TestTrainers.ADA_BOOST,
                TestTrainers.BAGGED_TREES,
                TestTrainers.LIB_LINEAR,
                TestTrainers.LIB_LINEAR_PROBABILITIES,
                TestTrainers.LIB_SVM_PROBABILITIES,
                TestTrainers.FACTORIZATION_MACHINE,
                TestTrainers.NAIVE_BAYES,
                TestTrainers.NEAREST_NEIGHBOURS,
                TestTrainers.XGBOOST);
    }

    private static Stream<Arguments> regressions() {
        return inBothWays(
                TestTrainers.REGRESSION_TREE,
                TestTrainers.REGRESSION_FOREST,
                TestTrainers.LINEAR_REGRESSION,
                TestTrainers.JOINT_REGRESSION_TREE,
                TestTrainers.LEAST_ANGLE_REGRESSION,
                TestTrainers.SPARSE_REGRESSION,
                TestTrainers.LIB_LINEAR_REGRESSION,
                TestTrainers.LIB_SVM_REGRESSION,
                TestTrainers.FACTORIZATION_MACHINE_REGRESSION,
                TestTrainers.XGBOOST_REGRESSION,
                TestTrainers.DUMMY_REGRESSION);
    }

    private static Stream<Arguments> inBothWays(TestTrainers... trainers) {
        return Arrays.stream(trainers)
                .flatMap(trainer -> Arrays.stream(Sharing.values()).map(sharing -> Arguments.of(trainer, sharing)));
    }

    @ParameterizedTest
    @MethodSource("classifiers")
    void labels_and_scores_are_equal_row_for_row(TestTrainers trainers, Sharing sharing) throws Exception {
        assertEqual(TestData.iris(), trainers, sharing);
    }

    @ParameterizedTest
    @MethodSource("classifiers")
    void labels_and_scores_are_equal_with_two_labels(TestTrainers trainers, Sharing sharing) throws Exception {
        assertEqual(TestData.twoSpecies(), trainers, sharing);
    }

    @ParameterizedTest
    @MethodSource("regressions")
    void numbers_are_equal_row_for_row(TestTrainers trainers, Sharing sharing) throws Exception {
        Dataset<double[]> data = TestData.diabetes();

        NumberPredictions ours = (NumberPredictions) Fits.outOfFold(data, trainers.numbers(), sharing);

        MutableDataset<Regressor> training = TestData.bareNumbers(data, TestData.trainingRows(data));
        MutableDataset<Regressor> test = TestData.bareNumbers(data, TestData.testRows(data));
        List<Double> bare = trainers.numbers().train(training).predict(test).stream()
                .map(prediction -> prediction.getOutput().getValues()[0])
                .toList();
        assertThat(IntStream.range(0, ours.size()).mapToObj(ours::value)).isEqualTo(bare);
    }

    @Test
    void votes_of_libsvm_give_the_same_labels() throws Exception {
        Dataset<double[]> data = TestData.iris();

        LabelPredictions ours = Fits.labels(data, TestTrainers.LIB_SVM.labels());

        assertThat(labels(ours)).isEqualTo(labels(bare(data, TestTrainers.LIB_SVM.labels())));
    }

    @Test
    void weights_reach_the_trainer() throws Exception {
        Dataset<double[]> unweighted = TestData.iris();
        double[] weights = IntStream.range(0, unweighted.size())
                .mapToDouble(row -> row < 75 ? 0.1 : 2)
                .toArray();
        Dataset<double[]> weighted = unweighted.withWeights(weights);

        LabelPredictions ours = Fits.labels(weighted, TestTrainers.LOGISTIC_REGRESSION.labels());

        assertThat(Fits.content(ours))
                .isEqualTo(content(bare(weighted, TestTrainers.LOGISTIC_REGRESSION.labels()), ours))
                .isNotEqualTo(Fits.content(Fits.labels(unweighted, TestTrainers.LOGISTIC_REGRESSION.labels())));
    }

    @Test
    void features_without_names_keep_the_order_of_the_columns() throws Exception {
        // Ten times the columns, so that the name of the tenth would come before the second's without padding.
        Dataset<double[]> wide = TestData.iris().map(SameAsBareTribuoTest::tenTimes);
        List<String> padded = IntStream.range(0, 40)
                .mapToObj(number -> "f" + number / 10 + number % 10)
                .toList();

        LabelPredictions ours = Fits.labels(wide, TestTrainers.LOGISTIC_REGRESSION.labels());

        Dataset<double[]> named = wide.withFeatureNames(padded);
        assertThat(Fits.content(ours)).isEqualTo(content(bare(named, TestTrainers.LOGISTIC_REGRESSION.labels()), ours));
    }

    private static double[] tenTimes(double[] row) {
        return DoubleStream.iterate(1, factor -> factor + 1)
                .limit(10)
                .flatMap(factor -> Arrays.stream(row).map(value -> value * factor))
                .toArray();
    }

    private static void assertEqual(Dataset<double[]> data, TestTrainers trainers, Sharing sharing) throws Exception {
        LabelPredictions ours = (LabelPredictions) Fits.outOfFold(data, trainers.labels(), sharing);

        assertThat(Fits.content(ours)).isEqualTo(content(bare(data, trainers.labels()), ours));
    }

    private static List<Prediction<Label>> bare(Dataset<double[]> data, Trainer<Label> trainer) {
        return trainer.train(TestData.bareLabels(data, TestData.trainingRows(data)))
                .predict(TestData.bareLabels(data, TestData.testRows(data)));
    }

    private static List<String> labels(List<Prediction<Label>> predictions) {
        return predictions.stream()
                .map(prediction -> prediction.getOutput().getLabel())
                .toList();
    }

    private static List<String> labels(LabelPredictions predictions) {
        return IntStream.range(0, predictions.size())
                .mapToObj(predictions::label)
                .toList();
    }

    /** The same as {@link Fits#content} says of ours, from Tribuo's predictions. */
    private static List<Object> content(List<Prediction<Label>> predictions, LabelPredictions ours) {
        return predictions.stream()
                .flatMap(prediction -> Stream.<Object>of(
                        prediction.getOutput().getLabel(),
                        ours.labels().names().stream()
                                .map(label ->
                                        prediction.getOutputScores().get(label).getScore())
                                .toList()))
                .toList();
    }
}
