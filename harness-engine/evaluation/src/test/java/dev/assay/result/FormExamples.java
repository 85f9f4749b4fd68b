package dev.assay.result;

import dev.assay.data.Dataset;
import dev.assay.data.LabelTargets;
import dev.assay.data.Targets;
import dev.assay.evaluation.Candidate;
import dev.assay.evaluation.Comparison;
import dev.assay.evaluation.CrossValidation;
import dev.assay.evaluation.Evaluation;
import dev.assay.evaluation.FoldCache;
import dev.assay.evaluation.Selection;
import dev.assay.learning.Learner;
import dev.assay.learning.Learners;
import dev.assay.metric.ClassificationMetrics;
import dev.assay.metric.RegressionMetrics;
import dev.assay.prediction.Predictions;
import dev.assay.resampling.KFold;
import dev.assay.verdict.Criteria;
import dev.assay.verdict.Judge;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;

/**
 * Writes small results in which all optional parts are present, for {@link StoredFormsTest}: once for each new form, into a new
 * folder.
 */
final class FormExamples {

    static final String LABELS = "org.clinic.TumourModelTest";
    static final String NUMBERS = "org.town.PriceModelTest";

    private static final int EXAMPLES = 40;

    private FormExamples() {}

    /** Writes two classes' results into the folder that is named. */
    public static void main(String... arguments) {
        Path folder = Path.of(arguments[0]);
        writeLabels(ResultFiles.in(folder), BaselineFiles.in(Path.of(arguments[1])));
        writeNumbers(ResultFiles.in(folder));
    }

    private static void writeLabels(ResultFiles files, BaselineFiles baselines) {
        CrossValidation<double[]> validation =
                CrossValidation.of(tumours()).folds(3).repeats(2).seed(42).cache(new NoCache(), FormExamples.class);
        Learner<double[]> chooser = Selection.by(
                ClassificationMetrics.ACCURACY,
                KFold.of(2),
                Candidate.of("threshold", threshold(1.6)),
                Candidate.of("prior", Learners.prior()));
        Evaluation chosen = validation.evaluate("chooser", chooser);
        Evaluation floor = validation.evaluate("floor", alwaysBenign());
        Judge.judge(chosen, Criteria.atLeast(ClassificationMetrics.ACCURACY, 0.6));
        Judge.judge(
                chosen, Criteria.atLeast(ClassificationMetrics.ACCURACY, 0.5).atConfidence(0.8));
        Judge.judge(chosen, Criteria.atLeast(ClassificationMetrics.ROC_AUC, 0.9).atConfidence(0.99));
        Judge.handOut(chosen, ClassificationMetrics.F1, "is close to 0.8");
        Judge.judge(
                baselines.accepting(true).attach(LABELS, validation.evaluate("chooser", threshold(3))),
                Criteria.hasNotRegressed());
        Judge.judge(baselines.accepting(false).attach(LABELS, chosen), Criteria.hasNotRegressed());
        Judge.judge(floor, Criteria.atMost(ClassificationMetrics.LOG_LOSS, 1));
        Comparison comparison = Comparison.of(List.of(chosen, floor));
        Judge.judge(comparison, Criteria.isBest(ClassificationMetrics.ACCURACY, "chooser"));
        Judge.judge(
                comparison, Criteria.isSignificantlyBetter(ClassificationMetrics.ACCURACY, "chooser", "floor", 0.05));
        comparison.ledger().judgements().forEach(chosen.ledger()::add);
        write(
                files,
                LABELS,
                "TumourModelTest",
                List.of(chosen, floor),
                List.of(new ClassResult.Failure("broken", "repeat 1, fold 2: no such feature")));
    }

    private static void writeNumbers(ResultFiles files) {
        Random random = new Random(5);
        double[][] inputs = new double[EXAMPLES][];
        List<Double> prices = new ArrayList<>();
        for (int i = 0; i < EXAMPLES; i++) {
            inputs[i] = new double[] {random.nextGaussian()};
            prices.add(3 + inputs[i][0] + 0.2 * random.nextGaussian());
        }
        Evaluation line = CrossValidation.of(Dataset.of(
                                inputs,
                                Targets.numbers(prices.stream()
                                        .mapToDouble(Double::doubleValue)
                                        .toArray()))
                        .named("prices"))
                .folds(3)
                .seed(42)
                .evaluate(
                        "line",
                        training -> batch -> Predictions.numbers(batch.stream()
                                .mapToDouble(input -> 3 + input[0])
                                .toArray()));
        Judge.judge(line, Criteria.atMost(RegressionMetrics.MEAN_ABSOLUTE_ERROR, 0.01));
        write(files, NUMBERS, "PriceModelTest", List.of(line), List.of());
    }

    private static void write(
            ResultFiles files,
            String testClass,
            String name,
            List<Evaluation> evaluations,
            List<ClassResult.Failure> failures) {
        List<Result.JudgementEntry> judgements = new ArrayList<>();
        for (Evaluation evaluation : evaluations) {
            judgements.addAll(files.write(
                            testClass,
                            evaluation,
                            Map.of("isGoodEnough", evaluation.ledger().judgements()),
                            true)
                    .judgements());
        }
        files.writeSummary(ClassResult.of(testClass, name, evaluations, failures, judgements, List.of("few examples")));
    }

    /** Labels, groups that are on both sides of splits, a column of few values and one like an id. */
    private static Dataset<double[]> tumours() {
        Random random = new Random(3);
        double[][] inputs = new double[EXAMPLES][];
        List<String> labels = new ArrayList<>();
        List<String> hospitals = new ArrayList<>();
        for (int i = 0; i < EXAMPLES; i++) {
            boolean malignant = i % 3 == 0;
            inputs[i] = new double[] {random.nextGaussian() + (malignant ? 2 : 0), i % 2, i};
            labels.add(malignant ? "malignant" : "benign");
            hospitals.add(i % 4 < 2 ? "Basel" : "Bern");
        }
        return Dataset.of(inputs, Targets.labels(labels))
                .named("tumours")
                .withPositive("malignant")
                .withGroups(hospitals);
    }

    /** Has no scores, so that some metrics are undefined. */
    private static Learner<double[]> alwaysBenign() {
        return training -> {
            LabelTargets targets = training.labelTargets();
            int benign = targets.labels().indexOf("benign");
            return inputs -> Predictions.labels(
                    targets.labels(),
                    IntStream.range(0, inputs.size()).map(row -> benign).toArray());
        };
    }

    private static Learner<double[]> threshold(double slope) {
        return training -> {
            LabelTargets targets = training.labelTargets();
            int malignant = targets.labels().indexOf("malignant");
            return inputs -> {
                double[] scores = new double[2 * inputs.size()];
                for (int i = 0; i < inputs.size(); i++) {
                    double probability = 1 / (1 + Math.exp(slope - slope * inputs.get(i)[0]));
                    scores[2 * i + malignant] = probability;
                    scores[2 * i + 1 - malignant] = 1 - probability;
                }
                return Predictions.probabilities(targets.labels(), scores);
            };
        };
    }

    /** Keeps nothing; lambdas can't be cached, and timings say so. */
    private static final class NoCache implements FoldCache {

        @Override
        public Optional<Entry> find(String key) {
            return Optional.empty();
        }

        @Override
        public void keep(String key, Entry entry) {}
    }
}
