package dev.assay.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.assay.data.Labels;
import dev.assay.data.Targets;
import dev.assay.metric.ClassificationMetrics;
import dev.assay.metric.Metric;
import dev.assay.metric.Outcomes;
import dev.assay.metric.Sampling;
import dev.assay.prediction.Predictions;
import dev.assay.reference.ReferenceCase;
import dev.assay.reference.ReferenceCases;
import java.util.List;
import java.util.OptionalDouble;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Compares with SciPy 1.10.1: values to 1e-9, p-values to 1e-7 of themselves. */
class ComparisonReferenceTest {

    private static final double VALUE_TOLERANCE = 1e-9;
    private static final double P_TOLERANCE = 1e-7;

    private static List<ReferenceCase> pairedScores() {
        return casesOf("pairedScores");
    }

    private static List<ReferenceCase> delong() {
        return casesOf("delong");
    }

    private static List<ReferenceCase> casesOf(String kind) {
        return ReferenceCases.read("comparisons.jsonl").stream()
                .filter(reference -> reference.text("kind").equals(kind))
                .toList();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("pairedScores")
    void the_corrected_resampled_t_test_agrees(ReferenceCase reference) {
        double[] a = reference.numbers("a");
        double[] b = reference.numbers("b");
        double[] differences =
                IntStream.range(0, a.length).mapToDouble(i -> a[i] - b[i]).toArray();

        CorrectedResampledTTest test = CorrectedResampledTTest.of(differences, 1.0 / (reference.integer("folds") - 1));

        assertThat(test.degreesOfFreedom()).isEqualTo(a.length - 1.0);
        OptionalDouble t = reference.expectedNumber("correctedResampledT", "t");
        OptionalDouble p = reference.expectedNumber("correctedResampledT", "p");
        if (t.isPresent() && p.isPresent()) {
            assertThat(test.statistic()).isCloseTo(t.getAsDouble(), within(tolerance(t.getAsDouble())));
            assertThat(test.pValue())
                    .isCloseTo(p.getAsDouble(), within(P_TOLERANCE * Math.max(p.getAsDouble(), 1e-12)));
            assertThat(test.remark()).isEmpty();
        } else {
            // SciPy divides by 0; NUMERICS.md: all differences 0 are p = 1, all equal and not 0 are p = 0
            assertThat(differences).containsOnly(differences[0]);
            assertThat(test.pValue()).isEqualTo(differences[0] == 0 ? 1 : 0);
            assertThat(test.remark()).isNotEmpty();
        }
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("delong")
    void the_area_under_the_roc_curve_and_its_standard_error_agree(ReferenceCase reference) {
        compare(reference, "a", "aucA", "standardErrorA");
        compare(reference, "b", "aucB", "standardErrorB");
    }

    private static void compare(ReferenceCase reference, String scores, String auc, String standardError) {
        Labels labels = Labels.of("0", "1");
        double[] margins = DoubleStream.of(reference.numbers(scores))
                .flatMap(score -> DoubleStream.of(-score, score))
                .toArray();
        Outcomes outcomes = Outcomes.of(
                Targets.labels(labels, reference.optionalTexts("truth").orElseThrow()),
                Predictions.margins(labels, margins));
        Metric metric = ClassificationMetrics.ROC_AUC.ofLabel("1");

        Sampling.RocArea area = (Sampling.RocArea) metric.sampling(outcomes).orElseThrow();

        double expected = reference.expectedNumber(auc).orElseThrow();
        assertThat(area.area()).isCloseTo(expected, within(tolerance(expected)));
        assertThat(metric.value(outcomes).asOptional()).hasValue(area.area());
        // null where a class has one row, whose variance NumPy can't tell
        reference
                .expectedNumber(standardError)
                .ifPresent(error -> assertThat(area.standardError()).isCloseTo(error, within(tolerance(error))));
        assertThat(area.positives() + area.negatives()).isEqualTo(outcomes.size());
    }

    private static double tolerance(double expected) {
        return VALUE_TOLERANCE * Math.max(1, Math.abs(expected));
    }
}
