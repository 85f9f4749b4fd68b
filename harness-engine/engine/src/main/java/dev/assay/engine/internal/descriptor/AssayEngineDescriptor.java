package dev.assay.engine.internal.descriptor;

import dev.assay.engine.internal.execution.AssayContext;
import dev.assay.engine.internal.execution.ParallelExecution;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.platform.engine.UniqueId;
import org.junit.platform.engine.support.descriptor.EngineDescriptor;
import org.junit.platform.engine.support.hierarchical.Node;

/** The root. */
public final class AssayEngineDescriptor extends EngineDescriptor implements Node<AssayContext> {

    private static final long LAST_WORDS_SECONDS = 1;

    private final ParallelExecution parallel;
    private volatile CountDownLatch running = new CountDownLatch(0);

    /**
     * Makes a root.
     *
     * @param uniqueId the engine's
     * @param parallel whether what is below it runs at the same time
     */
    public AssayEngineDescriptor(UniqueId uniqueId, ParallelExecution parallel) {
        super(uniqueId, "Assay");
        this.parallel = parallel;
    }

    /**
     * Tells how classes and checks run.
     *
     * @return the modes of those that say nothing themselves
     */
    public ParallelExecution parallel() {
        return parallel;
    }

    /** Ends the run in any case: what stops it in the middle, as Eclipse does, passes here but not by other methods. */
    @Override
    public void around(AssayContext context, Invocation<AssayContext> invocation) throws Exception {
        CountDownLatch ended = new CountDownLatch(1);
        running = ended;
        try (context) {
            invocation.invoke(context);
        } finally {
            ended.countDown();
        }
    }

    /** Waits until a run on threads of its own has ended, and so has written what it had, but not for ever. */
    public void awaitEnd() {
        try {
            boolean unused = running.await(LAST_WORDS_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
