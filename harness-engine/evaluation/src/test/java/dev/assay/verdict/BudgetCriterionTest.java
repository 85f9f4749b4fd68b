package dev.assay.verdict;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.assay.data.Dataset;
import dev.assay.data.Seed;
import dev.assay.data.Targets;
import dev.assay.evaluation.Evaluation;
import dev.assay.evaluation.InconclusivePolicy;
import dev.assay.evaluation.Judgement;
import dev.assay.evaluation.Judgement.Outcome;
import dev.assay.learning.Learner;
import dev.assay.learning.Predictor;
import dev.assay.learning.Training;
import dev.assay.learning.Transforms;
import dev.assay.prediction.Predictions;
import dev.assay.serving.Latencies;
import dev.assay.serving.Latency;
import dev.assay.serving.MeasurementOptions;
import dev.assay.testing.Script;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledForJreRange;
import org.junit.jupiter.api.condition.JRE;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Judges times that are given, so that no outcome depends on the machine; ranks of bounds are from SciPy 1.17's binom. */
class BudgetCriterionTest {

    private static final Evaluation FOREST = Script.tumours(45, 5, 5, 45).fitted();
    private static final MeasurementOptions OPTIONS = MeasurementOptions.withDefaults();

    /** Calls that took 10, 20, … µs. */
    private static Latency calls(int number) {
        return Latency.of(IntStream.rangeClosed(1, number)
                .mapToObj(call -> Duration.ofNanos(call * 10_000L))
                .toList());
    }

    private static Verdict judge(BudgetCriterion criterion, double percentile, Latency latency) {
        return criterion.judge(FOREST, new Budgets.OfLatency(percentile).of(latency, OPTIONS));
    }

    private static BudgetCriterion within(double milliseconds, double percentile) {
        return Criteria.predictsWithin(Duration.ofNanos(Math.round(milliseconds * 1e6)), percentile);
    }

    @Test
    void is_met_where_the_percentile_keeps_within_the_limit() {
        Verdict verdict = judge(within(9.5, 95), 95, calls(1000));

        assertThat(verdict).isInstanceOf(Verdict.Met.class);
        assertThat(verdict.message()).isEmpty();
        Judgement judgement = verdict.judgement();
        assertThat(judgement.criterion()).isEqualTo("latency at the 95th percentile to be at most 9.50 ms");
        assertThat(judgement.metric()).isEqualTo("latency at the 95th percentile in ms");
        assertThat(judgement.value()).isEqualTo(OptionalDouble.of(9.5));
        assertThat(judgement.threshold()).isEqualTo(OptionalDouble.of(9.5));
        assertThat(judgement.evidence().finding())
                .isEqualTo("value 9.50 ms; 1,000 calls of 1 example after 0 warm-up calls: median 5.00 ms,"
                        + " 99th percentile 9.90 ms, slowest 10.0 ms");
        assertThat(judgement.evidence().risk().falsePass()).isEmpty();
        assertThat(judgement.evidence().risk().redAgain().orElseThrow()).isBetween(0.4, 0.6);
    }

    /** Ranks of the interval: 936 and 964 of 1,000 at 97.5 % on each side; {@code binom.sf(949, 1000, 0.94)} is 0.1006. */
    @Test
    void is_not_met_where_it_takes_longer() {
        Verdict verdict = judge(within(9.4, 95), 95, calls(1000));

        assertThat(verdict).isInstanceOf(Verdict.NotMet.class);
        assertThat(verdict.message()).isEqualToNormalizingNewlines("""
                        [forest on tumours: one fitted model on 100 test examples]
                        Expecting latency at the 95th percentile to be at most 9.40 ms
                                      but it was 9.50 ms [9.36, 9.64]   (as many fresh calls would stay within 9.40 ms in 10% of runs)
                          measured: 1,000 calls of 1 example after 0 warm-up calls: median 5.00 ms, 99th percentile 9.90 ms, slowest 10.0 ms""");
        assertThat(verdict.expected()).isEqualTo("at most 9.40 ms");
        assertThat(verdict.actual()).isEqualTo("9.50 ms");
    }

    @Test
    void a_missed_maximum_is_rounded_up() {
        Latency latency = Latency.of(List.of(Duration.ofNanos(5_000_001)));

        assertThat(judge(within(5, 95), 95, latency).actual()).isEqualTo("5.01 ms");
        assertThat(judge(within(5.000_001, 95), 95, latency).actual()).isEqualTo("5.000001 ms");
    }

    @Test
    void is_met_at_confidence_where_even_the_upper_bound_keeps_within_the_limit() {
        Verdict verdict = judge(within(9.62, 95).atConfidence(0.95), 95, calls(1000));

        assertThat(verdict).isInstanceOf(Verdict.Met.class);
        assertThat(verdict.judgement().criterion())
                .isEqualTo("latency at the 95th percentile to be at most 9.62 ms at 95 % confidence");
        assertThat(verdict.actual()).isEqualTo("95 % upper bound 9.62 ms");
        assertThat(verdict.judgement().evidence().bound()).isEqualTo(OptionalDouble.of(9.62));
        assertThat(verdict.judgement().evidence().risk().falsePass()).isEqualTo(OptionalDouble.of(0.05));
        assertThat(verdict.judgement().evidence().finding())
                .startsWith(
                        "95 % upper bound 9.62 ms, of this fitted model on this machine, by order statistics of 1,000"
                                + " calls; 1,000 calls of 1 example");
    }

    @Test
    void is_inconclusive_between_the_bounds_and_says_how_many_calls_would_settle_it() {
        Verdict verdict = judge(within(9.61, 95).atConfidence(0.95), 95, calls(1000));

        assertThat(verdict).isInstanceOf(Verdict.Inconclusive.class);
        assertThat(verdict.message().lines().skip(2).toList())
                .containsExactly(
                        "              but the evidence doesn't decide: the 95 % upper bound 9.62 ms misses it, the 95 %"
                                + " lower bound 9.38 ms doesn't; the value is 9.50 ms",
                        "  bounds: of this fitted model on this machine, by order statistics of 1,000 calls",
                        "  about 1,200 calls would settle it at this value, 1,000 were made",
                        "  measured: 1,000 calls of 1 example after 0 warm-up calls: median 5.00 ms, 99th percentile 9.90"
                                + " ms, slowest 10.0 ms");
        assertThat(verdict.under(InconclusivePolicy.WARN).passes()).isTrue();
    }

    @Test
    void is_not_met_at_confidence_where_even_the_lower_bound_takes_longer() {
        Verdict verdict = judge(within(9.37, 95).atConfidence(0.95), 95, calls(1000));

        assertThat(verdict).isInstanceOf(Verdict.NotMet.class);
        assertThat(verdict.message()).contains("but even the 95 % lower bound 9.38 ms misses it; the value is 9.50 ms");
    }

    @Test
    void too_few_calls_cannot_bound_the_percentile_which_no_policy_tolerates() {
        Verdict verdict = judge(within(50, 99).atConfidence(0.95), 99, calls(298));

        assertThat(verdict).isInstanceOf(Verdict.Inconclusive.class);
        assertThat(verdict.message().lines().skip(1).limit(2).toList())
                .containsExactly(
                        "Expecting latency at the 99th percentile to be at most 50.00 ms at 95 % confidence",
                        "              but that can't be told: 298 calls are too few for bounds at 95 % confidence, whatever"
                                + " they took; 299 would do: measuredWith(MeasurementOptions.withDefaults().withCalls(299))");
        assertThat(verdict.under(InconclusivePolicy.WARN).passes()).isFalse();
        assertThat(judge(within(50, 99).atConfidence(0.95), 99, calls(299))).isInstanceOf(Verdict.Met.class);
    }

    /** {@code binom.ppf(.95, 50, .05)} is 5, so that the sixth call bounds it from above; nothing does from below. */
    @Test
    void a_maximum_needs_no_calls_for_a_lower_bound() {
        assertThat(judge(within(0.06, 5).atConfidence(0.95), 5, calls(50))).isInstanceOf(Verdict.Met.class);
        Verdict verdict = judge(within(0.05, 5).atConfidence(0.95), 5, calls(50));
        assertThat(verdict).isInstanceOf(Verdict.Inconclusive.class);
        assertThat(verdict.message())
                .contains("the 95 % upper bound 0.0600 ms misses it")
                .doesNotContain("too few");
    }

    /** 98 calls took 10 ms to 980 ms, as if the time limit had ended more. */
    private static Verdict cutShort(BudgetCriterion criterion, double percentile, int wanted, Duration limit) {
        long[] nanos = IntStream.rangeClosed(1, 98)
                .mapToLong(call -> call * 10_000_000L)
                .toArray();
        MeasurementOptions options = OPTIONS.withCalls(wanted).withTimeLimit(limit);
        Latency measured = Latencies.cutShort(nanos, wanted);
        return criterion.measuredWith(options).judge(FOREST, new Budgets.OfLatency(percentile).of(measured, options));
    }

    /** 60 s in proportion are 60 · 299 / 98 = 183.06 s. */
    @Test
    void where_the_time_limit_left_too_few_calls_a_longer_one_would_do() {
        assertThat(cutShort(within(5000, 99).atConfidence(0.95), 99, 1000, Duration.ofSeconds(60))
                        .message())
                .contains("98 calls are too few for bounds at 95 % confidence, whatever they took; 299 would do: add"
                        + " .withTimeLimit(Duration.ofSeconds(184)) to the options of measuredWith\n");
        assertThat(cutShort(within(5000, 99).atConfidence(0.95), 99, 200, Duration.ofSeconds(60))
                        .message())
                .contains("299 would do: add .withCalls(299).withTimeLimit(Duration.ofSeconds(184)) to the options of"
                        + " measuredWith\n");
    }

    /** Calls of 490 ms in the median take 146.51 s. */
    @Test
    void a_time_limit_shorter_than_its_calls_is_extended_by_what_they_took() {
        assertThat(cutShort(within(5000, 99).atConfidence(0.95), 99, 1000, Duration.ofMillis(1))
                        .message())
                .contains("299 would do: add .withTimeLimit(Duration.ofSeconds(147)) to the options of measuredWith\n");
    }

    @Test
    void other_options_stay_where_more_calls_would_do() {
        Verdict verdict = within(50, 99)
                .atConfidence(0.95)
                .measuredWith(OPTIONS.withWarmUp(1000, Duration.ZERO).withCalls(98))
                .judge(FOREST, new Budgets.OfLatency(99).of(calls(98), OPTIONS));

        assertThat(verdict.message()).contains("299 would do: add .withCalls(299) to the options of measuredWith\n");
    }

    @Test
    void what_would_settle_it_names_the_time_limit_that_ended_measuring() {
        Verdict verdict = cutShort(within(550, 50).atConfidence(0.95), 50, 1000, Duration.ofSeconds(60));

        assertThat(verdict).isInstanceOf(Verdict.Inconclusive.class);
        assertThat(verdict.message())
                .containsPattern(
                        "about 2[0-9]{2} calls would settle it at this value, 98 were made: add"
                                + " \\.withTimeLimit\\(Duration\\.ofSeconds\\(1[0-9]{2}\\)\\) to the options of measuredWith\n");
    }

    @Test
    void too_few_calls_may_well_refute() {
        assertThat(judge(within(2.91, 99).atConfidence(0.95), 99, calls(298))).isInstanceOf(Verdict.NotMet.class);
    }

    @ParameterizedTest
    @CsvSource({
        "50, median latency to be at most 5.00 ms",
        "91, latency at the 91st percentile to be at most 5.00 ms",
        "92, latency at the 92nd percentile to be at most 5.00 ms",
        "93, latency at the 93rd percentile to be at most 5.00 ms",
        "12, latency at the 12th percentile to be at most 5.00 ms",
        "99.9, latency at the 99.9th percentile to be at most 5.00 ms",
    })
    void names_the_percentile(double percentile, String description) {
        assertThat(within(5, percentile)).hasToString(description);
    }

    @ParameterizedTest
    @CsvSource({"0.05, 0.05 ms", "0.0505, 0.0505 ms", "1, 1.00 ms", "1000, '1,000.00 ms'"})
    void writes_the_limit_in_milliseconds_as_results_keep_the_value(double milliseconds, String words) {
        assertThat(within(milliseconds, 95).description()).endsWith("at most " + words);
    }

    @Test
    void refuses_limits_and_percentiles_that_are_none() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Criteria.predictsWithin(Duration.ZERO, 95))
                .withMessage("a limit of time is longer than 0, not PT0S");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> within(5, 100))
                .withMessage("a percentile lies above 0 and below 100, such as 95; not 100.0");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Criteria.hasThroughputAtLeast(0))
                .withMessage("a throughput is above 0, not 0.0");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Criteria.allocatesAtMost(-1))
                .withMessage("a number of bytes is not negative, as -1 is");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> within(5, 95).atConfidence(95))
                .withMessage("a confidence level lies above 0.5 and below 1, such as 0.95; not 95.0");
    }

    @Test
    void measures_the_model_of_the_evaluation_and_tells_what_cut_it_short() {
        Predictor<Integer> slow = inputs -> {
            Thread.sleep(2);
            return Predictions.numbers(new double[inputs.size()]);
        };
        Evaluation evaluation = Evaluation.ofFittedModel(
                "slow", slow, Dataset.of(List.of(1), Targets.numbers(0)).named("queries"));
        MeasurementOptions hasty = OPTIONS.withWarmUp(0, Duration.ZERO)
                .withTimeLimit(Duration.ofNanos(1))
                .withCalls(1200);

        Verdict latency = within(1e-6, 50).measuredWith(hasty).judge(evaluation);
        Verdict throughput =
                Criteria.hasThroughputAtLeast(1e9).measuredWith(hasty).judge(evaluation);
        Verdict allocation = Criteria.allocatesAtMost(1).measuredWith(hasty).judge(evaluation);

        assertThat(latency).isInstanceOf(Verdict.NotMet.class);
        assertThat(latency.message())
                .contains("Expecting median latency to be at most 0.000001 ms")
                .containsPattern(
                        "but it was [0-9,.]+ ms \\[0\\.000000, ∞\\]   \\(as many fresh calls would stay within 0.000001 ms in 0%")
                .contains("  measured: 1 call of 1 example after 0 warm-up calls: median ")
                .contains("  note: the time limit of 0.00100 µs ended this after 1 of 1,200 calls");
        assertThat(throughput).isInstanceOf(Verdict.NotMet.class);
        assertThat(throughput.message())
                .contains("Expecting throughput to be at least 1,000,000,000 examples per second")
                .containsPattern("but it was [0-9.]+ examples per second \\[0, ∞\\]")
                .containsPattern("  measured: median of 1 round of about 50.0 ms in batches of 1: worst [0-9.]+, best")
                .contains("ended this after 1 of 20 rounds");
        assertThat(throughput.judgement().metric()).isEqualTo("throughput in examples per second");
        assertThat(allocation).isInstanceOf(Verdict.NotMet.class);
        assertThat(allocation.message())
                .contains("Expecting median heap allocation of a prediction to be at most 1 bytes")
                .containsPattern("but it was [0-9,]+ bytes \\[0, ∞\\]")
                .containsPattern(
                        "1 call of 1 example after 0 warm-up calls: largest [0-9,]+ bytes; native memory is not counted");
    }

    @Test
    void what_this_jvm_does_not_count_is_undefined_and_not_met() {
        Verdict verdict = Criteria.allocatesAtMost(1000)
                .atConfidence(0.9)
                .judge(FOREST, Measured.undefined("this JVM doesn't count what a thread allocates"));

        assertThat(verdict).isInstanceOf(Verdict.NotMet.class);
        assertThat(verdict.judgement().value()).isEmpty();
        assertThat(verdict.message()).isEqualToNormalizingNewlines("""
                        [forest on tumours: one fitted model on 100 test examples]
                        Expecting median heap allocation of a prediction to be at most 1,000 bytes at 90 % confidence
                                      but it is undefined: this JVM doesn't count what a thread allocates""");
    }

    /** By reflection, since Java 17 has none. */
    @Test
    @EnabledForJreRange(min = JRE.JAVA_21)
    void what_a_virtual_thread_allocates_is_undefined_and_not_met() throws Exception {
        CompletableFuture<Verdict> judged = new CompletableFuture<>();
        Runnable task = () -> {
            try {
                judged.complete(Criteria.allocatesAtMost(1).judge(FOREST));
            } catch (RuntimeException | Error e) {
                judged.completeExceptionally(e);
            }
        };

        Thread.class.getMethod("startVirtualThread", Runnable.class).invoke(null, task);

        Verdict verdict = judged.get(30, TimeUnit.SECONDS);
        assertThat(verdict).isInstanceOf(Verdict.NotMet.class);
        assertThat(verdict.message())
                .contains(
                        "but it is undefined: this JVM doesn't count what this thread allocates, as for virtual threads"
                                + " or where counting is switched off");
    }

    @Test
    void an_unknown_size_names_the_model_behind_what_stands_before_it() throws Exception {
        Predictor<double[]> fitted = new Predictor<>() {
            @Override
            public Predictions predict(List<double[]> inputs) {
                return Predictions.numbers(new double[inputs.size()]);
            }

            @Override
            public Map<String, String> versions() {
                return Map.of("library", "1.2");
            }
        };
        Dataset<double[]> data = Dataset.of(new double[][] {{1}, {2}}, Targets.numbers(0, 1));
        Predictor<double[]> scaled = ((Learner<double[]>) training -> fitted)
                .after(Transforms.standardScaling())
                .fit(Training.of(data, Seed.of(1)));

        assertThat(scaled.versions()).containsEntry("library", "1.2");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Criteria.hasSizeAtMost(1000).judge(Evaluation.ofFittedModel("scaled", scaled, data)))
                .withMessageStartingWith("the size of scaled isn't known, since "
                        + fitted.getClass().getName() + " behind a transform doesn't tell it (sizeInBytes); say where");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Criteria.hasSizeAtMost(1000)
                        .judge(Evaluation.ofFittedModel("prepared", fitted.after((double[] input) -> input), data)))
                .withMessageStartingWith("the size of prepared isn't known, since "
                        + fitted.getClass().getName() + " doesn't tell it");
    }

    @Test
    void a_model_that_tells_its_size_is_judged_by_it_at_any_confidence() {
        Predictor<Integer> model = new Predictor<>() {
            @Override
            public Predictions predict(List<Integer> inputs) {
                return Predictions.numbers(new double[inputs.size()]);
            }

            @Override
            public OptionalLong sizeInBytes() {
                return OptionalLong.of(12_345);
            }
        };
        Evaluation evaluation = Evaluation.ofFittedModel(
                "line", model, Dataset.of(List.of(1), Targets.numbers(0)).named("queries"));

        Verdict met = Criteria.hasSizeAtMost(12_345).atConfidence(0.99).judge(evaluation);
        Verdict missed = Criteria.hasSizeAtMost(12_344).judge(evaluation);

        assertThat(met).isInstanceOf(Verdict.Met.class);
        assertThat(met.judgement().evidence().risk())
                .isEqualTo(new Judgement.Risk(OptionalDouble.of(0), OptionalDouble.of(0)));
        assertThat(missed.judgement().outcome()).isEqualTo(Outcome.NOT_MET);
        assertThat(missed.message()).isEqualToNormalizingNewlines("""
                        [line on queries: one fitted model on 1 test examples]
                        Expecting model size to be at most 12,344 bytes
                                      but it was 12,345 bytes
                          measured: as the model tells of its files, or of what its library would write""");
        assertThat(missed.judgement().evidence().risk().redAgain()).isEqualTo(OptionalDouble.of(1));
    }

    @Test
    void files_are_judged_by_their_size_also_without_a_fitted_model(@TempDir Path folder) throws IOException {
        Files.write(folder.resolve("model.onnx"), new byte[2000]);
        Evaluation evaluation = Script.tumours(45, 5, 5, 45).crossValidated(2);

        assertThat(Criteria.hasSizeAtMost(2000, folder).judge(evaluation)).isInstanceOf(Verdict.Met.class);
        assertThat(Criteria.hasSizeAtMost(1999, folder).judge(evaluation).message())
                .contains("but it was 2,000 bytes")
                .contains("  measured: of " + folder.toString().replace('\\', '/'));
    }

    @Test
    void an_unknown_size_is_an_error_that_says_what_to_give() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Criteria.hasSizeAtMost(1000).judge(FOREST))
                .withMessageStartingWith("the size of forest isn't known, since ")
                .withMessageEndingWith(" doesn't tell it (sizeInBytes); say where the model's file or folder is:"
                        + " hasSizeAtMost(bytes, Path.of(\"…\"))");
    }

    @Test
    void a_cross_validation_has_no_model_to_measure() {
        Evaluation evaluation = Script.tumours(45, 5, 5, 45).crossValidated(2);

        for (BudgetCriterion criterion : List.of(
                within(5, 95),
                Criteria.hasThroughputAtLeast(1),
                Criteria.allocatesAtMost(1),
                Criteria.hasSizeAtMost(1))) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> criterion.judge(evaluation))
                    .withMessageContaining(" is measured of one fitted model, which this has not: forest on tumours: ")
                    .withMessageEndingWith("; fit the model and assert on it: assertThatModel(model).on(testData)");
        }
        assertThat(evaluation.ledger().isEmpty()).isTrue();
    }
}
