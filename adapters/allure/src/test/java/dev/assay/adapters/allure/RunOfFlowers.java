package dev.assay.adapters.allure;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.engine.discovery.DiscoverySelectors;
import org.junit.platform.engine.reporting.ReportEntry;
import org.junit.platform.launcher.TestExecutionListener;
import org.junit.platform.launcher.TestIdentifier;
import org.junit.platform.launcher.TestPlan;
import org.junit.platform.launcher.core.LauncherConfig;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;

/** Runs a class, and our listener with it, in whatever class loader it was loaded by; types of the JDK lead in and out. */
final class RunOfFlowers implements Function<String, String> {

    private final List<String> ends = new CopyOnWriteArrayList<>();
    private final List<String> entries = new CopyOnWriteArrayList<>();
    private final List<String> errors = new CopyOnWriteArrayList<>();

    /**
     * Runs it.
     *
     * @param output where results are to be written
     * @return how many tests and report entries there were, and what our listener threw
     */
    @Override
    public String apply(String output) {
        Thread thread = Thread.currentThread();
        ClassLoader before = thread.getContextClassLoader();
        thread.setContextClassLoader(RunOfFlowers.class.getClassLoader());
        try {
            run(output);
        } finally {
            thread.setContextClassLoader(before);
        }
        return ends.size() + " tests, " + (entries.isEmpty() ? "no" : "some") + " report entries, errors: " + errors;
    }

    private void run(String output) {
        LauncherConfig config = LauncherConfig.builder()
                .enableTestExecutionListenerAutoRegistration(false)
                .build();
        LauncherFactory.create(config)
                .execute(
                        LauncherDiscoveryRequestBuilder.request()
                                .selectors(DiscoverySelectors.selectClass(FlowerQuality.class))
                                .configurationParameter("assay.summary", "off")
                                .configurationParameter("assay.output", output)
                                .build(),
                        new Watched());
    }

    /** Keeps what our listener throws, which the platform would only log. */
    private final class Watched implements TestExecutionListener {

        private final TestExecutionListener listener = new AssayAllureListener();

        private void attempt(Runnable call) {
            try {
                call.run();
            } catch (RuntimeException | LinkageError e) {
                errors.add(e.toString());
            }
        }

        @Override
        public void testPlanExecutionStarted(TestPlan plan) {
            attempt(() -> listener.testPlanExecutionStarted(plan));
        }

        @Override
        public void reportingEntryPublished(TestIdentifier test, ReportEntry entry) {
            entries.add(entry.toString());
            attempt(() -> listener.reportingEntryPublished(test, entry));
        }

        @Override
        public void executionFinished(TestIdentifier test, TestExecutionResult result) {
            if (test.isTest()) {
                ends.add(test.getDisplayName());
            }
        }

        @Override
        public void testPlanExecutionFinished(TestPlan plan) {
            attempt(() -> listener.testPlanExecutionFinished(plan));
        }
    }
}
