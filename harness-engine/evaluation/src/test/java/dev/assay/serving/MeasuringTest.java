package dev.assay.serving;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import dev.assay.data.Dataset;
import dev.assay.data.Targets;
import dev.assay.learning.ModelAdapter;
import dev.assay.learning.Predictor;
import dev.assay.prediction.Predictions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

/** Measures by a clock of which the model itself moves the hands. */
class MeasuringTest {

    private static final long MILLISECOND = 1_000_000;

    /** Without a warm-up. */
    private static final MeasurementOptions COLD =
            MeasurementOptions.withDefaults().withWarmUp(0, Duration.ZERO);

    /** Takes as many milliseconds as its inputs say, together, and allocates as many bytes. */
    private static final class Script implements Predictor<Integer> {

        private final List<List<Integer>> calls = new ArrayList<>();
        private long nanos;
        private long bytes;

        @Override
        public Predictions predict(List<Integer> inputs) {
            calls.add(List.copyOf(inputs));
            int sum = inputs.stream().mapToInt(input -> input).sum();
            nanos += sum * MILLISECOND;
            bytes += sum;
            return Predictions.numbers(
                    inputs.stream().mapToDouble(input -> input).toArray());
        }

        ServedModel on(int... inputs) {
            return new ServedModel(ModelAdapter.of(this), data(inputs), () -> nanos, Optional.of(() -> bytes));
        }
    }

    private static Dataset<Integer> data(int... inputs) {
        List<Integer> boxed = new ArrayList<>();
        double[] targets = new double[inputs.length];
        for (int input : inputs) {
            boxed.add(input);
        }
        return Dataset.of(boxed, Targets.numbers(targets)).named("queries");
    }

    @Test
    void times_one_example_a_call_in_turn() {
        Script model = new Script();

        Latency latency = model.on(1, 2, 30).latency(COLD.withCalls(4));

        assertThat(model.calls).containsExactly(List.of(1), List.of(2), List.of(30), List.of(1));
        assertThat(latency.calls()).isEqualTo(4);
        assertThat(latency.warmUpCalls()).isZero();
        assertThat(latency.percentile(50)).isEqualTo(Duration.ofMillis(1));
        assertThat(latency.percentile(51)).isEqualTo(Duration.ofMillis(2));
        assertThat(latency.percentile(99.9)).isEqualTo(Duration.ofMillis(30));
        assertThat(latency.slowest()).isEqualTo(Duration.ofMillis(30));
        assertThat(latency.estimate(51).value()).isEqualTo(2);
        assertThat(latency.clock()).isZero();
    }

    @Test
    void the_warm_up_goes_on_until_both_calls_and_time_are_enough_and_counts_for_nothing() {
        Script byCalls = new Script();
        Script byTime = new Script();

        Latency first = byCalls.on(90, 1, 1, 1, 1)
                .latency(COLD.withWarmUp(3, Duration.ofMillis(1)).withCalls(2));
        Latency second = byTime.on(9, 9, 9, 9, 1)
                .latency(COLD.withWarmUp(1, Duration.ofMillis(28)).withCalls(1));

        assertThat(first.warmUpCalls()).isEqualTo(3);
        assertThat(first.slowest()).isEqualTo(Duration.ofMillis(1));
        assertThat(second.warmUpCalls()).isEqualTo(4);
        assertThat(second.slowest()).isEqualTo(Duration.ofMillis(1));
    }

    @Test
    void the_time_limit_ends_the_warm_up_at_its_half_and_then_the_calls() {
        Script model = new Script();

        Latency latency =
                model.on(10).latency(COLD.withWarmUp(1000, Duration.ZERO).withTimeLimit(Duration.ofMillis(100)));

        assertThat(latency.warmUpCalls()).isEqualTo(5);
        assertThat(latency.calls()).isEqualTo(5);
        assertThat(latency.wantedCalls()).isEqualTo(1000);
    }

    @Test
    void one_call_is_made_however_short_the_time() {
        Latency latency = new Script().on(10).latency(COLD.withTimeLimit(Duration.ofNanos(1)));

        assertThat(latency.calls()).isEqualTo(1);
    }

    @Test
    void tells_what_reading_the_clock_takes() {
        long[] now = {0};
        ServedModel model =
                new ServedModel(ModelAdapter.of(new Script()), data(1), () -> now[0] += 40, Optional.empty());

        Latency latency = model.latency(COLD.withCalls(3));

        assertThat(latency.clock()).isEqualTo(Duration.ofNanos(40));
        assertThat(latency.slowest()).isEqualTo(Duration.ofNanos(40));
    }

    @Test
    void measures_once_for_the_same_options() {
        Script model = new Script();
        ServedModel served = model.on(1);

        Latency latency = served.latency(COLD.withCalls(3));

        assertThat(served.latency(COLD.withCalls(3))).isSameAs(latency);
        assertThat(model.calls).hasSize(3);
        assertThat(served.latency(COLD.withCalls(2))).isNotSameAs(latency);
        assertThat(served.throughput(COLD)).isSameAs(served.throughput(COLD));
        assertThat(served.allocation(COLD)).isEqualTo(served.allocation(COLD));
    }

    @Test
    void throughput_is_examples_per_second_of_rounds_that_go_on_where_the_last_ended() {
        Script model = new Script();

        Throughput throughput =
                model.on(20, 10, 20).throughput(COLD.withBatchSize(2).withRounds(3));

        // a round ends with the batch that completes 50 ms
        assertThat(model.calls)
                .containsExactly(
                        List.of(20, 10), List.of(20),
                        List.of(20, 10), List.of(20),
                        List.of(20, 10), List.of(20));
        assertThat(throughput.rounds()).isEqualTo(3);
        assertThat(throughput.batchSize()).isEqualTo(2);
        assertThat(throughput.median()).isCloseTo(60, within(1e-9));
    }

    @Test
    void throughput_names_the_worst_and_the_best_round() {
        Throughput throughput = new Script()
                .on(50, 25, 25, 100)
                .throughput(COLD.withBatchSize(1).withRounds(3));

        assertThat(throughput.worst()).isCloseTo(10, within(1e-9));
        assertThat(throughput.median()).isCloseTo(20, within(1e-9));
        assertThat(throughput.best()).isCloseTo(40, within(1e-9));
        assertThat(throughput.estimate().method()).isEqualTo("by order statistics of 3 rounds");
    }

    @Test
    void throughput_warms_up_by_examples_and_ends_at_the_time_limit() {
        Script model = new Script();

        Throughput throughput =
                model.on(10, 10).throughput(COLD.withWarmUp(3, Duration.ZERO).withTimeLimit(Duration.ofMillis(150)));

        // two batches of 2 warm up in 40 ms, two rounds of 60 ms follow
        assertThat(throughput.rounds()).isEqualTo(2);
        assertThat(throughput.wantedRounds()).isEqualTo(20);
        assertThat(throughput.batchSize()).isEqualTo(2);
        assertThat(model.calls).hasSize(8);
    }

    /** Making each input takes a second, predicting it a millisecond. */
    @Test
    void the_time_limit_ends_a_round_of_inputs_that_take_long_to_make() {
        Script model = new Script();
        Dataset<Integer> slow = data(1, 1).mapLazily(input -> {
            model.nanos += 1000 * MILLISECOND;
            return input;
        });

        Throughput throughput = new ServedModel(ModelAdapter.of(model), slow, () -> model.nanos, Optional.empty())
                .throughput(COLD.withBatchSize(1).withTimeLimit(Duration.ofSeconds(3)));

        assertThat(model.calls).hasSize(3);
        assertThat(throughput.rounds()).isEqualTo(1);
        assertThat(throughput.wantedRounds()).isEqualTo(20);
        assertThat(throughput.median()).isCloseTo(1000, within(1e-9));
    }

    @Test
    void allocation_is_what_calls_with_one_example_allocate() {
        Allocation allocation =
                new Script().on(5, 7, 90).allocation(COLD.withCalls(3)).orElseThrow();

        assertThat(allocation.median()).isEqualTo(7);
        assertThat(allocation.largest()).isEqualTo(90);
        assertThat(allocation.calls()).isEqualTo(3);
        assertThat(allocation.wantedCalls()).isEqualTo(3);
        assertThat(allocation.warmUpCalls()).isZero();
    }

    @Test
    void allocation_is_unknown_where_nothing_counts_it() {
        ServedModel model = new ServedModel(ModelAdapter.of(new Script()), data(1), () -> 0, Optional.empty());

        assertThat(model.allocation(COLD)).isEmpty();
    }

    /** A meter reads -1 on a virtual thread, and where counting is switched off, perhaps between two calls. */
    @Test
    void allocation_is_unknown_where_a_reading_is_negative_until_another_thread_can_count() {
        Script script = new Script();
        long[] readingsLeft = {0};
        ServedModel model = new ServedModel(
                ModelAdapter.of(script),
                data(5),
                () -> 0,
                Optional.of(() -> readingsLeft[0]-- > 0 ? script.bytes : -1));

        assertThat(model.allocation(COLD.withCalls(3))).isEmpty();
        assertThat(script.calls).isEmpty();
        readingsLeft[0] = 4;
        assertThat(model.allocation(COLD.withCalls(3))).isEmpty();
        readingsLeft[0] = 100;
        assertThat(model.allocation(COLD.withCalls(3)))
                .hasValueSatisfying(
                        allocation -> assertThat(allocation.median()).isEqualTo(5));
    }

    @Test
    void the_meter_of_this_jvm_counts_at_least_what_a_model_keeps() {
        List<byte[]> kept = new ArrayList<>();
        Predictor<Integer> model = inputs -> {
            kept.add(new byte[1000]);
            return Predictions.numbers(new double[inputs.size()]);
        };

        assertThat(ServedModel.of(model, data(1)).allocation(COLD.withCalls(9)))
                .hasValueSatisfying(
                        allocation -> assertThat(allocation.median()).isBetween(1000L, 100_000L));
        assertThat(kept).hasSize(9);
    }

    @Test
    void takes_some_of_the_examples() {
        Script model = new Script();

        model.on(1, 2, 3).select(new int[] {2, 0}).latency(COLD.withCalls(2));

        assertThat(model.calls).containsExactly(List.of(3), List.of(1));
    }

    @Test
    void measures_a_model_and_data_as_they_are() {
        MeasurementOptions few = COLD.withCalls(3).withRounds(1);

        assertThat(Latency.measure(new Script(), data(1), few).calls()).isEqualTo(3);
        assertThat(Throughput.measure(new Script(), data(1), few).rounds()).isEqualTo(1);
    }

    @Test
    void takes_calls_that_were_timed_elsewhere() {
        Latency latency = Latency.of(List.of(Duration.ofMillis(3), Duration.ofMillis(1)));

        assertThat(latency.percentile(50)).isEqualTo(Duration.ofMillis(1));
        assertThat(latency.calls()).isEqualTo(2);
        String message = "a latency needs the times of calls, at least one, none of them negative";
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Latency.of(List.of()))
                .withMessage(message);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Latency.of(List.of(Duration.ofNanos(-1))))
                .withMessage(message);
    }

    @Test
    void a_size_is_what_the_predictor_tells() {
        Predictor<Integer> knowing = new Predictor<>() {
            @Override
            public Predictions predict(List<Integer> inputs) {
                return Predictions.numbers(new double[inputs.size()]);
            }

            @Override
            public OptionalLong sizeInBytes() {
                return OptionalLong.of(42);
            }
        };

        assertThat(ServedModel.of(knowing, data(1)).sizeInBytes()).hasValue(42);
        assertThat(new Script().on(1).sizeInBytes()).isEmpty();
        assertThat(new Script().on(1).typeName()).isEqualTo(Script.class.getName());
    }

    @Test
    void fails_with_the_example_that_the_model_cannot_predict_alone() {
        Predictor<Integer> picky = inputs -> {
            if (inputs.get(0) == 2) {
                throw new IllegalStateException("needs two");
            }
            return Predictions.numbers(new double[inputs.size()]);
        };
        Dataset<Integer> data = data(1, 2).withIds(List.of("a", "b"));

        assertThatExceptionOfType(MeasurementException.class)
                .isThrownBy(() -> Latency.measure(picky, data, COLD))
                .withMessage("queries: predicting example b alone failed: IllegalStateException: needs two")
                .withCauseInstanceOf(IllegalStateException.class);
        assertThatExceptionOfType(MeasurementException.class)
                .isThrownBy(() -> Throughput.measure(picky, data.select(new int[] {1, 0}), COLD))
                .withMessage(
                        "queries: predicting a batch of 2 from example b failed: IllegalStateException: needs two");
    }

    @Test
    void fails_if_predictions_are_not_as_many_as_examples() {
        Predictor<Integer> generous = inputs -> Predictions.numbers(new double[inputs.size() + 1]);

        assertThatExceptionOfType(MeasurementException.class)
                .isThrownBy(() -> Latency.measure(generous, data(1), COLD))
                .withMessage("queries: predicting example 0 alone failed: 2 predictions were made");
    }

    @Test
    void fails_without_examples() {
        assertThatExceptionOfType(MeasurementException.class)
                .isThrownBy(() -> Latency.measure(new Script(), data(1).select(new int[0]), COLD))
                .withMessage("queries has no example to predict");
    }

    @Test
    void an_interrupted_model_leaves_the_thread_interrupted() {
        Predictor<Integer> interrupted = inputs -> {
            throw new InterruptedException();
        };

        assertThatExceptionOfType(MeasurementException.class)
                .isThrownBy(() -> Latency.measure(interrupted, data(1), COLD))
                .withMessage("interrupted while predictions of queries were measured");
        assertThat(Thread.interrupted()).isTrue();
    }

    @Test
    void an_interrupt_that_the_model_does_not_notice_ends_measuring_and_leaves_the_thread_interrupted() {
        List<Integer> calls = new ArrayList<>();
        Predictor<Integer> deaf = inputs -> {
            calls.add(inputs.size());
            Thread.currentThread().interrupt();
            return Predictions.numbers(new double[inputs.size()]);
        };
        List<Function<MeasurementOptions, Object>> measurements = List.of(
                options -> Latency.measure(deaf, data(1), options),
                options -> Throughput.measure(deaf, data(1), options),
                options -> ServedModel.of(deaf, data(1)).allocation(options));

        for (MeasurementOptions options : List.of(COLD, COLD.withWarmUp(5, Duration.ZERO))) {
            for (Function<MeasurementOptions, Object> measurement : measurements) {
                calls.clear();
                assertThatExceptionOfType(MeasurementException.class)
                        .isThrownBy(() -> measurement.apply(options))
                        .withMessage("interrupted while predictions of queries were measured")
                        .withCauseInstanceOf(InterruptedException.class);
                assertThat(Thread.interrupted()).isTrue();
                assertThat(calls).hasSize(1);
            }
        }
    }

    @Test
    void fails_at_percentiles_that_are_none() {
        Latency latency = Latency.of(List.of(Duration.ofMillis(1)));

        for (double percentile : new double[] {0, 100, -5, Double.NaN}) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> latency.percentile(percentile))
                    .withMessage("a percentile lies above 0 and below 100, such as 95; not " + percentile);
        }
    }

    @Test
    void options_that_make_no_sense_are_refused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> COLD.withWarmUp(-1, Duration.ZERO))
                .withMessage("a warm-up can't be of -1 calls and PT0S");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> COLD.withCalls(0))
                .withMessage("there must be calls, at least 1, not 0");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> COLD.withBatchSize(0))
                .withMessage("there must be examples in a batch, at least 1, not 0");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> COLD.withRounds(0))
                .withMessage("there must be rounds, at least 1, not 0");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> COLD.withTimeLimit(Duration.ZERO))
                .withMessage("a time limit is longer than 0, not PT0S");
    }
}
