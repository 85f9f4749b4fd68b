package dev.assay.evaluation;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;

/** Sees the folds of a run begin and end. */
final class RunWatch {

    private final String title;
    private final int folds;
    private final Timer timer;
    private final SortedMap<Integer, Long> beginnings = new TreeMap<>();
    private boolean begun;
    private long beginning;
    private int done;
    private long spent;

    RunWatch(String title, int folds, Timer timer) {
        this.title = title;
        this.folds = folds;
        this.timer = timer;
    }

    synchronized void begins(int fold) {
        long now = timer.nanos();
        if (!begun) {
            begun = true;
            beginning = now;
        }
        beginnings.put(fold, now);
    }

    synchronized void ends(int fold) {
        spent += timer.nanos() - Objects.requireNonNull(beginnings.remove(fold), "it has not begun");
        done++;
    }

    /** Returns the numbers of folds that run, in their order. */
    synchronized List<Integer> running() {
        return List.copyOf(beginnings.keySet());
    }

    synchronized RunState state() {
        long now = timer.nanos();
        List<Long> running = new ArrayList<>();
        beginnings.values().forEach(start -> running.add(now - start));
        return new RunState(title, done, folds, begun ? now - beginning : 0, spent, running);
    }
}
