package dev.assay.verdict;

import dev.assay.evaluation.Comparison;
import dev.assay.evaluation.Evaluation;
import dev.assay.evaluation.Judgement;
import dev.assay.evaluation.Judgement.Outcome;
import dev.assay.metric.Metric;
import dev.assay.metric.MetricValue;
import java.util.OptionalDouble;

/** Judges by a criterion and writes the judgement to the subject's ledger. */
public final class Judge {

    private Judge() {}

    /**
     * Judges an evaluation.
     *
     * @param evaluation what is judged
     * @param criterion the demand
     * @return the verdict
     * @throws IllegalArgumentException if the demand doesn't fit the evaluation
     */
    public static Verdict judge(Evaluation evaluation, Criterion<? super Evaluation> criterion) {
        Verdict verdict = criterion.judge(evaluation);
        evaluation.ledger().add(verdict.judgement());
        return verdict;
    }

    /**
     * Judges a comparison.
     *
     * @param comparison what is judged
     * @param criterion the demand
     * @return the verdict
     * @throws IllegalArgumentException if the demand doesn't fit the comparison
     */
    public static Verdict judge(Comparison comparison, Criterion<? super Comparison> criterion) {
        Verdict verdict = criterion.judge(comparison);
        comparison.ledger().add(verdict.judgement());
        return verdict;
    }

    /**
     * Hands a metric's value out to assertions that Assay doesn't see, and writes that down.
     *
     * @param evaluation the evaluation
     * @param metric the metric
     * @param demand what is done with the value, as a phrase such as "handed to AssertJ"
     * @return the value
     * @throws IllegalArgumentException if the metric doesn't fit the targets
     */
    public static MetricValue handOut(Evaluation evaluation, Metric metric, String demand) {
        String name = evaluation.score(metric).metric().name();
        MetricValue value = evaluation.value(metric);
        evaluation
                .ledger()
                .add(new Judgement(
                        evaluation.candidate(),
                        name + " " + demand,
                        Outcome.CUSTOM,
                        name,
                        value.asOptional(),
                        OptionalDouble.empty(),
                        OptionalDouble.empty(),
                        ""));
        return value;
    }
}
