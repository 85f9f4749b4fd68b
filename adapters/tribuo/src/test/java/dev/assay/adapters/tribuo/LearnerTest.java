package dev.assay.adapters.tribuo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.assay.data.Dataset;
import dev.assay.data.InvalidDataException;
import dev.assay.data.LabelTargets;
import dev.assay.data.Labels;
import dev.assay.data.Targets;
import dev.assay.learning.LearnerProvider.Sharing;
import dev.assay.learning.Predictor;
import dev.assay.prediction.InvalidPredictionsException;
import dev.assay.prediction.LabelPredictions;
import dev.assay.prediction.NumberPredictions;
import dev.assay.prediction.ScoreKind;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.tribuo.Example;
import org.tribuo.MutableDataset;
import org.tribuo.Trainer;
import org.tribuo.classification.Label;
import org.tribuo.classification.LabelFactory;
import org.tribuo.classification.baseline.DummyClassifierTrainer;
import org.tribuo.impl.ArrayExample;

class LearnerTest {

    /** Setosa and versicolor to train, all three species to predict. */
    private static final int[] WITHOUT_VIRGINICA =
            IntStream.range(0, 100).filter(row -> row % 2 == 0).toArray();

    private static Predictor<Example<?>> fitted(Dataset<Example<?>> data, int[] rows, Trainer<?> trainer)
            throws Exception {
        return Fits.fit(data.select(rows), trainer);
    }

    private static LabelPredictions predictIrisWithoutVirginica(TestTrainers trainers) throws Exception {
        Dataset<Example<?>> data = Fits.PROVIDER.adapt(TestData.iris());
        return (LabelPredictions)
                fitted(data, WITHOUT_VIRGINICA, trainers.labels()).predict(data.inputs());
    }

    @ParameterizedTest
    @EnumSource(names = {"LOGISTIC_REGRESSION", "TREE", "FOREST"})
    void a_label_that_the_training_part_lacks_has_probability_zero(TestTrainers trainers) throws Exception {
        LabelPredictions predictions = predictIrisWithoutVirginica(trainers);

        assertThat(predictions.labels().names()).containsExactly("setosa", "versicolor", "virginica");
        assertThat(predictions.scoreKind()).isEqualTo(ScoreKind.PROBABILITIES);
        assertThat(IntStream.range(0, 150)).allMatch(row -> predictions.score(row, 2) == 0);
        assertThat(IntStream.range(0, 150)).noneMatch(row -> predictions.index(row) == 2);
    }

    @ParameterizedTest
    @EnumSource(names = {"LIB_LINEAR", "HINGE", "KERNEL_SVM", "ADA_BOOST"})
    void a_label_that_the_training_part_lacks_has_a_margin_below_all_others(TestTrainers trainers) throws Exception {
        LabelPredictions predictions = predictIrisWithoutVirginica(trainers);

        assertThat(predictions.scoreKind()).isEqualTo(ScoreKind.MARGINS);
        assertThat(IntStream.range(0, 150))
                .allMatch(row -> predictions.score(row, 2) < predictions.score(row, 0)
                        && predictions.score(row, 2) < predictions.score(row, 1));
    }

    @Test
    void a_label_that_the_training_part_lacks_needs_no_score_where_there_are_none() throws Exception {
        LabelPredictions predictions = predictIrisWithoutVirginica(TestTrainers.LIB_SVM);

        assertThat(predictions.labels().size()).isEqualTo(3);
        assertThat(predictions.scoreKind()).isEqualTo(ScoreKind.NONE);
    }

    @Test
    void the_vocabulary_keeps_its_order_and_positive_label() throws Exception {
        Dataset<double[]> iris = TestData.iris();
        Labels declared =
                Labels.of("virginica", "setosa", "other", "versicolor").withPositive("setosa");
        Dataset<double[]> data = iris.withTargets(((LabelTargets) iris.targets()).over(declared));

        LabelPredictions predictions = Fits.labels(data, TestTrainers.FOREST.labels());

        assertThat(predictions.labels()).isEqualTo(declared);
        assertThat(IntStream.range(0, predictions.size())).allMatch(row -> predictions.score(row, 2) == 0);
        LabelPredictions sorted = Fits.labels(iris, TestTrainers.FOREST.labels());
        assertThat(IntStream.range(0, predictions.size()).mapToObj(predictions::label))
                .isEqualTo(IntStream.range(0, sorted.size())
                        .mapToObj(sorted::label)
                        .toList());
    }

    @Test
    void labels_that_differ_in_case_only_are_different() throws Exception {
        List<String> labels = IntStream.range(0, 30)
                .mapToObj(row -> List.of("cat", "Cat", "CAT").get(row / 10))
                .toList();
        double[][] inputs =
                IntStream.range(0, 30).mapToObj(row -> new double[] {row}).toArray(double[][]::new);
        Dataset<Example<?>> adapted = Fits.PROVIDER.adapt(Dataset.of(inputs, Targets.labels(labels)));

        LabelPredictions predictions =
                (LabelPredictions) Fits.fit(adapted, TestTrainers.TREE.labels()).predict(adapted.inputs());

        assertThat(predictions.labels().names()).containsExactly("CAT", "Cat", "cat");
        assertThat(IntStream.range(0, 30).mapToObj(predictions::label)).isEqualTo(labels);
    }

    @Test
    void a_fit_sees_its_training_part_only() throws Exception {
        // Row 2 alone has the feature "rare" and the label "c".
        Dataset<Example<?>> data = Fits.PROVIDER.adapt(
                Dataset.of(List.of(Map.of("x", 1), Map.of("x", 2), Map.of("rare", 1)), Targets.labels("a", "b", "c")));
        Predictor<Example<?>> fitted = fitted(data, new int[] {0, 1}, TestTrainers.LOGISTIC_REGRESSION.labels());

        assertThatExceptionOfType(InvalidDataException.class)
                .isThrownBy(() -> fitted.predict(data.inputs()))
                .withMessage("row 2: the model knows none of the features \"rare\", since no row of the training part"
                        + " has any of them; leave the row out, or give all rows a feature in common, such as a"
                        + " constant")
                .withCauseInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void an_unknown_row_is_named_by_its_example_if_that_was_given() throws Exception {
        TribuoDatasetProvider datasets = new TribuoDatasetProvider();
        MutableDataset<Label> source = TestData.empty(new LabelFactory());
        source.add(new ArrayExample<>(new Label("a"), new String[] {"x"}, new double[] {1}));
        source.add(new ArrayExample<>(new Label("b"), new String[] {"x"}, new double[] {2}));
        source.add(new ArrayExample<>(new Label("b"), new String[] {"y"}, new double[] {1}, Map.of("name", "Ada")));
        source.add(new ArrayExample<>(new Label("b"), new String[] {"y"}, new double[] {1}));
        Dataset<Example<?>> data = Fits.PROVIDER.adapt(datasets.dataset(source));
        Predictor<Example<?>> fitted = fitted(data, new int[] {0, 1}, TestTrainers.LOGISTIC_REGRESSION.labels());

        assertThatExceptionOfType(InvalidDataException.class)
                .isThrownBy(() -> fitted.predict(data.inputs()))
                .withMessageStartingWith("example Ada: the model knows none of the features \"y\"");
        assertThatExceptionOfType(InvalidDataException.class)
                .isThrownBy(() -> fitted.predict(data.select(0, 3).inputs()))
                .withMessageStartingWith("example 1 of those to predict: the model knows none");
    }

    @Test
    void targets_that_were_replaced_after_adapting_are_learned() throws Exception {
        Dataset<double[]> iris = TestData.iris();
        Dataset<double[]> merged = iris.withTargets(Targets.labels(IntStream.range(0, 150)
                .mapToObj(row -> row < 50 ? "setosa" : "versicolor")
                .toList()));
        Dataset<Example<?>> replaced = Fits.PROVIDER.adapt(iris).withTargets(merged.targets());

        assertThat(Fits.content(Fits.outOfFold(
                        replaced, Fits.PROVIDER.learner(TestTrainers.FOREST.labels(), Sharing.EXCLUSIVE))))
                .isEqualTo(Fits.content(Fits.labels(merged, TestTrainers.FOREST.labels())));
    }

    @Test
    void an_empty_batch_gives_no_predictions() throws Exception {
        Dataset<Example<?>> data = Fits.PROVIDER.adapt(TestData.iris());

        assertThat(Fits.fit(data, TestTrainers.FOREST.labels())
                        .predict(List.of())
                        .size())
                .isZero();
    }

    @Test
    void numbers_are_read_from_the_only_dimension() throws Exception {
        Dataset<Example<?>> data =
                Fits.PROVIDER.adapt(Dataset.of(new double[][] {{1}, {2}, {3}}, Targets.numbers(4, 6, 50)));

        NumberPredictions predictions = (NumberPredictions)
                Fits.fit(data, TestTrainers.DUMMY_REGRESSION.numbers()).predict(data.inputs());

        assertThat(IntStream.range(0, 3).mapToDouble(predictions::value)).containsOnly(6.0);
    }

    @ParameterizedTest
    @EnumSource(names = {"LOGISTIC_REGRESSION", "TREE", "FOREST", "LIB_LINEAR", "LIB_SVM", "DUMMY", "ADA_BOOST"})
    void fails_if_a_trainer_of_labels_gets_numbers(TestTrainers trainers) {
        Trainer<?> trainer = trainers.labels();

        assertThatIllegalArgumentException()
                .isThrownBy(() -> Fits.outOfFold(TestData.diabetes(), trainer, Sharing.EXCLUSIVE))
                .withMessage(trainer.getClass().getName()
                        + " learns labels, but the targets of diabetes are numbers; take a trainer that learns numbers,"
                        + " or give the data others by withTargets(Targets.labels(…))");
    }

    @ParameterizedTest
    @EnumSource(names = {"REGRESSION_TREE", "REGRESSION_FOREST", "LINEAR_REGRESSION", "DUMMY_REGRESSION"})
    void fails_if_a_trainer_of_numbers_gets_labels(TestTrainers trainers) {
        Trainer<?> trainer = trainers.numbers();

        assertThatIllegalArgumentException()
                .isThrownBy(() -> Fits.outOfFold(TestData.iris(), trainer, Sharing.EXCLUSIVE))
                .withMessage(trainer.getClass().getName()
                        + " learns numbers, but the targets of iris are labels; take a trainer that learns labels, or"
                        + " give the data others by withTargets(Targets.numbers(…))");
    }

    @Test
    void fails_if_the_model_predicts_a_label_that_is_not_in_the_data() {
        Trainer<?> trainer = DummyClassifierTrainer.createConstantTrainer("iris");

        assertThatExceptionOfType(InvalidPredictionsException.class)
                .isThrownBy(() -> Fits.outOfFold(TestData.iris(), trainer, Sharing.EXCLUSIVE))
                .withMessage("the model knows the label \"iris\", which is not among the data's labels \"setosa\","
                        + " \"versicolor\", \"virginica\"");
    }

    @Test
    void fails_for_what_is_not_a_trainer() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Fits.PROVIDER.learner("forest", Sharing.SHARED))
                .withMessage("java.lang.String is not a Tribuo trainer");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Fits.PROVIDER.learner(
                        TestTrainers.TREE.labels().train(TestData.bareLabels(TestData.iris(), 0, 50, 100)),
                        Sharing.SHARED))
                .withMessage("org.tribuo.common.tree.TreeModel is not a Tribuo trainer but a fitted model; evaluate it"
                        + " on test data instead");
    }
}
