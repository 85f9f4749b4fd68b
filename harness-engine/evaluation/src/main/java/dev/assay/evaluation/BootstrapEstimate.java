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
 * value on what it was trained on is too good. Both estimates weigh these two against each other; .632+ leans to the first, the
 * more the model overfits.
 *
 * <p>The out-of-bag value is that of the leave-one-out bootstrap: an example's loss is averaged over the samples that lack it,
 * and then over the examples; one that no sample lacks doesn't count. Whatever is pooled over the folds of a cross-validation is
 * computed likewise: losses and roots of their means exactly so, and metrics of counts, such as F1, from counts to which each
 * example contributes the average of what these samples make of it. For a metric of one's own that is pooled, this holds if it
 * takes account of weights. Metrics that are averaged over folds because they can't mix the scores of different models, such as
 * ROC AUC, or that are no means, such as R², are computed for each sample and averaged over the samples.
 *
 * @param candidate the candidate's name
 * @param metric the metric's name
 * @param direction which of its values are better
 * @param outOfBag the value of models trained on samples, on the examples that their samples lack
 * @param apparent the value of a model trained on all examples, on the same examples
 * @param noInformation the value if predictions had nothing to do with the truth: over all pairs of an example's truth and
 *     any example's prediction by the model trained on all, or about a million random ones if there are more
 * @param estimate632 0.368 times the apparent and 0.632 times the out-of-bag value
 * @param estimate632Plus the same and a correction that grows with overfitting (the paper's equation 32): with the out-of-bag
 *     value B, or that without information if B is worse, the apparent value A and the value without information G, it is
 *     {@code 0.368 · 0.632 · R / (1 − 0.368 · R) · (B − A)}, where R is {@code (B − A) / (G − A)}; nothing unless both are worse
 *     than A
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
        if (!(crossValidation.splitter().orElse(null) instanceof Bootstrap bootstrap)) {
            throw new IllegalArgumentException(
                    "these estimates are of bootstrap samples; split the data by splitter(Bootstrap.of(…))");
        }
        PendingEvaluation samples = crossValidation.start(candidate);
        PendingEvaluation all = crossValidation.resubstitution().start(candidate);
        try {
            Evaluation outOfBag = CrossValidation.await(samples);
            Metric resolved = outOfBag.score(metric).metric();
            Outcomes onAll = onAll(all);
            return of(
                    candidate.name(),
                    resolved,
                    new OutOfBag(outOfBag).value(resolved, bootstrap),
                    resolved.value(onAll),
                    ofPairs(resolved.value(pairs(onAll, crossValidation.seedOf(candidate)))));
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

    static BootstrapEstimate of(
            String candidate, Metric metric, MetricValue outOfBag, MetricValue apparent, MetricValue noInformation) {
        MetricValue plain = firstUndefined(outOfBag, apparent)
                .orElseGet(() -> MetricValue.of(plain(number(apparent), number(outOfBag))));
        MetricValue plus = firstUndefined(outOfBag, apparent, noInformation)
                .orElseGet(() -> MetricValue.of(
                        plus(metric.direction(), number(apparent), number(outOfBag), number(noInformation))));
        return new BootstrapEstimate(
                candidate, metric.name(), metric.direction(), outOfBag, apparent, noInformation, plain, plus);
    }

    private static Optional<MetricValue> firstUndefined(MetricValue... values) {
        return Stream.of(values).filter(value -> value.asOptional().isEmpty()).findFirst();
    }

    private static double number(MetricValue value) {
        return value.asOptional().orElseThrow();
    }

    private static MetricValue ofPairs(MetricValue value) {
        return value instanceof MetricValue.Undefined undefined
                ? MetricValue.undefined("of truths beside other examples' predictions: " + undefined.reason())
                : value;
    }

    private static double plain(double apparent, double outOfBag) {
        return (1 - SHARE) * apparent + SHARE * outOfBag;
    }

    private static double plus(Direction direction, double apparent, double outOfBag, double noInformation) {
        double plain = plain(apparent, outOfBag);
        if (!direction.isBetter(apparent, outOfBag) || !direction.isBetter(apparent, noInformation)) {
            return plain;
        }
        double bounded = direction.isBetter(noInformation, outOfBag) ? noInformation : outOfBag;
        double overfitting = (bounded - apparent) / (noInformation - apparent);
        return plain + (bounded - apparent) * (1 - SHARE) * SHARE * overfitting / (1 - (1 - SHARE) * overfitting);
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
