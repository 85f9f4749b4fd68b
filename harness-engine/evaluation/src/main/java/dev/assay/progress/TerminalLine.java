package dev.assay.progress;

import java.util.List;
import java.util.OptionalLong;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/**
 * Shows progress as one line of a terminal, over and over. The cursor stays at its beginning, so that whatever else is
 * printed overwrites the line.
 */
final class TerminalLine implements ProgressStyle {

    private static final String CUT = "...";

    private final Consumer<String> out;
    private final int width;
    private int shown;

    /** Shows lines of fewer than {@code width} characters, since many terminals wrap a line that is full. */
    TerminalLine(Consumer<String> out, int width) {
        this.out = out;
        this.width = width - 1;
    }

    @Override
    public long interval() {
        return TimeUnit.MILLISECONDS.toNanos(500);
    }

    @Override
    public void show(List<RunState> runs) {
        String line = fitted(runs);
        out.accept("\r" + line + " ".repeat(Math.max(0, shown - line.length())) + "\r");
        shown = line.length();
    }

    @Override
    public void clear() {
        out.accept("\r" + " ".repeat(shown) + "\r");
        shown = 0;
    }

    private String fitted(List<RunState> runs) {
        String all = runs.stream().map(RunState::toString).collect(Collectors.joining("; "));
        if (all.length() <= width) {
            return all;
        }
        return runs.size() == 1
                ? fitted(runs.get(0).title(), ": " + runs.get(0).counts())
                : fitted(runs.size() + " candidates", ": " + counts(runs));
    }

    private String fitted(String title, String counts) {
        int room = width - counts.length();
        String cut = title.length() <= room || room < 2 * CUT.length()
                ? title
                : title.substring(0, room - CUT.length()) + CUT;
        String line = cut + counts;
        return line.substring(0, Math.min(width, line.length()));
    }

    /** Adds runs up; they end when the last does. */
    private static String counts(List<RunState> runs) {
        int done = runs.stream().mapToInt(RunState::done).sum();
        int folds = runs.stream().mapToInt(RunState::folds).sum();
        long elapsed = runs.stream().mapToLong(RunState::elapsed).max().orElse(0);
        List<OptionalLong> rests = runs.stream().map(RunState::left).toList();
        String soFar = done + " of " + folds + " folds, " + TimeText.ofElapsed(elapsed);
        return rests.stream().allMatch(OptionalLong::isPresent)
                ? soFar + ", about "
                        + TimeText.ofRest(rests.stream()
                                .mapToLong(OptionalLong::getAsLong)
                                .max()
                                .orElse(0))
                        + " left"
                : soFar;
    }
}
