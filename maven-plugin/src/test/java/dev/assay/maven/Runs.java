package dev.assay.maven;

import dev.assay.data.Dataset;
import dev.assay.data.Labels;
import dev.assay.data.Targets;
import dev.assay.evaluation.CrossValidation;
import dev.assay.evaluation.Evaluation;
import dev.assay.evaluation.Judgement;
import dev.assay.metric.ClassificationMetrics;
import dev.assay.prediction.Predictions;
import dev.assay.result.ResultFiles;
import dev.assay.verdict.Criteria;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;

/**
 * Results of real evaluations of invented models, as model tests leave them: whole-project tests judge them without training
 * anything. {@link #main} writes the folders that these tests name.
 */
final class Runs {

    static final String TUMOURS = "org.clinic.TumourModelTest";
    static final String WINES = "org.cellar.WineModelTest";

    private static final Labels LABELS = Labels.of("benign", "malignant").withPositive("malignant");
    private static final int ROWS = 240;

    private Runs() {}

    /** Evaluates a model that is wrong about a certain share of rows, those that a seed chooses. */
    static Evaluation model(String name, double wrong) {
        Random random = new Random(7);
        boolean[] errors = new boolean[ROWS];
        IntStream.range(0, ROWS).forEach(row -> errors[row] = random.nextDouble() < wrong);
        int[] truth = IntStream.range(0, ROWS).map(row -> row % 2).toArray();
        Dataset<Integer> data = Dataset.of(IntStream.range(0, ROWS).boxed().toList(), Targets.labels(LABELS, truth))
                .named("tumours");
        return CrossValidation.of(data)
                .folds(5)
                .repeats(2)
                .seed(42)
                .evaluate(
                        name,
                        training -> inputs -> Predictions.labels(
                                LABELS,
                                inputs.stream()
                                        .mapToInt(row -> errors[row] ? 1 - truth[row] : truth[row])
                                        .toArray()));
    }

    /** Writes the result of a model, judged by one check. */
    static void write(Path folder, String testClass, String name, double wrong, double demanded) {
        Evaluation model = model(name, wrong);
        Judgement judgement = Criteria.atLeast(ClassificationMetrics.ACCURACY, demanded)
                .judge(model)
                .judgement();
        ResultFiles.in(folder).write(testClass, model, Map.of("isGoodEnough", List.of(judgement)), false);
    }

    /** Writes all folders of results that whole-project tests read, into the folder that is named. */
    public static void main(String... arguments) {
        Path folder = Path.of(arguments[0]);
        write(folder.resolve("good"), TUMOURS, "logistic regression", 0.05, 0.8);
        write(folder.resolve("good"), TUMOURS, "forest", 0.08, 0.8);
        write(folder.resolve("worse"), TUMOURS, "logistic regression", 0.25, 0.5);
        write(folder.resolve("worse"), TUMOURS, "forest", 0.08, 0.5);
        write(folder.resolve("missed"), TUMOURS, "forest", 0.08, 0.99);
        write(folder.resolve("wines"), WINES, "forest", 0.1, 0.8);
        Broken.TRUNCATED.write(folder.resolve("truncated"));
        Broken.FUTURE.write(folder.resolve("future"));
        Broken.FOREIGN.write(folder.resolve("foreign"));
    }
}
