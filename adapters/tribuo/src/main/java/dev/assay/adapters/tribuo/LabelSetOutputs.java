package dev.assay.adapters.tribuo;

import dev.assay.data.Dataset;
import dev.assay.data.InvalidDataException;
import dev.assay.data.LabelSetTargets;
import dev.assay.prediction.LabelSetPredictions;
import dev.assay.prediction.Predictions;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.tribuo.Model;
import org.tribuo.Output;
import org.tribuo.classification.Label;
import org.tribuo.multilabel.MultiLabel;
import org.tribuo.multilabel.MultiLabelFactory;
import org.tribuo.provenance.DataProvenance;

/** Sets of labels as Tribuo's outputs. */
final class LabelSetOutputs extends Outputs<MultiLabel> {

    private static final MultiLabelFactory FACTORY = new MultiLabelFactory();
    private static final DataProvenance PROVENANCE = provenance(FACTORY);

    private final LabelSetTargets targets;

    private LabelSetOutputs(LabelSetTargets targets) {
        super(MultiLabel.class, FACTORY, PROVENANCE);
        this.targets = targets;
    }

    /**
     * Takes the targets of data.
     *
     * @throws InvalidDataException if a label has a comma in its name, which Tribuo refuses
     */
    static LabelSetOutputs of(Dataset<?> data) {
        LabelSetTargets targets = (LabelSetTargets) data.targets();
        for (String label : targets.labels().names()) {
            if (label.contains(",")) {
                throw new InvalidDataException("the label \"" + label + "\" of " + data.name()
                        + " has a comma, by which Tribuo separates the labels of a set; give it another name");
            }
        }
        return new LabelSetOutputs(targets);
    }

    /** Returns the labels of an output; empty if it is unknown. */
    static Optional<Set<String>> names(Output<?> output) {
        return output instanceof MultiLabel set && !set.equals(MultiLabelFactory.UNKNOWN_MULTILABEL)
                ? Optional.of(set.getNameSet())
                : Optional.empty();
    }

    @Override
    MultiLabel output(int row) {
        return new MultiLabel(targets.set(row).stream().map(Label::new).collect(Collectors.toSet()));
    }

    @Override
    MultiLabel output(int row, Output<?> instead) {
        return output(row);
    }

    @Override
    boolean agrees(Output<?> output, int row) {
        return output instanceof MultiLabel set && set.getNameSet().equals(targets.set(row));
    }

    @Override
    PredictionReader<MultiLabel> reader(Model<MultiLabel> model) {
        return new LabelSetReader(model);
    }

    @Override
    Predictions inVocabulary(Predictions predictions) {
        return predictions instanceof LabelSetPredictions sets ? sets.over(targets.labels()) : predictions;
    }

    @Override
    String kind() {
        return "sets of labels";
    }
}
