package dev.assay.evaluation;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.ForkJoinWorkerThread;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/**
 * The threads that folds run on: one bounded pool that all evaluations share.
 *
 * <p>A fold that itself waits for another evaluation lends its place to that one's folds, so that nesting cannot deadlock.
 */
public final class WorkerPool implements AutoCloseable {

    /** The system property that sets the number of threads of the shared pool; the number of processors by default. */
    public static final String PARALLELISM = "assay.parallelism";

    private static final AtomicInteger THREADS = new AtomicInteger();

    private static @Nullable WorkerPool shared;

    private final ForkJoinPool pool;
    /** Tells, of each task that waits for a thread or has one, whoever waits for it that the pool was closed. */
    private final Map<Object, Runnable> unfinished = new ConcurrentHashMap<>();

    private WorkerPool(int parallelism) {
        this.pool = new ForkJoinPool(parallelism, threads -> new Worker(threads, this), null, true);
    }

    /** A thread that knows what it does: while a task waits, its thread does others on top of it. */
    private static final class Worker extends ForkJoinWorkerThread {

        private final WorkerPool owner;
        private @Nullable PoolTask<?> current;

        Worker(ForkJoinPool pool, WorkerPool owner) {
            super(pool);
            this.owner = owner;
            // not getPoolIndex(), which is 0 until the thread runs
            setName("assay-worker-" + THREADS.incrementAndGet());
            setContextClassLoader(ClassLoader.getSystemClassLoader());
        }

        <T> T run(PoolTask<T> task, @Nullable ClassLoader loader) {
            PoolTask<?> below = current;
            if (below != null) {
                below.leave();
            }
            ClassLoader own = getContextClassLoader();
            current = task;
            task.enter();
            setContextClassLoader(loader);
            try {
                return task.work();
            } finally {
                setContextClassLoader(own);
                task.leave();
                current = below;
                if (below != null) {
                    below.enter();
                }
            }
        }
    }

    /** Returns the pool that the calling thread belongs to, on which what a fold starts should run, or else the shared one. */
    static WorkerPool ofCallingThread() {
        return Thread.currentThread() instanceof Worker worker ? worker.owner : shared();
    }

    /** Returns what the calling thread does for a pool, if it is one of a pool's. */
    static Optional<PoolTask<?>> current() {
        return Thread.currentThread() instanceof Worker worker ? Optional.ofNullable(worker.current) : Optional.empty();
    }

    /**
     * Returns the pool that is used unless another is given; its threads end when idle.
     *
     * @return the one shared pool of this JVM
     * @throws IllegalArgumentException if {@value #PARALLELISM} is not a whole number of at least 1
     */
    public static synchronized WorkerPool shared() {
        if (shared == null) {
            shared = of(parallelism(System.getProperty(PARALLELISM)));
        }
        return shared;
    }

    private static synchronized boolean isShared(WorkerPool pool) {
        return pool == shared;
    }

    /**
     * Makes a pool.
     *
     * @param parallelism the number of threads, at least 1
     * @return a pool to be closed after use
     */
    public static WorkerPool of(int parallelism) {
        if (parallelism < 1) {
            throw new IllegalArgumentException(PARALLELISM + " must be at least 1, not " + parallelism);
        }
        return new WorkerPool(parallelism);
    }

    private static int parallelism(@Nullable String setting) {
        if (setting == null || setting.isBlank()) {
            return Runtime.getRuntime().availableProcessors();
        }
        try {
            return Integer.parseInt(setting.strip());
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException(PARALLELISM + " must be a whole number, not \"" + setting + "\"", e);
        }
    }

    /**
     * Returns the number of threads.
     *
     * @return at least 1
     */
    public int parallelism() {
        return pool.getParallelism();
    }

    /**
     * Runs tasks under the caller's context class loader.
     *
     * @param oneByOne whether each begins when that before it has ended
     */
    <T> List<CompletableFuture<T>> submit(List<PoolTask<T>> tasks, boolean oneByOne) {
        ClassLoader loader = Thread.currentThread().getContextClassLoader();
        List<CompletableFuture<T>> futures = new ArrayList<>();
        for (PoolTask<T> task : tasks) {
            futures.add(
                    oneByOne && !futures.isEmpty()
                            ? futures.get(futures.size() - 1).thenCompose(before -> submit(task, loader))
                            : submit(task, loader));
        }
        return futures;
    }

    private <T> CompletableFuture<T> submit(PoolTask<T> task, @Nullable ClassLoader loader) {
        CompletableFuture<T> future = new PoolFuture<>(pool);
        Object ticket = new Object();
        unfinished.put(
                ticket, () -> future.completeExceptionally(new CancellationException("the worker pool was closed")));
        if (pool.isShutdown()) {
            // threads of the pool itself are not told by it
            throw new RejectedExecutionException("the worker pool was closed");
        }
        return future.completeAsync(() -> {
            try {
                return ((Worker) Thread.currentThread()).run(task, loader);
            } finally {
                unfinished.remove(ticket);
            }
        });
    }

    /** Makes a future to be completed by the caller; a thread of this pool that waits for it runs tasks meanwhile. */
    <T> CompletableFuture<T> promise() {
        return new PoolFuture<>(pool);
    }

    /** Completes when all do; a thread of this pool that waits for it runs the tasks that it submitted meanwhile. */
    <T> CompletableFuture<List<T>> all(List<CompletableFuture<T>> futures) {
        CompletableFuture<@Nullable Void> start = new PoolFuture<>(pool);
        start.complete(null);
        return start.thenCompose(nothing -> CompletableFuture.allOf(futures.toArray(CompletableFuture<?>[]::new)))
                .thenApply(
                        nothing -> futures.stream().map(CompletableFuture::join).toList());
    }

    /** Hands tasks to the pool, and says no more of it. */
    private record FromOutside(ForkJoinPool pool) implements Executor {

        @Override
        public void execute(Runnable task) {
            pool.execute(task);
        }
    }

    /**
     * A future that tells the JDK where its tasks run: only then does a waiting thread of the pool run some itself. Threads
     * of other such pools would too, JUnit's among them, but are not told: an interrupt of theirs is not meant for a fold.
     */
    private static final class PoolFuture<T extends @Nullable Object> extends CompletableFuture<T> {

        private final ForkJoinPool pool;

        PoolFuture(ForkJoinPool pool) {
            this.pool = pool;
        }

        @Override
        public Executor defaultExecutor() {
            return Thread.currentThread() instanceof Worker worker && worker.getPool() == pool
                    ? pool
                    : new FromOutside(pool);
        }

        @Override
        public <U extends @Nullable Object> CompletableFuture<U> newIncompleteFuture() {
            return new PoolFuture<>(pool);
        }
    }

    /** Stops the pool; folds that are running are interrupted. The shared pool stays. */
    @Override
    public void close() {
        if (isShared(this)) {
            return;
        }
        pool.shutdown();
        // first, so that runs know that they are over before their folds, which this interrupts, can end
        unfinished.values().forEach(Runnable::run);
        pool.shutdownNow();
        try {
            pool.awaitTermination(1, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
