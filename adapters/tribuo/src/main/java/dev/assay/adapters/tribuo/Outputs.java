package dev.assay.adapters.tribuo;

import dev.assay.data.InvalidDataException;
import dev.assay.data.LabelTargets;
import dev.assay.data.NumberTargets;
import dev.assay.data.Targets;
import org.tribuo.MutableDataset;
import org.tribuo.Output;
import org.tribuo.OutputFactory;
import org.tribuo.provenance.DataProvenance;
import org.tribuo.provenance.SimpleDataSourceProvenance;

/** The targets of a data set as Tribuo's outputs. */
abstract sealed class Outputs<T extends Output<T>> permits LabelOutputs, NumberOutputs {

    private final Class<T> type;
    private final OutputFactory<T> factory;
    private final DataProvenance provenance;

    Outputs(Class<T> type, OutputFactory<T> factory, DataProvenance provenance) {
        this.type = type;
        this.factory = factory;
        this.provenance = provenance;
    }

    static Outputs<?> of(Targets targets) {
        if (targets instanceof LabelTargets labels) {
            return new LabelOutputs(labels);
        }
        if (targets instanceof NumberTargets numbers) {
            return new NumberOutputs(numbers);
        }
        throw new InvalidDataException("Tribuo learns labels or numbers here, not "
                + targets.getClass().getSimpleName());
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

    /** Names what the targets are, for messages. */
    abstract String kind();
}
