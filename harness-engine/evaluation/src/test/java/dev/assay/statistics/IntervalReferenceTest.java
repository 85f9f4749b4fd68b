package dev.assay.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.assay.reference.ReferenceCase;
import dev.assay.reference.ReferenceCases;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.function.DoubleUnaryOperator;
import org.assertj.core.data.Offset;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Compares with statsmodels 0.13.5, whose two-sided intervals at level L have one-sided bounds of level (1 + L)/2. */
class IntervalReferenceTest {

    private static final Offset<Double> TOLERANCE = within(1e-9);

    private static List<ReferenceCase> cases() {
        return ReferenceCases.read("intervals.jsonl");
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("cases")
    void the_bounds_of_a_proportion_are_those_of_clopper_and_pearson(ReferenceCase reference) {
        ProportionEstimate proportion =
                new ProportionEstimate(reference.integer("successes"), reference.integer("trials"));

        compare(proportion, reference, "clopperPearson", bound -> bound);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("cases")
    void the_bounds_of_f1_are_those_of_wilson_carried_over(ReferenceCase reference) {
        int successes = reference.integer("successes");
        F1Estimate f1 = new F1Estimate(successes, reference.integer("trials") - successes);

        compare(f1, reference, "wilson", jaccard -> 2 * jaccard / (1 + jaccard));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("cases")
    void all_two_sided_intervals_of_a_proportion_agree(ReferenceCase reference) {
        Map.of(
                        "wilson", ProportionInterval.WILSON,
                        "clopperPearson", ProportionInterval.CLOPPER_PEARSON,
                        "jeffreys", ProportionInterval.JEFFREYS,
                        "agrestiCoull", ProportionInterval.AGRESTI_COULL)
                .forEach((name, method) -> {
                    Interval interval = method.of(
                            reference.integer("successes"),
                            reference.integer("trials"),
                            reference.numbers("level")[0]);
                    List<OptionalDouble> bounds = reference.expectedNumbers(name);

                    // the README: |a − b| ≤ tolerance · max(1, |b|); none may leave the range, as rounding may
                    assertThat(interval.lower())
                            .isCloseTo(bounds.get(0).orElseThrow(), TOLERANCE)
                            .isNotNegative();
                    assertThat(interval.upper())
                            .isCloseTo(bounds.get(1).orElseThrow(), TOLERANCE)
                            .isLessThanOrEqualTo(1);
                });
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("cases")
    void the_usual_interval_of_a_proportion_is_wilsons(ReferenceCase reference) {
        long successes = reference.integer("successes");
        long trials = reference.integer("trials");
        double level = reference.numbers("level")[0];

        assertThat(new ProportionEstimate(successes, trials).interval(level))
                .isEqualTo(ProportionInterval.WILSON.of(successes, trials, level));
    }

    private static void compare(
            Estimate estimate, ReferenceCase reference, String method, DoubleUnaryOperator expected) {
        double level = (1 + reference.numbers("level")[0]) / 2;
        List<OptionalDouble> bounds = reference.expectedNumbers(method);

        assertThat(estimate.lowerBound(level))
                .isCloseTo(expected.applyAsDouble(bounds.get(0).orElseThrow()), TOLERANCE);
        assertThat(estimate.upperBound(level))
                .isCloseTo(expected.applyAsDouble(bounds.get(1).orElseThrow()), TOLERANCE);
    }
}
