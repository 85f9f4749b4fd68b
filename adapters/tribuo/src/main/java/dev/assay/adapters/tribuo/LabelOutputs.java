package dev.assay.adapters.tribuo;

import dev.assay.data.LabelTargets;
import dev.assay.prediction.LabelPredictions;
import dev.assay.prediction.Predictions;
import java.util.List;
import java.util.Optional;
import org.tribuo.Model;
import org.tribuo.Output;
import org.tribuo.classification.Label;
import org.tribuo.classification.LabelFactory;
import org.tribuo.provenance.DataProvenance;

/** Labels as Tribuo's outputs; their case is kept. */
final class LabelOutputs extends Outputs<Label> {

    private static final LabelFactory FACTORY = new LabelFactory();
    private static final DataProvenance PROVENANCE = provenance(FACTORY);

    private final LabelTargets targets;
    /** In the order of the vocabulary. */
    private final List<Label> labels;

    LabelOutputs(LabelTargets targets) {
        super(Label.class, FACTORY, PROVENANCE);
        this.targets = targets;
        this.labels = targets.labels().names().stream().map(Label::new).toList();
    }

    @Override
    Label output(int row) {
        return labels.get(targets.index(row));
    }

    @Override
    Label output(int row, Output<?> instead) {
        return output(row);
    }

    @Override
    boolean agrees(Output<?> output, int row) {
        return output instanceof Label label && label.getLabel().equals(targets.label(row));
    }

    @Override
    PredictionReader<Label> reader(Model<Label> model) {
        return new LabelReader(model);
    }

    @Override
    Predictions inVocabulary(Predictions predictions) {
        return predictions instanceof LabelPredictions predicted ? predicted.over(targets.labels()) : predictions;
    }

    /** Returns the label of an output; empty if it is unknown. */
    static Optional<String> name(Output<?> output) {
        return output instanceof Label label && !label.equals(LabelFactory.UNKNOWN_LABEL)
                ? Optional.of(label.getLabel())
                : Optional.empty();
    }

    @Override
    String kind() {
        return "labels";
    }
}
