package dev.assay.adapters.python;

import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;

/**
 * A process and all that it has started, as far as that was seen while it ran: of a process that has ended, nobody knows any more
 * what it had started.
 */
final class ProcessTree {

    private static final long END_MILLIS = 500;
    private static final int SHARE = 20;

    private final Process root;
    private final Set<ProcessHandle> started = ConcurrentHashMap.newKeySet();
    private long nextLook = System.nanoTime();

    ProcessTree(Process root) {
        this.root = root;
    }

    /** Looks for what was started; not at each call, where that takes long, as it does among very many processes. */
    void look() {
        long begin = System.nanoTime();
        if (begin - nextLook >= 0) {
            started.removeIf(each -> !each.isAlive());
            root.descendants().forEach(started::add);
            long end = System.nanoTime();
            nextLook = end + SHARE * (end - begin);
        }
    }

    /** Kills all and waits until they are gone. What has outlived a process that ended by itself first gets time to end, too. */
    void end() {
        if (!root.isAlive()) {
            await();
        }
        kill();
    }

    /** Kills all at once and waits until they are gone. */
    void kill() {
        addDescendants();
        root.destroyForcibly();
        // with the process gone, only what it has started may still have started more
        addDescendants();
        started.forEach(ProcessHandle::destroyForcibly);
        root.onExit().join();
        // where nobody collects dead orphans, as in some containers, they never seem to be gone
        await();
    }

    private void addDescendants() {
        if (root.isAlive()) {
            root.descendants().forEach(started::add);
        }
        List.copyOf(started).stream()
                .filter(ProcessHandle::isAlive)
                .forEach(each -> each.descendants().forEach(started::add));
    }

    private void await() {
        CompletableFuture.allOf(started.stream().map(ProcessHandle::onExit).toArray(CompletableFuture<?>[]::new))
                .completeOnTimeout(null, END_MILLIS, TimeUnit.MILLISECONDS)
                .join();
    }
}
