package dev.assay.adapters.python;

import dev.assay.data.LabelSetTargets;
import dev.assay.data.LabelTargets;
import dev.assay.data.Labels;
import dev.assay.data.NumberTargets;
import dev.assay.data.Targets;
import dev.assay.files.PredictionFile;
import dev.assay.prediction.Predictions;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.json.JsonMapper;

/** Targets as a command reads them. */
interface TargetText {

    /** Returns what the protocol calls the task. */
    String task();

    /** Returns the vocabulary, if there is one. */
    Optional<Labels> labels();

    /** Returns the target of an example as a cell. */
    String cell(int row);

    /** Says what predictions are of. */
    PredictionFile told(PredictionFile file);

    /** Returns the predictions for no examples at all. */
    Predictions nothing();

    /** Wraps targets. */
    static TargetText of(Targets targets) {
        if (targets instanceof LabelTargets labels) {
            return new OfLabels(labels);
        }
        return targets instanceof NumberTargets numbers
                ? new OfNumbers(numbers)
                : new OfLabelSets((LabelSetTargets) targets);
    }

    /** Declares a vocabulary. */
    private static PredictionFile declared(PredictionFile file, Labels labels) {
        PredictionFile declared = file.labels(labels.names().toArray(String[]::new));
        return labels.positive().map(declared::positive).orElse(declared);
    }

    /** One label for each example. */
    record OfLabels(LabelTargets targets) implements TargetText {

        @Override
        public String task() {
            return "labels";
        }

        @Override
        public Optional<Labels> labels() {
            return Optional.of(targets.labels());
        }

        @Override
        public String cell(int row) {
            return targets.label(row);
        }

        @Override
        public PredictionFile told(PredictionFile file) {
            return declared(file, targets.labels());
        }

        @Override
        public Predictions nothing() {
            return Predictions.labels(targets.labels());
        }
    }

    /** One number for each example. */
    record OfNumbers(NumberTargets targets) implements TargetText {

        @Override
        public String task() {
            return "numbers";
        }

        @Override
        public Optional<Labels> labels() {
            return Optional.empty();
        }

        @Override
        public String cell(int row) {
            return Double.toString(targets.value(row));
        }

        @Override
        public PredictionFile told(PredictionFile file) {
            return file.numbers();
        }

        @Override
        public Predictions nothing() {
            return Predictions.numbers();
        }
    }

    /** A set of labels for each example, as a JSON array in the order of the vocabulary. */
    record OfLabelSets(LabelSetTargets targets) implements TargetText {

        private static final JsonMapper MAPPER = new JsonMapper();

        @Override
        public String task() {
            return "label sets";
        }

        @Override
        public Optional<Labels> labels() {
            return Optional.of(targets.labels());
        }

        @Override
        public String cell(int row) {
            List<String> labels = targets.labels().names().stream()
                    .filter(targets.set(row)::contains)
                    .toList();
            return MAPPER.writeValueAsString(labels);
        }

        @Override
        public PredictionFile told(PredictionFile file) {
            return declared(file.labelSets(), targets.labels());
        }

        @Override
        public Predictions nothing() {
            return Predictions.labelSets(targets.labels(), List.of());
        }
    }
}
