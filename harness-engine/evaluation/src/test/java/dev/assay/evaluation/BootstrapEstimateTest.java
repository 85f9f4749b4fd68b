package dev.assay.evaluation;

import static dev.assay.metric.ClassificationMetrics.ACCURACY;
import static dev.assay.metric.ClassificationMetrics.LOG_LOSS;
import static dev.assay.metric.ClassificationMetrics.ZERO_ONE_LOSS;
import static dev.assay.metric.RegressionMetrics.MEAN_ABSOLUTE_ERROR;
import static dev.assay.metric.RegressionMetrics.R2;
import static dev.assay.metric.RegressionMetrics.ROOT_MEAN_SQUARED_ERROR;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.assay.data.Dataset;
import dev.assay.data.LabelTargets;
import dev.assay.data.Seed;
import dev.assay.data.Targets;
import dev.assay.learning.Learner;
import dev.assay.learning.Learners;
import dev.assay.metric.Metric;
import dev.assay.metric.MetricValue;
import dev.assay.metric.RankingMetrics;
import dev.assay.prediction.Predictions;
import dev.assay.resampling.Bootstrap;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class BootstrapEstimateTest {

    private static final double EXACT = 1e-12;

    /** Knows what it was trained on by heart, and of the rest nothing: it takes the first label. */
    private static final Learner<Integer> BY_HEART = training -> {
        Map<Integer, Integer> known = new HashMap<>();
        LabelTargets targets = training.labelTargets();
        for (int row = 0; row < targets.size(); row++) {
            known.put(training.data().input(row), targets.index(row));
        }
        return inputs -> Predictions.labels(
                training.labels(),
                inputs.stream().mapToInt(input -> known.getOrDefault(input, 0)).toArray());
    };

    private static BootstrapEstimate estimate(Metric metric, double outOfBag, double apparent, double noInformation) {
        return BootstrapEstimate.of(
                "model", metric, MetricValue.of(outOfBag), MetricValue.of(apparent), MetricValue.of(noInformation));
    }

    private static double number(MetricValue value) {
        return value.asOptional().orElseThrow();
    }

    private static Dataset<Integer> examples(int size, SplittableRandom random) {
        List<String> labels =
                random.ints(size, 0, 3).mapToObj(label -> "label " + label).toList();
        return Dataset.of(IntStream.range(0, size).boxed().toList(), Targets.labels(labels));
    }

    @Test
    void weighs_the_apparent_and_the_out_of_bag_value() {
        BootstrapEstimate estimate = estimate(ZERO_ONE_LOSS, 0.3, 0, 0.5);

        // R = 0.6, w = 0.632 / (1 - 0.368 · 0.6) = 0.811 088…
        assertThat(number(estimate.estimate632())).isCloseTo(0.1896, within(EXACT));
        assertThat(number(estimate.estimate632Plus())).isCloseTo(0.3 * 0.632 / 0.7792, within(EXACT));
    }

    @Test
    void is_the_same_for_a_loss_and_its_complement() {
        BootstrapEstimate loss = estimate(ZERO_ONE_LOSS, 0.35, 0.05, 0.45);
        BootstrapEstimate accuracy = estimate(ACCURACY, 0.65, 0.95, 0.55);

        assertThat(number(accuracy.estimate632())).isCloseTo(1 - number(loss.estimate632()), within(EXACT));
        assertThat(number(accuracy.estimate632Plus())).isCloseTo(1 - number(loss.estimate632Plus()), within(EXACT));
    }

    @Test
    void plus_takes_no_more_overfitting_than_no_information_means() {
        // .368 · .1 + .632 · .7 + (.5 − .1) · .368 · .632 / .632, by hand from equation 32
        assertThat(number(estimate(ZERO_ONE_LOSS, 0.7, 0.1, 0.5).estimate632Plus()))
                .isCloseTo(0.6264, within(EXACT));
    }

    @Test
    void plus_is_the_plain_estimate_without_overfitting() {
        for (double noInformation : new double[] {0.5, 0.2, 0.1}) {
            BootstrapEstimate estimate = estimate(ZERO_ONE_LOSS, 0.2, 0.2, noInformation);

            assertThat(estimate.estimate632Plus()).isEqualTo(estimate.estimate632());
        }
        assertThat(number(estimate(ZERO_ONE_LOSS, 0.15, 0.2, 0.5).estimate632Plus()))
                .isCloseTo(0.368 * 0.2 + 0.632 * 0.15, within(EXACT));
        assertThat(number(estimate(ZERO_ONE_LOSS, 0.15, 0.2, 0.1).estimate632Plus()))
                .as("better than apparent, which is worse than no information")
                .isCloseTo(0.368 * 0.2 + 0.632 * 0.15, within(EXACT));
    }

    @Test
    void measures_a_model_that_learns_by_heart() {
        Dataset<Integer> data = examples(120, new SplittableRandom(1));
        int[] counts = ((LabelTargets) data.targets()).counts();
        CrossValidation<Integer> validation =
                CrossValidation.of(data).splitter(Bootstrap.of(20)).seed(5);

        BootstrapEstimate estimate = BootstrapEstimate.of(validation, Candidate.of("heart", BY_HEART), ACCURACY);

        double chance = IntStream.of(counts)
                .mapToDouble(count -> count * count / 14400.0)
                .sum();
        assertThat(number(estimate.apparent())).isEqualTo(1);
        assertThat(number(estimate.noInformation())).isCloseTo(chance, within(EXACT));
        // of an unknown example it always says "label 0"
        assertThat(number(estimate.outOfBag())).isCloseTo(counts[0] / 120.0, within(EXACT));
        assertThat(number(estimate.estimate632Plus())).isLessThan(number(estimate.estimate632()));
    }

    /** Is off by what the seed of the fit says, so that each sample's model errs in its own way. */
    private static final Learner<Integer> ERRING = training -> {
        double error = training.seed().random().nextDouble();
        return inputs -> Predictions.numbers(
                inputs.stream().mapToDouble(input -> input * (1 + error)).toArray());
    };

    private static Dataset<Integer> numbers(int size) {
        return Dataset.of(
                IntStream.range(0, size).boxed().toList(),
                Targets.numbers(IntStream.range(0, size).asDoubleStream().toArray()));
    }

    @Test
    void averages_the_loss_of_each_example_over_the_samples_that_lack_it_and_then_over_examples() {
        double[] weights = {1, 2, 0, 1, 3, 1};
        for (Dataset<Integer> data : List.of(numbers(6), numbers(6).withWeights(weights))) {
            CrossValidation<Integer> validation =
                    CrossValidation.of(data).splitter(Bootstrap.of(3)).seed(2);
            Candidate candidate = Candidate.of("erring", ERRING);
            double[] losses = new double[6];
            double[] squares = new double[6];
            int[] times = new int[6];
            for (Fold fold : validation.evaluate(candidate).folds()) {
                int[] tested = fold.split().testRows();
                for (int i = 0; i < tested.length; i++) {
                    double error = fold.outcomes().numberPredictions().value(i) - tested[i];
                    losses[tested[i]] += error;
                    squares[tested[i]] += error * error;
                    times[tested[i]]++;
                }
            }
            assertThat(Arrays.stream(times).boxed()).as("lacked by samples").contains(0, 1, 2);
            ToDoubleFunction<double[]> mean = sums -> IntStream.range(0, 6)
                            .filter(row -> times[row] > 0)
                            .mapToDouble(row -> weight(data, row) * sums[row] / times[row])
                            .sum()
                    / IntStream.range(0, 6)
                            .filter(row -> times[row] > 0)
                            .mapToDouble(row -> weight(data, row))
                            .sum();

            assertThat(number(BootstrapEstimate.of(validation, candidate, MEAN_ABSOLUTE_ERROR)
                            .outOfBag()))
                    .isCloseTo(mean.applyAsDouble(losses), within(EXACT));
            assertThat(number(BootstrapEstimate.of(validation, candidate, ROOT_MEAN_SQUARED_ERROR)
                            .outOfBag()))
                    .isCloseTo(Math.sqrt(mean.applyAsDouble(squares)), within(EXACT));
        }
    }

    private static double weight(Dataset<?> data, int row) {
        return data.weights().map(weights -> weights[row]).orElse(1.0);
    }

    @Test
    void averages_over_samples_what_needs_the_predictions_of_one_model() {
        CrossValidation<Integer> validation =
                CrossValidation.of(numbers(20)).splitter(Bootstrap.of(3)).seed(2);
        Candidate candidate = Candidate.of("erring", ERRING);

        assertThat(BootstrapEstimate.of(validation, candidate, R2).outOfBag())
                .isEqualTo(validation.evaluate(candidate).value(R2));
    }

    @Test
    void ranks_the_queries_of_each_sample_by_themselves_if_they_are_drawn_whole() {
        Dataset<Integer> queries = Dataset.of(
                        IntStream.range(0, 12).boxed().toList(), Targets.numbers(0, 1, 0, 1, 1, 0, 0, 0, 1, 0, 1, 0))
                .withGroups(List.of("a", "a", "a", "b", "b", "b", "c", "c", "c", "d", "d", "d"));
        CrossValidation<Integer> validation = CrossValidation.of(queries).seed(4);
        Candidate candidate = Candidate.of("erring", ERRING);

        BootstrapEstimate whole =
                BootstrapEstimate.of(validation.splitter(Bootstrap.of(6).withGroups()), candidate, RankingMetrics.NDCG);

        // every model ranks by the input, so that queries are ranked alike by all of them
        double log3 = Math.log(2) / Math.log(3);
        double b = (0.5 + log3) / (1 + log3);
        assertThat(number(whole.outOfBag())).isCloseTo((log3 + b + 1 + log3) / 4, within(EXACT));
        assertThat(number(whole.estimate632())).isCloseTo((log3 + b + 1 + log3) / 4, within(EXACT));
        assertThat(whole.estimate632Plus()).isEqualTo(whole.noInformation());
        assertThat(BootstrapEstimate.of(validation.splitter(Bootstrap.of(6)), candidate, RankingMetrics.NDCG)
                        .outOfBag())
                .isEqualTo(
                        MetricValue.undefined("samples of single examples lack parts of groups, such as queries; draw "
                                + "whole groups with Bootstrap.withGroups()"));
    }

    @Test
    void estimates_no_information_from_many_pairs_where_there_are_too_many() {
        Dataset<Integer> data = examples(5000, new SplittableRandom(2));
        int[] counts = ((LabelTargets) data.targets()).counts();
        double chance =
                IntStream.of(counts).mapToDouble(count -> count * count / 25e6).sum();

        BootstrapEstimate estimate = BootstrapEstimate.of(
                CrossValidation.of(data)
                        .splitter(Bootstrap.of(2))
                        .seed(Seed.of(5).value()),
                Candidate.of("heart", BY_HEART),
                ACCURACY);

        assertThat(number(estimate.noInformation())).isCloseTo(chance, within(0.005));
    }

    @Test
    void is_undefined_with_the_reason_where_the_metric_is() {
        Dataset<Integer> data = examples(60, new SplittableRandom(3));

        BootstrapEstimate estimate = BootstrapEstimate.of(
                CrossValidation.of(data).splitter(Bootstrap.of(3)), Candidate.of("heart", BY_HEART), LOG_LOSS);

        assertThat(estimate.estimate632()).isEqualTo(MetricValue.undefined("the model gives no probabilities"));
        assertThat(estimate.estimate632Plus()).isEqualTo(estimate.estimate632());
    }

    @Test
    void fits_on_all_examples_as_on_samples() {
        Set<String> threads = ConcurrentHashMap.newKeySet();
        Learner<Integer> watched = training -> {
            threads.add(Thread.currentThread().getName());
            return BY_HEART.fit(training);
        };

        BootstrapEstimate unused = BootstrapEstimate.of(
                CrossValidation.of(examples(60, new SplittableRandom(3))).splitter(Bootstrap.of(3)),
                Candidate.of("heart", watched),
                ACCURACY);

        assertThat(threads).isNotEmpty().allMatch(name -> name.startsWith("assay-worker-"));
    }

    @Test
    void says_that_the_fit_on_all_examples_failed() {
        Learner<Integer> failing = training -> {
            if (new HashSet<>(training.data().inputs()).size() == 60) {
                throw new IllegalStateException("out of memory cards");
            }
            return BY_HEART.fit(training);
        };

        assertThatThrownBy(() -> BootstrapEstimate.of(
                        CrossValidation.of(examples(60, new SplittableRandom(3)))
                                .splitter(Bootstrap.of(3)),
                        Candidate.of("cards", failing),
                        ACCURACY))
                .isInstanceOf(EvaluationException.class)
                .hasMessage(
                        "trained on all examples: cards on data, repeat 1, fold 1: IllegalStateException: out of memory"
                                + " cards");
    }

    @Test
    void needs_bootstrap_samples() {
        CrossValidation<Integer> folds =
                CrossValidation.of(examples(60, new SplittableRandom(3))).folds(5);

        assertThatIllegalArgumentException()
                .isThrownBy(
                        () -> BootstrapEstimate.of(folds, Candidate.of("prior", Learners.<Integer>prior()), ACCURACY))
                .withMessageContaining("Bootstrap.of(");
    }
}
