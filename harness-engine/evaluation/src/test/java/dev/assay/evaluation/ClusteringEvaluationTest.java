package dev.assay.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.assay.data.Dataset;
import dev.assay.data.Labels;
import dev.assay.data.Targets;
import dev.assay.learning.Learner;
import dev.assay.learning.Predictor;
import dev.assay.metric.ClusteringMetrics;
import dev.assay.metric.Metric;
import dev.assay.metric.MetricValue;
import dev.assay.prediction.Predictions;
import dev.assay.verdict.Criteria;
import dev.assay.verdict.Judge;
import dev.assay.verdict.Verdict;
import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** From labelled points to a verdict on clusters. */
class ClusteringEvaluationTest {

    private static final double[][] CENTRES = {{0, 0}, {10, 0}, {0, 10}};

    /** Thirty flowers, ten close to each centre. */
    private static Dataset<double[]> flowers() {
        SplittableRandom random = new SplittableRandom(42);
        int[] species = IntStream.range(0, 30).map(row -> row % 3).toArray();
        double[][] points = Arrays.stream(species)
                .mapToObj(centre -> Arrays.stream(CENTRES[centre])
                        .map(x -> x + random.nextDouble(-1, 1))
                        .toArray())
                .toArray(double[][]::new);
        return Dataset.of(points, Targets.labels(Labels.of("iris", "lily", "rose"), species))
                .named("flowers");
    }

    /** Puts each point into the cluster of the nearest centre. */
    private static Learner<double[]> nearestOf(double[]... centres) {
        Predictor<double[]> predictor = points -> Predictions.clusters(points.stream()
                        .mapToInt(point -> nearest(point, centres))
                        .toArray())
                .withPoints(points.toArray(double[][]::new));
        return training -> predictor;
    }

    private static int nearest(double[] point, double[]... centres) {
        return IntStream.range(0, centres.length)
                .boxed()
                .min((a, b) -> Double.compare(distance(point, centres[a]), distance(point, centres[b])))
                .orElseThrow();
    }

    private static double distance(double[] a, double[] b) {
        return Math.hypot(a[0] - b[0], a[1] - b[1]);
    }

    private static CrossValidation<double[]> crossValidation() {
        return CrossValidation.of(flowers()).folds(5).repeats(2).seed(1);
    }

    @Test
    void right_centres_find_the_labels() {
        Evaluation evaluation = crossValidation().evaluate("nearest centre", nearestOf(CENTRES));

        assertThat(evaluation.value(ClusteringMetrics.ADJUSTED_RAND_INDEX)).isEqualTo(MetricValue.of(1));
        assertThat(evaluation.value(ClusteringMetrics.SILHOUETTE).asOptional().orElseThrow())
                .isCloseTo(0.9, within(0.1));
        assertThat(evaluation.scores())
                .extracting(score -> score.metric().name())
                .startsWith("adjusted Rand index");
    }

    @Test
    void there_is_no_confusion_matrix() {
        assertThat(crossValidation()
                        .evaluate("nearest centre", nearestOf(CENTRES))
                        .confusion())
                .isEmpty();
    }

    @Test
    void values_are_means_over_folds() {
        Evaluation evaluation = crossValidation().evaluate("two centres", nearestOf(CENTRES[0], CENTRES[1]));
        MetricScore score = evaluation.score(ClusteringMetrics.ADJUSTED_RAND_INDEX);

        assertThat(score.folds()).hasSize(10);
        assertThat(score.value().asOptional().orElseThrow())
                .isCloseTo(
                        score.folds().stream()
                                .mapToDouble(fold -> fold.asOptional().orElseThrow())
                                .average()
                                .orElseThrow(),
                        within(1e-15))
                .isLessThan(1);
    }

    @Test
    void a_candidate_that_finds_one_cluster_does_not_pass_on_its_silhouette() {
        Evaluation evaluation = crossValidation().evaluate("one centre", nearestOf(new double[][] {{5, 5}}));
        Metric silhouette = ClusteringMetrics.SILHOUETTE;

        Verdict verdict = Judge.judge(evaluation, Criteria.atLeast(silhouette, -1));

        assertThat(verdict).isInstanceOf(Verdict.NotMet.class);
        assertThat(verdict.message()).contains("all examples are in one cluster; it takes at least two clusters");
    }

    @Test
    void candidates_can_be_compared() {
        Comparison comparison = crossValidation()
                .compare(
                        Candidate.of("three centres", nearestOf(CENTRES)),
                        Candidate.of("one centre", nearestOf(new double[][] {{5, 5}})));

        assertThat(comparison.toString()).contains("three centres", "one centre");
    }
}
