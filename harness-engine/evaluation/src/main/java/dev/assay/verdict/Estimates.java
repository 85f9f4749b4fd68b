package dev.assay.verdict;

import dev.assay.evaluation.Evaluation;
import dev.assay.evaluation.MetricScore;
import dev.assay.metric.FoldCombination;
import dev.assay.metric.Metric;
import dev.assay.metric.MetricValue;
import dev.assay.metric.Outcomes;
import dev.assay.metric.Sampling;
import dev.assay.statistics.Estimate;
import dev.assay.statistics.F1Estimate;
import dev.assay.statistics.FoldsEstimate;
import dev.assay.statistics.ProportionEstimate;
import dev.assay.statistics.RocAreaEstimate;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Finds what is known of a metric's uncertainty: for a training procedure from the spread of its folds, for one fitted
 * model from the sampling of its test set.
 *
 * @param estimate the estimate, or null
 * @param reason why there is none, or empty
 * @param question whose value it is of, or empty if there is none
 */
record Estimates(@Nullable Estimate estimate, String reason, String question) {

    private static Estimates none(String reason) {
        return new Estimates(null, reason, "");
    }

    static Estimates of(Evaluation evaluation, MetricScore score) {
        if (!(score.value() instanceof MetricValue.Defined defined)) {
            return none("the metric is undefined");
        }
        return evaluation.isOfProcedure()
                ? ofProcedure(evaluation, score, defined.value())
                : ofTestSet(
                        score.metric(),
                        evaluation.folds().get(0).outcomes(),
                        "this fitted model",
                        "no interval is known for " + score.metric().name()
                                + " on a single test set; cross-validate, or judge the value without confidence");
    }

    private static Estimates ofProcedure(Evaluation evaluation, MetricScore score, double value) {
        double[] folds =
                score.definedFolds().stream().mapToDouble(Double::doubleValue).toArray();
        Metric metric = score.metric();
        if (folds.length < 2) {
            return none(metric.name() + " is undefined in some folds");
        }
        double testToTrain = evaluation.testToTrain();
        if (FoldsEstimate.standardError(folds, testToTrain) > 0) {
            return new Estimates(
                    FoldsEstimate.of(
                            value,
                            folds,
                            testToTrain,
                            metric.range().minimum(),
                            metric.range().maximum()),
                    "",
                    "this training procedure");
        }
        // Folds that all agree say nothing of the spread: the rows themselves must bound it. Scores of different models
        // can't be pooled, so for an averaged metric a single fold has to do.
        boolean pooled = metric.combination() == FoldCombination.POOLED;
        return ofTestSet(
                metric,
                pooled ? evaluation.repeats().get(0) : evaluation.folds().get(0).outcomes(),
                "the rows of one " + (pooled ? "repeat" : "fold") + ", since all folds agree",
                "all folds have the same " + metric.name() + ", which says nothing about its spread");
    }

    private static Estimates ofTestSet(Metric metric, Outcomes outcomes, String question, String otherwise) {
        Optional<Estimate> estimate = outcomes.isWeighted()
                ? Optional.empty()
                : metric.sampling(outcomes).map(Estimates::estimateOf);
        return estimate.map(known -> new Estimates(known, "", question)).orElseGet(() -> none(otherwise));
    }

    private static Estimate estimateOf(Sampling sampling) {
        if (sampling instanceof Sampling.Proportion proportion) {
            return new ProportionEstimate(proportion.successes(), proportion.trials());
        }
        if (sampling instanceof Sampling.F1 f1) {
            return new F1Estimate(f1.truePositives(), f1.errors());
        }
        Sampling.RocArea area = (Sampling.RocArea) sampling;
        return new RocAreaEstimate(area.area(), area.standardError(), area.positives(), area.negatives());
    }
}
