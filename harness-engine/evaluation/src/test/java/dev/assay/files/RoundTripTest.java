package dev.assay.files;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.data.Dataset;
import dev.assay.data.LabelTargets;
import dev.assay.data.Labels;
import dev.assay.data.Targets;
import dev.assay.evaluation.CrossValidation;
import dev.assay.evaluation.Evaluation;
import dev.assay.evaluation.Fold;
import dev.assay.evaluation.MetricScore;
import dev.assay.metric.MetricValue;
import dev.assay.prediction.LabelPredictions;
import dev.assay.prediction.Predictions;
import dev.assay.prediction.ScoreKind;
import dev.assay.resampling.KFold;
import dev.assay.result.OutOfFoldPredictions;
import dev.assay.result.OutOfFoldPredictions.Format;
import dev.assay.testing.Examples;
import dev.assay.testing.LabelCase;
import dev.assay.testing.LabelSetCase;
import dev.assay.testing.NumberCase;
import dev.assay.testing.RandomCases;
import dev.assay.testing.Script;
import java.nio.file.Path;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What Assay writes, it reads, and judges as before, bit by bit. */
class RoundTripTest {

    @TempDir
    Path folder;

    private void check(Evaluation written, UnaryOperator<PredictionFile> options) {
        for (Format format : Format.values()) {
            Path file = folder.resolve("predictions." + format.extension());
            OutOfFoldPredictions.of(written).write(format, file);

            Evaluation read = options.apply(PredictionFile.of(file)).evaluation();

            assertThat(read.size()).isEqualTo(written.size());
            assertThat(read.testToTrain()).isEqualTo(written.testToTrain());
            assertThat(read.folds().stream().map(Fold::split))
                    .isEqualTo(written.folds().stream().map(Fold::split).toList());
            assertThat(values(read)).isEqualTo(values(written));
        }
    }

    private static List<String> values(Evaluation evaluation) {
        return evaluation.scores().stream().flatMap(RoundTripTest::values).toList();
    }

    private static Stream<String> values(MetricScore score) {
        return Stream.concat(Stream.of(score.value()), Stream.concat(score.repeats().stream(), score.folds().stream()))
                .map(value -> score.metric().name() + ": "
                        + (value instanceof MetricValue.Defined
                                ? Double.toHexString(value.asOptional().orElseThrow())
                                : value.toString()));
    }

    private static Evaluation evaluated(Script script, SplittableRandom random) {
        int folds = Math.min(random.nextInt(1, 5), script.data().size());
        if (script.data().targets() instanceof LabelTargets labels
                && IntStream.of(labels.counts()).filter(count -> count > 0).count() < 2) {
            // there is nothing to train on
            return script.fitted();
        }
        return folds < 2 ? script.fitted() : script.crossValidated(folds);
    }

    private static double[] array(List<? extends Number> numbers) {
        return numbers.stream().mapToDouble(Number::doubleValue).toArray();
    }

    @Test
    void labels_with_any_scores() {
        RandomCases.check(150, random -> {
            LabelCase any = LabelCase.any(random);
            ScoreKind kind = any.predictions().scoreKind();
            Script script = Script.of(any.truth(), any.predictions());
            check(evaluated(script, random), file -> switch (kind) {
                case NONE -> file.labels(any.truth().labels().names().toArray(String[]::new));
                case MARGINS -> file.margins();
                default -> file.probabilities();
            });
        });
    }

    @Test
    void weights_groups_and_a_positive_label() {
        RandomCases.check(50, random -> {
            LabelCase any = LabelCase.random(random);
            Dataset<Integer> data = Examples.of(any.truth())
                    .withWeights(array(any.weights()))
                    .withPositive(any.truth().labels().name(0));
            if (data.size() > 4) {
                data = Examples.inGroups(data, random, 3);
            }
            check(
                    evaluated(new Script(data, any.predictions()), random),
                    file -> file.positive(any.truth().labels().name(0)));
        });
    }

    @Test
    void numbers_and_their_quantiles() {
        RandomCases.check(50, random -> {
            NumberCase any = NumberCase.random(random);
            check(evaluated(Script.of(any.truth(), any.predictions()), random), PredictionFile::numbers);
        });
    }

    @Test
    void sets_of_labels() {
        RandomCases.check(50, random -> {
            LabelSetCase any = LabelSetCase.random(random);
            check(evaluated(Script.of(any.truth(), any.predictions()), random), PredictionFile::labelSets);
        });
    }

    @Test
    void clusters() {
        Script script = new Script(Examples.blocks(3, 3), Predictions.clusters(7, 7, 3, 3, -2, 3));

        check(script.fitted(), PredictionFile::clusters);
        check(script.crossValidated(2), PredictionFile::clusters);
    }

    @Test
    void repeats() {
        Dataset<Integer> data = Examples.blocks(6, 6);
        Evaluation evaluation = CrossValidation.of(data)
                .folds(3)
                .repeats(4)
                .evaluate("first", training -> inputs -> Predictions.labels(training.labels(), new int[inputs.size()]));

        check(evaluation, UnaryOperator.identity());
    }

    @Test
    void texts_that_need_quotes() {
        String awkward = "a \"b\",\nc;ü\t\\";
        Labels labels = Labels.of("plain", awkward);
        Dataset<Integer> data = Examples.of(Targets.labels(labels, List.of("plain", awkward, awkward, "plain")))
                .withIds(List.of("1,5", "x\"y", "", "=2"))
                .withGroups(List.of("g\n1", "g2", "", "g2"))
                .withWeights(0.1, 2, 1.0 / 3, 1e-300);
        Predictions predictions = Predictions.probabilities(labels, 0.1, 0.9, 0.3, 0.7, 1.0 / 3, 2.0 / 3, 1, 0);
        Evaluation written = new Script(data, predictions).crossValidated(2);
        check(written, UnaryOperator.identity());

        Evaluation read = PredictionFile.of(folder.resolve("predictions.csv")).evaluation();

        assertThat(Stream.of(0, 1, 2, 3).map(read::id)).containsExactly("1,5", "x\"y", "", "=2");
        assertThat(read.groups()).isEqualTo(written.groups());
    }

    @Test
    void scores_that_only_some_folds_have() {
        Script script = Script.probabilities(List.of("malignant", "benign", "malignant", "benign"), 0.9, 0.8, 0.3, 0.2);
        Labels labels = ((LabelPredictions) script.predictions()).labels();
        Evaluation evaluation = CrossValidation.of(script.data())
                .splitter(KFold.of(2))
                .evaluate(
                        "moody",
                        Script.<Integer>perFold(fold -> training -> inputs -> fold == 0
                                ? Predictions.labels(labels, new int[inputs.size()])
                                : script.predictor().predict(inputs)));

        check(evaluation, file -> file.positive("malignant"));
    }
}
