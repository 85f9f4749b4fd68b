package dev.assay.adapters.transformers;

import dev.assay.adapters.onnx.OnnxModel;
import dev.assay.adapters.onnx.OnnxOptions;
import dev.assay.adapters.onnx.OnnxPort;
import dev.assay.adapters.onnx.OnnxPredictor;
import dev.assay.data.InvalidDataException;
import dev.assay.data.Labels;
import dev.assay.learning.InvalidModelException;
import dev.assay.learning.Predictor;
import dev.assay.prediction.Predictions;
import dev.assay.serving.ModelFiles;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.stream.IntStream;

/**
 * A text classifier of Transformers, in a folder as Optimum exports it.
 *
 * <pre>{@code
 * try (TextClassifier intents = TextClassifier.read(Path.of("support-intents"))) {
 *     assertThatModel(intents).on(messages).hasMacroF1AtLeast(0.9);
 * }
 * }</pre>
 *
 * <p>Texts are cut and padded as the tokenizer says. Texts of like length are run together, so that little is padded. Nothing
 * is downloaded. Threads may share a classifier.
 */
public final class TextClassifier implements Predictor<String>, AutoCloseable {

    private static final int BATCH_SIZE = 32;

    private final Path folder;
    private final TextTokenizer tokenizer;
    private final OnnxModel model;
    private final TokenEncoder encoder;
    private final Labels labels;
    private final OnnxPredictor<Tokens> predictor;

    private TextClassifier(
            Path folder, TextTokenizer tokenizer, OnnxModel model, TokenEncoder encoder, Labels labels, int batchSize) {
        this.folder = folder;
        this.tokenizer = tokenizer;
        this.model = model;
        this.encoder = encoder;
        this.labels = labels;
        this.predictor = model.encodedBy(encoder)
                .withLabels(labels)
                .withBatchSize(batchSize)
                .logits("logits");
    }

    /**
     * Opens a folder.
     *
     * @param folder holds {@code config.json} with the labels ({@code id2label}), {@code tokenizer.json}, {@code model.onnx},
     *     and perhaps {@code tokenizer_config.json}
     * @return the classifier, to be closed
     * @throws InvalidModelException if a file is missing or not as expected; the message names it
     */
    public static TextClassifier read(Path folder) {
        return read(folder, OnnxOptions.withDefaults());
    }

    /**
     * Opens a folder with options.
     *
     * @param folder as for {@link #read(Path)}
     * @param options how ONNX Runtime is to run the model
     * @return the classifier, to be closed
     * @throws InvalidModelException if a file is missing or not as expected; the message names it
     */
    public static TextClassifier read(Path folder, OnnxOptions options) {
        ExportedFolder exported = new ExportedFolder(folder);
        Labels labels = exported.labels();
        TokenizerSettings stated = exported.tokenizerSettings();
        OnnxModel model = OnnxModel.read(exported.model(), options);
        try {
            TokenizerSettings settings = fitted(stated, model);
            TokenEncoder encoder = TokenEncoder.of(model, settings);
            TextTokenizer tokenizer = TextTokenizer.open(exported.tokenizer(), settings);
            try {
                return new TextClassifier(folder, tokenizer, model, encoder, labels, BATCH_SIZE);
            } catch (RuntimeException e) {
                tokenizer.close();
                throw e;
            }
        } catch (RuntimeException e) {
            model.close();
            throw e;
        }
    }

    /** Takes the length for which a model was exported, if it was for one. */
    private static TokenizerSettings fitted(TokenizerSettings settings, OnnxModel model) {
        return model.inputs().stream()
                .map(OnnxPort::shape)
                .filter(shape -> shape.size() == 2 && shape.get(1) > 0)
                .findFirst()
                .map(shape -> settings.ofLength(Math.toIntExact(shape.get(1))))
                .orElse(settings);
    }

    /**
     * Sets how many texts are run at once, 32 unless told otherwise.
     *
     * @param texts at least 1
     * @return the same classifier with that size; closing either closes both
     */
    public TextClassifier withBatchSize(int texts) {
        return new TextClassifier(folder, tokenizer, model, encoder, labels, texts);
    }

    /**
     * Returns the labels.
     *
     * @return the names in {@code config.json}, in the order of the model's logits
     */
    public Labels labels() {
        return labels;
    }

    /**
     * Predicts the labels of texts, with their probabilities.
     *
     * @param texts any number of texts
     * @return one prediction for each text, in their order
     * @throws InvalidDataException if an input is no text
     * @throws InterruptedException if the thread was interrupted between batches
     */
    @Override
    public Predictions predict(List<String> texts) throws InterruptedException {
        requireTexts(texts);
        List<Tokens> tokens = tokenizer.encode(texts);
        int[] order = IntStream.range(0, tokens.size())
                .boxed()
                .sorted(Comparator.comparingInt(row -> tokens.get(row).length()))
                .mapToInt(Integer::intValue)
                .toArray();
        List<Tokens> sorted = new ArrayList<>(order.length);
        int[] places = new int[order.length];
        for (int place = 0; place < order.length; place++) {
            sorted.add(tokens.get(order[place]));
            places[order[place]] = place;
        }
        return predictor.predict(sorted).select(places);
    }

    /**
     * Returns the size on disk of what is needed to predict: the ONNX file with its weights, {@code tokenizer.json}, {@code
     * config.json} and, if it is there, {@code tokenizer_config.json}; not what else is in the folder, such as weights for
     * PyTorch.
     *
     * @return bytes
     */
    @Override
    public OptionalLong sizeInBytes() {
        return OptionalLong.of(predictor.sizeInBytes().orElseThrow()
                + new ExportedFolder(folder)
                        .settings().stream().mapToLong(ModelFiles::size).sum());
    }

    /** A model is asked for any data; what they hold shows here only. */
    private void requireTexts(List<?> inputs) {
        for (Object input : inputs) {
            if (!(input instanceof String)) {
                throw new InvalidDataException(folder + " classifies texts, but the data's inputs are "
                        + input.getClass().getSimpleName() + "; take the texts out of rows: data.map(row ->"
                        + " row.text(\"…\"))");
            }
        }
    }

    @Override
    public Map<String, String> versions() {
        return predictor.versions();
    }

    /** Frees the native memory of model and tokenizer; waits for predictions that are being made. */
    @Override
    public void close() {
        model.close();
        tokenizer.close();
    }

    /** Returns the folder and the labels. */
    @Override
    public String toString() {
        return folder + ": text classifier of " + labels;
    }
}
