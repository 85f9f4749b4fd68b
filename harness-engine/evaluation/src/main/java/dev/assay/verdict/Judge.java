package dev.assay.verdict;

import dev.assay.evaluation.Comparison;
import dev.assay.evaluation.Evaluation;
import dev.assay.evaluation.InconclusivePolicy;
import dev.assay.evaluation.Judgement;
import dev.assay.evaluation.Judgement.Outcome;
import dev.assay.evaluation.Ledger;
import dev.assay.metric.Metric;
import dev.assay.metric.MetricValue;
import java.util.OptionalDouble;

/**
 * Judges by a criterion and writes the judgement to the subject's ledger.
 *
 * <p>Here, and nowhere else, it is decided what becomes of evidence that doesn't decide: the ledger's policy says so or, where
 * it has none, as outside of the engine, the system property {@value InconclusivePolicy#PROPERTY}. What is tolerated there is
 * logged as a warning, so that it doesn't pass silently.
 */
public final class Judge {

    private static final System.Logger LOG = System.getLogger(Judge.class.getName());

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
        return written(criterion.judge(evaluation), evaluation.ledger());
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
        return written(criterion.judge(comparison), comparison.ledger());
    }

    private static Verdict written(Verdict judged, Ledger ledger) {
        InconclusivePolicy policy = ledger.policy().orElseGet(InconclusivePolicy::ofProperty);
        Verdict verdict = judged.under(policy);
        ledger.add(verdict.judgement());
        if (verdict.judgement().tolerated() && ledger.policy().isEmpty()) {
            LOG.log(
                    System.Logger.Level.WARNING,
                    "passes although inconclusive (" + InconclusivePolicy.PROPERTY + "=" + policy + "):"
                            + System.lineSeparator() + verdict.message());
        }
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
