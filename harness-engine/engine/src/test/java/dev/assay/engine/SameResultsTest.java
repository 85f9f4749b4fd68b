package dev.assay.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;

import dev.assay.data.Dataset;
import dev.assay.data.LabelTargets;
import dev.assay.data.Targets;
import dev.assay.engine.internal.AssayTestEngine;
import dev.assay.evaluation.Comparison;
import dev.assay.evaluation.Evaluation;
import dev.assay.evaluation.Selection;
import dev.assay.learning.Learner;
import dev.assay.learning.Learners;
import dev.assay.learning.Predictor;
import dev.assay.learning.Training;
import dev.assay.learning.Transforms;
import dev.assay.metric.ClassificationMetrics;
import dev.assay.prediction.Predictions;
import dev.assay.resampling.GroupKFold;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.platform.engine.DiscoverySelector;
import org.junit.platform.engine.EngineDiscoveryRequest;
import org.junit.platform.engine.ExecutionRequest;
import org.junit.platform.engine.TestDescriptor;
import org.junit.platform.engine.TestEngine;
import org.junit.platform.engine.UniqueId;
import org.junit.platform.testkit.engine.EngineExecutionResults;
import org.junit.platform.testkit.engine.EngineTestKit;

/**
 * Leaves the same files, byte for byte, with any number of threads, alone or beside other classes, in any order of checks, or
 * with classes and checks at the same time, and whether predictions come from a cache or not: all of these together.
 */
@Tag("slow")
class SameResultsTest {

    private static final int SIZE = 60;
    private static final int FEATURES = 4;
    private static final int GROUPS = 12;

    @TempDir
    Path folder;

    private static Dataset<double[]> data() {
        SplittableRandom random = new SplittableRandom(11);
        double[][] inputs = new double[SIZE][];
        List<String> labels = new ArrayList<>();
        List<String> groups = new ArrayList<>();
        for (int i = 0; i < SIZE; i++) {
            int label = random.nextInt(3);
            inputs[i] = random.doubles(FEATURES).map(noise -> label + 2 * noise).toArray();
            labels.add("label " + label);
            groups.add("group " + i % GROUPS);
        }
        return Dataset.of(inputs, Targets.labels(labels)).withGroups(groups);
    }

    /** A forest of stumps: bootstrap samples, features and thresholds at random, from the seed of the fold. */
    private record Forest(int trees) implements Learner<double[]> {

        static final AtomicInteger FITS = new AtomicInteger();

        @Override
        public Predictor<double[]> fit(Training<double[]> training) {
            FITS.incrementAndGet();
            SplittableRandom random = training.seed().derive("forest").random();
            List<Stump> stumps = Stream.generate(() -> Stump.of(training, random))
                    .limit(trees)
                    .toList();
            return inputs -> {
                int labels = training.labels().size();
                double[] scores = new double[inputs.size() * labels];
                for (int row = 0; row < inputs.size(); row++) {
                    for (Stump stump : stumps) {
                        stump.vote(inputs.get(row), scores, row * labels);
                    }
                    double sum = Arrays.stream(scores, row * labels, (row + 1) * labels)
                            .sum();
                    for (int label = 0; label < labels; label++) {
                        scores[row * labels + label] /= sum;
                    }
                }
                return Predictions.probabilities(training.labels(), scores);
            };
        }
    }

    /** Says how frequent labels were on either side of a threshold. */
    private record Stump(int feature, double threshold, List<List<Double>> frequencies) {

        static Stump of(Training<double[]> training, SplittableRandom random) {
            Dataset<double[]> data = training.data();
            LabelTargets targets = training.labelTargets();
            int feature = random.nextInt(data.input(0).length);
            double threshold = data.input(random.nextInt(data.size()))[feature];
            double[][] counts = new double[2][training.labels().size()];
            for (int i = 0; i < data.size(); i++) {
                int drawn = random.nextInt(data.size());
                counts[data.input(drawn)[feature] < threshold ? 0 : 1][targets.index(drawn)]++;
            }
            return new Stump(
                    feature,
                    threshold,
                    Arrays.stream(counts)
                            .map(side -> Arrays.stream(side)
                                    .map(count ->
                                            (count + 1) / (Arrays.stream(side).sum() + side.length))
                                    .boxed()
                                    .toList())
                            .toList());
        }

        void vote(double[] input, double[] scores, int offset) {
            List<Double> votes = frequencies.get(input[feature] < threshold ? 0 : 1);
            for (int label = 0; label < votes.size(); label++) {
                scores[offset + label] += votes.get(label);
            }
        }
    }

    abstract static class Models {

        @Examples
        Dataset<double[]> examples() {
            return data();
        }

        @Candidate
        Learner<double[]> forest() {
            return new Forest(20);
        }

        @Candidate
        Learner<double[]> scaledForest() {
            return new Forest(10).after(Transforms.standardScaling());
        }

        @Candidate
        Learner<double[]> guess() {
            return Learners.stratifiedRandom();
        }

        @Check
        void alpha(Evaluation model) {
            Judge.met(model, "to be good");
        }

        @Check
        void beta(Comparison models) {
            Judge.met(models, "to be better");
        }

        @Check(of = "guess")
        void gamma(Evaluation model) {
            Judge.met(model, "to be a guess");
        }
    }

    @ModelTest
    @CrossValidate(folds = 4, repeats = 2, seed = 3, keepPredictions = true)
    static class RepeatedTestCase extends Models {}

    @ModelTest
    @CrossValidate(kind = Folding.GROUPS, folds = 3, seed = 4, keepPredictions = true)
    static class GroupsTestCase extends Models {

        @Candidate
        Learner<double[]> best() {
            return Selection.by(
                    ClassificationMetrics.ACCURACY,
                    GroupKFold.of(2).withShuffling(),
                    dev.assay.evaluation.Candidate.of("small", new Forest(3)),
                    dev.assay.evaluation.Candidate.of("large", () -> new Forest(15)),
                    dev.assay.evaluation.Candidate.of("guess", Learners.<double[]>stratifiedRandom()));
        }
    }

    @ModelTest
    @Holdout(testShare = 0.3, validationShare = 0.2, repeats = 2, seed = 5, keepPredictions = true)
    static class PartsTestCase extends Models {}

    private static final List<Class<?>> CLASSES =
            List.of(RepeatedTestCase.class, GroupsTestCase.class, PartsTestCase.class);

    /** What runs at the same time. */
    private record Parallel(String classes, String checks) {

        boolean isAny() {
            return classes.equals("concurrent") || checks.equals("concurrent");
        }
    }

    /** How one run differs from another. */
    private record Circumstances(
            int threads, boolean besideOthers, boolean reversed, String cache, Path cacheFolder, Parallel parallel) {

        Circumstances(int threads, boolean besideOthers, boolean reversed, String cache, Path cacheFolder) {
            this(threads, besideOthers, reversed, cache, cacheFolder, new Parallel("same_thread", "same_thread"));
        }

        @Override
        public String toString() {
            return threads + " threads, " + (besideOthers ? "beside others" : "alone") + ", "
                    + (reversed ? "reversed" : "in order") + ", cache " + cache + " of " + cacheFolder.getFileName()
                    + ", " + parallel;
        }
    }

    /** The engine, which runs classes, checks and candidates in their order, the other way round. */
    private static final class Reversing implements TestEngine {

        private final TestEngine engine = new AssayTestEngine();

        @Override
        public String getId() {
            return "reversing";
        }

        @Override
        public TestDescriptor discover(EngineDiscoveryRequest request, UniqueId uniqueId) {
            TestDescriptor root = engine.discover(request, uniqueId);
            root.accept(each -> each.orderChildren(children -> {
                Collections.reverse(children);
                return children;
            }));
            return root;
        }

        @Override
        public void execute(ExecutionRequest request) {
            engine.execute(request);
        }
    }

    private SortedMap<String, String> results(Circumstances circumstances) throws IOException {
        Path output = Files.createTempDirectory(folder, "results");
        if (circumstances.besideOthers) {
            run(circumstances, output, CLASSES);
        } else {
            for (Class<?> type : CLASSES) {
                run(circumstances, output, List.of(type));
            }
        }
        return results(output);
    }

    private static void run(Circumstances circumstances, Path output, List<Class<?>> types) {
        EngineExecutionResults results = EngineTestKit.engine(
                        circumstances.reversed ? new Reversing() : new AssayTestEngine())
                .configurationParameter("assay.summary", "off")
                .configurationParameter("assay.progress", "off")
                .configurationParameter("assay.output", output.toString())
                .configurationParameter("assay.parallelism", circumstances.threads + "")
                .configurationParameter("assay.cache", circumstances.cache)
                .configurationParameter("assay.cache.directory", circumstances.cacheFolder.toString())
                .configurationParameter("assay.execution.parallel.enabled", circumstances.parallel.isAny() + "")
                .configurationParameter("assay.execution.parallel.mode.default", circumstances.parallel.checks)
                .configurationParameter("assay.execution.parallel.mode.classes.default", circumstances.parallel.classes)
                .configurationParameter("assay.execution.parallel.config.strategy", "fixed")
                .configurationParameter("assay.execution.parallel.config.fixed.parallelism", "3")
                .selectors(types.stream().map(type -> selectClass(type)).toArray(DiscoverySelector[]::new))
                .execute();
        results.allEvents().assertStatistics(stats -> stats.failed(0).skipped(0));
    }

    private static SortedMap<String, String> results(Path output) throws IOException {
        SortedMap<String, String> results = new TreeMap<>();
        try (Stream<Path> files = Files.walk(output)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                if (!file.toString().endsWith(".timings.json")) {
                    results.put(output.relativize(file).toString(), Files.readString(file));
                }
            }
        }
        return results;
    }

    @Test
    void results_are_the_same_under_all_circumstances_together() throws IOException {
        Path common = folder.resolve("common");
        Forest.FITS.set(0);
        SortedMap<String, String> expected = results(new Circumstances(1, false, false, "off", common));
        int all = Forest.FITS.getAndSet(0);
        assertThat(expected).hasSize(13);
        assertThat(results(new Circumstances(1, false, false, "read-write", common)))
                .isEqualTo(expected);
        assertThat(Forest.FITS.getAndSet(0)).isEqualTo(all);

        for (int threads : new int[] {1, 2, 16}) {
            for (boolean besideOthers : new boolean[] {false, true}) {
                for (boolean reversed : new boolean[] {false, true}) {
                    Path own = Files.createTempDirectory(folder, "own");
                    for (Circumstances circumstances : List.of(
                            new Circumstances(threads, besideOthers, reversed, "off", own),
                            new Circumstances(threads, besideOthers, reversed, "read-write", own),
                            new Circumstances(threads, besideOthers, reversed, "read-write", own),
                            new Circumstances(threads, besideOthers, reversed, "read", common))) {
                        assertThat(results(circumstances))
                                .as(circumstances.toString())
                                .isEqualTo(expected);
                    }
                }
            }
        }
    }

    @Test
    void results_are_the_same_with_classes_and_checks_at_the_same_time() throws IOException {
        Path common = folder.resolve("common");
        SortedMap<String, String> expected = results(new Circumstances(1, false, false, "read-write", common));

        for (Parallel parallel : List.of(
                new Parallel("concurrent", "same_thread"),
                new Parallel("same_thread", "concurrent"),
                new Parallel("concurrent", "concurrent"))) {
            for (int threads : new int[] {1, 2, 16}) {
                Path own = Files.createTempDirectory(folder, "own");
                for (Circumstances circumstances : List.of(
                        new Circumstances(threads, true, false, "off", own, parallel),
                        new Circumstances(threads, true, true, "read-write", own, parallel),
                        new Circumstances(threads, true, false, "read", common, parallel))) {
                    assertThat(results(circumstances))
                            .as(circumstances.toString())
                            .isEqualTo(expected);
                }
            }
        }
    }

    @Test
    void predictions_from_a_cache_are_not_computed() throws IOException {
        Path cache = folder.resolve("cache");
        run(
                new Circumstances(2, false, false, "read-write", cache),
                folder.resolve("cold"),
                List.of(PartsTestCase.class));
        Forest.FITS.set(0);

        run(new Circumstances(16, false, true, "read", cache), folder.resolve("warm"), List.of(PartsTestCase.class));

        assertThat(Forest.FITS).hasValue(0);
        assertThat(results(folder.resolve("warm"))).isEqualTo(results(folder.resolve("cold")));
    }

    @Test
    void results_are_the_same_of_runs_at_the_same_time_that_share_a_cache() throws Exception {
        Path cache = folder.resolve("cache");
        SortedMap<String, String> expected = results(new Circumstances(1, false, false, "off", cache));
        Path output = Files.createTempDirectory(folder, "results");
        List<Throwable> failures = Collections.synchronizedList(new ArrayList<>());

        List<Thread> runs = Stream.concat(CLASSES.stream(), CLASSES.stream())
                .map(type -> new Thread(
                        () -> run(new Circumstances(2, false, false, "read-write", cache), output, List.of(type))))
                .toList();
        runs.forEach(run -> run.setUncaughtExceptionHandler((thread, failure) -> failures.add(failure)));
        runs.forEach(Thread::start);
        for (Thread run : runs) {
            run.join();
        }

        assertThat(failures).isEmpty();
        assertThat(results(output)).isEqualTo(expected);
    }
}
