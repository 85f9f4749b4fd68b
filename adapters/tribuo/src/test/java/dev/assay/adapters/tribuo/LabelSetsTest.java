package dev.assay.adapters.tribuo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import dev.assay.data.Dataset;
import dev.assay.data.InvalidDataException;
import dev.assay.data.LabelSetTargets;
import dev.assay.data.Labels;
import dev.assay.data.Targets;
import dev.assay.evaluation.CrossValidation;
import dev.assay.evaluation.Evaluation;
import dev.assay.learning.LearnerProvider.Sharing;
import dev.assay.metric.MultiLabelMetrics;
import dev.assay.prediction.LabelSetPredictions;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.tribuo.Model;
import org.tribuo.MutableDataset;
import org.tribuo.Prediction;
import org.tribuo.Trainer;
import org.tribuo.classification.Label;
import org.tribuo.classification.dtree.CARTClassificationTrainer;
import org.tribuo.classification.sgd.linear.LogisticRegressionTrainer;
import org.tribuo.ensemble.BaggingTrainer;
import org.tribuo.impl.ArrayExample;
import org.tribuo.math.optimisers.AdaGrad;
import org.tribuo.multilabel.MultiLabel;
import org.tribuo.multilabel.MultiLabelFactory;
import org.tribuo.multilabel.baseline.ClassifierChainTrainer;
import org.tribuo.multilabel.baseline.IndependentMultiLabelTrainer;
import org.tribuo.multilabel.ensemble.CCEnsembleTrainer;
import org.tribuo.multilabel.ensemble.MultiLabelVotingCombiner;
import org.tribuo.multilabel.evaluation.MultiLabelEvaluation;
import org.tribuo.multilabel.sgd.fm.FMMultiLabelTrainer;
import org.tribuo.multilabel.sgd.linear.LinearSGDTrainer;
import org.tribuo.multilabel.sgd.objectives.BinaryCrossEntropy;
import org.tribuo.multilabel.sgd.objectives.Hinge;
import org.tribuo.transform.TransformTrainer;
import org.tribuo.transform.TransformationMap;
import org.tribuo.transform.transformations.MeanStdDevTransformation;

class LabelSetsTest {

    private static Stream<Arguments> trainers() {
        return Stream.of(
                trainer("linear", true, LabelSetsTest::linear),
                trainer(
                        "scaled linear",
                        true,
                        () -> new TransformTrainer<>(
                                linear(), new TransformationMap(List.of(new MeanStdDevTransformation())))),
                trainer("hinge", true, () -> new LinearSGDTrainer(new Hinge(), new AdaGrad(0.1), 5, 1)),
                trainer(
                        "factorization machine",
                        true,
                        () -> new FMMultiLabelTrainer(new BinaryCrossEntropy(), new AdaGrad(0.1), 5, 1, 3, 0.1)),
                trainer(
                        "independent",
                        false,
                        () -> new IndependentMultiLabelTrainer(new CARTClassificationTrainer(3, 0.5f, 1))),
                trainer("chain", false, () -> new ClassifierChainTrainer(new LogisticRegressionTrainer(), 1)),
                trainer("chains", true, () -> new CCEnsembleTrainer(new CARTClassificationTrainer(3), 3, 1)),
                trainer("bagged", true, () -> new BaggingTrainer<>(linear(), new MultiLabelVotingCombiner(), 3, 1)));
    }

    private static Arguments trainer(String name, boolean scored, Supplier<Trainer<MultiLabel>> trainer) {
        return Arguments.of(Named.of(name, trainer), scored);
    }

    private static Trainer<MultiLabel> linear() {
        return new LinearSGDTrainer(new BinaryCrossEntropy(), new AdaGrad(0.1), 10, 1);
    }

    private static MutableDataset<MultiLabel> bare(Dataset<double[]> data, int... rows) {
        LabelSetTargets targets = (LabelSetTargets) data.targets();
        return TestData.bare(
                data,
                new MultiLabelFactory(),
                row -> new MultiLabel(targets.set(row).stream().map(Label::new).collect(Collectors.toSet())),
                rows);
    }

    private static List<Object> content(List<Prediction<MultiLabel>> predictions, boolean scored, List<String> labels) {
        return predictions.stream()
                .flatMap(prediction -> Stream.<Object>of(
                        prediction.getOutput().getNameSet(),
                        scored
                                ? labels.stream()
                                        .map(label -> prediction
                                                .getOutputScores()
                                                .get(label)
                                                .getLabelScore(new Label(label))
                                                .orElseThrow())
                                        .toList()
                                : List.of()))
                .toList();
    }

    @ParameterizedTest
    @MethodSource("trainers")
    void sets_and_scores_are_those_of_bare_tribuo(Supplier<Trainer<MultiLabel>> trainer, boolean scored)
            throws Exception {
        Dataset<double[]> data = TestData.traits();
        List<Prediction<MultiLabel>> bare = trainer.get()
                .train(bare(data, TestData.trainingRows(data)))
                .predict(bare(data, TestData.testRows(data)));

        for (Sharing sharing : Sharing.values()) {
            LabelSetPredictions ours = (LabelSetPredictions) Fits.outOfFold(data, trainer.get(), sharing);

            assertThat(ours.hasScores()).isEqualTo(scored);
            assertThat(Fits.content(ours))
                    .isEqualTo(content(bare, scored, ours.labels().names()));
        }
    }

    @ParameterizedTest
    @MethodSource("trainers")
    void a_shared_trainer_cross_validates_as_new_ones(Supplier<Trainer<MultiLabel>> trainer, boolean scored) {
        CrossValidation<?> validation =
                CrossValidation.of(TestData.traits()).folds(3).seed(1);

        Evaluation shared = validation.evaluate("shared", (Object) trainer.get());
        Evaluation fresh = validation.evaluate("fresh", trainer);

        assertThat(shared.repeats())
                .zipSatisfy(
                        fresh.repeats(),
                        (a, b) -> assertThat(Fits.content(a.predictions())).isEqualTo(Fits.content(b.predictions())));
        assertThat(shared.value(MultiLabelMetrics.HAMMING_LOSS).asOptional().orElseThrow())
                .isLessThan(0.35);
    }

    @Test
    void metrics_agree_with_those_of_tribuo_on_one_fitted_model() {
        Dataset<double[]> data = TestData.traits();
        int[] test = IntStream.of(TestData.testRows(data))
                // for empty sets, Tribuo's Jaccard score is not a number
                .filter(row -> !((LabelSetTargets) data.targets()).set(row).isEmpty())
                .toArray();
        Model<MultiLabel> model = linear().train(bare(data, TestData.trainingRows(data)));
        MultiLabelEvaluation bare = new MultiLabelFactory().getEvaluator().evaluate(model, bare(data, test));

        Evaluation ours = Evaluation.ofFittedModel("linear", model, data.select(test));

        assertThat(ours.value(MultiLabelMetrics.F1.micro()).asOptional().orElseThrow())
                .isCloseTo(bare.microAveragedF1(), within(1e-12));
        assertThat(ours.value(MultiLabelMetrics.F1.macro()).asOptional().orElseThrow())
                .isCloseTo(bare.macroAveragedF1(), within(1e-12));
        assertThat(ours.value(MultiLabelMetrics.PRECISION.micro()).asOptional().orElseThrow())
                .isCloseTo(bare.microAveragedPrecision(), within(1e-12));
        assertThat(ours.value(MultiLabelMetrics.RECALL.macro()).asOptional().orElseThrow())
                .isCloseTo(bare.macroAveragedRecall(), within(1e-12));
        assertThat(ours.value(MultiLabelMetrics.JACCARD.samples()).asOptional().orElseThrow())
                .isCloseTo(bare.jaccardScore(), within(1e-12));
        assertThat(ours.value(MultiLabelMetrics.HAMMING_LOSS).asOptional().orElseThrow())
                .isCloseTo((bare.fp() + bare.fn()) / (3.0 * test.length), within(1e-12));
        long exact = bare.getPredictions().stream()
                .filter(prediction ->
                        prediction.getOutput().equals(prediction.getExample().getOutput()))
                .count();
        assertThat(ours.value(MultiLabelMetrics.SUBSET_ACCURACY).asOptional().orElseThrow())
                .isCloseTo((double) exact / test.length, within(1e-12));
    }

    @Test
    void labels_of_a_fitted_model_and_of_its_test_data_may_differ() {
        Dataset<double[]> data = TestData.traits();
        Model<MultiLabel> model = linear().train(bare(data, TestData.trainingRows(data)));
        Dataset<double[]> setosas = data.select(0, 1, 2, 3, 4);
        List<Set<String>> sets = IntStream.range(0, 5)
                .mapToObj(((LabelSetTargets) setosas.targets())::set)
                .toList();

        Evaluation evaluation = Evaluation.ofFittedModel(
                "linear", model, setosas.withTargets(Targets.labelSets(Labels.of("wide sepals", "rare"), sets)));

        assertThat(((LabelSetTargets) evaluation.targets()).labels())
                .isEqualTo(Labels.of("wide sepals", "rare", "not setosa", "wide petals"));
        assertThat(evaluation
                        .value(MultiLabelMetrics.F1.ofLabel("wide sepals"))
                        .asOptional()
                        .orElseThrow())
                .isGreaterThan(0.5);
    }

    @Test
    void a_label_that_the_training_part_lacks_is_in_no_set() throws Exception {
        Dataset<double[]> data = TestData.traits();
        // the first 50 are setosa, and none has wide petals
        LabelSetPredictions predictions = (LabelSetPredictions) Fits.fit(
                        Fits.PROVIDER.adapt(data).select(IntStream.range(0, 50).toArray()), linear())
                .predict(Fits.PROVIDER.adapt(data).inputs());

        assertThat(predictions.labels().names()).containsExactly("not setosa", "wide petals", "wide sepals");
        assertThat(IntStream.range(0, 150)).noneMatch(row -> predictions.contains(row, 1));
        assertThat(IntStream.range(0, 150)).allMatch(row -> predictions.score(row, 1) == 0);
    }

    @Test
    void data_sets_of_tribuo_evaluate_as_the_same_data_from_elsewhere() throws Exception {
        Dataset<double[]> data = TestData.traits();
        Dataset<?> read = new TribuoDatasetProvider()
                .dataset(bare(data, IntStream.range(0, data.size()).toArray()));

        LabelSetTargets targets = (LabelSetTargets) read.targets();
        assertThat(targets.labels()).isEqualTo(((LabelSetTargets) data.targets()).labels());
        assertThat(IntStream.range(0, data.size()).mapToObj(targets::set))
                .isEqualTo(IntStream.range(0, data.size())
                        .mapToObj(((LabelSetTargets) data.targets())::set)
                        .toList());
        assertThat(Fits.content(Fits.outOfFold(read, linear(), Sharing.EXCLUSIVE)))
                .isEqualTo(Fits.content(Fits.outOfFold(data, linear(), Sharing.EXCLUSIVE)));
    }

    @Test
    void fails_for_an_unknown_set_in_a_data_set_of_tribuo() {
        MutableDataset<MultiLabel> source = TestData.empty(new MultiLabelFactory());
        source.add(new ArrayExample<>(new MultiLabel("a"), new String[] {"x"}, new double[] {1}));
        source.add(new ArrayExample<>(MultiLabelFactory.UNKNOWN_MULTILABEL, new String[] {"x"}, new double[] {1}));

        assertThatExceptionOfType(InvalidDataException.class)
                .isThrownBy(() -> new TribuoDatasetProvider().dataset(source))
                .withMessage("the output of row 1 of data is unknown; leave out such rows, since a model is judged by"
                        + " the truth");
    }

    @Test
    void fails_for_a_data_set_of_tribuo_without_any_label() {
        MutableDataset<MultiLabel> source = TestData.empty(new MultiLabelFactory());
        source.add(new ArrayExample<>(new MultiLabel(Set.of()), new String[] {"x"}, new double[] {1}));

        assertThatExceptionOfType(InvalidDataException.class)
                .isThrownBy(() -> new TribuoDatasetProvider().dataset(source))
                .withMessage("no row of data has a label");
    }

    @Test
    void fails_for_a_label_with_a_comma() {
        Dataset<double[]> data =
                Dataset.of(new double[][] {{1}, {2}}, Targets.labelSets(List.of(List.of("red, dark"), List.of())));

        assertThatExceptionOfType(InvalidDataException.class)
                .isThrownBy(() -> Fits.PROVIDER.adapt(data.named("films")))
                .withMessage("the label \"red, dark\" of films has a comma, by which Tribuo separates the labels of a"
                        + " set; give it another name");
    }

    @Test
    void fails_if_a_trainer_of_label_sets_gets_labels() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Fits.outOfFold(TestData.iris(), linear(), Sharing.SHARED))
                .withMessage("org.tribuo.multilabel.sgd.linear.LinearSGDTrainer learns sets of labels, but the targets"
                        + " of iris are labels; take a trainer that learns labels, or give the data others by"
                        + " withTargets(Targets.labelSets(…))");
    }

    @Test
    void fails_if_a_trainer_of_labels_gets_label_sets() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Fits.outOfFold(TestData.traits(), new LogisticRegressionTrainer(), Sharing.SHARED))
                .withMessage("org.tribuo.classification.sgd.linear.LogisticRegressionTrainer learns labels, but the"
                        + " targets of traits are sets of labels; take a trainer that learns sets of labels, or give"
                        + " the data others by withTargets(Targets.labels(…))");
    }

    @Test
    void fails_if_a_fitted_model_gets_labels() {
        Dataset<double[]> data = TestData.traits();
        Model<MultiLabel> model = linear().train(bare(data, TestData.trainingRows(data)));

        assertThatIllegalArgumentException()
                .isThrownBy(() -> Fits.PROVIDER
                        .predictor(model)
                        .predict(Fits.PROVIDER.adapt(TestData.iris()).inputs()))
                .withMessage(
                        "org.tribuo.multilabel.sgd.linear.LinearSGDModel predicts sets of labels, which the targets"
                                + " of the data are not");
    }
}
