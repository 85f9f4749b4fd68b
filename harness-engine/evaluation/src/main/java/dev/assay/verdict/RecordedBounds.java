package dev.assay.verdict;

import dev.assay.result.Result;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The one-sided bounds of a metric that a stored result keeps: at some levels, and no others. */
final class RecordedBounds {

    private final Result.MetricEntry entry;

    RecordedBounds(Result.MetricEntry entry) {
        this.entry = entry;
    }

    /** Returns why nothing is known; null if something is. */
    @Nullable
    String unknown() {
        if (!entry.interval().bounds().isEmpty()) {
            return null;
        }
        String reason = entry.interval().unknown();
        return reason == null ? "the result keeps no bounds of " + entry.name() : reason;
    }

    /** Returns whose bounds they are, and by which method, as a phrase. */
    String method() {
        return "of " + entry.interval().question() + ", " + entry.interval().method();
    }

    double lower(double level) {
        Double bound = at(level).lower();
        return bound == null ? Double.NEGATIVE_INFINITY : bound;
    }

    double upper(double level) {
        Double bound = at(level).upper();
        return bound == null ? Double.POSITIVE_INFINITY : bound;
    }

    private Result.BoundEntry at(double level) {
        return entry.interval().bounds().stream()
                .filter(bound -> bound.level() == level)
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("results keep bounds of " + entry.name() + " at "
                        + entry.interval().bounds().stream()
                                .map(bound -> Double.toString(bound.level()))
                                .collect(Collectors.joining(", "))
                        + " confidence, but not at " + level
                        + "; take one of these, or demand it in a check, which may ask for any level"));
    }
}
