package dev.assay.adapters.tribuo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.assay.data.Dataset;
import dev.assay.data.InvalidDataException;
import dev.assay.data.Seed;
import dev.assay.data.Targets;
import dev.assay.learning.Learners;
import dev.assay.learning.Predictor;
import dev.assay.learning.Training;
import dev.assay.prediction.LabelPredictions;
import dev.assay.prediction.NumberPredictions;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tribuo.Example;
import org.tribuo.Model;
import org.tribuo.MutableDataset;
import org.tribuo.Prediction;
import org.tribuo.classification.Label;
import org.tribuo.classification.sgd.linear.LogisticRegressionTrainer;
import org.tribuo.impl.ArrayExample;
import org.tribuo.regression.RegressionFactory;
import org.tribuo.regression.Regressor;
import org.tribuo.regression.rtree.CARTJointRegressionTrainer;

class FittedModelTest {

    @TempDir
    private Path folder;

    private static Model<Label> irisModel() {
        Dataset<double[]> iris = TestData.iris();
        return TestTrainers.LOGISTIC_REGRESSION.labels().train(TestData.bareLabels(iris, TestData.trainingRows(iris)));
    }

    private static Model<Regressor> diabetesModel() {
        Dataset<double[]> diabetes = TestData.diabetes();
        return TestTrainers.REGRESSION_TREE.numbers().train(TestData.bareNumbers(diabetes, 0, 1, 2, 3, 4, 5));
    }

    private static Model<Regressor> modelOfTwoNumbers() {
        MutableDataset<Regressor> data = TestData.empty(new RegressionFactory());
        for (int row = 0; row < 8; row++) {
            Regressor output = new Regressor(new String[] {"height", "weight"}, new double[] {row, 2 * row});
            data.add(new ArrayExample<>(output, new String[] {"x"}, new double[] {row}));
        }
        return new CARTJointRegressionTrainer().train(data);
    }

    private static Dataset<double[]> testPart(Dataset<double[]> data) {
        return data.select(TestData.testRows(data));
    }

    @Test
    void predicts_over_its_own_labels_sorted_by_name_as_bare_tribuo() throws Exception {
        Dataset<double[]> iris = TestData.iris();
        Model<Label> model = irisModel();

        LabelPredictions predictions = (LabelPredictions) Fits.PROVIDER
                .predictor(model)
                .predict(Fits.PROVIDER.adapt(testPart(iris)).inputs());

        assertThat(predictions.labels().names()).containsExactly("setosa", "versicolor", "virginica");
        assertThat(IntStream.range(0, predictions.size()).mapToObj(predictions::label))
                .isEqualTo(model.predict(TestData.bareLabels(iris, TestData.testRows(iris))).stream()
                        .map(prediction -> prediction.getOutput().getLabel())
                        .toList());
    }

    @Test
    void predicts_numbers_as_bare_tribuo() throws Exception {
        Dataset<double[]> diabetes = TestData.diabetes();
        Model<Regressor> model = diabetesModel();

        NumberPredictions predictions = (NumberPredictions) Fits.PROVIDER
                .predictor(model)
                .predict(Fits.PROVIDER.adapt(testPart(diabetes)).inputs());

        assertThat(IntStream.range(0, predictions.size()).mapToObj(predictions::value))
                .isEqualTo(model.predict(TestData.bareNumbers(diabetes, TestData.testRows(diabetes))).stream()
                        .map(prediction -> prediction.getOutput().getValues()[0])
                        .toList());
    }

    @Test
    void its_labels_are_those_it_was_trained_on_whatever_the_test_data_have() throws Exception {
        Dataset<Example<?>> test =
                Fits.PROVIDER.adapt(Dataset.of(new double[][] {{5, 3, 1, 0.2}}, Targets.labels("unheard of"))
                        .withFeatureNames(TestData.iris().featureNames()));

        LabelPredictions predictions =
                (LabelPredictions) Fits.PROVIDER.predictor(irisModel()).predict(test.inputs());

        assertThat(predictions.labels().names()).containsExactly("setosa", "versicolor", "virginica");
        assertThat(predictions.label(0)).isEqualTo("setosa");
    }

    @Test
    void features_that_the_model_does_not_know_are_ignored_as_tribuo_does() throws Exception {
        Dataset<double[]> test = Dataset.of(new double[][] {{1, 9}}, Targets.labels("setosa"))
                .withFeatureNames(List.of("petal_length", "colour"));

        Model<Label> model = irisModel();
        LabelPredictions predictions = (LabelPredictions)
                Fits.PROVIDER.predictor(model).predict(Fits.PROVIDER.adapt(test).inputs());

        Prediction<Label> bare = model.predict(TestData.bareLabels(test, 0)).get(0);
        assertThat(predictions.label(0)).isEqualTo(bare.getOutput().getLabel());
        assertThat(predictions.score(0, 0))
                .isEqualTo(bare.getOutputScores().get("setosa").getScore());
    }

    @Test
    void its_size_is_that_of_the_file_that_tribuo_would_write() throws Exception {
        Model<Label> model = irisModel();
        Path file = folder.resolve("iris.tribuo");
        model.serializeToFile(file);

        assertThat(Fits.PROVIDER.predictor(model).sizeInBytes()).hasValue(Files.size(file));
    }

    @Test
    void a_model_that_a_fold_fitted_has_a_size_too() throws Exception {
        Predictor<double[]> fitted = Learners.<double[]>of(() -> new LogisticRegressionTrainer())
                .fit(Training.of(TestData.iris(), Seed.of(1)));

        assertThat(fitted.sizeInBytes().orElseThrow()).isBetween(500L, 20_000L);
    }

    @Test
    void a_model_that_tribuo_cannot_write_has_no_known_size() {
        ScriptedModel own = new ScriptedModel(example -> ScriptedModel.scored(example, true, 0.5, 0.25, 0.25));

        assertThat(Fits.PROVIDER.predictor(own).sizeInBytes()).isEmpty();
    }

    private static void assertUnknownFeatures(Model<?> model, Dataset<double[]> data, String message) {
        assertThatExceptionOfType(InvalidDataException.class)
                .isThrownBy(() -> Fits.PROVIDER
                        .predictor(model)
                        .predict(Fits.PROVIDER.adapt(data).inputs()))
                .withMessage(message);
    }

    @Test
    void fails_if_the_features_have_no_names() {
        assertUnknownFeatures(
                irisModel(),
                testPart(TestData.iris().withFeatureNames(List.of())),
                "row 1: the model knows none of the features \"f0\", \"f1\", \"f2\", \"f3\"; it knows"
                        + " \"petal_length\", \"petal_width\", \"sepal_length\", \"sepal_width\". Name the features as"
                        + " they were named when the model was trained, with withFeatureNames(…)");
    }

    @Test
    void fails_if_the_features_have_no_names_also_where_tribuo_would_predict() {
        Model<Label> dummy = TestTrainers.DUMMY.labels().train(TestData.bareLabels(TestData.iris(), 0, 50, 100));

        assertUnknownFeatures(
                dummy,
                TestData.iris().withFeatureNames(List.of()),
                "row 0: the model knows none of the features \"f0\", \"f1\", \"f2\", \"f3\"; it knows"
                        + " \"petal_length\", \"petal_width\", \"sepal_length\", \"sepal_width\". Name the features as"
                        + " they were named when the model was trained, with withFeatureNames(…)");
    }

    @Test
    void a_list_of_many_features_is_cut() {
        assertUnknownFeatures(
                diabetesModel(),
                Dataset.of(new double[][] {{1}}, Targets.numbers(1)).withIds(List.of("Ada")),
                "row Ada: the model knows none of the features \"f0\"; it knows \"age\", \"bmi\", \"bp\", \"s1\","
                        + " \"s2\" and 5 more. Name the features as they were named when the model was trained, with"
                        + " withFeatureNames(…)");
    }

    @Test
    void fails_if_the_test_data_have_another_kind_of_targets() {
        Dataset<double[]> iris = TestData.iris();
        Dataset<double[]> numbers = iris.withTargets(Targets.numbers(new double[iris.size()]));

        assertThatIllegalArgumentException()
                .isThrownBy(() -> Fits.PROVIDER
                        .predictor(irisModel())
                        .predict(Fits.PROVIDER.adapt(numbers).inputs()))
                .withMessage("org.tribuo.classification.sgd.linear.LinearSGDModel predicts labels, which the targets of"
                        + " the data are not");
    }

    @Test
    void fails_for_a_model_of_several_numbers() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Fits.PROVIDER.predictor(modelOfTwoNumbers()))
                .withMessage("org.tribuo.common.tree.TreeModel predicts 2 numbers for each example, height, weight;"
                        + " one is supported");
    }

    @Test
    void fails_for_a_model_of_another_kind_of_outputs() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Fits.PROVIDER.predictor(new Colour.ColourModel()))
                .withMessage("dev.assay.adapters.tribuo.Colour$ColourModel predicts outputs of type Colour; labels,"
                        + " single numbers, sets of labels, clusters and anomalies are supported");
    }

    @Test
    void fails_for_a_trainer() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Fits.PROVIDER.predictor(TestTrainers.TREE.labels()))
                .withMessage(
                        "org.tribuo.classification.dtree.CARTClassificationTrainer is not a fitted Tribuo model but"
                                + " a trainer; cross-validate it, or train it first");
    }

    @Test
    void fails_for_what_is_not_a_model() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Fits.PROVIDER.predictor("forest"))
                .withMessage("java.lang.String is not a fitted Tribuo model");
    }
}
