package dev.assay.verdict;

import dev.assay.evaluation.Comparison;
import dev.assay.evaluation.Evaluation;
import dev.assay.evaluation.Judgement;
import dev.assay.evaluation.Judgement.Evidence;
import dev.assay.evaluation.Judgement.Outcome;
import dev.assay.evaluation.TextTable;
import dev.assay.metric.Metric;
import dev.assay.metric.MetricValue;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;

/** Words demands on a comparison: what was expected and found first, then all candidates, the best first. */
final class ComparisonMessage {

    private ComparisonMessage() {}

    static void requireSignificance(double level) {
        if (!(level > 0 && level < 0.5)) {
            throw new IllegalArgumentException(
                    "a significance level lies above 0 and below 0.5, such as 0.05; not " + level);
        }
    }

    static void requireDifferent(String candidate, String other, String demand) {
        if (candidate.equals(other)) {
            throw new IllegalArgumentException("\"" + candidate + "\" can't be " + demand + " itself");
        }
    }

    /** Words a difference of candidates in the metric's direction. */
    static String difference(Metric metric, double value) {
        if (value == 0) {
            return "it is as good";
        }
        return "it is " + Numbers.value(Math.abs(value))
                + (metric.direction().isBetter(value, 0) ? " better" : " worse");
    }

    static Verdict verdict(
            Comparison comparison,
            Metric metric,
            String candidate,
            String demand,
            Outcome outcome,
            String expected,
            String finding,
            Evidence evidence) {
        return verdict(comparison, metric, candidate, demand, outcome, expected, finding, evidence, "");
    }

    /** Adds what readers of the result should know of a demand that is met. */
    static Verdict verdict(
            Comparison comparison,
            Metric metric,
            String candidate,
            String demand,
            Outcome outcome,
            String expected,
            String finding,
            Evidence evidence,
            String remark) {
        Metric resolved = metric.resolve(comparison.evaluation(candidate).targets());
        String message = outcome == Outcome.MET ? "" : message(comparison, resolved, demand, finding);
        Judgement judgement = new Judgement(
                candidate,
                demand,
                outcome,
                resolved.name(),
                comparison.evaluation(candidate).value(metric).asOptional(),
                OptionalDouble.empty(),
                OptionalDouble.empty(),
                evidence,
                message);
        return Verdict.of(judgement.withRemark(remark), expected, finding);
    }

    private static String message(Comparison comparison, Metric metric, String demand, String finding) {
        Evaluation first = comparison.evaluations().get(0);
        List<String> lines = new ArrayList<>();
        lines.add("[" + first.dataName() + ": " + first.resampling()
                + (first.seed().isPresent() ? ", seed " + first.seed().getAsLong() : "") + "]");
        lines.add("Expecting " + demand);
        lines.add("              but " + finding);
        List<List<String>> rows = new ArrayList<>();
        rows.add(List.of("", metric.name()));
        for (Evaluation evaluation : comparison.ranking(metric)) {
            rows.add(List.of(
                    evaluation.candidate(),
                    evaluation.value(metric) instanceof MetricValue.Defined defined
                            ? Numbers.value(defined.value())
                            : "undefined"));
        }
        TextTable.of(rows).lines().forEach(lines::add);
        return String.join(System.lineSeparator(), lines);
    }
}
