package dev.assay.verdict;

import dev.assay.data.Seed;
import dev.assay.evaluation.Evaluation;
import dev.assay.evaluation.MetricScore;
import dev.assay.metric.FoldCombination;
import dev.assay.metric.Metric;
import dev.assay.metric.MetricValue;
import dev.assay.metric.Outcomes;
import dev.assay.metric.Redrawing;
import dev.assay.metric.Sampling;
import dev.assay.statistics.BootstrapMethod;
import dev.assay.statistics.CountSample;
import dev.assay.statistics.DrawsEstimate;
import dev.assay.statistics.Estimate;
import dev.assay.statistics.F1Estimate;
import dev.assay.statistics.FoldsEstimate;
import dev.assay.statistics.ProportionEstimate;
import dev.assay.statistics.Replication;
import dev.assay.statistics.RocAreaEstimate;
import java.util.Optional;

/**
 * What is known of a metric's uncertainty: for a training procedure from the spread of its folds, for one fitted model from
 * its test set.
 *
 * <p>Of a test set of independent rows without weights, proportions, F1 of a label and the ROC AUC of a label have formulas.
 * Everything else is drawn: other count metrics from the posterior of the confusion matrix' cells; means of numbers between
 * known ends and rankings likewise from rows; all else by BCa bootstrap. Where rows belong to groups, whole groups are drawn,
 * and where they have weights, rows with their weights, for count metrics as well.
 *
 * @param estimate the estimate, if there is one
 * @param question whose value it is of, such as "this fitted model"; empty if there is no estimate
 * @param reason why there is no estimate; empty if there is one
 */
public record Uncertainty(Optional<Estimate> estimate, String question, String reason) {

    /** The root of all draws for evaluations that have no seed, since nothing in them was random. */
    public static final long DEFAULT_SEED = 0;

    private static final int MOST_DRAWS = 10_000;
    private static final int MOST_REPLICATES = 2_000;
    private static final int FEWEST_REPLICATES = 200;

    /** How long the draws of one estimate may take, about, on one thread. */
    private static final long NANOSECONDS = 4_000_000_000L;

    /** What draws may cost that nobody asked for. */
    private static final long QUICK_NANOSECONDS = 300_000_000L;

    /**
     * Finds what is known of a metric of an evaluation.
     *
     * <p>Where something is drawn, there are 10,000 Dirichlet draws or 2,000 replicates of a bootstrap; fewer, but at least
     * 200, where each takes long. They derive from the evaluation's seed, or else from {@link #DEFAULT_SEED}, by the
     * metric's name.
     *
     * @param evaluation the evaluation
     * @param metric any metric that fits its targets
     * @return an estimate, or the reason why there is none
     * @throws IllegalArgumentException if the metric doesn't fit the targets
     */
    public static Uncertainty of(Evaluation evaluation, Metric metric) {
        return of(evaluation, evaluation.score(metric));
    }

    /** Finds the same, but nothing where draws would take long. */
    static Uncertainty ofQuick(Evaluation evaluation, MetricScore score) {
        if (evaluation.isOfProcedure()) {
            return of(evaluation, score);
        }
        Outcomes outcomes = evaluation.folds().get(0).outcomes();
        boolean slow = formula(score.metric(), outcomes).isEmpty()
                && score.metric()
                        .redrawing(outcomes)
                        .map(redrawing -> redrawing.cost() * MOST_REPLICATES > QUICK_NANOSECONDS)
                        .orElse(false);
        return slow ? none("draws would take long") : of(evaluation, score);
    }

    static Uncertainty of(Evaluation evaluation, MetricScore score) {
        if (!(score.value() instanceof MetricValue.Defined defined)) {
            return none("the metric is undefined");
        }
        return evaluation.isOfProcedure()
                ? ofProcedure(evaluation, score, defined.value())
                : ofTestSet(
                        score.metric(),
                        evaluation.folds().get(0).outcomes(),
                        seed(evaluation, score.metric()),
                        "this fitted model",
                        "no interval is known for " + score.metric().name()
                                + " on a single test set; cross-validate, or judge the value without confidence");
    }

    private static Uncertainty known(Estimate estimate, String question) {
        return new Uncertainty(Optional.of(estimate), question, "");
    }

    private static Uncertainty none(String reason) {
        return new Uncertainty(Optional.empty(), "", reason);
    }

    private static Uncertainty ofProcedure(Evaluation evaluation, MetricScore score, double value) {
        double[] folds =
                score.definedFolds().stream().mapToDouble(Double::doubleValue).toArray();
        Metric metric = score.metric();
        if (folds.length < 2) {
            return none(metric.name() + " is undefined in some folds");
        }
        double testToTrain = evaluation.testToTrain();
        if (FoldsEstimate.standardError(folds, testToTrain) > 0) {
            return known(
                    FoldsEstimate.of(
                            value,
                            folds,
                            testToTrain,
                            metric.range().minimum(),
                            metric.range().maximum()),
                    "this training procedure");
        }
        // Folds that all agree say nothing of the spread: the rows themselves must bound it. Scores of different models
        // can't be pooled, so for an averaged metric a single fold has to do.
        boolean pooled = metric.combination() == FoldCombination.POOLED;
        return ofTestSet(
                metric,
                pooled ? evaluation.repeats().get(0) : evaluation.folds().get(0).outcomes(),
                seed(evaluation, metric),
                "the rows of one " + (pooled ? "repeat" : "fold") + ", since all folds agree",
                "all folds have the same " + metric.name() + ", which says nothing about its spread");
    }

    /** Gives each metric draws of its own; a fitted model, of which nothing was random, has the seed {@link #DEFAULT_SEED}. */
    private static long seed(Evaluation evaluation, Metric metric) {
        return Seed.of(evaluation.seed().orElse(DEFAULT_SEED))
                .derive("interval")
                .derive(metric.name())
                .value();
    }

    /** Takes a formula for independent rows, where there is one, and draws otherwise. */
    private static Uncertainty ofTestSet(
            Metric metric, Outcomes outcomes, long seed, String question, String otherwise) {
        return ofTestSet(metric, outcomes, seed, MOST_DRAWS, question, otherwise);
    }

    static Uncertainty ofTestSet(
            Metric metric, Outcomes outcomes, long seed, int draws, String question, String otherwise) {
        Optional<Sampling> formula = formula(metric, outcomes);
        if (formula.isPresent()) {
            return known(estimateOf(formula.get()), question);
        }
        return metric.redrawing(outcomes)
                .map(redrawing -> ofDraws(metric, redrawing, seed, draws, question))
                .orElseGet(() -> none(otherwise));
    }

    /** Formulas are of independent rows without weights. */
    private static Optional<Sampling> formula(Metric metric, Outcomes outcomes) {
        return outcomes.isWeighted() || outcomes.isGrouped() ? Optional.empty() : metric.sampling(outcomes);
    }

    private static Uncertainty ofDraws(Metric metric, Redrawing redrawing, long seed, int draws, String question) {
        CountSample sample = CountSample.of(redrawing.counts(), redrawing::value)
                .withPrior(redrawing.pseudoCounts())
                .within(metric.range().minimum(), metric.range().maximum())
                .named(redrawing.things());
        DrawsEstimate estimate = redrawing.hasPrior()
                ? sample.dirichlet(new Replication(replicates(redrawing, draws), seed))
                : sample.bootstrap(
                        BootstrapMethod.BCA,
                        new Replication(replicates(redrawing, Math.min(draws, MOST_REPLICATES)), seed));
        return estimate.hasSpread()
                ? known(estimate, question)
                : none(metric.name() + " is the same whichever of " + redrawing.things()
                        + " are drawn, which says nothing about its spread");
    }

    /** Takes fewer where each takes long. */
    private static int replicates(Redrawing redrawing, int most) {
        return (int) Math.max(FEWEST_REPLICATES, Math.min(most, NANOSECONDS / redrawing.cost()));
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
