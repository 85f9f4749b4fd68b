package dev.assay.adapters.transformers;

import ai.djl.huggingface.tokenizers.Encoding;
import ai.djl.huggingface.tokenizers.HuggingFaceTokenizer;
import dev.assay.learning.InvalidModelException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;

/** Hugging Face's tokenizer of a model. Threads may use it at once. */
final class TextTokenizer implements AutoCloseable {

    private static final String NO_TRACKING = "OPT_OUT_TRACKING";

    /** How many texts are encoded at once. */
    private static final int CHUNK = 1000;

    private final Path file;
    private final HuggingFaceTokenizer tokenizer;
    /** Keeps closing, which frees native memory, away from those who use it. */
    private final ReadWriteLock lock = new ReentrantReadWriteLock();

    private boolean closed;

    private TextTokenizer(Path file, HuggingFaceTokenizer tokenizer) {
        this.file = file;
        this.tokenizer = tokenizer;
    }

    static TextTokenizer open(Path file, TokenizerSettings settings) {
        if (System.getProperty(NO_TRACKING) == null) {
            // DJL tells its makers of its use over the network, unless told not to
            System.setProperty(NO_TRACKING, "true");
        }
        try {
            return new TextTokenizer(file, HuggingFaceTokenizer.newInstance(file, options(settings)));
        } catch (IOException | RuntimeException | LinkageError e) {
            throw new InvalidModelException(file + " can't be read as a tokenizer: " + e.getMessage(), e);
        }
    }

    /** Batches are padded later, when it is known which texts are together. */
    private static Map<String, String> options(TokenizerSettings settings) {
        Map<String, String> options = new HashMap<>(Map.of("padding", "false"));
        options.put("truncation", String.valueOf(settings.maxLength().isPresent()));
        settings.maxLength().ifPresent(length -> {
            options.put("maxLength", String.valueOf(length));
            options.put("modelMaxLength", String.valueOf(length));
        });
        return options;
    }

    List<Tokens> encode(List<String> texts) {
        lock.readLock().lock();
        try {
            if (closed) {
                throw new IllegalStateException(
                        file + " was closed; close a model when nothing more is to be predicted");
            }
            List<Tokens> tokens = new ArrayList<>(texts.size());
            for (int from = 0; from < texts.size(); from += CHUNK) {
                String[] chunk = texts.subList(from, Math.min(texts.size(), from + CHUNK))
                        .toArray(new String[0]);
                for (Encoding encoding : tokenizer.batchEncode(chunk)) {
                    tokens.add(new Tokens(encoding.getIds(), encoding.getTypeIds()));
                }
            }
            return tokens;
        } finally {
            lock.readLock().unlock();
        }
    }

    @Override
    public void close() {
        lock.writeLock().lock();
        try {
            closed = true;
            tokenizer.close();
        } finally {
            lock.writeLock().unlock();
        }
    }
}
