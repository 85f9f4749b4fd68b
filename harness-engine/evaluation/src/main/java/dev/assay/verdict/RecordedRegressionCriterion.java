package dev.assay.verdict;

import dev.assay.evaluation.Baseline;
import dev.assay.evaluation.BaselineStore;
import dev.assay.evaluation.Judgement;
import dev.assay.evaluation.Judgement.Evidence;
import dev.assay.evaluation.Judgement.Outcome;
import dev.assay.result.Result;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;

/**
 * Demands that a metric of a stored result be no worse than in the last accepted evaluation of the candidate.
 *
 * <p>Judges as {@link NotRegressedCriterion} does, by what both keep: by fold where the same rows were split the same way, else
 * by intervals of both. Rows are not compared, since results don't keep what the test of them needs; a check that demands
 * {@code hasNotRegressed()} does that, and may therefore find what this doesn't. The message says what was compared.
 */
public final class RecordedRegressionCriterion implements Criterion<Result> {

    private final BaselineStore store;
    private final @Nullable String metric;
    private final double tolerance;
    private final OptionalDouble confidence;

    private RecordedRegressionCriterion(
            BaselineStore store, @Nullable String metric, double tolerance, OptionalDouble confidence) {
        this.store = store;
        this.metric = metric;
        this.tolerance = tolerance;
        this.confidence = confidence;
    }

    /**
     * Demands it of the headline metric.
     *
     * @param store the baseline of the candidate that will be judged
     * @return the criterion
     */
    public static RecordedRegressionCriterion from(BaselineStore store) {
        return new RecordedRegressionCriterion(store, null, 0, OptionalDouble.empty());
    }

    /**
     * Demands it of another metric.
     *
     * @param name its name as in the result, or as {@link dev.assay.metric.Metrics#named} takes it
     * @return the criterion for that metric
     */
    public RecordedRegressionCriterion of(String name) {
        return new RecordedRegressionCriterion(store, name, tolerance, confidence);
    }

    /**
     * Allows the metric to be worse by so much.
     *
     * @param newTolerance at least 0
     * @return the criterion with that tolerance
     */
    public RecordedRegressionCriterion by(double newTolerance) {
        return new RecordedRegressionCriterion(store, metric, Regression.requireTolerance(newTolerance), confidence);
    }

    /**
     * Demands it of a one-sided bound of the difference instead of the value itself.
     *
     * @param level the confidence level, above 0.5 and below 1
     * @return the criterion at that level
     */
    public RecordedRegressionCriterion atConfidence(double level) {
        return new RecordedRegressionCriterion(store, metric, tolerance, OptionalDouble.of(Demand.requireLevel(level)));
    }

    @Override
    public String description() {
        return regression(true).description(metric == null ? "the headline metric" : metric);
    }

    private Regression regression(boolean higherIsBetter) {
        return new Regression(higherIsBetter, tolerance, confidence);
    }

    /**
     * Judges a stored result.
     *
     * @throws IllegalArgumentException if there is no such metric, or the result doesn't keep it
     */
    @Override
    public Verdict judge(Result result) {
        Result.MetricEntry entry = RecordedMetric.of(result, metric).entry();
        return new Case(result, entry, regression(entry.higherIsBetter())).judge();
    }

    /** The judging of one result. */
    private final class Case {

        private final Result result;
        private final Result.MetricEntry entry;
        private final Regression regression;

        Case(Result result, Result.MetricEntry entry, Regression regression) {
            this.result = result;
            this.entry = entry;
            this.regression = regression;
        }

        Verdict judge() {
            if (entry.value() == null) {
                return incomparable(Finding.undefined(String.valueOf(entry.undefined())));
            }
            double now = entry.value();
            Baseline baseline = store.find().orElse(null);
            if (baseline == null) {
                return missing(
                        store.isRequired() ? Outcome.NOT_MET : Outcome.INCONCLUSIVE,
                        "there is no baseline yet, " + store.place() + "; the value is " + Numbers.value(now));
            }
            Baseline.Value before = baseline.metrics().get(entry.name());
            if (before == null || before.value() == null) {
                return missing(
                        Outcome.INCONCLUSIVE,
                        (before == null ? "the baseline does not have this metric" : "it was undefined in the baseline")
                                + ", " + store.place() + "; the value is " + Numbers.value(now));
            }
            return compare(baseline, before.value(), now);
        }

        private Verdict compare(Baseline baseline, double before, double now) {
            Finding finding;
            if (confidence.isEmpty() && regression.isWithin(before, now)) {
                finding = regression.met(before, now);
            } else {
                RegressionEvidence evidence = RegressionEvidence.withoutRows(baseline, Present.of(result, entry));
                finding = regression.judge(before, now, evidence).with(details(evidence));
            }
            return verdict(
                    finding,
                    regression.expected(before, now),
                    regression.demand(entry.name(), before, now),
                    OptionalDouble.of(regression.threshold(before)));
        }

        private String details(RegressionEvidence evidence) {
            return line("  paired: " + evidence.pairing()) + line("  baseline: " + store.place()) + acceptance();
        }

        private String acceptance() {
            return line("  to accept it: " + store.command());
        }

        private static String line(String text) {
            return System.lineSeparator() + text;
        }

        private Verdict missing(Outcome outcome, String words) {
            return incomparable(new Finding(outcome, "no baseline", words + acceptance(), Evidence.unknown(words)));
        }

        private Verdict incomparable(Finding finding) {
            return verdict(finding, "no regression", regression.description(entry.name()), OptionalDouble.empty());
        }

        private Verdict verdict(Finding finding, String expected, String demand, OptionalDouble threshold) {
            Judgement judgement = new Judgement(
                    result.candidate(),
                    regression.description(entry.name()),
                    finding.outcome(),
                    entry.name(),
                    entry.value() == null ? OptionalDouble.empty() : OptionalDouble.of(entry.value()),
                    threshold,
                    confidence,
                    finding.evidence(),
                    finding.outcome() == Outcome.MET ? "" : RecordedMessage.of(result, entry, demand, finding.words()));
            return Verdict.of(judgement, expected, finding.actual());
        }
    }

    @Override
    public String toString() {
        return description();
    }
}
