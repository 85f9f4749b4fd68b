package dev.assay.benchmarks;

import dev.assay.data.Dataset;
import dev.assay.data.Targets;
import dev.assay.evaluation.Evaluation;
import dev.assay.learning.Learner;
import dev.assay.learning.Learners;
import dev.assay.metric.ClassificationMetrics;
import dev.assay.verdict.Criteria;
import dev.assay.verdict.Judge;
import dev.assay.verdict.Verdict;
import java.util.List;

/** What the model tests that {@link EngineOverhead} generates evaluate: next to nothing. */
public final class TinyModel {

    private TinyModel() {}

    /**
     * Makes the examples of one class.
     *
     * @return six rows of one number and two labels
     */
    public static Dataset<double[]> examples() {
        double[][] inputs = {{1}, {2}, {3}, {4}, {5}, {6}};
        return Dataset.of(inputs, Targets.labels(List.of("a", "b", "a", "b", "a", "b")));
    }

    /**
     * Makes the candidate of one class.
     *
     * @return a learner that always gives the most frequent label
     */
    public static Learner<double[]> learner() {
        return Learners.majorityClass();
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
}
