package dev.assay.adapters.tribuo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import dev.assay.data.Dataset;
import dev.assay.data.InvalidDataException;
import dev.assay.data.LabelTargets;
import dev.assay.data.Labels;
import dev.assay.data.Targets;
import dev.assay.evaluation.CrossValidation;
import dev.assay.evaluation.Evaluation;
import dev.assay.learning.LearnerProvider.Sharing;
import dev.assay.metric.AnomalyMetrics;
import dev.assay.prediction.LabelPredictions;
import dev.assay.prediction.ScoreKind;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.tribuo.Model;
import org.tribuo.MutableDataset;
import org.tribuo.Prediction;
import org.tribuo.Trainer;
import org.tribuo.anomaly.AnomalyFactory;
import org.tribuo.anomaly.Event;
import org.tribuo.anomaly.Event.EventType;
import org.tribuo.anomaly.evaluation.AnomalyEvaluation;
import org.tribuo.anomaly.liblinear.LibLinearAnomalyTrainer;
import org.tribuo.anomaly.libsvm.LibSVMAnomalyTrainer;
import org.tribuo.anomaly.libsvm.SVMAnomalyType;
import org.tribuo.common.libsvm.KernelType;
import org.tribuo.common.libsvm.SVMParameters;
import org.tribuo.impl.ArrayExample;
import org.tribuo.transform.TransformTrainer;
import org.tribuo.transform.TransformationMap;
import org.tribuo.transform.transformations.MeanStdDevTransformation;

class AnomaliesTest {

    private static Stream<Named<Supplier<Trainer<Event>>>> trainers() {
        return Stream.of(
                Named.of("LibSVM", AnomaliesTest::libSvm),
                Named.of(
                        "scaled LibSVM",
                        () -> new TransformTrainer<>(
                                libSvm(), new TransformationMap(List.of(new MeanStdDevTransformation())))),
                Named.of("LibLinear", () -> new LibLinearAnomalyTrainer(0.3)));
    }

    private static Trainer<Event> libSvm() {
        SVMParameters<Event> parameters =
                new SVMParameters<>(new SVMAnomalyType(SVMAnomalyType.SVMMode.ONE_CLASS), KernelType.RBF);
        parameters.setGamma(0.5);
        parameters.setNu(0.2);
        return new LibSVMAnomalyTrainer(parameters);
    }

    /** Setosa is the anomaly. */
    private static Dataset<double[]> flowers(String anomaly, String expected) {
        Dataset<double[]> iris = TestData.iris();
        return iris.withTargets(Targets.labels(IntStream.range(0, iris.size())
                        .mapToObj(row -> row < 50 ? anomaly : expected)
                        .toList()))
                .named("flowers");
    }

    private static MutableDataset<Event> bare(Dataset<double[]> data, int... rows) {
        return TestData.bare(
                data,
                new AnomalyFactory(),
                row -> new Event(row < 50 ? EventType.ANOMALOUS : EventType.EXPECTED),
                rows);
    }

    private static int[] expectedTrainingRows(Dataset<?> data) {
        return IntStream.of(TestData.trainingRows(data))
                .filter(row -> row >= 50)
                .toArray();
    }

    @ParameterizedTest
    @MethodSource("trainers")
    void labels_and_margins_are_those_of_bare_tribuo_trained_on_what_is_expected(Supplier<Trainer<Event>> trainer)
            throws Exception {
        Dataset<double[]> data = flowers("odd", "usual").withPositive("odd");
        List<Prediction<Event>> bare = trainer.get()
                .train(bare(data, expectedTrainingRows(data)))
                .predict(bare(data, TestData.testRows(data)));

        for (Sharing sharing : Sharing.values()) {
            LabelPredictions ours = (LabelPredictions) Fits.outOfFold(data, trainer.get(), sharing);

            assertThat(ours.labels()).isEqualTo(Labels.of("odd", "usual").withPositive("odd"));
            assertThat(ours.scoreKind()).isEqualTo(ScoreKind.MARGINS);
            assertThat(IntStream.range(0, ours.size()).mapToObj(ours::label))
                    .contains("odd", "usual")
                    .isEqualTo(bare.stream()
                            .map(event -> event.getOutput().getType() == EventType.ANOMALOUS ? "odd" : "usual")
                            .toList());
            assertThat(IntStream.range(0, ours.size()).mapToDouble(row -> ours.score(row, 1)))
                    .containsExactly(bare.stream()
                            .map(event -> event.getOutput().getScore())
                            .toArray(Double[]::new));
            assertThat(IntStream.range(0, ours.size())).allMatch(row -> ours.score(row, 0) == -ours.score(row, 1));
        }
    }

    @ParameterizedTest
    @MethodSource("trainers")
    void metrics_agree_with_those_of_tribuo_on_one_fitted_model(Supplier<Trainer<Event>> trainer) {
        Dataset<double[]> data = flowers("ANOMALOUS", "EXPECTED").withPositive("ANOMALOUS");
        Model<Event> model = trainer.get().train(bare(data, expectedTrainingRows(data)));
        AnomalyEvaluation bare =
                new AnomalyFactory().getEvaluator().evaluate(model, bare(data, TestData.testRows(data)));

        Evaluation ours = Evaluation.ofFittedModel("one class", model, data.select(TestData.testRows(data)));

        assertThat(ours.value(AnomalyMetrics.PRECISION).asOptional().orElseThrow())
                .isCloseTo(bare.getPrecision(), within(1e-12));
        assertThat(ours.value(AnomalyMetrics.DETECTION_RATE).asOptional().orElseThrow())
                .isCloseTo(bare.getRecall(), within(1e-12));
        assertThat(ours.value(AnomalyMetrics.F1).asOptional().orElseThrow()).isCloseTo(bare.getF1(), within(1e-12));
        assertThat(ours.value(AnomalyMetrics.FALSE_ALARM_RATE).asOptional().orElseThrow())
                .isCloseTo(
                        (double) bare.getFalsePositives() / (bare.getFalsePositives() + bare.getTrueNegatives()),
                        within(1e-12));
    }

    @Test
    void anomalies_have_the_higher_scores_in_a_cross_validation() {
        Evaluation evaluation = CrossValidation.of(flowers("odd", "usual").withPositive("odd"))
                .folds(5)
                .seed(1)
                .evaluate("one class", (Object) libSvm());

        assertThat(evaluation.value(AnomalyMetrics.ROC_AUC).asOptional().orElseThrow())
                .isGreaterThan(0.95);
        assertThat(evaluation.value(AnomalyMetrics.DETECTION_RATE).asOptional().orElseThrow())
                .isGreaterThan(0.95);
        assertThat(evaluation
                        .value(AnomalyMetrics.FALSE_ALARM_RATE)
                        .asOptional()
                        .orElseThrow())
                .isLessThan(0.4);
    }

    @Test
    void names_of_tribuo_need_no_positive_label() throws Exception {
        LabelPredictions own =
                (LabelPredictions) Fits.outOfFold(flowers("ANOMALOUS", "EXPECTED"), libSvm(), Sharing.SHARED);
        LabelPredictions others =
                (LabelPredictions) Fits.outOfFold(flowers("a", "b").withPositive("a"), libSvm(), Sharing.SHARED);

        assertThat(IntStream.range(0, own.size()).map(own::index))
                .containsExactlyElementsOf(IntStream.range(0, own.size())
                        .map(others::index)
                        .boxed()
                        .toList());
    }

    @Test
    void data_sets_of_tribuo_have_the_anomaly_as_positive_label() throws Exception {
        Dataset<double[]> data = flowers("ANOMALOUS", "EXPECTED");
        Dataset<?> read = new TribuoDatasetProvider()
                .dataset(bare(data, IntStream.range(0, data.size()).toArray()));

        LabelTargets targets = (LabelTargets) read.targets();
        assertThat(targets.labels())
                .isEqualTo(Labels.of("ANOMALOUS", "EXPECTED").withPositive("ANOMALOUS"));
        assertThat(List.of(targets.label(0), targets.label(149))).containsExactly("ANOMALOUS", "EXPECTED");
        assertThat(Fits.content(Fits.outOfFold(read, libSvm(), Sharing.EXCLUSIVE)))
                .isEqualTo(Fits.content(Fits.outOfFold(data, libSvm(), Sharing.EXCLUSIVE)));
    }

    @Test
    void fails_for_an_unknown_event_in_a_data_set_of_tribuo() {
        MutableDataset<Event> source = TestData.empty(new AnomalyFactory());
        source.add(new ArrayExample<>(AnomalyFactory.UNKNOWN_EVENT, new String[] {"x"}, new double[] {1}));

        assertThatExceptionOfType(InvalidDataException.class)
                .isThrownBy(() -> new TribuoDatasetProvider().dataset(source))
                .withMessage("the output of row 0 of data is unknown; leave out such rows, since a model is judged by"
                        + " the truth");
    }

    private static void assertRefused(Dataset<?> data, String message) {
        assertThatExceptionOfType(InvalidDataException.class)
                .isThrownBy(() -> Fits.outOfFold(data, libSvm(), Sharing.SHARED))
                .withMessage(message);
    }

    @Test
    void fails_if_no_label_is_declared_to_be_the_anomaly() {
        assertRefused(
                flowers("odd", "usual"),
                "which label of flowers is the anomaly, \"odd\", \"usual\"? Declare it by withPositive(\"…\")");
    }

    @Test
    void fails_for_more_than_two_labels() {
        assertRefused(
                TestData.iris().withPositive("setosa"),
                "a trainer of anomalies tells two labels apart, but the labels of iris are \"setosa\", \"versicolor\","
                        + " \"virginica\"; join all that is expected in one label by withTargets(Targets.labels(…))");
    }

    @Test
    void fails_if_nothing_is_expected() {
        assertRefused(
                flowers("odd", "usual")
                        .withPositive("odd")
                        .select(IntStream.range(0, 40).toArray()),
                "all rows to train on of flowers are anomalies, and a trainer of anomalies learns from what is"
                        + " expected");
    }

    @Test
    void fails_if_a_fitted_model_gets_other_labels_than_those_of_tribuo() {
        Dataset<double[]> data = flowers("odd", "usual").withPositive("odd");
        Model<Event> model = libSvm().train(bare(data, expectedTrainingRows(data)));

        assertThatIllegalArgumentException()
                .isThrownBy(() -> Fits.PROVIDER
                        .predictor(model)
                        .predict(Fits.PROVIDER.adapt(data).inputs()))
                .withMessage("row 0 is \"odd\", but the model tells ANOMALOUS from EXPECTED; name the labels so by"
                        + " withTargets(Targets.labels(…))");
    }

    @Test
    void fails_if_a_fitted_model_gets_numbers() {
        Dataset<double[]> data = flowers("odd", "usual");
        Model<Event> model = libSvm().train(bare(data, expectedTrainingRows(data)));

        assertThatIllegalArgumentException()
                .isThrownBy(() -> Fits.PROVIDER
                        .predictor(model)
                        .predict(Fits.PROVIDER
                                .adapt(data.withTargets(Targets.numbers(new double[data.size()])))
                                .inputs()))
                .withMessage("org.tribuo.anomaly.libsvm.LibSVMAnomalyModel predicts anomalies, which the targets of the"
                        + " data are not");
    }

    @Test
    void fails_if_a_trainer_of_anomalies_gets_label_sets() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Fits.outOfFold(TestData.traits(), libSvm(), Sharing.SHARED))
                .withMessage(
                        "org.tribuo.anomaly.libsvm.LibSVMAnomalyTrainer learns anomalies, but the targets of traits"
                                + " are sets of labels; take a trainer that learns sets of labels, or give the data others by"
                                + " withTargets(Targets.labels(…))");
    }
}
