package dev.assay.samples;

import static dev.assay.assertions.ModelAssertions.assertThatModel;
import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.assay.adapters.python.CommandLearner;
import dev.assay.data.CsvDataset;
import dev.assay.data.LabelTargets;
import dev.assay.data.Table;
import dev.assay.evaluation.CrossValidation;
import dev.assay.evaluation.Evaluation;
import dev.assay.evaluation.Fold;
import dev.assay.learning.Learner;
import dev.assay.prediction.LabelPredictions;
import java.io.IOException;
import java.io.Writer;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Cross-validates what a Python script trains; skipped where {@code python3} has no scikit-learn or pandas. */
class ScikitLearnForestTest {

    private static final Path FILE = Path.of("data/breast-cancer.csv");

    private final Table tumours =
            CsvDataset.of(FILE).target("diagnosis").positive("malignant").read();

    @BeforeAll
    static void needsScikitLearn() throws InterruptedException {
        boolean there;
        try {
            Process python = new ProcessBuilder("python3", "-c", "import pandas, sklearn")
                    .redirectErrorStream(true)
                    .start();
            there = python.waitFor(2, TimeUnit.MINUTES) && python.exitValue() == 0;
        } catch (IOException e) {
            there = false;
        }
        assumeTrue(there, "python3 with pandas and scikit-learn is not there: pip install pandas scikit-learn");
    }

    @Test
    void a_forest_is_good_enough() {
        CommandLearner forest = CommandLearner.of("python3", "src/test/python/forest.py")
                .withTimeLimit(Duration.ofMinutes(2))
                .withEnvironment("OMP_NUM_THREADS", "1");
        Evaluation model = CrossValidation.of(tumours).folds(5).seed(42).evaluate("forest", forest);

        assertThatModel(model).hasF1AtLeast(0.92).hasRecallAtLeast("malignant", 0.9);
    }

    @Test
    void folds_are_predicted_as_scikit_learn_alone_does() throws Exception {
        CommandLearner forest = CommandLearner.of("python3", "src/test/python/forest.py");
        long[] seeds = new long[5];
        int[] next = {0};
        Supplier<Learner<Object>> watched = () -> {
            int fold = next[0]++;
            return training -> {
                // the seed that fold.json has
                seeds[fold] = training.seed().derive("command").value() >>> 33;
                return forest.fit(training);
            };
        };

        Evaluation model =
                CrossValidation.of(tumours).folds(seeds.length).seed(42).evaluate("forest", watched);

        List<List<String>> alone = predictedAlone(model.folds(), seeds);
        assertThat(model.folds().stream().map(ScikitLearnForestTest::predicted).toList())
                .isEqualTo(alone);
        System.out.println("accuracies of the folds, both ways: "
                + model.folds().stream()
                        .map(fold -> accuracy(fold.outcomes().labelTruth(), predicted(fold)))
                        .toList());
    }

    private static List<String> predicted(Fold fold) {
        LabelPredictions labels = fold.outcomes().labelPredictions();
        return IntStream.range(0, labels.size())
                .mapToObj(row -> labels.labels().name(labels.index(row)))
                .toList();
    }

    private static double accuracy(LabelTargets truth, List<String> predicted) {
        return IntStream.range(0, truth.size())
                        .filter(row -> truth.label(row).equals(predicted.get(row)))
                        .count()
                / (double) truth.size();
    }

    private static List<List<String>> predictedAlone(List<Fold> folds, long... seeds) throws Exception {
        Process python = new ProcessBuilder("python3", "src/test/python/forest_alone.py", FILE.toString(), "diagnosis")
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        try (Writer input = python.outputWriter(UTF_8)) {
            input.write(folds.stream()
                    .map(fold -> "{\"seed\": " + seeds[fold.number()] + ", \"test\": "
                            + Arrays.toString(fold.split().testRows()) + "}")
                    .collect(joining(", ", "[", "]")));
        }
        String predicted = new String(python.getInputStream().readAllBytes(), UTF_8);
        assertThat(python.waitFor()).isZero();
        return new JsonMapper().readValue(predicted, new TypeReference<>() {});
    }
}
