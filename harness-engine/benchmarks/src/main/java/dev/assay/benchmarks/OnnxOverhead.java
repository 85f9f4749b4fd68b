package dev.assay.benchmarks;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import dev.assay.adapters.onnx.OnnxFeed;
import dev.assay.adapters.onnx.OnnxModel;
import dev.assay.adapters.onnx.OnnxOptions;
import dev.assay.adapters.onnx.OnnxPredictor;
import dev.assay.data.Seed;
import dev.assay.prediction.LabelPredictions;
import java.nio.FloatBuffer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.concurrent.Callable;
import java.util.stream.LongStream;

/**
 * Times predictions of ONNX models, from arrays of doubles to checked predictions, against calls of ONNX Runtime by hand with
 * the same batches, from the same arrays to floats of scores. They run in turn, on one thread; ratios are of medians.
 */
public final class OnnxOverhead {

    private static final int WARM_UPS = 30;
    private static final int ROUNDS = 51;
    private static final int BATCH = 256;
    private static final int ROWS = 20_000;

    private OnnxOverhead() {}

    /** A model, and what is said of it. */
    private record Exported(String name, String input, String output, boolean logits, int labels, List<Long> rowShape) {

        int width() {
            return Math.toIntExact(rowShape.stream().reduce(1L, (a, b) -> a * b));
        }

        long[] shape(int rows) {
            return LongStream.concat(LongStream.of(rows), rowShape.stream().mapToLong(Long::longValue))
                    .toArray();
        }
    }

    /**
     * Runs the benchmark and prints a line for each model.
     *
     * @param arguments the folder of the models, unless it is that of the adapter's tests
     * @throws Exception if a run fails
     */
    public static void main(String[] arguments) throws Exception {
        Path folder = Path.of(
                arguments.length > 0 ? arguments[0] : "../../adapters/onnx/src/test/resources/dev/assay/adapters/onnx");
        System.out.printf(
                Locale.ROOT,
                "%d rows in batches of %d, one thread, medians of %d rounds in turn after %d warm-ups%n",
                ROWS,
                BATCH,
                ROUNDS,
                WARM_UPS);
        compare(folder, new Exported("breast-cancer-random-forest", "X", "probabilities", false, 2, List.of(30L)));
        compare(
                folder,
                new Exported("breast-cancer-logistic-regression", "X", "probabilities", false, 2, List.of(30L)));
        compare(folder, new Exported("digits-cnn", "input", "logits", true, 10, List.of(1L, 8L, 8L)));
        compare(folder, new Exported("wine-mlp", "input", "logits", true, 3, List.of(13L)));
    }

    private static void compare(Path folder, Exported exported) throws Exception {
        Path file = folder.resolve(exported.name() + ".onnx");
        List<double[]> rows = rows(exported.width());
        double[] byHand = new double[ROUNDS];
        double[] assay = new double[ROUNDS];
        OrtEnvironment environment = OrtEnvironment.getEnvironment();
        try (OrtSession.SessionOptions options = new OrtSession.SessionOptions();
                OnnxPredictor<double[]> predictor = predictor(file, exported)) {
            options.setIntraOpNumThreads(1);
            try (OrtSession session = environment.createSession(file.toString(), options)) {
                for (int round = -WARM_UPS; round < ROUNDS; round++) {
                    int kept = Math.max(0, round);
                    byHand[kept] = seconds(() -> byHand(environment, session, exported, rows));
                    assay[kept] = seconds(() -> predictor.predict(rows));
                }
                requireSame(byHand(environment, session, exported, rows), predictor.predict(rows), exported);
            }
        }
        System.out.printf(
                Locale.ROOT,
                "%s: by hand %.2f ms; Assay %.2f ms, ratio %.3f%n",
                exported.name(),
                1000 * median(byHand),
                1000 * median(assay),
                median(assay) / median(byHand));
    }

    private static OnnxPredictor<double[]> predictor(Path file, Exported exported) {
        OnnxFeed<double[]> feed = OnnxModel.read(
                        file, OnnxOptions.withDefaults().withThreads(1))
                .input(exported.input())
                .withBatchSize(BATCH);
        return exported.logits() ? feed.logits(exported.output()) : feed.probabilities(exported.output());
    }

    private static List<double[]> rows(int width) {
        SplittableRandom random = Seed.of(42).random();
        List<double[]> rows = new ArrayList<>();
        for (int row = 0; row < ROWS; row++) {
            rows.add(random.doubles(width).toArray());
        }
        return rows;
    }

    private static float[] byHand(
            OrtEnvironment environment, OrtSession session, Exported exported, List<double[]> rows)
            throws OrtException {
        int width = rows.get(0).length;
        float[] scores = new float[rows.size() * exported.labels()];
        for (int from = 0; from < rows.size(); from += BATCH) {
            int size = Math.min(BATCH, rows.size() - from);
            float[] cells = new float[size * width];
            for (int row = 0; row < size; row++) {
                double[] numbers = rows.get(from + row);
                for (int i = 0; i < width; i++) {
                    cells[row * width + i] = (float) numbers[i];
                }
            }
            long[] shape = exported.shape(size);
            try (OnnxTensor tensor = OnnxTensor.createTensor(environment, FloatBuffer.wrap(cells), shape);
                    OrtSession.Result result =
                            session.run(Map.of(exported.input(), tensor), Set.of(exported.output()))) {
                ((OnnxTensor) result.get(0))
                        .getFloatBuffer()
                        .get(scores, from * exported.labels(), size * exported.labels());
            }
        }
        return scores;
    }

    private static void requireSame(float[] scores, Object predictions, Exported exported) {
        LabelPredictions labels = (LabelPredictions) predictions;
        for (int row = 0; row < ROWS; row++) {
            int best = 0;
            for (int label = 1; label < exported.labels(); label++) {
                if (scores[row * exported.labels() + label] > scores[row * exported.labels() + best]) {
                    best = label;
                }
            }
            if (labels.index(row) != best) {
                throw new IllegalStateException(exported.name() + ": row " + row + " differs");
            }
        }
    }

    private static double seconds(Callable<?> run) throws Exception {
        long start = System.nanoTime();
        run.call();
        return (System.nanoTime() - start) / 1e9;
    }

    private static double median(double[] values) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        return sorted[sorted.length / 2];
    }
}
