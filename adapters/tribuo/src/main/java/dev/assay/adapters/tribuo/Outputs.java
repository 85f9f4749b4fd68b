package dev.assay.adapters.tribuo;

import dev.assay.prediction.Predictions;
import org.tribuo.Model;
import org.tribuo.MutableDataset;
import org.tribuo.Output;
import org.tribuo.OutputFactory;
import org.tribuo.provenance.DataProvenance;
import org.tribuo.provenance.SimpleDataSourceProvenance;

/** The targets of a data set as Tribuo's outputs. */
abstract sealed class Outputs<T extends Output<T>>
        permits LabelOutputs, NumberOutputs, LabelSetOutputs, ClusterOutputs, EventOutputs {

    private final Class<T> type;
    private final OutputFactory<T> factory;
    private final DataProvenance provenance;

    Outputs(Class<T> type, OutputFactory<T> factory, DataProvenance provenance) {
        this.type = type;
        this.factory = factory;
        this.provenance = provenance;
    }

    /** Describes examples that come from Assay; one such description serves all data sets of a kind. */
    static <T extends Output<T>> DataProvenance provenance(OutputFactory<T> factory) {
        return new SimpleDataSourceProvenance("examples from Assay", factory);
    }

    Class<T> type() {
        return type;
    }

    /** Creates the data set that one fold fills and trains on. */
    MutableDataset<T> newDataset() {
        return new MutableDataset<>(provenance, factory);
    }

    /** Returns the output of a row. */
    abstract T output(int row);

    /** Returns the output of a row in place of another that doesn't agree with its target. */
    abstract T output(int row, Output<?> instead);

    /** Tells whether a row's target is what an example already says. */
    abstract boolean agrees(Output<?> output, int row);

    /** Tells whether a row is one to learn from. */
    boolean isLearned(int row) {
        return true;
    }

    /** Makes what reads the predictions of a model that was trained on such outputs. */
    abstract PredictionReader<T> reader(Model<T> model);

    /** Puts predictions of a model that was trained on a part of the data over the vocabulary of the whole. */
    Predictions inVocabulary(Predictions predictions) {
        return predictions;
    }

    /** Names what the targets are, for messages. */
    abstract String kind();
}
