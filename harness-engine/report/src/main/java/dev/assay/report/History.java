package dev.assay.report;

import dev.assay.result.ClassResults;
import dev.assay.result.Result;
import dev.assay.result.Result.MetricEntry;
import dev.assay.result.ResultException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What models reached from run to run: a file of JSON Lines, one for each run, that is committed or kept in a build's cache.
 * A line has the form {@value #SCHEMA}. Lines of other versions stay in the file but are not read, so that branches of
 * different ages can share one.
 *
 * <p>Threads of one JVM may append at the same time, but several processes at once may lose runs.
 */
public final class History {

    /** The form of lines that this version writes. */
    public static final String SCHEMA = "assay-history/1";

    // one for all files, since appending is rare and short
    private static final Object APPENDING = new Object();

    private final Path file;

    private History(Path file) {
        this.file = file;
    }

    /**
     * Names the file.
     *
     * @param file that need not be there yet
     * @return its history
     */
    public static History in(Path file) {
        return new History(file);
    }

    /**
     * A run.
     *
     * @param id tells runs apart, such as the number of a build
     * @param time when it was
     * @param commit the commit that was tested; null if unknown
     * @param values what was found, in order
     */
    public record Run(String id, Instant time, @Nullable String commit, List<Value> values) {

        /** Checks the id, and copies the list. */
        public Run {
            if (id.isBlank()) {
                throw new IllegalArgumentException("a run needs an id");
            }
            values = List.copyOf(values);
        }

        /**
         * Makes a run of results.
         *
         * @param id see the record
         * @param time see the record
         * @param commit see the record
         * @param results of the run's classes
         * @return the run, with all their metrics
         */
        public static Run of(String id, Instant time, @Nullable String commit, List<ClassResults> results) {
            List<Value> values = new ArrayList<>();
            for (ClassResults ofClass : results) {
                for (Result result : ofClass.results()) {
                    result.metrics().stream()
                            .map(metric -> Value.of(result, metric))
                            .forEach(values::add);
                }
            }
            return new Run(id, time, commit, values);
        }

        /** Adds what another run of the same id found, whose values take the place of those of the same classes. */
        Run with(Run later) {
            List<String> replaced =
                    later.values().stream().map(Value::testClass).distinct().toList();
            List<Value> merged = new ArrayList<>(values);
            merged.removeIf(value -> replaced.contains(value.testClass()));
            merged.addAll(later.values());
            return new Run(id, later.time(), later.commit() == null ? commit : later.commit(), merged);
        }
    }

    /**
     * The value of a metric, to six significant digits.
     *
     * @param testClass the class whose checks judged
     * @param candidate the candidate's name
     * @param metric the metric's name
     * @param higherIsBetter which direction is better
     * @param value the value; null if undefined
     * @param lower the lower end of its 95 % interval; null if there is none
     * @param upper its upper end; null if there is none
     */
    public record Value(
            String testClass,
            String candidate,
            String metric,
            boolean higherIsBetter,
            @Nullable Double value,
            @Nullable Double lower,
            @Nullable Double upper) {

        static Value of(Result result, MetricEntry metric) {
            return new Value(
                    result.testClass(),
                    result.candidate(),
                    metric.name(),
                    metric.higherIsBetter(),
                    metric.value(),
                    metric.interval().lower(),
                    metric.interval().upper());
        }

        boolean isOf(String ofClass, String ofCandidate, String ofMetric) {
            return testClass.equals(ofClass) && candidate.equals(ofCandidate) && metric.equals(ofMetric);
        }
    }

    /**
     * A run's place in a trend.
     *
     * @param run the run, whose values are all that it found
     * @param value the value of the metric that the trend is of
     */
    public record Point(Run run, Value value) {}

    /**
     * Adds a run at the end. If there is one of the same id already, the two become one: values of classes that were tested
     * again are replaced, those of others, such as another module's, stay.
     *
     * @param run the run
     * @throws ResultException if the file can't be read or written, or has a line that is none of a history; then it is as it
     *     was
     */
    public void append(Run run) {
        synchronized (APPENDING) {
            List<HistoryLine> lines = new ArrayList<>(lines());
            Run whole = run;
            for (HistoryLine line : lines) {
                if (line.isOf(run.id())) {
                    whole = Objects.requireNonNull(line.run()).with(whole);
                }
            }
            lines.removeIf(line -> line.isOf(run.id()));
            lines.add(HistoryLine.of(whole));
            write(lines);
        }
    }

    /**
     * Reads all runs.
     *
     * @return the runs in the order of the file, those without lines of other versions; none if there is no file
     * @throws ResultException if the file can't be read, or has a line that is none of a history; the message names both
     */
    public List<Run> read() {
        return lines().stream()
                .map(HistoryLine::run)
                .filter(Objects::nonNull)
                .map(Run.class::cast)
                .toList();
    }

    /**
     * Reads the values of one metric.
     *
     * @param testClass the class
     * @param candidate the candidate's name
     * @param metric the metric's name
     * @return one point for each run that found such a value, in the order of the file
     * @throws ResultException as {@link #read} does
     */
    public List<Point> series(String testClass, String candidate, String metric) {
        List<Point> points = new ArrayList<>();
        for (Run run : read()) {
            Optional<Value> found = run.values().stream()
                    .filter(value -> value.isOf(testClass, candidate, metric))
                    .findFirst();
            found.ifPresent(value -> points.add(new Point(run, value)));
        }
        return points;
    }

    private List<HistoryLine> lines() {
        String text;
        try {
            text = Files.readString(file);
        } catch (NoSuchFileException e) {
            return List.of();
        } catch (CharacterCodingException e) {
            throw new ResultException(file + ": not a history of Assay: it is not text in UTF-8", e);
        } catch (IOException e) {
            throw new ResultException(file + ": the history can't be read: " + e.getMessage(), e);
        }
        List<HistoryLine> lines = new ArrayList<>();
        int number = 0;
        for (String line : text.lines().toList()) {
            number++;
            if (!line.isBlank()) {
                lines.add(HistoryLine.parse(line, file + ", line " + number));
            }
        }
        return lines;
    }

    private void write(List<HistoryLine> lines) {
        StringBuilder text = new StringBuilder();
        lines.forEach(line -> text.append(line.text()).append('\n'));
        try {
            WholeFile.write(file, text.toString().getBytes(StandardCharsets.UTF_8));
        } catch (IOException | UncheckedIOException e) {
            throw new ResultException(file + ": the history can't be written: " + e.getMessage(), e);
        }
    }
}
