package dev.assay.engine.internal.execution;

import dev.assay.evaluation.InconclusivePolicy;
import dev.assay.evaluation.WorkerPool;
import dev.assay.progress.Progress;
import dev.assay.result.BaselineFiles;
import dev.assay.result.OutOfFoldPredictions.Format;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.platform.engine.ConfigurationParameters;

/**
 * What users can set by JUnit's configuration parameters.
 *
 * @param parallelism how many folds run at once, at least 1; empty for what the shared pool has
 * @param output the folder of result files; empty for one that depends on the test class
 * @param predictions whether result files of all classes keep all predictions
 * @param summary whether a table of each class's candidates is printed
 * @param export the form in which out-of-fold predictions are exported beside result files; empty for not at all
 * @param progress how long evaluations show where they stand
 * @param cache what is done with predictions of earlier runs
 * @param cacheFolder where they are; empty for a folder that depends on the test class
 * @param accepting whether present evaluations become the baselines; empty for what the environment says
 * @param baselines the folder of baselines; empty for one that depends on the test class
 * @param inconclusive what becomes of criteria that the evidence doesn't decide
 * @param parallel whether classes and checks run at the same time
 */
public record Configuration(
        OptionalInt parallelism,
        Optional<Path> output,
        boolean predictions,
        boolean summary,
        Optional<Format> export,
        Progress progress,
        CacheUse cache,
        Optional<Path> cacheFolder,
        Optional<Boolean> accepting,
        Optional<Path> baselines,
        InconclusivePolicy inconclusive,
        ParallelExecution parallel) {

    /** What is done with predictions of earlier runs. */
    enum CacheUse {
        /** Nothing. */
        OFF,
        /** They are looked up. */
        READ,
        /** They are looked up, and new ones kept. */
        READ_WRITE
    }

    /** How many folds run at once, of all candidates together: a whole number, by default that of processors. */
    public static final String PARALLELISM = WorkerPool.PARALLELISM;

    /**
     * The folder of result files, relative ones to the working directory; by default {@code target/assay} of the module
     * that has the test class, as {@link OutputDirectory} finds it.
     */
    public static final String OUTPUT = "assay.output";

    /** Whether result files of all classes keep all predictions: {@code true} or {@code false}, the default. */
    public static final String PREDICTIONS = "assay.predictions";

    /** Whether a table of each class's candidates is printed: {@code on}, the default, or {@code off}. */
    public static final String SUMMARY = "assay.summary";

    /** Whether predictions of earlier runs are used: {@code off}, the default, {@code read} or {@code read-write}. */
    public static final String CACHE = "assay.cache";

    /** The folder of predictions of earlier runs; by default {@code .assay/cache} of the module that has the test class. */
    public static final String CACHE_FOLDER = "assay.cache.directory";

    /**
     * What is done with present evaluations of which a check demands that they have not regressed: {@code compare}, the default,
     * compares them with the baselines, and {@code accept} makes them the baselines. Where it is not set, the environment
     * variable {@value BaselineFiles#VARIABLE} may say the same.
     */
    public static final String BASELINE = BaselineFiles.PROPERTY;

    /** The folder of baselines; by default {@code assay-baselines} of the module that has the test class. */
    public static final String BASELINES = "assay.baselines";

    /**
     * How evaluations that take longer than two seconds show where they stand: {@code line}, one that is updated; {@code
     * plain}, lines on the standard error; {@code auto}, the default, for the one on a terminal and the other elsewhere; or
     * {@code off}.
     */
    public static final String PROGRESS = Progress.PROPERTY;

    /** What becomes of criteria that the evidence doesn't decide: {@code fail}, the default, or {@code warn}. */
    public static final String INCONCLUSIVE = InconclusivePolicy.PROPERTY;

    private static final Map<String, InconclusivePolicy> INCONCLUSIVE_CHOICES = Arrays.stream(
                    InconclusivePolicy.values())
            .collect(Collectors.toMap(InconclusivePolicy::toString, Function.identity()));

    private static final Map<String, Progress> PROGRESS_CHOICES =
            Arrays.stream(Progress.values()).collect(Collectors.toMap(Progress::toString, Function.identity()));

    /**
     * Whether out-of-fold predictions are exported as tables beside result files: {@code csv}, {@code jsonl}, or {@code off},
     * the default.
     */
    public static final String EXPORT = "assay.export";

    private static final Map<String, Optional<Format>> EXPORTS =
            Map.of("off", Optional.empty(), "csv", Optional.of(Format.CSV), "jsonl", Optional.of(Format.JSON_LINES));

    /**
     * Reads the parameters.
     *
     * @param parameters of a run
     * @return the configuration
     * @throws IllegalArgumentException if a value makes no sense; the message names parameter and value
     */
    public static Configuration of(ConfigurationParameters parameters) {
        return new Configuration(
                text(parameters, PARALLELISM).map(Configuration::parallelism).orElse(OptionalInt.empty()),
                text(parameters, OUTPUT).map(value -> path(OUTPUT, value)),
                choice(parameters, PREDICTIONS, Map.of("true", true, "false", false))
                        .orElse(false),
                choice(parameters, SUMMARY, Map.of("on", true, "off", false)).orElse(true),
                choice(parameters, EXPORT, EXPORTS).orElse(Optional.empty()),
                choice(parameters, PROGRESS, PROGRESS_CHOICES).orElse(Progress.AUTO),
                choice(parameters, CACHE, CACHE_USES).orElse(CacheUse.OFF),
                text(parameters, CACHE_FOLDER).map(value -> path(CACHE_FOLDER, value)),
                choice(parameters, BASELINE, Map.of(BaselineFiles.ACCEPT, true, BaselineFiles.COMPARE, false)),
                text(parameters, BASELINES).map(value -> path(BASELINES, value)),
                choice(parameters, INCONCLUSIVE, INCONCLUSIVE_CHOICES).orElse(InconclusivePolicy.FAIL),
                ParallelExecution.of(parameters));
    }

    private static final Map<String, CacheUse> CACHE_USES =
            Map.of("off", CacheUse.OFF, "read", CacheUse.READ, "read-write", CacheUse.READ_WRITE);

    private static Optional<String> text(ConfigurationParameters parameters, String key) {
        return parameters.get(key).map(String::strip).filter(value -> !value.isEmpty());
    }

    private static OptionalInt parallelism(String value) {
        try {
            int threads = Integer.parseInt(value);
            if (threads >= 1) {
                return OptionalInt.of(threads);
            }
        } catch (NumberFormatException e) {
            throw invalid(PARALLELISM, value, "a whole number of at least 1", e);
        }
        throw invalid(PARALLELISM, value, "a whole number of at least 1", null);
    }

    private static Path path(String key, String value) {
        try {
            return Path.of(value);
        } catch (InvalidPathException e) {
            throw invalid(key, value, "a folder", e);
        }
    }

    static <T> Optional<T> choice(ConfigurationParameters parameters, String key, Map<String, T> choices) {
        Optional<String> value = text(parameters, key);
        if (value.isPresent() && !choices.containsKey(value.get())) {
            throw invalid(
                    key,
                    value.get(),
                    String.join(" or ", choices.keySet().stream().sorted().toList()),
                    null);
        }
        return value.map(choices::get);
    }

    private static IllegalArgumentException invalid(
            String key, String value, String expected, @Nullable Exception cause) {
        return new IllegalArgumentException(
                "configuration parameter " + key + " must be " + expected + ", not \"" + value + "\"", cause);
    }
}
