package dev.assay.report.plot;

import dev.assay.result.Result;
import dev.assay.result.Result.MetricEntry;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Picks what is drawn of many candidates, and of many metrics. */
final class Candidates {

    private Candidates() {}

    /** Returns the headline metric. */
    static Optional<MetricEntry> headline(Result result) {
        return result.metrics().stream().findFirst();
    }

    /** Returns the metric of a name. */
    static Optional<MetricEntry> metric(Result result, String name) {
        return result.metric(name);
    }

    /** Returns at most so many: the best by the headline metric, in their own order. */
    static List<Result> best(List<Result> results, int most) {
        if (results.size() <= most) {
            return results;
        }
        Set<String> best = new HashSet<>(results.stream()
                .sorted(Comparator.comparingDouble(Candidates::badness))
                .limit(most)
                .map(Result::candidate)
                .toList());
        return results.stream()
                .filter(result -> best.contains(result.candidate()))
                .toList();
    }

    private static double badness(Result result) {
        return headline(result)
                .map(metric -> {
                    Double value = metric.value();
                    return value == null ? Double.POSITIVE_INFINITY : metric.higherIsBetter() ? -value : value;
                })
                .orElse(Double.POSITIVE_INFINITY);
    }

    /** Says that not all are drawn, or nothing. */
    static String left(int all, int drawn) {
        return all == drawn ? "" : "The best " + drawn + " of " + all + " candidates. ";
    }
}
