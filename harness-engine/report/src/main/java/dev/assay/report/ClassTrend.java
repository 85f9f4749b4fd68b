package dev.assay.report;

import dev.assay.report.History.Run;
import dev.assay.report.History.Value;
import dev.assay.result.ClassResults;
import dev.assay.result.Result;
import dev.assay.result.Result.MetricEntry;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** How a class's headline metric changed over the runs of a history. */
final class ClassTrend {

    private static final int FEWEST = 2;
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm", Locale.ROOT).withZone(ZoneOffset.UTC);

    private final ClassResults results;
    private final String metric;

    private ClassTrend(ClassResults results, String metric) {
        this.results = results;
        this.metric = metric;
    }

    /** Returns the trend, unless fewer than two runs tell of the class, or none of its candidates has a result. */
    static Optional<Trend> of(ClassResults results, List<Run> runs) {
        return results.results().stream()
                .flatMap(result -> Candidates.headline(result).stream())
                .map(MetricEntry::name)
                .findFirst()
                .flatMap(metric -> new ClassTrend(results, metric).over(runs));
    }

    /** The values of the candidates that a run tells of. */
    private record Build(Run run, Map<String, Value> values) {

        Trend.Point point(String candidate) {
            Value value = values.get(candidate);
            return value == null
                    ? Trend.Point.NONE
                    : new Trend.Point(value.value(), value.lower(), value.upper(), null);
        }
    }

    private Optional<Trend> over(List<Run> runs) {
        List<String> candidates =
                results.results().stream().map(Result::candidate).toList();
        List<Build> builds = runs.stream()
                .map(this::build)
                .filter(build -> candidates.stream().anyMatch(build.values()::containsKey))
                .toList();
        if (builds.size() < FEWEST) {
            return Optional.empty();
        }
        List<Trend.Line> lines = candidates.stream()
                .map(candidate -> new Trend.Line(
                        candidate,
                        builds.stream().map(build -> build.point(candidate)).toList()))
                .toList();
        return Optional.of(new Trend(
                results.summary().name(),
                metric,
                builds.stream().map(build -> TIME.format(build.run().time())).toList(),
                lines));
    }

    private Build build(Run run) {
        Map<String, Value> values = new HashMap<>();
        run.values().stream()
                .filter(value -> value.testClass().equals(results.summary().testClass())
                        && value.metric().equals(metric))
                .forEach(value -> values.put(value.candidate(), value));
        return new Build(run, values);
    }
}
