package dev.assay.result;

import dev.assay.evaluation.TextTable;
import dev.assay.result.Result.IntervalEntry;
import dev.assay.result.Result.JudgementEntry;
import dev.assay.result.Result.MetricEntry;
import dev.assay.result.Result.Outcome;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.StringJoiner;

/**
 * Lays out results of several candidates as a table for a console: how their criteria ended, and their metrics, each with its 95 %
 * interval below it. Of more metrics than a line of 100 columns holds, or more than five, it shows the headline and those that criteria are about first.
 */
public final class ResultTable {

    private static final int MOST_METRICS = 5;
    private static final int MOST_COLUMNS = 100;
    private static final int DECIMALS = 3;
    private static final List<Outcome> WORST_FIRST =
            List.of(Outcome.NOT_MET, Outcome.INCONCLUSIVE, Outcome.MET, Outcome.CUSTOM);

    private final List<Result> results;
    private final boolean isColoured;

    private ResultTable(List<Result> results, boolean isColoured) {
        this.results = results;
        this.isColoured = isColoured;
    }

    /**
     * Makes the table.
     *
     * @param results of one class, at least one
     * @param isColoured whether escape sequences for colours may be among the text
     * @return a line of metric names and one or two for each candidate, each ended by a line feed
     */
    public static String of(List<Result> results, boolean isColoured) {
        return new ResultTable(results, isColoured).text();
    }

    /**
     * Says how criteria ended, the worst first, such as "1 not met, 12 met".
     *
     * @param judgements the criteria
     * @param isColoured whether escape sequences for colours may be among the text
     * @return the counts; "none" if there are none
     */
    public static String outcomes(List<JudgementEntry> judgements, boolean isColoured) {
        StringJoiner text = new StringJoiner(", ").setEmptyValue("none");
        for (Outcome outcome : WORST_FIRST) {
            long count = judgements.stream()
                    .filter(judgement -> judgement.outcome() == outcome)
                    .count();
            if (count > 0) {
                text.add(Ink.of(outcome).paint(count + " " + outcome.words(), isColoured));
            }
        }
        return text.toString();
    }

    private String text() {
        for (int most = MOST_METRICS; most > 1; most--) {
            List<List<String>> rows = rows(metrics(results, most));
            if (TextTable.width(rows) <= MOST_COLUMNS) {
                return TextTable.of(rows);
            }
        }
        return TextTable.of(rows(metrics(results, 1)));
    }

    private List<List<String>> rows(List<String> metrics) {
        List<List<String>> rows = new ArrayList<>();
        List<String> head = new ArrayList<>(List.of("", "criteria"));
        head.addAll(metrics);
        rows.add(head);
        for (Result result : results) {
            List<String> values =
                    new ArrayList<>(List.of(result.candidate(), outcomes(result.judgements(), isColoured)));
            List<String> intervals = new ArrayList<>(List.of("", ""));
            for (String name : metrics) {
                Optional<MetricEntry> metric = result.metric(name);
                values.add(metric.map(ResultTable::value).orElse(""));
                intervals.add(metric.map(entry -> interval(entry.interval())).orElse(""));
            }
            rows.add(values);
            if (intervals.stream().anyMatch(interval -> !interval.isEmpty())) {
                rows.add(intervals);
            }
        }
        return rows;
    }

    /**
     * Chooses metrics for a table of limited width: the headline, those that criteria are about, and then others in their order.
     *
     * @param results of one class
     * @param most how many fit
     * @return the names of the chosen, in the order of the results
     */
    public static List<String> metrics(List<Result> results, int most) {
        Set<String> all = new LinkedHashSet<>();
        Set<String> judged = new LinkedHashSet<>();
        for (Result result : results) {
            result.metrics().forEach(metric -> all.add(metric.name()));
            result.judgements().forEach(judgement -> judged.add(judgement.metric()));
        }
        judged.retainAll(all);
        Set<String> chosen = new LinkedHashSet<>();
        all.stream().findFirst().ifPresent(chosen::add);
        chosen.addAll(judged);
        chosen.addAll(all);
        List<String> shown = chosen.stream().limit(most).toList();
        return all.stream().filter(shown::contains).toList();
    }

    private static String value(MetricEntry metric) {
        return metric.value() == null ? "undefined" : String.format(Locale.ROOT, "%.4f", metric.value());
    }

    private String interval(IntervalEntry interval) {
        return interval.lower() == null || interval.upper() == null
                ? ""
                : Ink.FAINT.paint(
                        "[" + rounded(interval.lower(), RoundingMode.FLOOR) + ", "
                                + rounded(interval.upper(), RoundingMode.CEILING) + "]",
                        isColoured);
    }

    /** Rounds outwards, so that no interval looks narrower than it is. */
    private static String rounded(double end, RoundingMode rounding) {
        return BigDecimal.valueOf(end).setScale(DECIMALS, rounding).toPlainString();
    }

    /** Colours of a terminal, which repeat what words say. */
    private enum Ink {
        GREEN("32"),
        RED("31"),
        YELLOW("33"),
        FAINT("2"),
        NONE("0");

        private final String code;

        Ink(String code) {
            this.code = code;
        }

        static Ink of(Outcome outcome) {
            return switch (outcome) {
                case MET -> GREEN;
                case NOT_MET -> RED;
                case INCONCLUSIVE -> YELLOW;
                case CUSTOM -> NONE;
            };
        }

        String paint(String text, boolean isColoured) {
            return isColoured && this != NONE ? "\u001B[" + code + "m" + text + "\u001B[0m" : text;
        }
    }
}
