package dev.assay.engine.internal.execution;

import java.util.List;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;
import org.junit.platform.engine.support.hierarchical.HierarchicalTestExecutorService;

/**
 * JUnit's executor, which doesn't wait for its threads when the thread that runs the engine is interrupted: files would still be
 * written when everybody thinks the run is over.
 */
public final class ParallelExecutor implements HierarchicalTestExecutorService {

    private final HierarchicalTestExecutorService executor;
    private final Runnable end;

    /**
     * Makes an executor.
     *
     * @param executor JUnit's
     * @param end waits until the run has ended, or for so long that it never will
     */
    public ParallelExecutor(HierarchicalTestExecutorService executor, Runnable end) {
        this.executor = executor;
        this.end = end;
    }

    @Override
    public Future<@Nullable Void> submit(TestTask task) {
        return executor.submit(task);
    }

    @Override
    public void invokeAll(List<? extends TestTask> tasks) {
        executor.invokeAll(tasks);
    }

    /** Interrupts what still runs and waits until the run has ended. */
    @Override
    public void close() {
        executor.close();
        end.run();
    }
}
