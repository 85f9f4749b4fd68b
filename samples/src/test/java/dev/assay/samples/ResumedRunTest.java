package dev.assay.samples;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.platform.launcher.LauncherDiscoveryRequest;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;
import org.junit.platform.launcher.listeners.SummaryGeneratingListener;

/** Kills a run of {@link SlowModelTest} half way, and has another one finish it from the cache. */
@Tag("slow")
class ResumedRunTest {

    private static final int FOLDS = 60;
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    @TempDir
    Path folder;

    /** Runs the slow checks in a JVM of their own, as a build does. */
    public static final class Run {

        private Run() {}

        /**
         * Runs them, and prints how many passed and how many folds were trained.
         *
         * @param arguments the folder of the cache, and that of results
         */
        public static void main(String[] arguments) {
            SummaryGeneratingListener summary = new SummaryGeneratingListener();
            LauncherDiscoveryRequest request = LauncherDiscoveryRequestBuilder.request()
                    .selectors(selectClass(SlowModelTest.class))
                    .configurationParameter("assay.cache", "read-write")
                    .configurationParameter("assay.cache.directory", arguments[0])
                    .configurationParameter("assay.output", arguments[1])
                    .build();
            LauncherFactory.create().execute(request, summary);
            System.out.println(
                    summary.getSummary().getTestsSucceededCount() + " passed, " + SlowModelTest.FITS.get() + " fits");
        }
    }

    private Path cache() {
        return folder.resolve("cache");
    }

    private Process start(String output) throws IOException {
        return new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"))
                                .replace("\n", File.pathSeparator),
                        Run.class.getName(),
                        cache().toString(),
                        folder.resolve(output).toString())
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve(output + ".log").toFile())
                .start();
    }

    private String log(String output) throws IOException {
        return Files.readString(folder.resolve(output + ".log"), StandardCharsets.UTF_8);
    }

    private String finish(String output) throws IOException, InterruptedException {
        Process run = start(output);
        assertThat(run.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)).isTrue();
        return log(output);
    }

    private long kept() throws IOException {
        if (!Files.exists(cache())) {
            return 0;
        }
        try (Stream<Path> files = Files.walk(cache())) {
            return files.filter(file -> file.toString().endsWith(".fold")).count();
        }
    }

    private void awaitHalf(Process run, String output) throws IOException, InterruptedException {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (kept() < FOLDS / 2) {
            assertThat(run.isAlive()).as(log(output)).isTrue();
            assertThat(System.nanoTime()).as("too slow: %s", log(output)).isLessThan(end);
            Thread.sleep(5);
        }
    }

    private List<String> results(String output) throws IOException {
        try (Stream<Path> files = Files.walk(folder.resolve(output))) {
            return files.filter(file -> file.toString().endsWith(".json"))
                    .filter(file -> !file.toString().endsWith(".timings.json"))
                    .sorted()
                    .map(ResumedRunTest::read)
                    .toList();
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new AssertionError(file.toString(), e);
        }
    }

    @Test
    void a_killed_run_is_finished_from_the_cache() throws IOException, InterruptedException {
        Process killed = start("killed");
        awaitHalf(killed, "killed");
        killed.destroyForcibly().waitFor();
        long kept = kept();

        String resumed = finish("resumed");
        String again = finish("again");

        assertThat(kept).isBetween(FOLDS / 2L, FOLDS - 1L);
        assertThat(resumed).contains("2 passed, " + (FOLDS - kept) + " fits");
        assertThat(again).contains("2 passed, 0 fits");
        // of two candidates, and of both together
        assertThat(results("again")).hasSize(3).isEqualTo(results("resumed"));
    }
}
