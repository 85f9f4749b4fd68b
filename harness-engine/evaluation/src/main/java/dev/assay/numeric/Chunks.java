package dev.assay.numeric;

import java.util.List;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.ForkJoinTask;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.stream.IntStream;

/**
 * Splits work on many rows into ranges that run in parallel: on the pool that the calling thread belongs to, or else on the
 * common one. Few rows stay on the calling thread.
 */
public final class Chunks {

    /** Below this many rows, handing work over costs more than it saves. */
    static final int FEWEST_ROWS = 1 << 14;

    private Chunks() {}

    /**
     * What is computed of a range of rows.
     *
     * @param <R> what it gives
     */
    @FunctionalInterface
    public interface RangeFunction<R> {

        /**
         * Computes.
         *
         * @param from the first row
         * @param to the row behind the last
         * @return the result of these rows
         */
        R apply(int from, int to);
    }

    /** What is done with a range of rows. */
    @FunctionalInterface
    public interface RangeAction {

        /**
         * Does it.
         *
         * @param from the first row
         * @param to the row behind the last
         */
        void accept(int from, int to);
    }

    /**
     * Does something with every range.
     *
     * @param rows how many rows there are
     * @param action works on one range without touching the others
     */
    public static void run(int rows, RangeAction action) {
        run(rows, FEWEST_ROWS, action);
    }

    /**
     * Does something with every range.
     *
     * @param rows how many rows there are
     * @param fewestRows how many rows are worth being handed over, at least 1
     * @param action works on one range without touching the others
     */
    public static void run(int rows, int fewestRows, RangeAction action) {
        map(rows, fewestRows, (from, to) -> {
            action.accept(from, to);
            return to;
        });
    }

    /**
     * Computes something of every range.
     *
     * @param rows how many rows there are
     * @param function what is computed; how many ranges there are depends on the machine, so that results of ranges must
     *     combine to the same whole wherever they are cut
     * @param <R> what it gives
     * @return the results of all ranges, in their order; one, of all rows, where these are few
     */
    public static <R> List<R> map(int rows, RangeFunction<R> function) {
        return map(rows, FEWEST_ROWS, function);
    }

    /**
     * Computes something of every range, where a row costs more than a few operations.
     *
     * @param rows how many rows there are
     * @param fewestRows how many rows are worth being handed over, at least 1
     * @param function what is computed; see {@link #map(int, RangeFunction)}
     * @param <R> what it gives
     * @return the results of all ranges, in their order; one, of all rows, where these are few
     */
    public static <R> List<R> map(int rows, int fewestRows, RangeFunction<R> function) {
        int chunks = Math.max(1, Math.min(rows / fewestRows, 4 * parallelism()));
        if (chunks == 1) {
            return List.of(function.apply(0, rows));
        }
        return IntStream.range(0, chunks)
                .parallel()
                .mapToObj(chunk -> function.apply(bound(rows, chunk, chunks), bound(rows, chunk + 1, chunks)))
                .toList();
    }

    /**
     * Computes something of every range and merges it.
     *
     * @param rows how many rows there are
     * @param function what is computed; see {@link #map(int, RangeFunction)}
     * @param merge adds the second result to the first
     * @param <R> what it gives
     * @return the result of all rows
     */
    public static <R> R reduce(int rows, RangeFunction<R> function, BiConsumer<? super R, ? super R> merge) {
        return reduce(rows, FEWEST_ROWS, function, merge);
    }

    /**
     * Computes something of every range and merges it.
     *
     * @param rows how many rows there are
     * @param fewestRows how many rows are worth being handed over, at least 1
     * @param function what is computed; see {@link #map(int, RangeFunction)}
     * @param merge adds the second result to the first
     * @param <R> what it gives
     * @return the result of all rows
     */
    public static <R> R reduce(
            int rows, int fewestRows, RangeFunction<R> function, BiConsumer<? super R, ? super R> merge) {
        List<R> parts = map(rows, fewestRows, function);
        R whole = parts.get(0);
        parts.subList(1, parts.size()).forEach(part -> merge.accept(whole, part));
        return whole;
    }

    /**
     * Does something with each of several parts, in parallel if there is more than one.
     *
     * @param parts what {@link #map} gave
     * @param action works on one part without touching the others
     * @param <R> the type of the parts
     */
    public static <R> void forEach(List<R> parts, Consumer<? super R> action) {
        if (parts.size() == 1) {
            action.accept(parts.get(0));
        } else {
            parts.parallelStream().forEach(action);
        }
    }

    /**
     * Does something once on each thread there is, at the same time.
     *
     * @param action takes parts of some work until none is left
     */
    public static void forEachThread(Runnable action) {
        IntStream.range(0, parallelism()).parallel().forEach(thread -> action.run());
    }

    private static int bound(int rows, int chunk, int chunks) {
        return (int) ((long) rows * chunk / chunks);
    }

    private static int parallelism() {
        ForkJoinPool pool = ForkJoinTask.getPool();
        return pool == null ? ForkJoinPool.getCommonPoolParallelism() + 1 : pool.getParallelism();
    }
}
