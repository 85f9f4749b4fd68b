package dev.assay.verdict;

import dev.assay.evaluation.Baseline;
import dev.assay.evaluation.BaselineStore;
import dev.assay.evaluation.Evaluation;
import dev.assay.evaluation.Judgement;
import dev.assay.evaluation.Judgement.Evidence;
import dev.assay.evaluation.Judgement.Outcome;
import dev.assay.evaluation.MetricScore;
import dev.assay.metric.Direction;
import dev.assay.metric.Metric;
import dev.assay.metric.MetricValue;
import dev.assay.metric.Metrics;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Demands that a metric be no worse than in the last accepted evaluation of the same candidate.
 *
 * <p>A value that is not worse by more than the {@link #by tolerance} meets it, whatever the evidence. A worse one is not met if
 * it is significantly worse than the accepted one (one-sided p below 0.05), and inconclusive otherwise. The test is the most
 * telling one that there are data for:
 *
 * <ul>
 *   <li>by row, where the same examples were tested and predictions kept: exact McNemar for accuracy, a permutation test for other
 *       metrics of labels and of up to 2000 numbers; where there are repeats, over the first. Examples with weights or groups
 *       are not paired by row.
 *   <li>by fold, where the same rows were split the same way: corrected resampled t test
 *   <li>else by intervals of both (Zou and Donner 2008), and the message says that nothing is paired
 * </ul>
 *
 * <p>{@link #atConfidence At a confidence level}, the one-sided bounds of the difference decide: met if even the worse one is
 * within the tolerance (the candidate is not inferior), not met if not even the better one is, inconclusive between.
 *
 * <p>An undefined metric is not met. Without a baseline nothing is met, unless the present evaluation is accepted, which makes
 * it the baseline.
 */
public final class NotRegressedCriterion implements Criterion<Evaluation> {

    private final @Nullable Metric metric;
    private final double tolerance;
    private final OptionalDouble confidence;

    NotRegressedCriterion(@Nullable Metric metric) {
        this(metric, 0, OptionalDouble.empty());
    }

    private NotRegressedCriterion(@Nullable Metric metric, double tolerance, OptionalDouble confidence) {
        this.metric = metric;
        this.tolerance = tolerance;
        this.confidence = confidence;
    }

    /**
     * Lets the metric be a little worse.
     *
     * @param newTolerance by how much, in units of the metric, at least 0
     * @return the criterion with that tolerance
     */
    public NotRegressedCriterion by(double newTolerance) {
        return new NotRegressedCriterion(metric, Regression.requireTolerance(newTolerance), confidence);
    }

    /**
     * Demands it of a one-sided bound of the difference instead of the value itself.
     *
     * @param level the confidence level, above 0.5 and below 1
     * @return the criterion at that level
     */
    public NotRegressedCriterion atConfidence(double level) {
        return new NotRegressedCriterion(metric, tolerance, OptionalDouble.of(Demand.requireLevel(level)));
    }

    @Override
    public String description() {
        return description(metric == null ? "the headline metric" : metric.name());
    }

    private String description(String name) {
        // which direction is better makes no difference to the words
        return new Regression(true, tolerance, confidence).description(name);
    }

    private Regression regression(Metric resolved) {
        return new Regression(resolved.direction() == Direction.HIGHER_IS_BETTER, tolerance, confidence);
    }

    @Override
    public Verdict judge(Evaluation evaluation) {
        BaselineStore store = evaluation
                .baseline()
                .orElseThrow(() -> new IllegalArgumentException("nobody knows where the baseline of \""
                        + evaluation.candidate()
                        + "\" is; outside of a model test, attach it: BaselineFiles.in(Path.of(\"assay-baselines\")).attach("
                        + "\"<name of the test class>\", evaluation)"));
        MetricScore score = evaluation.score(
                metric == null ? Metrics.headline(evaluation.repeats().get(0)) : metric);
        return new Case(evaluation, score, store).judge();
    }

    /** The judging of one evaluation. */
    private final class Case {

        private final Evaluation evaluation;
        private final MetricScore score;
        private final BaselineStore store;
        private final String name;

        Case(Evaluation evaluation, MetricScore score, BaselineStore store) {
            this.evaluation = evaluation;
            this.score = score;
            this.store = store;
            this.name = score.metric().name();
        }

        Verdict judge() {
            if (score.value() instanceof MetricValue.Undefined undefined) {
                return verdict(
                        Outcome.NOT_MET,
                        "no regression",
                        "undefined",
                        description(name),
                        "it is undefined: " + undefined.reason());
            }
            double now = score.value().asOptional().orElseThrow();
            if (store.isAccepting()) {
                return accept(now);
            }
            Baseline baseline = store.find().orElse(null);
            if (baseline == null) {
                return missing(
                        store.isRequired() ? Outcome.NOT_MET : Outcome.INCONCLUSIVE,
                        "there is no baseline yet, " + store.place() + "; the value is " + Numbers.value(now));
            }
            Baseline.Value value = baseline.metrics().get(name);
            if (value == null || value.value() == null) {
                return missing(
                        Outcome.INCONCLUSIVE,
                        (value == null ? "the baseline does not have this metric" : "it was undefined in the baseline")
                                + ", " + store.place() + "; the value is " + Numbers.value(now));
            }
            return compare(baseline, value.value(), now);
        }

        private Verdict accept(double now) {
            Baseline baseline = store.find().orElse(null);
            Map<String, Baseline.Value> metrics = baseline == null ? Map.of() : baseline.metrics();
            Baseline.Value value = metrics.get(name);
            Double before = value == null ? null : value.value();
            String change;
            if (before == null) {
                change = Numbers.value(now) + ", where nothing was accepted before";
            } else if (BestCriterion.areEqual(before, now)) {
                change = Numbers.value(now) + ", as before";
            } else {
                List<String> both = Numbers.apart(now, before);
                change = both.get(0) + " instead of " + both.get(1);
            }
            store.accept(
                    AcceptedEvaluation.of(evaluation, store.testClass(), score.metric(), Set.copyOf(metrics.keySet())),
                    "accepted as the baseline: " + name + " of " + change);
            return verdict(
                    Outcome.MET, "no regression", "accepted: " + change, description(name), "accepted: " + change);
        }

        private Verdict missing(Outcome outcome, String finding) {
            return verdict(outcome, "no regression", "no baseline", description(name), finding + acceptance());
        }

        private String acceptance() {
            return line("  to accept it: " + store.command() + "   (or with ASSAY_BASELINE=accept in the environment)");
        }

        private Verdict compare(Baseline baseline, double before, double now) {
            Regression regression = regression(score.metric());
            PairedRows rows = PairedRows.of(baseline, evaluation).orElse(null);
            boolean isSame = BestCriterion.areEqual(before, now) && rows != null && rows.areIdentical();
            if (isSame || (regression.isWithin(before, now) && confidence.isEmpty())) {
                return compared(regression, before, now, regression.met(before, now));
            }
            RegressionEvidence evidence =
                    RegressionEvidence.of(baseline, evaluation, score, rows, confidence.isPresent());
            Finding finding = regression.judge(before, now, evidence);
            return compared(
                    regression,
                    before,
                    now,
                    finding.with(details(rows, evidence, finding.outcome() == Outcome.NOT_MET)));
        }

        private String details(@Nullable PairedRows rows, RegressionEvidence evidence, boolean isSure) {
            List<String> lines = new ArrayList<>();
            lines.add("  paired: " + evidence.pairing());
            if (rows != null) {
                lines.addAll(FlippedRows.lines(rows));
            }
            lines.add("  baseline: " + store.place());
            if (!isSure) {
                lines.add("  remedy: allow a tolerance (hasNotRegressedBy), test on more examples, or accept it");
            }
            return line(String.join(System.lineSeparator(), lines)) + acceptance();
        }

        private static String line(String text) {
            return System.lineSeparator() + text;
        }

        private Verdict compared(Regression regression, double before, double now, Finding finding) {
            return verdict(
                    finding.outcome(),
                    regression.expected(before, now),
                    finding.actual(),
                    regression.demand(name, before, now),
                    finding.words(),
                    OptionalDouble.of(regression.threshold(before)),
                    finding.evidence());
        }

        private Verdict verdict(Outcome outcome, String expected, String actual, String demand, String finding) {
            Evidence evidence = outcome == Outcome.MET ? Evidence.of(finding) : Evidence.unknown(finding);
            return verdict(outcome, expected, actual, demand, finding, OptionalDouble.empty(), evidence);
        }

        private Verdict verdict(
                Outcome outcome,
                String expected,
                String actual,
                String demand,
                String finding,
                OptionalDouble threshold,
                Evidence evidence) {
            Judgement judgement = new Judgement(
                    evaluation.candidate(),
                    description(name),
                    outcome,
                    name,
                    score.value().asOptional(),
                    threshold,
                    confidence,
                    evidence,
                    outcome == Outcome.MET ? "" : EvaluationMessage.of(evaluation, score, demand, finding));
            return Verdict.of(judgement, expected, actual);
        }
    }

    @Override
    public String toString() {
        return description();
    }
}
