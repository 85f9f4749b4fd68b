package dev.assay.adapters.tribuo;

import dev.assay.data.Dataset;
import dev.assay.data.InvalidDataException;
import dev.assay.data.LabelSetTargets;
import dev.assay.data.LabelTargets;
import dev.assay.data.NumberTargets;
import dev.assay.data.Targets;
import java.util.Arrays;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.tribuo.Model;
import org.tribuo.classification.Label;
import org.tribuo.regression.Regressor;

/**
 * What Tribuo's trainers learn and its models predict: each task has its type of outputs.
 *
 * <p>The types of the last three are in modules of Tribuo that not everybody has. Only the classes of their tasks name
 * them, and these are loaded when a trainer, a model or data are of that task.
 */
enum Task {
    LABELS("org.tribuo.classification.Label", "labels", LabelTargets.class, "labels") {
        @Override
        Outputs<?> newOutputs(Dataset<?> data) {
            return new LabelOutputs((LabelTargets) data.targets());
        }

        @Override
        TribuoPredictor<?> predictor(Model<?> model, KnownFeatures known) {
            Model<Label> typed = model.castModel(Label.class);
            return new TribuoPredictor<>(typed, new LabelReader(typed), known);
        }

        @Override
        Targets targets(DatasetReader data) {
            return data.labels(LabelOutputs::name);
        }
    },

    NUMBERS("org.tribuo.regression.Regressor", "numbers", NumberTargets.class, "numbers") {
        @Override
        Outputs<?> newOutputs(Dataset<?> data) {
            return new NumberOutputs((NumberTargets) data.targets());
        }

        @Override
        TribuoPredictor<?> predictor(Model<?> model, KnownFeatures known) {
            Model<Regressor> typed = model.castModel(Regressor.class);
            return new TribuoPredictor<>(typed, new NumberReader(typed), known);
        }

        @Override
        Targets targets(DatasetReader data) {
            return data.numbers();
        }
    },

    LABEL_SETS("org.tribuo.multilabel.MultiLabel", "sets of labels", LabelSetTargets.class, "labelSets") {
        @Override
        Outputs<?> newOutputs(Dataset<?> data) {
            return LabelSetOutputs.of(data);
        }

        @Override
        TribuoPredictor<?> predictor(Model<?> model, KnownFeatures known) {
            return LabelSetReader.predictor(model, known);
        }

        @Override
        Targets targets(DatasetReader data) {
            return data.labelSets(LabelSetOutputs::names);
        }
    },

    CLUSTERS("org.tribuo.clustering.ClusterID", "clusters", LabelTargets.class, "labels") {
        @Override
        Outputs<?> newOutputs(Dataset<?> data) {
            return new ClusterOutputs();
        }

        @Override
        TribuoPredictor<?> predictor(Model<?> model, KnownFeatures known) {
            return ClusterReader.predictor(model, known);
        }

        @Override
        Targets targets(DatasetReader data) {
            return data.labels(ClusterOutputs::name);
        }

        @Override
        String withoutTruth() {
            return "; to judge clusters without a truth, by the silhouette, train a model and evaluate it on"
                    + " Dataset.of(source.getData(), Targets.labels(…)) with one label for all rows";
        }
    },

    ANOMALIES("org.tribuo.anomaly.Event", "anomalies", LabelTargets.class, "labels") {
        @Override
        Outputs<?> newOutputs(Dataset<?> data) {
            return EventOutputs.of(data);
        }

        @Override
        TribuoPredictor<?> predictor(Model<?> model, KnownFeatures known) {
            return EventReader.predictor(model, known);
        }

        @Override
        Targets targets(DatasetReader data) {
            return EventNames.targets(data.labels(EventOutputs::name));
        }
    };

    /** What can be handled, for messages. */
    static final String SUPPORTED = "labels, single numbers, sets of labels, clusters and anomalies are supported";

    private final String outputType;
    private final String words;
    private final Class<? extends Targets> targetType;
    /** The method of {@link Targets} that makes targets for it. */
    private final String factory;

    Task(String outputType, String words, Class<? extends Targets> targetType, String factory) {
        this.outputType = outputType;
        this.words = words;
        this.targetType = targetType;
        this.factory = factory;
    }

    /** Finds the task whose outputs are of a type or of one that it extends. */
    static Optional<Task> ofOutputs(Class<?> type) {
        return Stream.<Class<?>>iterate(type, Objects::nonNull, Class::getSuperclass)
                .flatMap(each -> Arrays.stream(values()).filter(task -> task.outputType.equals(each.getName())))
                .findFirst();
    }

    /** Finds the task of a model, by what it predicts. */
    static Optional<Task> of(Model<?> model) {
        return model.getOutputIDInfo().getDomain().stream().findAny().flatMap(output -> ofOutputs(output.getClass()));
    }

    /** Returns the task that targets have without a look at the trainer. */
    static Task of(Targets targets) {
        return Arrays.stream(values())
                .filter(task -> task.targetType.isInstance(targets))
                .findFirst()
                .orElseThrow();
    }

    /**
     * Makes Tribuo's outputs of the targets of data.
     *
     * @throws InvalidDataException if Tribuo's module for them is not on the class path, or the targets can't be learned
     */
    final Outputs<?> outputs(Dataset<?> data) {
        if (this == LABEL_SETS && !isPresent()) {
            throw new InvalidDataException("the targets of " + data.name() + " are " + words + ", and " + outputType
                    + " is not on the class path; add the dependency org.tribuo:tribuo-multilabel-sgd, or another"
                    + " whose trainers learn sets of labels");
        }
        return newOutputs(data);
    }

    private boolean isPresent() {
        try {
            Class.forName(outputType, false, Task.class.getClassLoader());
            return true;
        } catch (ClassNotFoundException e) {
            return false;
        }
    }

    /**
     * Makes sure that a trainer of this task can learn from data.
     *
     * @param learner how messages name the trainer
     */
    final void requireTargets(Dataset<?> data, String learner) {
        if (!targetType.isInstance(data.targets())) {
            throw new IllegalArgumentException(learner + " learns " + words + ", but the targets of " + data.name()
                    + " are " + data.targets().kind() + "; take a trainer that learns "
                    + data.targets().kind() + ", or give the data others by withTargets(Targets." + factory + "(…))");
        }
    }

    abstract Outputs<?> newOutputs(Dataset<?> data);

    /** Makes the predictor of a model that was fitted elsewhere. */
    abstract TribuoPredictor<?> predictor(Model<?> model, KnownFeatures known);

    /** Reads the targets of one of Tribuo's data sets. */
    abstract Targets targets(DatasetReader data);

    /** Says how data without a truth can be used, as the end of a message; empty if they can't. */
    String withoutTruth() {
        return "";
    }
}
