package dev.assay.adapters.tribuo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import dev.assay.data.Dataset;
import dev.assay.data.InvalidDataException;
import dev.assay.data.LabelTargets;
import dev.assay.data.Targets;
import dev.assay.evaluation.CrossValidation;
import dev.assay.evaluation.Evaluation;
import dev.assay.evaluation.WorkerPool;
import dev.assay.learning.LearnerProvider.Sharing;
import dev.assay.metric.ClusteringMetrics;
import dev.assay.metric.Metric;
import dev.assay.prediction.ClusterPredictions;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.tribuo.Model;
import org.tribuo.MutableDataset;
import org.tribuo.Trainer;
import org.tribuo.clustering.ClusterID;
import org.tribuo.clustering.ClusteringFactory;
import org.tribuo.clustering.evaluation.ClusteringEvaluation;
import org.tribuo.clustering.hdbscan.HdbscanTrainer;
import org.tribuo.clustering.kmeans.KMeansTrainer;
import org.tribuo.clustering.kmeans.KMeansTrainer.Initialisation;
import org.tribuo.impl.ArrayExample;
import org.tribuo.math.distance.L2Distance;
import org.tribuo.transform.TransformTrainer;
import org.tribuo.transform.TransformationMap;
import org.tribuo.transform.transformations.MeanStdDevTransformation;

class ClustersTest {

    private static Stream<Named<Supplier<Trainer<ClusterID>>>> trainers() {
        return Stream.of(
                Named.of("k-means", () -> kMeans(1)),
                Named.of("k-means in threads", () -> kMeans(3)),
                Named.of("k-means++", () -> new KMeansTrainer(3, 10, new L2Distance(), Initialisation.PLUSPLUS, 1, 7)),
                Named.of(
                        "scaled k-means",
                        () -> new TransformTrainer<>(
                                kMeans(1), new TransformationMap(List.of(new MeanStdDevTransformation())))),
                Named.of("HDBSCAN", () -> new HdbscanTrainer(5)));
    }

    private static Trainer<ClusterID> kMeans(int threads) {
        return new KMeansTrainer(3, 10, new L2Distance(), threads, 1);
    }

    /** The labels as clusters, as Tribuo wants them for its own metrics. */
    private static MutableDataset<ClusterID> bare(Dataset<double[]> data, int... rows) {
        LabelTargets targets = (LabelTargets) data.targets();
        return TestData.bare(data, new ClusteringFactory(), row -> new ClusterID(targets.index(row)), rows);
    }

    @ParameterizedTest
    @MethodSource("trainers")
    void clusters_are_those_of_bare_tribuo(Supplier<Trainer<ClusterID>> trainer) throws Exception {
        Dataset<double[]> data = TestData.iris();
        List<Object> bare = trainer
                .get()
                .train(bare(data, TestData.trainingRows(data)))
                .predict(bare(data, TestData.testRows(data)))
                .stream()
                .<Object>map(prediction -> prediction.getOutput().getID())
                .toList();

        assertThat(Set.copyOf(bare)).hasSizeGreaterThan(1);
        for (Sharing sharing : Sharing.values()) {
            assertThat(Fits.content(Fits.outOfFold(data, trainer.get(), sharing)))
                    .isEqualTo(bare);
        }
    }

    @ParameterizedTest
    @MethodSource("trainers")
    void any_parallelism_gives_the_same_also_for_a_shared_trainer(Supplier<Trainer<ClusterID>> trainer) {
        try (WorkerPool one = WorkerPool.of(1);
                WorkerPool four = WorkerPool.of(4)) {
            CrossValidation<?> validation =
                    CrossValidation.of(TestData.iris()).folds(5).repeats(2).seed(1);
            Evaluation alone = validation.pool(one).evaluate("clusters", trainer);
            Evaluation together = validation.pool(four).evaluate("clusters", (Object) trainer.get());

            assertThat(alone.folds())
                    .zipSatisfy(
                            together.folds(),
                            (a, b) -> assertThat(Fits.content(a.outcomes().predictions()))
                                    .isEqualTo(Fits.content(b.outcomes().predictions())));
            assertThat(alone.value(ClusteringMetrics.ADJUSTED_RAND_INDEX)
                            .asOptional()
                            .orElseThrow())
                    .isGreaterThan(0.4);
        }
    }

    /** Tribuo divides by the lower of both entropies, where scikit-learn and Assay take their mean. */
    @Test
    void metrics_agree_with_those_of_tribuo_on_one_fitted_model_but_for_what_they_divide_by() {
        Dataset<double[]> data = TestData.iris();
        Model<ClusterID> model = kMeans(1).train(bare(data, TestData.trainingRows(data)));
        ClusteringEvaluation bare =
                new ClusteringFactory().getEvaluator().evaluate(model, bare(data, TestData.testRows(data)));

        Evaluation ours = Evaluation.ofFittedModel("k-means", model, data.select(TestData.testRows(data)));

        double shared = value(ours, ClusteringMetrics.MUTUAL_INFORMATION);
        double ofLabels = shared / value(ours, ClusteringMetrics.HOMOGENEITY);
        double ofClusters = shared / value(ours, ClusteringMetrics.COMPLETENESS);
        double lower = Math.min(ofLabels, ofClusters);
        double mean = (ofLabels + ofClusters) / 2;
        double adjusted = value(ours, ClusteringMetrics.ADJUSTED_MUTUAL_INFORMATION);
        double byChance = (shared - adjusted * mean) / (1 - adjusted);
        assertThat(value(ours, ClusteringMetrics.NORMALISED_MUTUAL_INFORMATION))
                .isCloseTo(bare.normalizedMI() * lower / mean, within(1e-12));
        // Tribuo takes what chance gives in nats, the rest in bits
        double bits = 1 / Math.log(2);
        assertThat((shared * bits - byChance) / (lower * bits - byChance)).isCloseTo(bare.adjustedMI(), within(1e-9));
        assertThat(adjusted).isBetween(0.5, 0.95);
    }

    private static double value(Evaluation evaluation, Metric metric) {
        return evaluation.value(metric).asOptional().orElseThrow();
    }

    @Test
    void points_are_the_features_where_every_row_has_all() throws Exception {
        Dataset<double[]> data = TestData.iris();

        ClusterPredictions predictions = (ClusterPredictions) Fits.outOfFold(data, kMeans(1), Sharing.EXCLUSIVE);

        // features are in the order of their names
        assertThat(predictions.dimensions()).isEqualTo(4);
        double[] second = data.input(TestData.testRows(data)[1]);
        assertThat(IntStream.range(0, 4).mapToDouble(dimension -> predictions.coordinate(1, dimension)))
                .containsExactly(second[2], second[3], second[0], second[1]);
        Evaluation evaluation = CrossValidation.of(data).folds(3).seed(1).evaluate("k-means", (Object) kMeans(1));
        assertThat(evaluation.value(ClusteringMetrics.SILHOUETTE).asOptional().orElseThrow())
                .isGreaterThan(0.3);
    }

    @Test
    void there_are_no_points_where_a_row_lacks_a_feature() throws Exception {
        Dataset<Map<String, Double>> data = TestData.iris()
                .map(flower -> flower[3] < 0.2
                        ? Map.of("length", flower[2])
                        : Map.of("length", flower[2], "width", flower[3]));

        ClusterPredictions predictions = (ClusterPredictions) Fits.outOfFold(data, kMeans(1), Sharing.EXCLUSIVE);

        assertThat(predictions.hasPoints()).isFalse();
    }

    @Test
    void data_sets_of_tribuo_evaluate_as_the_same_data_from_elsewhere() throws Exception {
        Dataset<double[]> data = TestData.iris();
        Dataset<?> read = new TribuoDatasetProvider()
                .dataset(bare(data, IntStream.range(0, data.size()).toArray()));

        LabelTargets targets = (LabelTargets) read.targets();
        assertThat(targets.labels().names()).containsExactly("0", "1", "2");
        assertThat(targets.label(149)).isEqualTo("2");
        assertThat(Fits.content(Fits.outOfFold(read, kMeans(1), Sharing.EXCLUSIVE)))
                .isEqualTo(Fits.content(Fits.outOfFold(data, kMeans(1), Sharing.EXCLUSIVE)));
    }

    @Test
    void fails_for_a_data_set_of_tribuo_without_truth() {
        MutableDataset<ClusterID> source = TestData.empty(new ClusteringFactory());
        source.add(new ArrayExample<>(ClusteringFactory.UNASSIGNED_CLUSTER_ID, new String[] {"x"}, new double[] {1}));

        assertThatExceptionOfType(InvalidDataException.class)
                .isThrownBy(() -> new TribuoDatasetProvider().dataset(source))
                .withMessage("the output of row 0 of data is unknown; leave out such rows, since a model is judged by"
                        + " the truth; to judge clusters without a truth, by the silhouette, train a model and evaluate it"
                        + " on Dataset.of(source.getData(), Targets.labels(…)) with one label for all rows");
    }

    @Test
    void clusters_without_a_truth_are_judged_by_their_points() {
        Dataset<double[]> iris = TestData.iris();
        MutableDataset<ClusterID> source = TestData.bare(
                iris,
                new ClusteringFactory(),
                row -> ClusteringFactory.UNASSIGNED_CLUSTER_ID,
                IntStream.range(0, iris.size()).toArray());
        Dataset<?> data = Dataset.of(source.getData(), Targets.labels(Collections.nCopies(source.size(), "unknown")));

        Evaluation evaluation = Evaluation.ofFittedModel("k-means", kMeans(1).train(source), data);

        assertThat(value(evaluation, ClusteringMetrics.SILHOUETTE)).isGreaterThan(0.3);
    }

    @Test
    void fails_if_a_clustering_gets_numbers() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Fits.outOfFold(TestData.diabetes(), kMeans(1), Sharing.SHARED))
                .withMessage("org.tribuo.clustering.kmeans.KMeansTrainer learns clusters, but the targets of diabetes"
                        + " are numbers; take a trainer that learns numbers, or give the data others by"
                        + " withTargets(Targets.labels(…))");
    }
}
