package dev.assay.report;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How a metric changed over builds.
 *
 * @param subject what the candidates are of, such as the name of a test class; empty if that goes without saying
 * @param metric the metric's name
 * @param builds what names each build for readers, such as its time, the oldest first
 * @param lines one for each candidate
 */
public record Trend(String subject, String metric, List<String> builds, List<Line> lines) {

    /**
     * Copies the lists.
     *
     * @throws IllegalArgumentException if a line has not one point for each build
     */
    public Trend {
        builds = List.copyOf(builds);
        lines = List.copyOf(lines);
        for (Line line : lines) {
            if (line.points().size() != builds.size()) {
                throw new IllegalArgumentException(
                        "\"" + line.candidate() + "\" has " + line.points().size() + " points for " + builds.size()
                                + " builds; give one for each, undefined where there is none");
            }
        }
    }

    /**
     * A candidate.
     *
     * @param candidate its name
     * @param points its values, build by build
     */
    public record Line(String candidate, List<Point> points) {

        /** Copies the list. */
        public Line {
            points = List.copyOf(points);
        }
    }

    /**
     * A value.
     *
     * @param value the metric's value; null if it is undefined, or the candidate wasn't part of the build
     * @param lower the lower end of its interval; null if there is none
     * @param upper its upper end; null if there is none
     * @param threshold what a gate demanded of it; null if none did
     */
    public record Point(
            @Nullable Double value,
            @Nullable Double lower,
            @Nullable Double upper,
            @Nullable Double threshold) {

        /** Where there is nothing. */
        public static final Point NONE = new Point(null, null, null, null);
    }
}
