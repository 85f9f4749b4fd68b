package dev.assay.benchmarks;

import dev.assay.data.Dataset;
import dev.assay.data.Targets;
import dev.assay.evaluation.CrossValidation;
import dev.assay.evaluation.Evaluation;
import dev.assay.learning.Learner;
import dev.assay.metric.ClassificationMetrics;
import dev.assay.prediction.Predictions;
import dev.assay.verdict.Criteria;
import dev.assay.verdict.Judge;
import dev.assay.verdict.Verdict;
import java.util.stream.IntStream;

/** What the model tests that {@link EngineOverhead} generates evaluate: next to nothing. */
public final class TinyModel {

    private TinyModel() {}

    /**
     * Makes the examples of one class.
     *
     * @return twelve rows of one number and two labels
     */
    public static Dataset<double[]> examples() {
        double[][] inputs =
                IntStream.range(0, 12).mapToObj(i -> new double[] {i}).toArray(double[][]::new);
        return Dataset.of(inputs, Targets.labels("a", "a", "a", "b", "a", "a", "b", "b", "b", "b", "b", "b"));
    }

    /**
     * Makes the candidate of one class.
     *
     * @return a learner of a fixed rule, which is wrong about one of the examples, so that folds differ as they mostly do
     */
    public static Learner<double[]> learner() {
        return training -> inputs -> Predictions.labels(
                training.labels(),
                inputs.stream().mapToInt(x -> x[0] < 6 ? 0 : 1).toArray());
    }

    /**
     * Returns an evaluation that all may share.
     *
     * @return the same each time
     */
    public static Evaluation shared() {
        return Shared.EVALUATION;
    }

    /**
     * Demands what is always met.
     *
     * @param model an evaluation
     */
    public static void check(Evaluation model) {
        Verdict verdict = Judge.judge(model, Criteria.atLeast(ClassificationMetrics.ACCURACY, 0));
        if (!verdict.judgement().passes()) {
            throw new AssertionError(verdict.message());
        }
    }

    /** Evaluated at the first use. */
    private static final class Shared {

        static final Evaluation EVALUATION =
                CrossValidation.of(examples()).folds(2).seed(42).evaluate("model", learner());
    }
}
