package dev.assay.adapters.onnx;

import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import ai.onnxruntime.TensorInfo;
import dev.assay.learning.InvalidModelException;
import dev.assay.learning.Predictor;
import dev.assay.prediction.Predictions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.function.IntFunction;

/**
 * A model of which is known what goes in and what comes out. Threads may use it at once.
 *
 * @param <X> the type of inputs
 */
public final class OnnxPredictor<X> implements Predictor<X>, AutoCloseable {

    private final OnnxSession session;
    private final BatchEncoder<X> encoder;
    private final String output;
    private final int batchSize;
    private final OptionalInt fixedBatch;
    private final IntFunction<OutputReader> readers;

    OnnxPredictor(
            OnnxSession session,
            BatchEncoder<X> encoder,
            String output,
            int batchSize,
            IntFunction<OutputReader> readers) {
        this.session = session;
        this.encoder = encoder;
        this.output = output;
        this.batchSize = batchSize;
        this.fixedBatch = fixedBatch(session);
        this.readers = readers;
    }

    /** Finds the size of batches that the model was exported for. */
    private static OptionalInt fixedBatch(OnnxSession session) {
        return session.inputs().values().stream()
                .map(OnnxPort::tensor)
                .flatMap(Optional::stream)
                .map(TensorInfo::getShape)
                .filter(shape -> shape.length > 0 && shape[0] > 0)
                .mapToInt(shape -> Math.toIntExact(shape[0]))
                .max();
    }

    /**
     * Predicts rows, in batches.
     *
     * @param inputs any number of inputs
     * @return one prediction for each input, in their order
     * @throws dev.assay.data.InvalidDataException if inputs don't fit the model; the message names the row
     * @throws dev.assay.prediction.InvalidPredictionsException if what comes out isn't what was said
     * @throws InvalidModelException if ONNX Runtime fails
     * @throws InterruptedException if the thread was interrupted between batches
     */
    @Override
    public Predictions predict(List<X> inputs) throws InterruptedException {
        OutputReader reader = readers.apply(inputs.size());
        int size = fixedBatch.orElse(batchSize);
        try (OnnxRun run = new OnnxRun(session, session.output(output))) {
            for (int from = 0; from < inputs.size(); from += size) {
                int to = Math.min(inputs.size(), from + size);
                if (Thread.interrupted()) {
                    throw new InterruptedException();
                }
                // a copy, since inputs that are made when asked for must not be made twice
                predict(new ArrayList<>(inputs.subList(from, to)), from, run, reader);
            }
        }
        return reader.predictions();
    }

    /**
     * Returns the size of the model on disk.
     *
     * @return the bytes of the ONNX file, and of the files beside it in which its weights are
     * @throws InvalidModelException if a file is not there any more, or damaged
     */
    @Override
    public OptionalLong sizeInBytes() {
        return OptionalLong.of(session.sizeInBytes());
    }

    private void predict(List<X> rows, int first, OnnxRun run, OutputReader reader) throws InterruptedException {
        try {
            session.use(open -> {
                List<X> filled = filled(rows);
                encoder.encode(filled, run.begin(first));
                try (OrtSession.Result result = run.complete(open, filled.size())) {
                    reader.read(result.get(0), filled.size(), rows.size());
                }
                return reader;
            });
        } catch (OrtException e) {
            throw new InvalidModelException(
                    session.file() + ": ONNX Runtime failed on rows " + first + " to " + (first + rows.size() - 1)
                            + ": " + e.getMessage(),
                    e);
        }
    }

    /** Fills a batch up to the size that the model takes. */
    private List<X> filled(List<X> rows) {
        if (fixedBatch.isEmpty() || rows.size() == fixedBatch.getAsInt()) {
            return rows;
        }
        List<X> filled = new ArrayList<>(rows);
        while (filled.size() < fixedBatch.getAsInt()) {
            filled.add(rows.get(rows.size() - 1));
        }
        return filled;
    }

    @Override
    public Map<String, String> versions() {
        return Map.of("onnxruntime", session.environment().getVersion());
    }

    /** Frees the native memory of the model, and of all of its predictors; waits for predictions that are being made. */
    @Override
    public void close() {
        session.close();
    }

    /** Returns the file and the output. */
    @Override
    public String toString() {
        return session.file() + ": output " + session.output(output);
    }
}
