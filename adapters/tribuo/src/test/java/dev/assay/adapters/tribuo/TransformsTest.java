package dev.assay.adapters.tribuo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.assay.data.Column;
import dev.assay.data.Columns;
import dev.assay.data.CsvDataset;
import dev.assay.data.Dataset;
import dev.assay.data.Row;
import dev.assay.data.Table;
import dev.assay.data.Targets;
import dev.assay.evaluation.Candidate;
import dev.assay.evaluation.CrossValidation;
import dev.assay.evaluation.Evaluation;
import dev.assay.evaluation.EvaluationException;
import dev.assay.evaluation.Selection;
import dev.assay.learning.Learner;
import dev.assay.learning.Learners;
import dev.assay.learning.Transform;
import dev.assay.learning.Transforms;
import dev.assay.metric.ClassificationMetrics;
import dev.assay.resampling.PredefinedSplit;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.tribuo.Trainer;
import org.tribuo.classification.Label;
import org.tribuo.classification.dtree.CARTClassificationTrainer;
import org.tribuo.classification.ensemble.VotingCombiner;
import org.tribuo.classification.sgd.linear.LogisticRegressionTrainer;
import org.tribuo.common.tree.RandomForestTrainer;

/** Tribuo's trainers behind Assay's transforms. */
class TransformsTest {

    private static final Transform<double[], double[]> IDENTITY = training -> input -> input;

    private static Dataset<double[]> iris() {
        return CsvDataset.of(Path.of("../../samples/data/iris.csv"))
                .target("species")
                .read()
                .numeric();
    }

    private static Trainer<Label> forest() {
        return new RandomForestTrainer<>(
                new CARTClassificationTrainer(Integer.MAX_VALUE, 0.3f, 7), new VotingCombiner(), 5, 7);
    }

    private static Evaluation evaluate(Dataset<?> data, Object candidate) {
        return CrossValidation.of(data).folds(3).seed(5).evaluate("candidate", candidate);
    }

    @Test
    void a_transform_that_changes_nothing_changes_no_bit_of_a_result() {
        // without names, as the identity leaves features, Tribuo numbers them in the same order
        Dataset<double[]> unnamed = iris().withFeatureNames(List.of());
        String bare = evaluate(unnamed, (Object) forest()).toString();

        assertThat(evaluate(unnamed, Learners.of((Object) forest()).after(IDENTITY)))
                .hasToString(bare);
        Supplier<Trainer<Label>> source = TransformsTest::forest;
        Evaluation anew = evaluate(unnamed, Learners.of(source).after(IDENTITY));
        assertThat(anew).hasToString(bare);
        assertThat(anew.versions()).containsKey("tribuo");
    }

    @Test
    void an_example_that_cannot_be_predicted_behind_a_transform_is_named() {
        Dataset<double[]> data = Dataset.of(
                        new double[][] {{1}, {2}, {3}, {Double.NaN}, {5}},
                        Targets.labels(List.of("a", "b", "a", "b", "a")))
                .withIds(List.of("p1", "p2", "p3", "p4", "p5"));
        Learner<double[]> learner = Learners.<double[]>of((Object) forest()).after(IDENTITY);

        assertThatExceptionOfType(EvaluationException.class)
                .isThrownBy(() -> CrossValidation.of(data)
                        .splitter(PredefinedSplit.of(-1, -1, 0, 0, -1))
                        .evaluate("forest", learner))
                .withMessage(
                        "forest on data, repeat 1, fold 1: row 1 of those to be predicted: the feature \"f0\" is NaN, and "
                                + "Tribuo knows no missing values; fill it in, or leave out the row or the feature (row 1 of the test "
                                + "part is example p4)");
    }

    @Test
    void scaling_reaches_the_trainer() {
        Dataset<double[]> huge = iris().map(input -> IntStream.range(0, input.length)
                .mapToDouble(feature -> 1e6 * input[feature])
                .toArray());
        Supplier<Trainer<Label>> source = LogisticRegressionTrainer::new;

        Evaluation raw = evaluate(huge, source.get());
        Evaluation scaled = evaluate(huge, Learners.of(source).after(Transforms.standardScaling()));

        double rawAccuracy =
                raw.value(ClassificationMetrics.ACCURACY).asOptional().orElseThrow();
        double accuracy =
                scaled.value(ClassificationMetrics.ACCURACY).asOptional().orElseThrow();
        assertThat(accuracy).isGreaterThan(0.85).isGreaterThan(rawAccuracy);
    }

    @Test
    void rows_with_missing_numbers_categories_and_texts_become_features() {
        Columns columns = Columns.of(List.of(
                new Column("age", Column.Type.NUMBER),
                new Column("city", Column.Type.CATEGORY),
                new Column("note", Column.Type.TEXT)));
        List<Row> rows = IntStream.range(0, 60)
                .mapToObj(row -> columns.row(
                        row % 7 == 0 ? Double.NaN : row % 5,
                        row % 2 == 0 ? "Rome" : "Oslo",
                        row % 3 == 0 ? "likes cats" : "likes dogs"))
                .toList();
        List<String> targets = IntStream.range(0, 60)
                .mapToObj(row -> row % 3 == 0 ? "cats" : "dogs")
                .toList();
        Table people = Table.of(columns, rows, Targets.labels(targets));

        Learner<Row> learner = Learners.of(new LogisticRegressionTrainer())
                .after(Transforms.together(
                        Transforms.numbers().then(Transforms.imputingMedian()).then(Transforms.standardScaling()),
                        Transforms.oneHot("city"),
                        Transforms.text("note")
                                .then(Transforms.wordCounts()
                                        .withMinimumDocuments(5)
                                        .withTfIdf())));

        assertThat(evaluate(people, learner)
                        .value(ClassificationMetrics.ACCURACY)
                        .asOptional())
                .hasValue(1);
    }

    @Test
    void a_selection_chooses_among_trainers() {
        Learner<double[]> best = Selection.by(
                ClassificationMetrics.ACCURACY,
                Candidate.of("shared", new LogisticRegressionTrainer()),
                Candidate.of("forest", (Supplier<?>) TransformsTest::forest));

        Evaluation evaluation = evaluate(iris(), best);

        assertThat(evaluation.folds())
                .allSatisfy(
                        fold -> assertThat(fold.choice().orElseThrow().score()).isGreaterThan(0.8));
        assertThat(evaluation.remarks()).anyMatch(remark -> remark.startsWith("chosen by accuracy in inner folds: "));
        assertThat(evaluation.versions()).containsKey("tribuo");
    }
}
