package dev.assay.metric;

import dev.assay.reference.ReferenceCase;
import dev.assay.reference.Tolerance;
import java.util.List;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.stream.Collectors;
import org.assertj.core.api.SoftAssertions;

/**
 * Compares values with those of a reference case, all before the test fails.
 *
 * <p>A null in the reference means undefined. For none of the metrics so far does NUMERICS.md define a value where
 * scikit-learn has none; whoever adds one (kappa of a constant is none, a zero variance is one) names it here.
 */
final class ReferenceValues {

    private final SoftAssertions softly;
    private final ReferenceCase reference;
    private final Outcomes outcomes;

    ReferenceValues(SoftAssertions softly, ReferenceCase reference, Outcomes outcomes) {
        this.softly = softly;
        this.reference = reference;
        this.outcomes = outcomes;
    }

    /** Returns all fields that the cases expect. */
    static Set<String> fields(List<ReferenceCase> cases) {
        return cases.stream()
                .flatMap(reference -> reference.expectedFields().stream())
                .collect(Collectors.toSet());
    }

    /** Compares a metric with the value at a field such as "macro.f1". */
    void compare(String field, Metric metric) {
        compare(field, metric.value(outcomes).asOptional(), reference.expectedNumber(field.split("\\.", 2)));
    }

    /** Compares metrics with the list of values at a field. */
    void compare(String field, List<? extends Metric> metrics) {
        List<OptionalDouble> expected = reference.expectedNumbers(field.split("\\.", 2));
        softly.assertThat(expected).as("%s: %s", reference, field).hasSameSizeAs(metrics);
        for (int i = 0; i < metrics.size(); i++) {
            compare(field + "[" + i + "]", metrics.get(i).value(outcomes).asOptional(), expected.get(i));
        }
    }

    void compare(String field, OptionalDouble actual, OptionalDouble expected) {
        if (expected.isEmpty() || actual.isEmpty()) {
            softly.assertThat(actual).as("%s: %s", reference, field).isEqualTo(expected);
        } else {
            softly.assertThat(actual.getAsDouble())
                    .as("%s: %s", reference, field)
                    .isCloseTo(expected.getAsDouble(), Tolerance.of(expected.getAsDouble()));
        }
    }
}
