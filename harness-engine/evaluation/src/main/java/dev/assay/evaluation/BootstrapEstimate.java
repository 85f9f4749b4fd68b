package dev.assay.evaluation;

import dev.assay.data.Seed;
import dev.assay.metric.Direction;
import dev.assay.metric.Metric;
import dev.assay.metric.MetricValue;
import dev.assay.metric.Outcomes;
import dev.assay.resampling.Bootstrap;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.stream.Stream;

/**
 * How good a candidate is by the bootstrap: the .632 and .632+ estimates of Efron and Tibshirani, "Improvements on
 * cross-validation: the .632+ bootstrap method", 1997.
 *
 * <p>Models that are trained on a bootstrap sample know fewer examples than one trained on all, and so are worse; a model's
 * value on what it was trained on is too good. Both estimates lie between these two; .632+ nearer to the first, the more the
 * model overfits.
 *
 * @param candidate the candidate's name
 * @param metric the metric's name
 * @param direction which of its values are better
 * @param outOfBag the mean over the samples of the value on examples that weren't drawn
 * @param apparent the value of a model trained on all examples, on the same examples
 * @param noInformation the value if predictions had nothing to do with the truth: over all pairs of an example's truth and
 *     another's prediction by the model trained on all, or a million random ones if there are more
 * @param estimate632 0.368 times the apparent and 0.632 times the out-of-bag value
 * @param estimate632Plus the same with a weight that grows with overfitting
 */
public record BootstrapEstimate(
        String candidate,
        String metric,
        Direction direction,
        MetricValue outOfBag,
        MetricValue apparent,
        MetricValue noInformation,
        MetricValue estimate632,
        MetricValue estimate632Plus) {

    /** What share of the examples a bootstrap sample has on average. */
    private static final double SHARE = 0.632;

    private static final int MOST_PAIRS = 1_000_000;

    /**
     * Evaluates a candidate on bootstrap samples, and on all examples.
     *
     * @param crossValidation the data, split by a {@link Bootstrap}
     * @param candidate the candidate
     * @param metric any metric that fits the targets
     * @return the estimates; undefined, with the reason, where a value that they need is
     * @throws IllegalArgumentException if the data are split in another way
     * @throws EvaluationException if the candidate fails
     */
    public static BootstrapEstimate of(CrossValidation<?> crossValidation, Candidate candidate, Metric metric) {
        if (!(crossValidation.splitter().orElse(null) instanceof Bootstrap)) {
            throw new IllegalArgumentException(
                    "these estimates are of bootstrap samples; split the data by splitter(Bootstrap.of(…))");
        }
        PendingEvaluation samples = crossValidation.start(candidate);
        PendingEvaluation all = crossValidation.resubstitution().start(candidate);
        try {
            return of(
                    candidate,
                    CrossValidation.await(samples).score(metric),
                    onAll(all),
                    crossValidation.seedOf(candidate));
        } finally {
            // what nobody waits for any more because the other failed
            samples.cancel();
            all.cancel();
        }
    }

    private static Outcomes onAll(PendingEvaluation all) {
        try {
            return CrossValidation.await(all).folds().get(0).outcomes();
        } catch (EvaluationException e) {
            throw new EvaluationException("trained on all examples: " + e.getMessage(), e);
        }
    }

    private static BootstrapEstimate of(Candidate candidate, MetricScore score, Outcomes onAll, Seed seed) {
        return of(
                candidate.name(),
                score.metric(),
                score.value(),
                score.metric().value(onAll),
                score.metric().value(pairs(onAll, seed)));
    }

    static BootstrapEstimate of(
            String candidate, Metric metric, MetricValue outOfBag, MetricValue apparent, MetricValue noInformation) {
        Optional<MetricValue> undefined = Stream.of(outOfBag, apparent, noInformation)
                .filter(value -> value.asOptional().isEmpty())
                .findFirst();
        MetricValue plain = undefined.orElseGet(() -> weighted(number(apparent), number(outOfBag), SHARE));
        MetricValue plus = undefined.orElseGet(() -> plus(number(apparent), number(outOfBag), number(noInformation)));
        return new BootstrapEstimate(
                candidate, metric.name(), metric.direction(), outOfBag, apparent, noInformation, plain, plus);
    }

    private static double number(MetricValue value) {
        return value.asOptional().orElseThrow();
    }

    private static MetricValue weighted(double apparent, double outOfBag, double weight) {
        return MetricValue.of((1 - weight) * apparent + weight * outOfBag);
    }

    /** Works for metrics of either direction: the rate is a quotient of distances. */
    private static MetricValue plus(double apparent, double outOfBag, double noInformation) {
        double overfitting = (outOfBag - apparent) / (noInformation - apparent);
        if (!(overfitting > 0)) {
            // not worse than apparent, or predictions that tell nothing even of what was trained on
            return weighted(apparent, outOfBag, SHARE);
        }
        double bounded = overfitting > 1 ? noInformation : outOfBag;
        return weighted(apparent, bounded, SHARE / (1 - (1 - SHARE) * Math.min(1, overfitting)));
    }

    /** Puts each truth beside each prediction, or beside so many that are chosen at random. */
    private static Outcomes pairs(Outcomes outcomes, Seed seed) {
        int n = outcomes.size();
        int shifts = Math.max(1, Math.min(n, MOST_PAIRS / n));
        int[] order = order(n, shifts < n, seed);
        int[] truths = new int[n * shifts];
        int[] predictions = new int[n * shifts];
        double[] weights = new double[n * shifts];
        for (int pair = 0; pair < truths.length; pair++) {
            truths[pair] = order[pair % n];
            predictions[pair] = order[(pair % n + pair / n + (shifts < n ? 1 : 0)) % n];
            weights[pair] = outcomes.weight(truths[pair]) * outcomes.weight(predictions[pair]);
        }
        Outcomes all = Outcomes.of(
                outcomes.truth().select(truths), outcomes.predictions().select(predictions));
        return outcomes.isWeighted() ? all.withWeights(weights) : all;
    }

    private static int[] order(int n, boolean shuffled, Seed seed) {
        int[] order = new int[n];
        SplittableRandom random = seed.derive("pairs").random();
        for (int i = 0; i < n; i++) {
            int other = shuffled ? random.nextInt(i + 1) : i;
            order[i] = order[other];
            order[other] = i;
        }
        return order;
    }
}
