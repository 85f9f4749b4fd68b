package dev.assay.adapters.python;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import de.siegmar.fastcsv.writer.QuoteStrategies;
import dev.assay.data.Column;
import dev.assay.data.Dataset;
import dev.assay.data.InvalidDataException;
import dev.assay.data.Labels;
import dev.assay.files.PredictionFile;
import dev.assay.learning.Training;
import dev.assay.prediction.Predictions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** What a command is told of a fold. */
final class FoldData {

    static final String PREDICTIONS = "predictions.csv";

    private static final int PROTOCOL = 1;
    private static final String TRUTH = "truth";
    private static final String WEIGHT = "weight";
    private static final String GROUP = "group";
    private static final String TRAIN = "train.csv";
    private static final String VALIDATION = "validation.csv";
    private static final String TEST = "test.csv";
    private static final JsonMapper MAPPER = new JsonMapper();
    /** What is above 31 bits of a long is left: some languages know no larger seeds. */
    private static final int SURPLUS_BITS = Long.SIZE - 31;

    private final Training<Object> training;
    private final Features features;
    private final TargetText targets;

    private FoldData(Training<Object> training) {
        this.training = training;
        this.features = Features.of(training.data());
        this.targets = TargetText.of(training.data().targets());
        requireDistinctNames();
    }

    /**
     * Takes a fold's training.
     *
     * @throws InvalidDataException if it can't be written as the protocol says
     */
    static FoldData of(Training<Object> training) {
        return new FoldData(training);
    }

    private void requireDistinctNames() {
        List<String> names = features.columns().stream().map(Column::name).toList();
        for (String own : ownColumns()) {
            if (names.contains(own)) {
                throw new InvalidDataException("a feature of " + training.data().name() + " is called '" + own
                        + "', as the column is in which a command gets the "
                        + (own.equals(TRUTH) ? own : own + "s") + "; rename the feature");
            }
        }
    }

    private List<String> ownColumns() {
        List<String> own = new ArrayList<>(List.of(TRUTH));
        training.data().weights().ifPresent(weights -> own.add(WEIGHT));
        training.data().groups().ifPresent(groups -> own.add(GROUP));
        return own;
    }

    /** Tells whether the fold is not wanted any more. */
    BooleanSupplier cancellation() {
        return training::isCancelled;
    }

    /** Says what predictions are of. */
    PredictionFile told(PredictionFile file) {
        return targets.told(file);
    }

    /** Returns the predictions for no examples at all. */
    Predictions nothing() {
        return targets.nothing();
    }

    /**
     * Writes all files.
     *
     * @param folder where to
     * @param inputs what is to be predicted
     */
    void write(Path folder, List<?> inputs) throws IOException {
        writePart(folder.resolve(TRAIN), training.data());
        if (training.validation().isPresent()) {
            writePart(folder.resolve(VALIDATION), training.validation().get());
        }
        try (CsvWriter test = csv(folder.resolve(TEST))) {
            test.writeRecord(features.columns().stream().map(Column::name).toList());
            for (Object input : inputs) {
                List<@Nullable String> cells = features.cells(input);
                // a line without anything would be passed over
                test.writeRecord(cells.size() == 1 && cells.get(0) == null ? List.of("") : cells);
            }
        }
        Files.write(
                folder.resolve("fold.json"),
                MAPPER.writerWithDefaultPrettyPrinter().writeValueAsBytes(description(inputs.size())));
    }

    private static CsvWriter csv(Path file) throws IOException {
        return CsvWriter.builder()
                .lineDelimiter(LineDelimiter.LF)
                // so that an empty text is not taken for none
                .quoteStrategy(QuoteStrategies.EMPTY)
                .build(file);
    }

    private void writePart(Path file, Dataset<?> part) throws IOException {
        TargetText truth = TargetText.of(part.targets());
        Optional<double[]> weights = training.data().weights().isPresent() ? part.weights() : Optional.empty();
        Optional<List<String>> groups = training.data().groups().isPresent() ? part.groups() : Optional.empty();
        try (CsvWriter csv = csv(file)) {
            List<@Nullable String> cells = new ArrayList<>();
            features.columns().forEach(column -> cells.add(column.name()));
            cells.addAll(ownColumns());
            csv.writeRecord(cells);
            for (int row = 0; row < part.size(); row++) {
                cells.clear();
                cells.addAll(features.cells(part.input(row)));
                cells.add(truth.cell(row));
                if (weights.isPresent()) {
                    cells.add(Features.text(weights.get()[row]));
                }
                if (groups.isPresent()) {
                    cells.add(groups.get().get(row));
                }
                csv.writeRecord(cells);
            }
        }
    }

    private ObjectNode description(int examples) {
        Dataset<?> data = training.data();
        ObjectNode fold = MAPPER.createObjectNode();
        fold.put("protocol", PROTOCOL);
        fold.put("task", targets.task());
        fold.put("seed", training.seed().derive("command").value() >>> SURPLUS_BITS);
        ArrayNode columns = fold.putArray("features");
        for (Column column : features.columns()) {
            columns.addObject()
                    .put("name", column.name())
                    .put(
                            "type",
                            switch (column.type()) {
                                case NUMBER -> "number";
                                case CATEGORY -> "category";
                                case TEXT -> "text";
                            });
        }
        fold.put("truth", TRUTH);
        fold.put("weight", data.weights().isPresent() ? WEIGHT : null);
        fold.put("group", data.groups().isPresent() ? GROUP : null);
        Optional<Labels> labels = targets.labels();
        if (labels.isPresent()) {
            labels.get().names().forEach(fold.putArray("labels")::add);
        } else {
            fold.putNull("labels");
        }
        fold.put("positive", labels.flatMap(Labels::positive).orElse(null));
        fold.put("train", TRAIN);
        fold.put("validation", training.validation().isPresent() ? VALIDATION : null);
        fold.put("test", TEST);
        fold.put("predictions", PREDICTIONS);
        fold.put("examples", examples);
        return fold;
    }
}
