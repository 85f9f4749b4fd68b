package dev.assay.evaluation;

import dev.assay.data.Seed;
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

    /** What draws may cost that nobody asked for, in nanoseconds. */
    public static final long CHEAP = 300_000_000L;

    private static final int MOST_DRAWS = 10_000;
    private static final int MOST_REPLICATES = 2_000;
    private static final int FEWEST_REPLICATES = 200;

    /** How long the draws of one estimate may take, about, on one thread. */
    private static final long NANOSECONDS = 4_000_000_000L;

    private static final String TOO_COSTLY =
            "it would take many draws from so many rows, and no check asked for it; judge the metric at a confidence to see it";

    /**
     * What was estimated, if its draws didn't take too long.
     *
     * @param result what is known; empty if it would have cost too much
     * @param cost how many nanoseconds its draws take, about
     */
    record Costed(Optional<Uncertainty> result, long cost) {

        private static Costed free(Uncertainty uncertainty) {
            return new Costed(Optional.of(uncertainty), 0);
        }
    }

    /**
     * Finds what is known of a metric of an evaluation, once for all views.
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

    /**
     * Finds what is known of a metric of an evaluation, once for all views, as {@link #of(Evaluation, Metric)} does.
     *
     * @param evaluation the evaluation
     * @param score one of its metrics
     * @return an estimate, or the reason why there is none
     */
    public static Uncertainty of(Evaluation evaluation, MetricScore score) {
        return costed(evaluation, score, Long.MAX_VALUE).result.orElseThrow();
    }

    /**
     * Finds what is known of a metric of an evaluation unless that takes long, whether it is known already or not: the same
     * evaluation always gives the same.
     *
     * @param evaluation the evaluation
     * @param score one of its metrics
     * @param most how many nanoseconds draws may take, about, by what each costs on a usual machine
     * @return an estimate, or the reason why there is none
     */
    public static Uncertainty ofCheap(Evaluation evaluation, MetricScore score, long most) {
        Costed costed = costed(evaluation, score, most);
        return costed.cost <= most ? costed.result.orElseThrow() : none(TOO_COSTLY);
    }

    private static Costed costed(Evaluation evaluation, MetricScore score, long most) {
        if (!(score.value() instanceof MetricValue.Defined defined)) {
            return Costed.free(none("the metric is undefined"));
        }
        return evaluation.uncertainty(
                score.metric(),
                () -> evaluation.isOfProcedure()
                        ? ofProcedure(evaluation, score, defined.value(), most)
                        : new Drawing(seed(evaluation, score.metric()), MOST_DRAWS, most)
                                .ofTestSet(
                                        score.metric(),
                                        evaluation.folds().get(0).outcomes(),
                                        "this fitted model",
                                        "no interval is known for "
                                                + score.metric().name()
                                                + " on a single test set; cross-validate, or judge the value without"
                                                + " confidence"));
    }

    private static Uncertainty known(Estimate estimate, String question) {
        return new Uncertainty(Optional.of(estimate), question, "");
    }

    private static Uncertainty none(String reason) {
        return new Uncertainty(Optional.empty(), "", reason);
    }

    private static Costed ofProcedure(Evaluation evaluation, MetricScore score, double value, long most) {
        double[] folds =
                score.definedFolds().stream().mapToDouble(Double::doubleValue).toArray();
        Metric metric = score.metric();
        if (folds.length < 2) {
            return Costed.free(none(metric.name() + " is undefined in some folds"));
        }
        double testToTrain = evaluation.testToTrain();
        if (FoldsEstimate.standardError(folds, testToTrain) > 0) {
            Estimate estimate = FoldsEstimate.of(
                    value,
                    folds,
                    testToTrain,
                    metric.range().minimum(),
                    metric.range().maximum());
            return Costed.free(known(estimate, "this training procedure"));
        }
        // Folds that all agree say nothing of the spread: the rows themselves must bound it. Scores of different models
        // can't be pooled, so for an averaged metric a single fold has to do.
        boolean pooled = metric.combination() == FoldCombination.POOLED;
        return new Drawing(seed(evaluation, metric), MOST_DRAWS, most)
                .ofTestSet(
                        metric,
                        pooled
                                ? evaluation.repeats().get(0)
                                : evaluation.folds().get(0).outcomes(),
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

    /**
     * Finds what is known of a metric of one model on one test set.
     *
     * @param metric any metric that fits the targets
     * @param outcomes truth and predictions
     * @param seed of draws, where there is no formula
     * @param draws how many there are at most
     * @param question whose value it is of, such as "this fitted model"
     * @param otherwise the reason to give where nothing can be drawn
     * @return an estimate, or the reason why there is none
     */
    public static Uncertainty ofTestSet(
            Metric metric, Outcomes outcomes, long seed, int draws, String question, String otherwise) {
        return new Drawing(seed, draws, Long.MAX_VALUE)
                .ofTestSet(metric, outcomes, question, otherwise)
                .result
                .orElseThrow();
    }

    /**
     * How estimates are drawn, where there is no formula.
     *
     * @param seed of the draws
     * @param draws how many there are
     * @param most how many nanoseconds all may take, about
     */
    private record Drawing(long seed, int draws, long most) {

        /** Takes a formula for independent rows, where there is one, and draws otherwise. */
        Costed ofTestSet(Metric metric, Outcomes outcomes, String question, String otherwise) {
            Optional<Sampling> formula =
                    outcomes.isWeighted() || outcomes.isGrouped() ? Optional.empty() : metric.sampling(outcomes);
            if (formula.isPresent()) {
                return Costed.free(known(estimateOf(formula.get()), question));
            }
            return metric.redrawing(outcomes)
                    .map(redrawing -> of(metric, redrawing, question))
                    .orElseGet(() -> Costed.free(none(otherwise)));
        }

        private Costed of(Metric metric, Redrawing redrawing, String question) {
            int replicates = replicates(redrawing, redrawing.hasPrior() ? draws : Math.min(draws, MOST_REPLICATES));
            // beside Dirichlet draws there are as many multinomial ones
            long cost = replicates * redrawing.cost() * (redrawing.hasPrior() ? 2 : 1);
            return new Costed(
                    cost > most
                            ? Optional.empty()
                            : Optional.of(drawn(metric, redrawing, new Replication(replicates, seed), question)),
                    cost);
        }

        private static Uncertainty drawn(Metric metric, Redrawing redrawing, Replication replication, String question) {
            CountSample sample = CountSample.of(redrawing.counts(), redrawing::value)
                    .withPrior(redrawing.pseudoCounts())
                    .within(metric.range().minimum(), metric.range().maximum())
                    .named(redrawing.things());
            DrawsEstimate estimate = redrawing.hasPrior()
                    ? sample.dirichlet(replication)
                    : sample.bootstrap(BootstrapMethod.BCA, replication);
            return estimate.hasSpread()
                    ? known(estimate, question)
                    : none(metric.name() + " is the same whichever of " + redrawing.things()
                            + " are drawn, which says nothing about its spread");
        }
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
