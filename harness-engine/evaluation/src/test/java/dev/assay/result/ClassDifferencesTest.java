package dev.assay.result;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.assay.data.Dataset;
import dev.assay.evaluation.Comparison;
import dev.assay.evaluation.EstimatedDifference;
import dev.assay.evaluation.Evaluation;
import dev.assay.metric.ClassificationMetrics;
import dev.assay.statistics.CorrectedResampledTTest;
import dev.assay.testing.Script;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class ClassDifferencesTest {

    private static final Script GOOD = Script.tumours(9, 1, 0, 10, 10, 0, 1, 9, 9, 1, 2, 8);
    private static final Script MEDIUM = Script.tumours(8, 2, 1, 9, 6, 4, 3, 7, 9, 1, 4, 6);
    private static final Script POOR = Script.tumours(5, 5, 5, 5, 6, 4, 5, 5, 4, 6, 4, 6);

    private static Evaluation crossValidated(String name, Script script) {
        return GOOD.folds(3).evaluate(name, script.learner());
    }

    private static Evaluation fitted(String name, Script script) {
        return Evaluation.ofFittedModel(name, script.predictor(), GOOD.data());
    }

    private static ClassResult summary(List<Evaluation> evaluations) {
        return ClassResult.of("Test", "test", evaluations, List.of(), List.of(), List.of());
    }

    @Test
    void others_are_compared_with_the_best_the_nearest_first() {
        List<Evaluation> evaluations =
                List.of(crossValidated("poor", POOR), crossValidated("good", GOOD), crossValidated("medium", MEDIUM));

        ClassResult summary = summary(evaluations);
        ClassResult.Differences differences = summary.differences();

        assertThat(summary.candidates()).containsExactly("poor", "good", "medium");
        assertThat(differences.metric()).isEqualTo("F1 of \"malignant\"");
        assertThat(differences.higherIsBetter()).isTrue();
        assertThat(differences.best()).isEqualTo("good");
        assertThat(differences.method()).isEqualTo("corrected resampled t test");
        assertThat(differences.entries())
                .extracting(ClassResult.DifferenceEntry::candidate)
                .containsExactly("medium", "poor");
    }

    @Test
    void intervals_of_folds_agree_with_the_corrected_test() {
        List<Evaluation> evaluations = List.of(crossValidated("good", GOOD), crossValidated("poor", POOR));
        ClassResult.DifferenceEntry entry =
                summary(evaluations).differences().entries().get(0);
        CorrectedResampledTTest test = (CorrectedResampledTTest) Comparison.of(evaluations)
                .difference(ClassificationMetrics.F1, "good", "poor")
                .orElseThrow()
                .result();

        double standardError = test.meanDifference() / test.statistic();
        // R 4.3: qt(0.975, 2)
        assertThat(entry.value()).isCloseTo(test.meanDifference(), within(1e-12));
        assertThat(entry.lower()).isCloseTo(test.meanDifference() - 4.302652729911275 * standardError, within(1e-9));
        assertThat(entry.pValue()).isEqualTo(test.pValue());
    }

    @Test
    void p_values_are_adjusted_for_all_entries() {
        List<Evaluation> three =
                List.of(crossValidated("good", GOOD), crossValidated("poor", POOR), crossValidated("medium", MEDIUM));
        double alone =
                summary(three.subList(0, 2)).differences().entries().get(0).pValue();

        ClassResult.DifferenceEntry poor =
                summary(three).differences().entries().get(1);

        assertThat(poor.pValue()).isCloseTo(2 * alone, within(1e-12));
    }

    @Test
    void fitted_models_are_compared_by_paired_bootstrap() {
        List<Evaluation> evaluations = List.of(fitted("good", GOOD), fitted("poor", POOR));

        ClassResult.Differences differences = summary(evaluations).differences();

        assertThat(differences.method()).isEqualTo("paired bootstrap");
        assertThat(differences.entries()).singleElement().satisfies(entry -> {
            assertThat(entry.lower()).isPositive().isLessThan(entry.value());
            assertThat(entry.upper()).isGreaterThan(entry.value()).isLessThan(1);
            assertThat(entry.pValue()).isBetween(0.0, 0.01);
        });
        assertThat(summary(evaluations).differences()).isEqualTo(differences);
    }

    @Test
    void equal_candidates_have_no_interval_and_no_evidence() {
        assertThat(summary(List.of(crossValidated("one", GOOD), crossValidated("two", GOOD)))
                        .differences()
                        .entries())
                .containsExactly(new ClassResult.DifferenceEntry("two", 0, null, null, 1.0));
        assertThat(summary(List.of(fitted("one", GOOD), fitted("two", GOOD)))
                        .differences()
                        .entries())
                .containsExactly(new ClassResult.DifferenceEntry("two", 0, null, null, 1.0));
    }

    @Test
    void what_lies_as_far_away_but_for_rounding_counts_against_the_difference() {
        Script all = Script.tumours(5, 0, 0, 5);
        Script one = Script.tumours(4, 1, 0, 5);
        EstimatedDifference difference = Comparison.of(List.of(
                        Evaluation.ofFittedModel("all", all.predictor(), all.data()),
                        Evaluation.ofFittedModel("one", one.predictor(), all.data())))
                .estimate(ClassificationMetrics.ACCURACY, "all", "one", 0.95, 1999)
                .orElseThrow();

        // only what draws the one row once is nearer than 0 is: 1 - 0.9^9
        assertThat(difference.pValue()).isCloseTo(0.6126, within(0.04));
    }

    @Test
    void one_group_alone_is_no_evidence() {
        Dataset<Integer> data =
                GOOD.data().withGroups(Collections.nCopies(GOOD.data().size(), "one"));

        assertThat(summary(List.of(
                                Evaluation.ofFittedModel("good", GOOD.predictor(), data),
                                Evaluation.ofFittedModel("poor", POOR.predictor(), data)))
                        .differences()
                        .entries())
                .singleElement()
                .satisfies(entry -> {
                    assertThat(entry.value()).isPositive();
                    assertThat(entry.lower()).isNull();
                    assertThat(entry.pValue()).isNull();
                });
    }

    @Test
    void fifty_of_many_are_kept() {
        List<Evaluation> evaluations = Stream.concat(
                        Stream.of(crossValidated("good", GOOD)),
                        IntStream.range(0, 60).mapToObj(i -> crossValidated("c" + i, i < 10 ? POOR : MEDIUM)))
                .toList();

        ClassResult.Differences differences = summary(evaluations).differences();

        assertThat(summary(evaluations).candidates()).hasSize(61);
        assertThat(differences.entries())
                .hasSize(50)
                .extracting(ClassResult.DifferenceEntry::candidate)
                .startsWith("c10", "c11");
    }

    @Test
    void where_draws_would_take_long_there_are_values_only() {
        int rows = 60_000;
        List<Double> truth = IntStream.range(0, rows).mapToObj(i -> (double) i).toList();
        Script near = Script.numbers(
                truth, IntStream.range(0, rows).mapToDouble(i -> i + 1.0).toArray());
        Script far = Script.numbers(
                truth, IntStream.range(0, rows).mapToDouble(i -> i + 3.0).toArray());

        ClassResult.Differences differences = summary(List.of(
                        Evaluation.ofFittedModel("near", near.predictor(), near.data()),
                        Evaluation.ofFittedModel("far", far.predictor(), near.data())))
                .differences();

        assertThat(differences.higherIsBetter()).isFalse();
        assertThat(differences.best()).isEqualTo("near");
        assertThat(differences.method()).isNull();
        assertThat(differences.entries()).containsExactly(new ClassResult.DifferenceEntry("far", -2, null, null, null));
    }

    @Test
    void one_candidate_or_others_on_other_splits_are_not_compared() {
        assertThat(summary(List.of(fitted("good", GOOD))).differences()).isNull();
        assertThat(summary(List.of(fitted("good", GOOD), crossValidated("poor", POOR)))
                        .differences())
                .isNull();
        assertThat(summary(List.of()).differences()).isNull();
    }
}
