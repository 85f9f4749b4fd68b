package dev.assay.verdict;

import dev.assay.evaluation.Judgement.Evidence;
import dev.assay.evaluation.Judgement.Outcome;
import java.math.BigDecimal;
import java.util.List;
import java.util.OptionalDouble;

/**
 * That a number be no worse than it was. Decides and words this alike for evaluations and for stored results.
 *
 * @param higherIsBetter which direction is better
 * @param tolerance by how much it may be worse, at least 0
 * @param confidence at which confidence level; empty if the values decide first, and a test what is worse
 */
record Regression(boolean higherIsBetter, double tolerance, OptionalDouble confidence) {

    private static final double SIGNIFICANCE = 0.05;
    /** Smaller p-values are said to be below it. */
    private static final double SMALLEST_SHOWN = 0.0001;

    static double requireTolerance(double tolerance) {
        if (!(tolerance >= 0 && tolerance < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException("a tolerance is a number of at least 0, not " + tolerance);
        }
        return tolerance;
    }

    String description(String name) {
        return name + " not to have regressed" + allowance() + level();
    }

    String demand(String name, double before, double now) {
        return name + " not to have regressed from " + apart(now, before).get(1) + allowance() + level();
    }

    String expected(double before, double now) {
        return "not worse than " + apart(now, before).get(1) + allowance();
    }

    double threshold(double before) {
        return higherIsBetter ? before - tolerance : before + tolerance;
    }

    private String allowance() {
        return tolerance > 0 ? " by more than " + Numbers.threshold(tolerance) : "";
    }

    private String level() {
        return confidence.isPresent() ? " at " + Numbers.level(confidence.getAsDouble()) + " confidence" : "";
    }

    /** Tells whether the values by themselves are near enough. */
    boolean isWithin(double before, double now) {
        // what rounding may leave, or another processor's last digit, is no regression
        return BestCriterion.areEqual(before, now)
                || BigDecimal.valueOf(RegressionEvidence.improvement(higherIsBetter, before, now))
                                .add(BigDecimal.valueOf(tolerance))
                                .signum()
                        >= 0;
    }

    /** Words what needs no evidence. */
    Finding met(double before, double now) {
        String change = change(before, now);
        return new Finding(Outcome.MET, apart(now, before).get(0), "", Evidence.of(change))
                .withRisk(Risks.ofLevel(confidence));
    }

    Finding judge(double before, double now, RegressionEvidence evidence) {
        return confidence.isPresent()
                ? byBounds(before, now, evidence, confidence.getAsDouble()).withRisk(Risks.ofLevel(confidence))
                : byTest(before, now, evidence);
    }

    private Finding byTest(double before, double now, RegressionEvidence evidence) {
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
        return new Finding(
                isSignificant ? Outcome.NOT_MET : Outcome.INCONCLUSIVE,
                apart(now, before).get(0),
                finding,
                evidence.pWorse().isPresent()
                        ? known.withPValue(evidence.pWorse().getAsDouble())
                        : known);
    }

    private Finding byBounds(double before, double now, RegressionEvidence evidence, double level) {
        RegressionEvidence.Bounds bounds = evidence.bounds();
        String actual = apart(now, before).get(0);
        if (bounds == null) {
            String reason = evidence.reason().isEmpty() ? "no bound is known" : evidence.reason();
            String unknown = change(before, now) + ", and how sure that is can't be told: " + reason;
            return new Finding(Outcome.INCONCLUSIVE, actual, unknown, Evidence.unknown(unknown));
        }
        double least = bounds.lower().applyAsDouble(level);
        double most = bounds.upper().applyAsDouble(level);
        Outcome outcome =
                least >= -tolerance ? Outcome.MET : most < -tolerance ? Outcome.NOT_MET : Outcome.INCONCLUSIVE;
        String finding = change(before, now) + "; at " + Numbers.level(level) + " confidence the difference is "
                + (outcome == Outcome.NOT_MET
                        ? "at most " + signed(most)
                        : "at least " + signed(least) + " and at most " + signed(most));
        return new Finding(
                outcome,
                actual,
                finding,
                Evidence.of(finding + "; paired " + evidence.pairing())
                        .withBound(outcome == Outcome.NOT_MET ? most : least));
    }

    private static String signed(double improvement) {
        return improvement == 0 ? "0" : Numbers.value(Math.abs(improvement)) + (improvement > 0 ? " better" : " worse");
    }

    private String change(double before, double now) {
        if (BestCriterion.areEqual(before, now)) {
            return "it was " + Numbers.value(now) + ", as before";
        }
        // the difference of the numbers that are shown, so that they add up
        List<String> both = apart(now, before);
        BigDecimal difference = new BigDecimal(both.get(0)).subtract(new BigDecimal(both.get(1)));
        return "it was " + both.get(0) + ", which is " + difference.abs().toPlainString()
                + ((higherIsBetter ? now > before : now < before) ? " better" : " worse");
    }

    private static List<String> apart(double now, double before) {
        return BestCriterion.areEqual(before, now)
                ? List.of(Numbers.value(now), Numbers.value(before))
                : Numbers.apart(now, before);
    }
}
