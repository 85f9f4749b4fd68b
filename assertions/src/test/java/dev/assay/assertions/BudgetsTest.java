package dev.assay.assertions;

import static dev.assay.assertions.ModelAssertions.assertThatModel;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.assay.assertions.hamcrest.BudgetMatcher;
import dev.assay.assertions.hamcrest.ModelMatchers;
import dev.assay.data.Slice;
import dev.assay.evaluation.Evaluation;
import dev.assay.evaluation.Judgement;
import dev.assay.evaluation.Judgement.Outcome;
import dev.assay.learning.Predictor;
import dev.assay.metric.ClassificationMetrics;
import dev.assay.prediction.Predictions;
import dev.assay.serving.MeasurementOptions;
import dev.assay.verdict.BudgetCriterion;
import dev.assay.verdict.Criteria;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.OptionalLong;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.hamcrest.MatcherAssert;
import org.hamcrest.Matchers;
import org.hamcrest.StringDescription;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Budgets in all façades, with limits that no machine misses and others that none meets. */
class BudgetsTest {

    /** The …AtLeast and …AtMost methods that are tested here. */
    static final List<String> SIGNATURES = List.of(
            "hasThroughputAtLeast[double]",
            "allocatesAtMost[long]",
            "hasSizeAtMost[long]",
            "hasSizeAtMost[long, Path]");

    private static final MeasurementOptions FEW = MeasurementOptions.withDefaults()
            .withWarmUp(0, Duration.ZERO)
            .withCalls(5)
            .withRounds(1);

    /** Takes a millisecond at least and knows its size. */
    private static final class Sleeper implements Predictor<Integer> {

        @Override
        public Predictions predict(List<Integer> inputs) throws Exception {
            Thread.sleep(1);
            return Models.forest().predict(inputs);
        }

        @Override
        public OptionalLong sizeInBytes() {
            return OptionalLong.of(1000);
        }
    }

    private static Evaluation sleeper() {
        return Evaluation.ofFittedModel("sleeper", new Sleeper(), Models.tumours());
    }

    /** A demand in each façade, with a limit that is met and one that is missed. */
    private record Budget(
            String name,
            Function<Long, UnaryOperator<ModelAssert>> assertion,
            Function<Long, BudgetMatcher> matcher,
            Function<Long, BudgetCriterion> criterion,
            long met,
            long missed) {

        @Override
        public String toString() {
            return name;
        }
    }

    private static List<Budget> budgets() {
        long hour = Duration.ofHours(1).toNanos();
        return List.of(
                new Budget(
                        "latency",
                        limit -> assertions -> assertions
                                .predictsWithin(Duration.ofNanos(limit))
                                .atPercentile(95),
                        limit -> ModelMatchers.predictsWithin(Duration.ofNanos(limit))
                                .atPercentile(95),
                        limit -> Criteria.predictsWithin(Duration.ofNanos(limit), 95),
                        hour,
                        1),
                new Budget(
                        "median latency",
                        limit -> assertions -> assertions
                                .predictsWithin(Duration.ofNanos(limit))
                                .atMedian(),
                        limit -> ModelMatchers.predictsWithin(Duration.ofNanos(limit))
                                .atMedian(),
                        limit -> Criteria.predictsWithin(Duration.ofNanos(limit), 50),
                        hour,
                        1),
                new Budget(
                        "throughput",
                        limit -> assertions -> assertions.hasThroughputAtLeast(limit),
                        limit -> ModelMatchers.hasThroughputAtLeast(limit),
                        limit -> Criteria.hasThroughputAtLeast(limit),
                        // a thousand batches of 32 in a second are the most for somebody who sleeps a millisecond
                        1,
                        100_000),
                new Budget(
                        "allocation",
                        limit -> assertions -> assertions.allocatesAtMost(limit),
                        ModelMatchers::allocatesAtMost,
                        Criteria::allocatesAtMost,
                        Long.MAX_VALUE / 2,
                        1),
                new Budget(
                        "size",
                        limit -> assertions -> assertions.hasSizeAtMost(limit),
                        ModelMatchers::hasSizeAtMost,
                        Criteria::hasSizeAtMost,
                        1000,
                        999));
    }

    @ParameterizedTest
    @MethodSource("budgets")
    void passes_when_the_budget_is_kept_and_writes_that_down(Budget budget) {
        Evaluation evaluation = sleeper();
        ModelAssert assertions = assertThatModel(evaluation).measuredWith(FEW);

        assertThat(budget.assertion().apply(budget.met()).apply(assertions)).isSameAs(assertions);
        MatcherAssert.assertThat(
                evaluation, budget.matcher().apply(budget.met()).measuredWith(FEW));

        // measured once, so both judgements are the same, which a ledger keeps once
        assertThat(evaluation.ledger().judgements())
                .containsExactly(budget.criterion()
                        .apply(budget.met())
                        .measuredWith(FEW)
                        .judge(evaluation)
                        .judgement())
                .extracting(Judgement::outcome)
                .containsExactly(Outcome.MET);
    }

    @ParameterizedTest
    @MethodSource("budgets")
    void fails_with_the_verdicts_message_when_the_budget_is_exceeded(Budget budget) {
        Evaluation evaluation = sleeper();
        BudgetCriterion criterion = budget.criterion().apply(budget.missed()).measuredWith(FEW);
        BudgetMatcher matcher = budget.matcher().apply(budget.missed()).measuredWith(FEW);

        AssertionError failure = catchThrowableOfType(
                AssertionError.class,
                () -> budget.assertion()
                        .apply(budget.missed())
                        .apply(assertThatModel(evaluation).measuredWith(FEW)));

        assertThat(failure).hasMessage(criterion.judge(evaluation).message());
        MatcherAssert.assertThat(evaluation, Matchers.not(matcher));
        assertThat(StringDescription.toString(matcher)).isEqualTo(criterion.description());
    }

    /** The annotation is not kept at run time; compilers read it from class files. */
    @ParameterizedTest
    @ValueSource(classes = {ModelAssert.class, ModelMatchers.class})
    void compilers_are_told_that_a_limit_without_a_percentile_asserts_nothing(Class<?> facade) throws IOException {
        try (InputStream file = facade.getResourceAsStream(facade.getSimpleName() + ".class")) {
            assertThat(new String(file.readAllBytes(), StandardCharsets.ISO_8859_1))
                    .contains("Lorg/assertj/core/annotation/CheckReturnValue;");
        }
    }

    @Test
    void a_fitted_model_is_judged_on_data() {
        assertThatModel(new Sleeper())
                .on(Models.tumours())
                .measuredWith(FEW)
                .predictsWithin(Duration.ofHours(1))
                .atPercentile(95)
                .hasSizeAtMost(1000)
                .hasF1AtLeast(0.84);
    }

    @Test
    void confidence_reaches_budgets_too() {
        Evaluation evaluation = sleeper();

        assertThatThrownBy(() -> assertThatModel(evaluation)
                        .measuredWith(FEW)
                        .atConfidence(0.95)
                        .predictsWithin(Duration.ofHours(1))
                        .atPercentile(95))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("5 calls are too few for bounds at 95 % confidence");
        MatcherAssert.assertThat(
                evaluation,
                ModelMatchers.predictsWithin(Duration.ofHours(1))
                        .atMedian()
                        .measuredWith(FEW)
                        .atConfidence(0.95));
    }

    @Test
    void soft_assertions_collect_exceeded_budgets() {
        assertThatThrownBy(() -> ModelSoftAssertions.assertModelsSoftly(softly -> softly.assertThatModel(new Sleeper())
                        .on(Models.tumours())
                        .measuredWith(FEW)
                        .predictsWithin(Duration.ofNanos(1))
                        .atPercentile(95)
                        .hasSizeAtMost(999)))
                .hasMessageContaining("Expecting latency at the 95th percentile to be at most 0.000001 ms")
                .hasMessageContaining("Expecting model size to be at most 999 bytes");
    }

    @Test
    void files_are_judged_by_their_size(@TempDir Path folder) throws IOException {
        Path file = Files.write(folder.resolve("model.onnx"), new byte[50]);
        Evaluation forest = Models.fittedForest();

        assertThatModel(forest).hasSizeAtMost(50, file);
        MatcherAssert.assertThat(forest, ModelMatchers.hasSizeAtMost(50, folder));
        assertThatThrownBy(() -> assertThatModel(forest).hasSizeAtMost(49, file))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("but it was 50 bytes");
    }

    @Test
    void nothing_is_measured_unless_a_budget_is_asserted() {
        int[] calls = {0};
        Predictor<Integer> counting = inputs -> {
            calls[0]++;
            return Models.forest().predict(inputs);
        };

        assertThatModel(counting).on(Models.tumours()).hasF1AtLeast(0.84);

        assertThat(calls[0]).isEqualTo(1);
    }

    @Test
    void budgets_are_not_of_slices_labels_or_folds() {
        ModelAssert assertions = assertThatModel(sleeper()).measuredWith(FEW);

        assertThatIllegalArgumentException()
                .isThrownBy(() -> assertions.ofEachLabel().hasThroughputAtLeast(1))
                .withMessage(
                        "throughput to be at least 1 examples per second: budgets are not of slices, labels or folds;"
                                + " assert them before, after overall(), or on the examples of a slice alone:"
                                + " assertThatModel(evaluation.on(slice).orElseThrow())");
        assertions.overall().predictsWithin(Duration.ofHours(1)).atMedian();
    }

    @Test
    void the_examples_of_a_slice_can_be_measured_alone() {
        Evaluation slice = sleeper()
                .on(Slice.where("first ten", Integer.class, row -> row < 10))
                .orElseThrow();

        assertThatModel(slice)
                .measuredWith(FEW)
                .predictsWithin(Duration.ofHours(1))
                .atMedian();
        assertThat(slice.ledger().judgements().get(0).evidence().finding()).contains("5 calls of 1 example");
    }

    @Test
    void a_cross_validation_has_no_model_to_measure() {
        Evaluation forest = Models.comparison().evaluation("forest");

        assertThatIllegalArgumentException()
                .isThrownBy(() -> assertThatModel(forest)
                        .predictsWithin(Duration.ofHours(1))
                        .atPercentile(95))
                .withMessageStartingWith(
                        "latency at the 95th percentile is measured of one fitted model, which this has not: forest on tumours")
                .withMessageEndingWith("fit the model and assert on it: assertThatModel(model).on(testData)");
        assertThatModel(forest).hasAtLeast(ClassificationMetrics.F1, 0.1);
    }
}
