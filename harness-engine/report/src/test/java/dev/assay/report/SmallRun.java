package dev.assay.report;

import dev.assay.data.Dataset;
import dev.assay.data.LabelTargets;
import dev.assay.data.Targets;
import dev.assay.evaluation.CrossValidation;
import dev.assay.evaluation.Evaluation;
import dev.assay.learning.Learner;
import dev.assay.learning.Learners;
import dev.assay.metric.ClassificationMetrics;
import dev.assay.prediction.Predictions;
import dev.assay.result.ClassResult;
import dev.assay.result.ClassResults;
import dev.assay.result.Result;
import dev.assay.result.ResultFiles;
import dev.assay.verdict.Criteria;
import dev.assay.verdict.Judge;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;

/** Really evaluates two candidates, and reads the results from disk. */
final class SmallRun {

    private static final String TEST_CLASS = "org.clinic.SmallRunTest";
    private static final int EXAMPLES = 120;

    private SmallRun() {}

    static ClassResults in(Path folder) {
        CrossValidation<double[]> validation =
                CrossValidation.of(data()).folds(5).repeats(2).seed(7);
        Evaluation threshold = validation.evaluate("threshold", threshold());
        Evaluation prior = validation.evaluate("prior", Learners.<double[]>prior());
        ResultFiles files = ResultFiles.in(folder);
        List<Result.JudgementEntry> judgements = new ArrayList<>();
        for (Evaluation evaluation : List.of(threshold, prior)) {
            Judge.judge(evaluation, Criteria.atLeast(ClassificationMetrics.ACCURACY, 0.7));
            Judge.judge(
                    evaluation,
                    Criteria.atLeast(ClassificationMetrics.ROC_AUC, 0.75).atConfidence(0.95));
            Result result = files.write(
                    TEST_CLASS,
                    evaluation,
                    Map.of("isGoodEnough", evaluation.ledger().judgements()),
                    false);
            judgements.addAll(result.judgements());
        }
        files.writeSummary(ClassResult.of(
                TEST_CLASS, "SmallRunTest", List.of(threshold, prior), List.of(), judgements, List.of()));
        return ResultFiles.readAll(folder).get(0);
    }

    private static Dataset<double[]> data() {
        Random random = new Random(3);
        double[][] inputs = new double[EXAMPLES][];
        List<String> labels = new ArrayList<>();
        List<String> hospitals = new ArrayList<>();
        for (int i = 0; i < EXAMPLES; i++) {
            boolean sick = i % 3 == 0;
            inputs[i] = new double[] {random.nextGaussian() + (sick ? 1.8 : 0)};
            labels.add(sick ? "sick" : "healthy");
            hospitals.add(i % 2 == 0 ? "Basel" : "Bern");
        }
        return Dataset.of(inputs, Targets.labels(labels))
                .named("patients")
                .withPositive("sick")
                .withAttribute("hospital", hospitals);
    }

    /** Knows nothing but a logistic curve, so that its scores are spread. */
    private static Learner<double[]> threshold() {
        return training -> {
            LabelTargets targets = training.labelTargets();
            int sick = targets.labels().indexOf("sick");
            return inputs -> {
                double[] scores = new double[2 * inputs.size()];
                for (int i = 0; i < inputs.size(); i++) {
                    double probability = 1 / (1 + Math.exp(1.5 - 1.6 * inputs.get(i)[0]));
                    scores[2 * i + sick] = probability;
                    scores[2 * i + 1 - sick] = 1 - probability;
                }
                return Predictions.probabilities(targets.labels(), scores);
            };
        };
    }
}
