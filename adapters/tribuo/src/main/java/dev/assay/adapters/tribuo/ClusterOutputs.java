package dev.assay.adapters.tribuo;

import java.util.Optional;
import org.tribuo.Model;
import org.tribuo.Output;
import org.tribuo.clustering.ClusterID;
import org.tribuo.clustering.ClusteringFactory;
import org.tribuo.provenance.DataProvenance;

/** No clusters yet: what a clustering is trained on. The labels of the data are for its judges only. */
final class ClusterOutputs extends Outputs<ClusterID> {

    private static final ClusteringFactory FACTORY = new ClusteringFactory();
    private static final DataProvenance PROVENANCE = provenance(FACTORY);

    ClusterOutputs() {
        super(ClusterID.class, FACTORY, PROVENANCE);
    }

    /** Returns the number of an output's cluster, as a label; empty if it is unknown. */
    static Optional<String> name(Output<?> output) {
        return output instanceof ClusterID cluster && cluster.getID() != ClusterID.UNASSIGNED
                ? Optional.of(Integer.toString(cluster.getID()))
                : Optional.empty();
    }

    @Override
    ClusterID output(int row) {
        // the very instance, by which Tribuo's data sets recognise it
        return ClusteringFactory.UNASSIGNED_CLUSTER_ID;
    }

    @Override
    ClusterID output(int row, Output<?> instead) {
        return output(row);
    }

    @Override
    boolean agrees(Output<?> output, int row) {
        return output == ClusteringFactory.UNASSIGNED_CLUSTER_ID;
    }

    @Override
    PredictionReader<ClusterID> reader(Model<ClusterID> model) {
        return new ClusterReader(model);
    }

    @Override
    String kind() {
        return "clusters";
    }
}
