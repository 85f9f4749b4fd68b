package dev.assay.verdict;

import dev.assay.evaluation.Baseline;
import dev.assay.evaluation.BaselineStore;
import dev.assay.evaluation.Evaluation;
import dev.assay.evaluation.Judgement;
import dev.assay.evaluation.Judgement.Evidence;
import dev.assay.evaluation.Judgement.Outcome;
import dev.assay.evaluation.MetricScore;
import dev.assay.metric.Metric;
import dev.assay.metric.MetricValue;
import dev.assay.metric.Metrics;
import java.math.BigDecimal;
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

    private static final double SIGNIFICANCE = 0.05;
    /** Smaller p-values are said to be below it. */
    private static final double SMALLEST_SHOWN = 0.0001;

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
        if (!(newTolerance >= 0 && newTolerance < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException("a tolerance is a number of at least 0, not " + newTolerance);
        }
        return new NotRegressedCriterion(metric, newTolerance, confidence);
    }

    /**
     * Demands it of a one-sided bound of the difference instead of the value itself.
     *
     * @param level the confidence level, above 0.5 and below 1
     * @return the criterion at that level
     */
    public NotRegressedCriterion atConfidence(double level) {
        if (!(level > 0.5 && level < 1)) {
            throw new IllegalArgumentException(
                    "a confidence level lies above 0.5 and below 1, such as 0.95; not " + level);
        }
        return new NotRegressedCriterion(metric, tolerance, OptionalDouble.of(level));
    }

    @Override
    public String description() {
        return description(metric == null ? "the headline metric" : metric.name());
    }

    private String description(String name) {
        return name + " not to have regressed"
                + (tolerance > 0 ? " by more than " + Numbers.threshold(tolerance) : "")
                + (confidence.isPresent() ? " at " + Numbers.level(confidence.getAsDouble()) + " confidence" : "");
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
            double improvement = RegressionEvidence.improvement(score.metric(), before, now);
            // what rounding may leave, or another processor's last digit, is no regression
            boolean isWithin = BestCriterion.areEqual(before, now)
                    || BigDecimal.valueOf(improvement)
                                    .add(BigDecimal.valueOf(tolerance))
                                    .signum()
                            >= 0;
            PairedRows rows = PairedRows.of(baseline, evaluation).orElse(null);
            boolean isSame = BestCriterion.areEqual(before, now) && rows != null && rows.areIdentical();
            if (isSame || (isWithin && confidence.isEmpty())) {
                return compared(Outcome.MET, before, now, "", Evidence.of(change(before, now)));
            }
            RegressionEvidence evidence =
                    RegressionEvidence.of(baseline, evaluation, score, rows, confidence.isPresent());
            return confidence.isPresent()
                    ? judgeBounds(before, now, rows, evidence, confidence.getAsDouble())
                    : judgeWorse(before, now, rows, evidence);
        }

        private Verdict judgeWorse(double before, double now, @Nullable PairedRows rows, RegressionEvidence evidence) {
            RegressionEvidence.Bounds bounds = evidence.bounds();
            boolean isSignificant;
            String words;
            if (evidence.pWorse().isPresent()) {
                double p = evidence.pWorse().getAsDouble();
                isSignificant = p < SIGNIFICANCE;
                words = "one-sided p " + (p > 0 && p < SMALLEST_SHOWN ? "" : "= ") + Numbers.pValue(p);
            } else if (bounds != null) {
                double most = bounds.upper().applyAsDouble(1 - SIGNIFICANCE);
                isSignificant = most < 0;
                words = Numbers.level(1 - SIGNIFICANCE) + " confident that it is "
                        + (isSignificant
                                ? "worse by " + Numbers.value(-most) + " at least"
                                : "at most " + Numbers.value(most) + " better");
            } else {
                isSignificant = false;
                words = "its chance can't be told: " + evidence.reason();
            }
            String finding = isSignificant
                    ? change(before, now) + ", beyond chance: " + words
                    : change(before, now) + ", but the evidence is thin: " + words;
            Evidence known = evidence.pWorse().isPresent() || bounds != null
                    ? Evidence.of(finding + "; paired " + evidence.pairing())
                    : Evidence.unknown(finding);
            return compared(
                    isSignificant ? Outcome.NOT_MET : Outcome.INCONCLUSIVE,
                    before,
                    now,
                    finding + details(rows, evidence, isSignificant),
                    evidence.pWorse().isPresent()
                            ? known.withPValue(evidence.pWorse().getAsDouble())
                            : known);
        }

        private Verdict judgeBounds(
                double before, double now, @Nullable PairedRows rows, RegressionEvidence evidence, double level) {
            RegressionEvidence.Bounds bounds = evidence.bounds();
            if (bounds == null) {
                String reason = evidence.reason().isEmpty() ? "no bound is known" : evidence.reason();
                String unknown = change(before, now) + ", and how sure that is can't be told: " + reason;
                return compared(
                        Outcome.INCONCLUSIVE,
                        before,
                        now,
                        unknown + details(rows, evidence, false),
                        Evidence.unknown(unknown));
            }
            double least = bounds.lower().applyAsDouble(level);
            double most = bounds.upper().applyAsDouble(level);
            Outcome outcome =
                    least >= -tolerance ? Outcome.MET : most < -tolerance ? Outcome.NOT_MET : Outcome.INCONCLUSIVE;
            String finding = change(before, now) + "; at " + Numbers.level(level) + " confidence the difference is "
                    + (outcome == Outcome.NOT_MET
                            ? "at most " + signed(most)
                            : "at least " + signed(least) + " and at most " + signed(most));
            return compared(
                    outcome,
                    before,
                    now,
                    finding + details(rows, evidence, outcome == Outcome.NOT_MET),
                    Evidence.of(finding + "; paired " + evidence.pairing())
                            .withBound(outcome == Outcome.NOT_MET ? most : least));
        }

        private static String signed(double improvement) {
            return improvement == 0
                    ? "0"
                    : Numbers.value(Math.abs(improvement)) + (improvement > 0 ? " better" : " worse");
        }

        private String change(double before, double now) {
            if (BestCriterion.areEqual(before, now)) {
                return "it was " + Numbers.value(now) + ", as before";
            }
            // the difference of the numbers that are shown, so that they add up
            List<String> both = apart(now, before);
            BigDecimal difference = new BigDecimal(both.get(0)).subtract(new BigDecimal(both.get(1)));
            return "it was " + both.get(0) + ", which is " + difference.abs().toPlainString()
                    + (score.metric().direction().isBetter(now, before) ? " better" : " worse");
        }

        private static List<String> apart(double now, double before) {
            return BestCriterion.areEqual(before, now)
                    ? List.of(Numbers.value(now), Numbers.value(before))
                    : Numbers.apart(now, before);
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

        private Verdict compared(Outcome outcome, double before, double now, String finding, Evidence evidence) {
            List<String> both = apart(now, before);
            String demand = name + " not to have regressed from " + both.get(1)
                    + (tolerance > 0 ? " by more than " + Numbers.threshold(tolerance) : "")
                    + (confidence.isPresent() ? " at " + Numbers.level(confidence.getAsDouble()) + " confidence" : "");
            double threshold = score.metric().direction().isBetter(1, 0) ? before - tolerance : before + tolerance;
            return verdict(
                    outcome,
                    "not worse than " + both.get(1)
                            + (tolerance > 0 ? " by more than " + Numbers.threshold(tolerance) : ""),
                    both.get(0),
                    demand,
                    finding,
                    OptionalDouble.of(threshold),
                    evidence);
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
