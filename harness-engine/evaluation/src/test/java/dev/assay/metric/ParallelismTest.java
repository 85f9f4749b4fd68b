package dev.assay.metric;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.data.Labels;
import dev.assay.data.Targets;
import dev.assay.prediction.Predictions;
import dev.assay.testing.Examples;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.ForkJoinPool;
import java.util.stream.DoubleStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** However many threads work on many rows, no bit of a metric or curve changes. */
class ParallelismTest {

    private static final int ROWS = 50_000;
    private static final Labels LABELS = Examples.vocabulary(3);

    private record Results(List<MetricValue> values, List<List<List<Double>>> curves, ConfusionMatrix confusion) {

        static Results of(Outcomes outcomes) {
            return new Results(
                    ClassificationCatalogue.all(LABELS).stream()
                            .map(metric -> metric.value(outcomes))
                            .toList(),
                    Curves.all(outcomes),
                    outcomes.confusion());
        }
    }

    /** Makes all from arrays, so that nothing is known from before. */
    private static Outcomes outcomes(boolean weighted) {
        SplittableRandom random = new SplittableRandom(5);
        int[] truth = random.ints(ROWS, 0, LABELS.size()).toArray();
        double[] probabilities = new double[ROWS * LABELS.size()];
        for (int row = 0; row < ROWS; row++) {
            double[] votes = random.doubles(LABELS.size()).toArray();
            votes[truth[row]] += 0.3;
            double sum = DoubleStream.of(votes).sum();
            for (int label = 0; label < LABELS.size(); label++) {
                probabilities[row * LABELS.size() + label] = votes[label] / sum;
            }
        }
        Outcomes outcomes = Outcomes.of(
                Targets.labels(
                        LABELS, Arrays.stream(truth).mapToObj(LABELS::name).toList()),
                Predictions.probabilities(LABELS, probabilities));
        return weighted ? outcomes.withWeights(random.doubles(ROWS).toArray()) : outcomes;
    }

    private static Results in(int threads, boolean weighted) {
        ForkJoinPool pool = new ForkJoinPool(threads);
        try {
            return pool.submit(() -> Results.of(outcomes(weighted))).join();
        } finally {
            pool.shutdown();
        }
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void values_and_curves_are_the_same_for_any_number_of_threads(boolean weighted) {
        Results alone = in(1, weighted);

        assertThat(in(2, weighted).equals(alone)).isTrue();
        assertThat(in(7, weighted).equals(alone)).isTrue();
        assertThat(Results.of(outcomes(weighted)).equals(alone)).isTrue();
        assertThat(alone.values()).hasAtLeastOneElementOfType(MetricValue.Defined.class);
    }
}
