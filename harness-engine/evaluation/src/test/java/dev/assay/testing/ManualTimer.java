package dev.assay.testing;

import dev.assay.progress.Timer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Time that passes only when told to. */
public final class ManualTimer implements Timer {

    private record Entry(long time, Runnable action) {}

    private final List<Entry> entries = new ArrayList<>();
    private long now = -1_000;

    @Override
    public synchronized long nanos() {
        return now;
    }

    @Override
    public synchronized Alarm after(long nanos, Runnable action) {
        Entry entry = new Entry(now + nanos, action);
        entries.add(entry);
        return () -> remove(entry);
    }

    private synchronized void remove(Entry entry) {
        entries.remove(entry);
    }

    /** Returns how many alarms there are. */
    public synchronized int alarms() {
        return entries.size();
    }

    /** Lets time pass, and does on the calling thread what is due by then. */
    public void advance(Duration duration) {
        long end = nanos() + duration.toNanos();
        for (Optional<Runnable> next = due(end); next.isPresent(); next = due(end)) {
            next.get().run();
        }
        synchronized (this) {
            now = end;
        }
    }

    private synchronized Optional<Runnable> due(long end) {
        Optional<Entry> first =
                entries.stream().filter(entry -> entry.time <= end).min(Comparator.comparingLong(Entry::time));
        first.ifPresent(entry -> {
            now = entry.time;
            entries.remove(entry);
        });
        return first.map(Entry::action);
    }
}
