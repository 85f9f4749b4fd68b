package dev.assay.engine.internal.execution;

import dev.assay.engine.internal.declaration.ModelTestClass;
import dev.assay.engine.internal.declaration.Need;
import dev.assay.evaluation.WorkerPool;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.platform.engine.EngineExecutionListener;
import org.junit.platform.engine.TestDescriptor;
import org.junit.platform.engine.reporting.ReportEntry;
import org.junit.platform.engine.support.hierarchical.EngineExecutionContext;

/** What a node of the tree has at hand while it runs. */
public final class AssayContext implements EngineExecutionContext, AutoCloseable {

    private final Configuration configuration;
    private final WorkerPool pool;
    private final Caches caches;
    private final Stop stop;
    private final ConsoleSummary summary;
    private final EngineExecutionListener listener;
    private final @Nullable ClassRun classRun;

    private AssayContext(
            Configuration configuration,
            WorkerPool pool,
            Caches caches,
            Stop stop,
            ConsoleSummary summary,
            EngineExecutionListener listener,
            @Nullable ClassRun classRun) {
        this.configuration = configuration;
        this.pool = pool;
        this.caches = caches;
        this.stop = stop;
        this.summary = summary;
        this.listener = listener;
        this.classRun = classRun;
    }

    /**
     * Begins a run of the engine.
     *
     * @param configuration of the run
     * @param listener to whom report entries go
     * @return the context of the root
     */
    public static AssayContext of(Configuration configuration, EngineExecutionListener listener) {
        WorkerPool pool = configuration.parallelism().isPresent()
                ? WorkerPool.of(configuration.parallelism().getAsInt())
                : WorkerPool.shared();
        return new AssayContext(
                configuration,
                pool,
                new Caches(configuration),
                new Stop(),
                new ConsoleSummary(configuration.summary()),
                listener,
                null);
    }

    /**
     * Begins to run a class.
     *
     * @param declaration what the class declares
     * @param needs what checks to be run will ask for
     * @return the context of the class and of all below it
     */
    public AssayContext begin(ModelTestClass declaration, List<Need> needs) {
        ClassRun run = new ClassRun(declaration, needs, configuration, pool, caches, stop, summary);
        return new AssayContext(configuration, pool, caches, stop, summary, listener, run);
    }

    /**
     * Returns the run of the class.
     *
     * @return what checks of the class share
     * @throws IllegalStateException if none was begun
     */
    public ClassRun classRun() {
        if (classRun == null) {
            throw new IllegalStateException("no class is being run");
        }
        return classRun;
    }

    /**
     * Publishes a report entry.
     *
     * @param node the running node that it is about
     * @param key its key
     * @param value its value
     */
    public void publish(TestDescriptor node, String key, String value) {
        listener.reportingEntryPublished(node, ReportEntry.from(key, value));
    }

    /**
     * Publishes a report entry of several pairs.
     *
     * @param node the running node that it is about
     * @param pairs keys and values, none of them blank
     */
    public void publish(TestDescriptor node, Map<String, String> pairs) {
        listener.reportingEntryPublished(node, ReportEntry.from(pairs));
    }

    /**
     * Publishes a result file.
     *
     * @param node the running node that it is about
     * @param file where it is
     */
    public void publish(TestDescriptor node, Path file) {
        try {
            FileEntries.publish(listener, node, file);
        } catch (LinkageError e) {
            // the platform is older than 1.12, which knows of no files
        }
    }

    /**
     * Tells whether nothing more is to be started.
     *
     * @return whether a check was interrupted
     */
    public boolean isStopped() {
        return stop.isStopped();
    }

    /** Ends the run of the engine, and what folds are still running, and prints how its criteria ended. */
    @Override
    public void close() {
        pool.close();
        summary.printTotals();
    }
}
