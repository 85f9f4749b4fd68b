package dev.assay.verdict;

import dev.assay.metric.MetricValue;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.IntFunction;
import java.util.stream.IntStream;

/** Words a metric's values in folds: the worst, the median, the best, and how many are undefined. */
final class FoldLines {

    private final List<MetricValue> values;

    private FoldLines(List<MetricValue> values) {
        this.values = values;
    }

    /** Returns lines of a message; none if there is one fold only. */
    static List<String> of(List<MetricValue> values, boolean higherIsBetter, IntFunction<String> place) {
        return values.size() < 2 ? List.of() : new FoldLines(values).lines(higherIsBetter, place);
    }

    private List<String> lines(boolean higherIsBetter, IntFunction<String> place) {
        List<Integer> defined = IntStream.range(0, values.size())
                .filter(fold -> values.get(fold) instanceof MetricValue.Defined)
                .boxed()
                .sorted(Comparator.comparingDouble(this::value))
                .toList();
        List<String> lines = new ArrayList<>();
        if (!defined.isEmpty()) {
            int lowest = defined.get(0);
            int highest = defined.get(defined.size() - 1);
            int worst = higherIsBetter ? lowest : highest;
            int best = higherIsBetter ? highest : lowest;
            lines.add("  folds: worst " + Numbers.brief(value(worst)) + " (" + place.apply(worst) + "), median "
                    + Numbers.brief(median(defined)) + ", best " + Numbers.brief(value(best)));
        }
        if (defined.size() < values.size()) {
            lines.add("  undefined in " + (values.size() - defined.size()) + " of " + values.size() + " folds: "
                    + firstReason());
        }
        return lines;
    }

    private double value(int fold) {
        return values.get(fold).asOptional().orElseThrow();
    }

    private double median(List<Integer> sorted) {
        double upper = value(sorted.get(sorted.size() / 2));
        double lower = value(sorted.get((sorted.size() - 1) / 2));
        return lower + (upper - lower) / 2;
    }

    private String firstReason() {
        return values.stream()
                .filter(MetricValue.Undefined.class::isInstance)
                .map(value -> ((MetricValue.Undefined) value).reason())
                .findFirst()
                .orElse("");
    }
}
