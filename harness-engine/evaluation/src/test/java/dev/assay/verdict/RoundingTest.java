package dev.assay.verdict;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.evaluation.Evaluation;
import dev.assay.evaluation.Uncertainty;
import dev.assay.metric.ClassificationMetrics;
import dev.assay.metric.Metric;
import dev.assay.statistics.Estimate;
import dev.assay.testing.RandomCases;
import dev.assay.testing.Script;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.SplittableRandom;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Numbers are rounded so that no message contradicts itself. */
class RoundingTest {

    private static final Pattern NUMBER = Pattern.compile("(?:it was|bound|value is) (-?\\d+\\.\\d+)");

    @Test
    void a_missed_threshold_never_looks_met() {
        RandomCases.check(2000, random -> {
            double threshold = random.nextInt(1, 10_000) / 10_000.0;
            double below = random.nextBoolean()
                    ? Math.nextDown(threshold)
                    : threshold * (1 - random.nextDouble() * Math.pow(10, -random.nextInt(8)));
            double above = 2 * threshold - below;

            assertThat(new BigDecimal(Numbers.value(below, threshold, RoundingMode.FLOOR)))
                    .isLessThan(new BigDecimal(Numbers.threshold(threshold)));
            assertThat(new BigDecimal(Numbers.value(above, threshold, RoundingMode.CEILING)))
                    .isGreaterThan(new BigDecimal(Numbers.threshold(threshold)));
        });
    }

    @Test
    void no_message_contradicts_itself_at_any_threshold_near_a_value_or_bound() {
        RandomCases.check(60, random -> {
            Evaluation evaluation = Script.tumours(
                            random.nextInt(1, 200), random.nextInt(20), random.nextInt(20), random.nextInt(1, 200))
                    .fitted();
            Metric metric = random.nextBoolean() ? ClassificationMetrics.F1 : ClassificationMetrics.ACCURACY;
            for (double threshold : thresholdsNear(evaluation, metric, random)) {
                assertConsistent(Criteria.atLeast(metric, threshold), evaluation, threshold);
                assertConsistent(Criteria.atMost(metric, threshold), evaluation, threshold);
            }
        });
    }

    private static List<Double> thresholdsNear(Evaluation evaluation, Metric metric, SplittableRandom random) {
        Estimate estimate = Uncertainty.of(evaluation, metric).estimate().orElseThrow();
        return List.of(estimate.lowerBound(0.95), estimate.value(), estimate.upperBound(0.95)).stream()
                .flatMap(exact -> List.of(
                        exact,
                        Math.nextDown(exact),
                        Math.nextUp(exact),
                        exact + 1e-5 * random.nextDouble(-1, 1),
                        Math.rint(exact * 10_000) / 10_000)
                        .stream())
                .filter(metric.range()::contains)
                .toList();
    }

    private static void assertConsistent(MetricCriterion criterion, Evaluation evaluation, double threshold) {
        Verdict plain = criterion.judge(evaluation);
        assertSides(plain, plain.message(), criterion, threshold);
        Verdict confident = criterion.atConfidence(0.95).judge(evaluation);
        assertSides(confident, confident.message(), criterion, threshold);
    }

    /** What is said to miss the threshold must do so as it is printed, and what is said to reach it must reach it. */
    private static void assertSides(Verdict verdict, String message, MetricCriterion criterion, double threshold) {
        BigDecimal demanded = new BigDecimal(Numbers.threshold(threshold));
        int missing = criterion.description().contains("at least") ? -1 : 1;
        List<BigDecimal> printed = NUMBER.matcher(message)
                .results()
                .map((MatchResult found) -> new BigDecimal(found.group(1)))
                .toList();
        if (verdict.isMet()) {
            BigDecimal actual = new BigDecimal(verdict.actual().replaceAll(".*bound ", ""));
            assertThat(actual.compareTo(demanded)).as(verdict.toString()).isNotEqualTo(missing);
            return;
        }
        assertThat(printed.get(0).compareTo(demanded)).as(message).isEqualTo(missing);
        if (verdict instanceof Verdict.Inconclusive) {
            assertThat(printed.get(1).compareTo(demanded)).as(message).isNotEqualTo(missing);
            assertThat(printed.get(2))
                    .as(message)
                    .isBetween(
                            printed.get(0).min(printed.get(1)), printed.get(0).max(printed.get(1)));
        } else if (printed.size() > 1) {
            assertThat(printed.get(1).compareTo(demanded)).as(message).isEqualTo(missing);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "0.5,        0.5000",
        "0.123456,   0.1235",
        "0.00012345, 0.000123",
        "-0.0000051, -0.00000510",
        "0,          0.0000",
        "12345.6789, 12345.6789"
    })
    void values_have_four_decimals_and_three_significant_digits_at_least(double value, String expected) {
        assertThat(Numbers.value(value)).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({"0.9, 0.90", "0.999, 1.00", "0.0123, 0.0123", "0.1, 0.10", "0, 0.00", "123.456, 123.46", "-5, -5.00"})
    void brief_values_have_two_decimals(double value, String expected) {
        assertThat(Numbers.brief(value)).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({"0.9, 0.9000", "0.95001, 0.95001", "100, 100.0000", "1e-7, 0.0000001", "0, 0.0000"})
    void thresholds_are_written_as_given(double threshold, String expected) {
        assertThat(Numbers.threshold(threshold)).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({"0, 0%", "0.001, less than 1%", "0.394, 39%", "0.994, 99%", "0.999, more than 99%", "1, 100%"})
    void chances_are_never_rounded_to_certainty(double chance, String expected) {
        assertThat(Numbers.percent(chance)).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({"0.95, 95 %", "0.999, 99.9 %", "0.6, 60 %"})
    void levels_are_written_in_percent(double level, String expected) {
        assertThat(Numbers.level(level)).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({"0.0421, 0.0421", "0.00001, below 0.0001", "0, 0.0000", "0.0001, 0.000100"})
    void p_values_are_not_written_as_zero_unless_they_are(double p, String expected) {
        assertThat(Numbers.pValue(p)).isEqualTo(expected);
    }
}
