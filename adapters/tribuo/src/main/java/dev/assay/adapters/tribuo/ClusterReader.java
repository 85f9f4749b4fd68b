package dev.assay.adapters.tribuo;

import dev.assay.prediction.ClusterPredictions;
import dev.assay.prediction.Predictions;
import java.util.List;
import java.util.Optional;
import org.tribuo.Example;
import org.tribuo.Feature;
import org.tribuo.ImmutableFeatureMap;
import org.tribuo.Model;
import org.tribuo.Prediction;
import org.tribuo.clustering.ClusterID;
import org.tribuo.clustering.ClusteringFactory;

/**
 * Reads the clusters that a model assigns. The examples' features are the points, by which the silhouette and the like
 * judge, if all examples have all the features that the model knows and no others; points of sparse data could fill the
 * memory.
 */
final class ClusterReader implements PredictionReader<ClusterID> {

    private final ImmutableFeatureMap features;

    ClusterReader(Model<ClusterID> model) {
        this.features = model.getFeatureIDMap();
    }

    static TribuoPredictor<ClusterID> predictor(Model<?> model, KnownFeatures known) {
        Model<ClusterID> typed = model.castModel(ClusterID.class);
        return new TribuoPredictor<>(typed, new ClusterReader(typed), known);
    }

    @Override
    public Class<ClusterID> type() {
        return ClusterID.class;
    }

    @Override
    public Optional<ClusterID> placeholder(Example<?> example, int position) {
        return Optional.of(ClusteringFactory.UNASSIGNED_CLUSTER_ID);
    }

    @Override
    public String kind() {
        return "clusters";
    }

    @Override
    public Predictions read(List<Prediction<ClusterID>> predictions, List<Example<?>> inputs) {
        ClusterPredictions clusters = Predictions.clusters(predictions.stream()
                .mapToInt(prediction -> prediction.getOutput().getID())
                .toArray());
        return inputs.stream().allMatch(this::isPoint)
                ? clusters.withPoints(inputs.stream()
                        .map(example -> Features.of(example).values())
                        .toArray(double[][]::new))
                : clusters;
    }

    private boolean isPoint(Example<?> example) {
        if (example.size() != features.size()) {
            return false;
        }
        for (Feature feature : example) {
            if (features.getID(feature.getName()) < 0) {
                return false;
            }
        }
        return true;
    }
}
