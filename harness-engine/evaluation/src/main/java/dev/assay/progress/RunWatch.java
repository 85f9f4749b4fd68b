package dev.assay.progress;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;

/** Sees the folds of a run begin and end, on whichever threads they do. */
public final class RunWatch {

    private final String title;
    private final int folds;
    private final Timer timer;
    private final SortedMap<Integer, Long> beginnings = new TreeMap<>();
    private boolean begun;
    private long beginning;
    private int done;
    private long spent;

    /**
     * Watches a run.
     *
     * @param title what is run, such as "forest on digits"
     * @param folds how many folds it has
     * @param timer the time
     */
    public RunWatch(String title, int folds, Timer timer) {
        this.title = title;
        this.folds = folds;
        this.timer = timer;
    }

    /**
     * A fold begins.
     *
     * @param fold its number, that of no other
     */
    public synchronized void begins(int fold) {
        long now = timer.nanos();
        if (!begun) {
            begun = true;
            beginning = now;
        }
        beginnings.put(fold, now);
    }

    /**
     * A fold has ended, in whichever way.
     *
     * @param fold its number
     */
    public synchronized void ends(int fold) {
        spent += timer.nanos() - Objects.requireNonNull(beginnings.remove(fold), "it has not begun");
        done++;
    }

    /**
     * Returns how many folds have ended.
     *
     * @return from 0 to all
     */
    public synchronized int done() {
        return done;
    }

    /**
     * Returns which folds run.
     *
     * @return their numbers, in order
     */
    public synchronized List<Integer> running() {
        return List.copyOf(beginnings.keySet());
    }

    synchronized RunState state() {
        long now = timer.nanos();
        List<Long> running = new ArrayList<>();
        beginnings.values().forEach(start -> running.add(now - start));
        return new RunState(title, done, folds, begun ? now - beginning : 0, spent, running);
    }
}
