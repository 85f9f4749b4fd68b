package dev.assay.evaluation;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.OptionalLong;
import java.util.Set;
import java.util.concurrent.TimeUnit;

/** Shows where runs stand, those of all classes and threads together, but none in its first two seconds. */
final class ProgressBoard {

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

    synchronized void add(RunWatch run) {
        runs.add(run);
        if (!ticking) {
            ticking = true;
            timer.after(TICK, this::tick);
        }
    }

    synchronized void remove(RunWatch run) {
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
        timer.after(TICK, this::tick);
    }

    private void clear() {
        if (showing) {
            style.clear();
            showing = false;
        }
    }
}
