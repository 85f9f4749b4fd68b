package dev.assay.benchmarks;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.IntFunction;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;
import org.junit.platform.engine.DiscoverySelector;
import org.junit.platform.engine.discovery.DiscoverySelectors;
import org.junit.platform.launcher.EngineFilter;
import org.junit.platform.launcher.Launcher;
import org.junit.platform.launcher.LauncherDiscoveryRequest;
import org.junit.platform.launcher.TestPlan;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;
import org.junit.platform.launcher.listeners.SummaryGeneratingListener;

/**
 * Times Assay's engine against Jupiter's by as many classes with as many tests each: those of Jupiter do nothing; those of Assay
 * do nothing either, or judge one evaluation of a few examples that all classes share, or one that the checks of a class share, and of
 * which each class leaves its result files.
 * They run in turn in one JVM, each round on a class loader of its own, so that nothing of a class is known before; ratios are of
 * medians.
 */
public final class EngineOverhead {

    private static final int CLASSES = 1_000;
    private static final int TESTS = 10;
    private static final int WARM_UPS = 5;
    private static final int ROUNDS = 21;

    /** Of what takes long, with so many times fewer classes. */
    private static final int FEW_ROUNDS = 3;

    private static final int FEWER = 10;

    private final int count;
    private final Path classes;
    private final Path results;

    private EngineOverhead(int count, Path folder) {
        this.count = count;
        this.classes = folder.resolve("classes");
        this.results = folder.resolve("results");
    }

    /** Seconds that a round took. */
    private record Times(double discovery, double execution) {

        double total() {
            return discovery + execution;
        }
    }

    /**
     * Runs the benchmark and prints the times of both engines.
     *
     * @param arguments the numbers of classes and of rounds, unless they are {@value CLASSES} and {@value ROUNDS}
     * @throws IOException if there is no place for classes and results
     */
    public static void main(String[] arguments) throws IOException {
        int count = arguments.length > 0 ? Integer.parseInt(arguments[0]) : CLASSES;
        int rounds = arguments.length > 1 ? Integer.parseInt(arguments[1]) : ROUNDS;
        Path folder = Files.createTempDirectory("engine-overhead");
        try {
            EngineOverhead benchmark = new EngineOverhead(count, folder);
            benchmark.compile();
            benchmark.compare("Idle", "judge nothing", count, rounds);
            benchmark.compare("Sharing", "judge one evaluation that all classes share", count, rounds);
            benchmark.compare(
                    "Judging",
                    "judge their class's evaluation, of which a result is written",
                    Math.max(1, count / FEWER),
                    Math.min(rounds, FEW_ROUNDS));
        } finally {
            delete(folder);
        }
    }

    private static String jupiter(int number) {
        return IntStream.range(0, TESTS)
                .mapToObj(test -> "  @org.junit.jupiter.api.Test void test" + test + "() {}\n")
                .collect(Collectors.joining("", "class Tests" + number + " {\n", "}\n"));
    }

    private static String idle(int number) {
        return assay("Idle" + number, test -> "  @Check(judges = false) void check" + test + "() {}\n");
    }

    private static String sharing(int number) {
        return assay(
                "Sharing" + number,
                test -> "  @Check(judges = false) void check" + test + "() { TinyModel.check(TinyModel.shared()); }\n");
    }

    private static String judging(int number) {
        return assay(
                "Judging" + number,
                test -> "  @Check(of = \"model\") void check" + test
                        + "(dev.assay.evaluation.Evaluation model) { TinyModel.check(model); }\n");
    }

    private static String assay(String name, IntFunction<String> check) {
        return IntStream.range(0, TESTS)
                .mapToObj(check)
                .collect(Collectors.joining(
                        "",
                        "import dev.assay.engine.*;\nimport dev.assay.benchmarks.TinyModel;\n"
                                + "@ModelTest @CrossValidate(folds = 2) class " + name + " {\n"
                                + "  @Examples dev.assay.data.Dataset<double[]> examples() { return TinyModel.examples(); }\n"
                                + "  @Candidate dev.assay.learning.Learner<double[]> model() { return TinyModel.learner(); }\n",
                        "}\n"));
    }

    private void compile() throws IOException {
        Path sources = Files.createDirectories(classes.resolveSibling("sources"));
        Files.createDirectories(classes);
        List<Path> files = new ArrayList<>();
        for (int number = 0; number < count; number++) {
            files.add(Files.writeString(sources.resolve("Tests" + number + ".java"), jupiter(number)));
            files.add(Files.writeString(sources.resolve("Idle" + number + ".java"), idle(number)));
            files.add(Files.writeString(sources.resolve("Sharing" + number + ".java"), sharing(number)));
            files.add(Files.writeString(sources.resolve("Judging" + number + ".java"), judging(number)));
        }
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        try (StandardJavaFileManager manager = compiler.getStandardFileManager(null, Locale.ROOT, UTF_8)) {
            List<String> options = List.of("-d", classes.toString(), "-proc:none");
            if (!compiler.getTask(null, manager, null, options, null, manager.getJavaFileObjectsFromPaths(files))
                    .call()) {
                throw new IllegalStateException("the generated classes can't be compiled");
            }
        }
    }

    private void compare(String prefix, String what, int classCount, int rounds) throws IOException {
        Times[] ofJupiter = new Times[rounds];
        Times[] ofAssay = new Times[rounds];
        for (int round = -Math.min(WARM_UPS, rounds); round < rounds; round++) {
            int kept = Math.max(0, round);
            if (round % 2 == 0) {
                ofJupiter[kept] = round("junit-jupiter", "Tests", classCount);
                ofAssay[kept] = round("assay", prefix, classCount);
            } else {
                ofAssay[kept] = round("assay", prefix, classCount);
                ofJupiter[kept] = round("junit-jupiter", "Tests", classCount);
            }
        }
        System.out.printf(
                Locale.ROOT,
                "%d classes of %d checks that %s, %d rounds in turn after %d warm-ups; medians (minima) in ms%n",
                classCount,
                TESTS,
                what,
                rounds,
                Math.min(WARM_UPS, rounds));
        print("discovery", ofJupiter, ofAssay, Times::discovery);
        print("execution", ofJupiter, ofAssay, Times::execution);
        print("both", ofJupiter, ofAssay, Times::total);
    }

    private static void print(String what, Times[] ofJupiter, Times[] ofAssay, ToDoubleFunction<Times> part) {
        double[] jupiter = Arrays.stream(ofJupiter).mapToDouble(part).sorted().toArray();
        double[] assay = Arrays.stream(ofAssay).mapToDouble(part).sorted().toArray();
        System.out.printf(
                Locale.ROOT,
                "%s: Jupiter %.0f (%.0f); Assay %.0f (%.0f); ratio %.3f (%.3f)%n",
                what,
                1000 * median(jupiter),
                1000 * jupiter[0],
                1000 * median(assay),
                1000 * assay[0],
                median(assay) / median(jupiter),
                assay[0] / jupiter[0]);
    }

    private static double median(double[] sorted) {
        return sorted[sorted.length / 2];
    }

    private Times round(String engine, String prefix, int classCount) throws IOException {
        Thread thread = Thread.currentThread();
        ClassLoader before = thread.getContextClassLoader();
        System.gc();
        try (URLClassLoader loader =
                new URLClassLoader(new URL[] {classes.toUri().toURL()})) {
            thread.setContextClassLoader(loader);
            Launcher launcher = LauncherFactory.create();
            SummaryGeneratingListener listener = new SummaryGeneratingListener();
            long start = System.nanoTime();
            TestPlan plan = launcher.discover(request(engine, prefix, classCount));
            long discovered = System.nanoTime();
            launcher.execute(plan, listener);
            long executed = System.nanoTime();
            if (listener.getSummary().getTestsSucceededCount() != (long) classCount * TESTS) {
                throw new IllegalStateException(
                        engine + ": " + listener.getSummary().getTestsSucceededCount() + " tests succeeded: "
                                + listener.getSummary().getFailures());
            }
            return new Times((discovered - start) / 1e9, (executed - discovered) / 1e9);
        } finally {
            thread.setContextClassLoader(before);
            delete(results);
        }
    }

    private LauncherDiscoveryRequest request(String engine, String prefix, int classCount) {
        List<DiscoverySelector> selectors = IntStream.range(0, classCount)
                .<DiscoverySelector>mapToObj(number -> DiscoverySelectors.selectClass(prefix + number))
                .toList();
        return LauncherDiscoveryRequestBuilder.request()
                .selectors(selectors)
                .filters(EngineFilter.includeEngines(engine))
                .configurationParameter("assay.output", results.toString())
                .configurationParameter("assay.summary", "off")
                .configurationParameter("assay.progress", "off")
                .build();
    }

    private static void delete(Path folder) throws IOException {
        if (!Files.exists(folder)) {
            return;
        }
        Files.walkFileTree(folder, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                Files.delete(file);
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult postVisitDirectory(Path visited, java.io.IOException failure) throws IOException {
                Files.delete(visited);
                return FileVisitResult.CONTINUE;
            }
        });
    }
}
