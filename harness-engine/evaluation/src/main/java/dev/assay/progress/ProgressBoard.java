package dev.assay.progress;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.OptionalLong;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/** Shows where runs stand, those of all classes and threads together, but none in its first two seconds. */
public final class ProgressBoard {

    private static final long SILENCE = TimeUnit.SECONDS.toNanos(2);
    private static final long TICK = TimeUnit.MILLISECONDS.toNanos(500);

    private final Timer timer;
    private final ProgressStyle style;
    private final Set<RunWatch> runs = new LinkedHashSet<>();
    private boolean ticking;
    private boolean showing;
    private OptionalLong lastShown = OptionalLong.empty();

    ProgressBoard(Timer timer, ProgressStyle style) {
        this.timer = timer;
        this.style = style;
    }

    /**
     * Makes a board of plain lines, one for each run every five seconds.
     *
     * @param timer the time
     * @param out takes several whole lines at once
     * @return the board
     */
    public static ProgressBoard ofLines(Timer timer, Consumer<String> out) {
        return new ProgressBoard(timer, new PlainLines(out));
    }

    /**
     * Shows a run from now on.
     *
     * @param run that is about to begin
     */
    public synchronized void add(RunWatch run) {
        runs.add(run);
        if (!ticking) {
            ticking = true;
            timer.after(TICK, this::tick);
        }
    }

    /**
     * Shows a run no longer.
     *
     * @param run that has ended
     */
    public synchronized void remove(RunWatch run) {
        runs.remove(run);
        if (runs.isEmpty()) {
            clear();
        }
    }

    private synchronized void tick() {
        if (runs.isEmpty()) {
            ticking = false;
            return;
        }
        // first, so that the next is not lost if this one can't be shown
        timer.after(TICK, this::tick);
        List<RunState> visible = runs.stream()
                .map(RunWatch::state)
                .filter(state -> state.elapsed() >= SILENCE)
                .toList();
        if (visible.isEmpty()) {
            clear();
        } else if (lastShown.isEmpty() || timer.nanos() - lastShown.getAsLong() >= style.interval()) {
            style.show(visible);
            showing = true;
            lastShown = OptionalLong.of(timer.nanos());
        }
    }

    private void clear() {
        if (showing) {
            style.clear();
            showing = false;
        }
    }
}
