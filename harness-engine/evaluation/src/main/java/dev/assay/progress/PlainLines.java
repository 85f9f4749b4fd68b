package dev.assay.progress;

import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/** Shows progress where nothing can be overwritten, as in a log: one line for each candidate every five seconds. */
final class PlainLines implements ProgressStyle {

    private final Consumer<String> out;

    PlainLines(Consumer<String> out) {
        this.out = out;
    }

    @Override
    public long interval() {
        return TimeUnit.SECONDS.toNanos(5);
    }

    @Override
    public void show(List<RunState> runs) {
        StringBuilder text = new StringBuilder();
        runs.forEach(run -> text.append(run).append(System.lineSeparator()));
        // at once, so that nothing comes between
        out.accept(text.toString());
    }

    @Override
    public void clear() {
        // what was printed stays
    }
}
