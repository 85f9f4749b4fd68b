package dev.assay.adapters.tribuo;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.data.CsvDataset;
import dev.assay.data.Dataset;
import dev.assay.data.LabelTargets;
import dev.assay.evaluation.CrossValidation;
import dev.assay.evaluation.Evaluation;
import dev.assay.evaluation.Fold;
import dev.assay.prediction.LabelPredictions;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.tribuo.Example;
import org.tribuo.Model;
import org.tribuo.MutableDataset;
import org.tribuo.Prediction;
import org.tribuo.Trainer;
import org.tribuo.classification.Label;
import org.tribuo.classification.LabelFactory;
import org.tribuo.classification.dtree.CARTClassificationTrainer;
import org.tribuo.classification.ensemble.VotingCombiner;
import org.tribuo.classification.sgd.linear.LogisticRegressionTrainer;
import org.tribuo.common.tree.RandomForestTrainer;
import org.tribuo.impl.ArrayExample;
import org.tribuo.provenance.SimpleDataSourceProvenance;

/** Whole cross-validations on real data, against the bare calls on the same rows. */
class CrossValidationTest {

    private static final Path DATA = Path.of("../../samples/data");

    static Stream<Arguments> evaluations() {
        Dataset<double[]> iris =
                CsvDataset.of(DATA.resolve("iris.csv")).target("species").read().numeric();
        Dataset<double[]> tumours = CsvDataset.of(DATA.resolve("breast-cancer.csv"))
                .target("diagnosis")
                .positive("malignant")
                .read()
                .numeric();
        return Stream.of(iris, tumours)
                .flatMap(data -> Stream.of(
                        Arguments.of(
                                data, "logistic regression", (Supplier<Trainer<Label>>) LogisticRegressionTrainer::new),
                        Arguments.of(data, "random forest", (Supplier<Trainer<Label>>) CrossValidationTest::forest)));
    }

    private static Trainer<Label> forest() {
        return new RandomForestTrainer<>(
                new CARTClassificationTrainer(Integer.MAX_VALUE, 0.3f, 7), new VotingCombiner(), 10, 7);
    }

    @ParameterizedTest(name = "{1} on {0}")
    @MethodSource("evaluations")
    void predicts_what_bare_tribuo_predicts_row_for_row(
            Dataset<double[]> data, String name, Supplier<Trainer<Label>> trainer) {
        Evaluation fresh = CrossValidation.of(data).folds(10).seed(1).evaluate(name, trainer);
        Evaluation copied = CrossValidation.of(data).folds(10).seed(1).evaluate(name, (Object) trainer.get());

        List<Example<Label>> examples = examples(data);
        for (int i = 0; i < fresh.folds().size(); i++) {
            List<Prediction<Label>> bare = bare(examples, fresh.folds().get(i), trainer.get());
            assertThat(labels(fresh.folds().get(i)))
                    .isEqualTo(bare.stream().map(p -> p.getOutput().getLabel()).toList());
            assertThat(scores(fresh.folds().get(i))).isEqualTo(scores(bare, ((LabelTargets) data.targets())));
            assertThat(labels(copied.folds().get(i)))
                    .isEqualTo(labels(fresh.folds().get(i)));
            assertThat(scores(copied.folds().get(i)))
                    .isEqualTo(scores(fresh.folds().get(i)));
        }
    }

    private static List<Example<Label>> examples(Dataset<double[]> data) {
        String[] names = data.featureNames().toArray(String[]::new);
        LabelTargets targets = (LabelTargets) data.targets();
        List<Example<Label>> examples = new ArrayList<>();
        for (int row = 0; row < data.size(); row++) {
            examples.add(new ArrayExample<>(new Label(targets.label(row)), names, data.input(row)));
        }
        return examples;
    }

    private static List<Prediction<Label>> bare(List<Example<Label>> examples, Fold fold, Trainer<Label> trainer) {
        MutableDataset<Label> training =
                new MutableDataset<>(new SimpleDataSourceProvenance("bare", new LabelFactory()), new LabelFactory());
        Arrays.stream(fold.split().trainRows()).mapToObj(examples::get).forEach(training::add);
        Model<Label> model = trainer.train(training);
        return model.predict(
                Arrays.stream(fold.split().testRows()).mapToObj(examples::get).toList());
    }

    private static List<String> labels(Fold fold) {
        LabelPredictions predictions = (LabelPredictions) fold.outcomes().predictions();
        return Stream.iterate(0, row -> row + 1)
                .limit(predictions.size())
                .map(predictions::label)
                .toList();
    }

    private static List<Double> scores(Fold fold) {
        LabelPredictions predictions = (LabelPredictions) fold.outcomes().predictions();
        List<Double> scores = new ArrayList<>();
        for (int row = 0; row < predictions.size(); row++) {
            for (int label = 0; label < predictions.labels().size(); label++) {
                scores.add(predictions.score(row, label));
            }
        }
        return scores;
    }

    private static List<Double> scores(List<Prediction<Label>> predictions, LabelTargets targets) {
        return predictions.stream()
                .flatMap(prediction -> targets.labels().names().stream()
                        .map(label -> prediction.getOutputScores().get(label).getScore()))
                .toList();
    }
}
