package dev.assay.verdict;

import dev.assay.evaluation.Evaluation;
import dev.assay.serving.Allocation;
import dev.assay.serving.Latency;
import dev.assay.serving.MeasurementOptions;
import dev.assay.serving.ModelFiles;
import dev.assay.serving.ServedModel;
import dev.assay.serving.Throughput;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.OptionalLong;

/** What can be measured of fitted models. */
final class Budgets {

    /** Shares of a call that the clock may take without a word. */
    private static final double NEGLIGIBLE = 0.01;

    private Budgets() {}

    /** The model of an evaluation, which must be one. */
    private static ServedModel model(Evaluation evaluation, String name) {
        return evaluation
                .model()
                .orElseThrow(() ->
                        new IllegalArgumentException(name + " is measured of one fitted model, which this has not: "
                                + evaluation.title()
                                + "; fit the model and assert on it: assertThatModel(model).on(testData)"));
    }

    /**
     * How long single predictions take, in milliseconds.
     *
     * @param percentile of 100 calls, how many may not take longer
     */
    record OfLatency(double percentile) implements Budget {

        OfLatency {
            if (!(percentile > 0 && percentile < 100)) {
                throw new IllegalArgumentException(
                        "a percentile lies above 0 and below 100, such as 95; not " + percentile);
            }
        }

        @Override
        public String name() {
            return percentile == 50 ? "median latency" : "latency at the " + Ordinals.of(percentile) + " percentile";
        }

        @Override
        public String unit() {
            return "ms";
        }

        @Override
        public Measured measure(Evaluation evaluation, MeasurementOptions options) {
            return of(model(evaluation, name()).latency(options), options);
        }

        Measured of(Latency latency, MeasurementOptions options) {
            List<String> notes = new ArrayList<>();
            notes.addAll(cutShort(latency.calls(), latency.wantedCalls(), "calls", options));
            Duration median = latency.percentile(50);
            if (latency.clock().toNanos() > NEGLIGIBLE * median.toNanos()) {
                notes.add("reading the clock takes " + time(latency.clock()) + " of each call");
            }
            return Measured.of(
                    latency.estimate(percentile),
                    "calls",
                    "withCalls",
                    latency.wantedCalls(),
                    median,
                    calls(latency.calls(), latency.warmUpCalls()) + ": median " + time(median) + ", 99th percentile "
                            + time(latency.percentile(99)) + ", slowest " + time(latency.slowest()),
                    notes);
        }
    }

    /** How many examples are predicted in a second. */
    record OfThroughput() implements Budget {

        @Override
        public String name() {
            return "throughput";
        }

        @Override
        public String unit() {
            return "examples per second";
        }

        @Override
        public Measured measure(Evaluation evaluation, MeasurementOptions options) {
            return of(model(evaluation, name()).throughput(options), options);
        }

        Measured of(Throughput throughput, MeasurementOptions options) {
            return Measured.of(
                    throughput.estimate(),
                    "rounds",
                    "withRounds",
                    throughput.wantedRounds(),
                    Throughput.ROUND,
                    String.format(
                            Locale.ROOT,
                            "median of %,d %s of about %s in batches of %,d: worst %s, best %s",
                            throughput.rounds(),
                            throughput.rounds() == 1 ? "round" : "rounds",
                            time(Throughput.ROUND),
                            throughput.batchSize(),
                            rate(throughput.worst()),
                            rate(throughput.best())),
                    cutShort(throughput.rounds(), throughput.wantedRounds(), "rounds", options));
        }

        private static String rate(double perSecond) {
            return new Notation.WithUnit("", 0, 0, 3).bare(perSecond, 0, RoundingMode.HALF_EVEN);
        }
    }

    /** How many bytes of objects single predictions allocate. */
    record OfAllocation() implements Budget {

        @Override
        public String name() {
            return "median heap allocation of a prediction";
        }

        @Override
        public String unit() {
            return "bytes";
        }

        @Override
        public Measured measure(Evaluation evaluation, MeasurementOptions options) {
            return model(evaluation, name())
                    .allocation(options)
                    .map(allocation -> of(allocation, options))
                    .orElseGet(() -> Measured.undefined(
                            "this JVM doesn't count what this thread allocates, as for virtual threads or where counting is"
                                    + " switched off"));
        }

        Measured of(Allocation allocation, MeasurementOptions options) {
            return Measured.of(
                    allocation.estimate(),
                    "calls",
                    "withCalls",
                    allocation.wantedCalls(),
                    Duration.ZERO,
                    calls(allocation.calls(), allocation.warmUpCalls())
                            + String.format(
                                    Locale.ROOT,
                                    ": largest %,d bytes; native memory is not counted",
                                    allocation.largest()),
                    cutShort(allocation.calls(), allocation.wantedCalls(), "calls", options));
        }
    }

    /** How large a model is by itself. */
    record OfSize() implements Budget {

        @Override
        public String name() {
            return "model size";
        }

        @Override
        public String unit() {
            return "bytes";
        }

        @Override
        public Measured measure(Evaluation evaluation, MeasurementOptions options) {
            ServedModel model = model(evaluation, name());
            OptionalLong size = model.sizeInBytes();
            if (size.isEmpty()) {
                throw new IllegalArgumentException("the size of " + evaluation.candidate() + " isn't known, since "
                        + model.typeName()
                        + " doesn't tell it (sizeInBytes); say where the model's file or folder is:"
                        + " hasSizeAtMost(bytes, Path.of(\"…\"))");
            }
            return Measured.exactly(
                    (double) size.getAsLong(), "as the model tells of its files, or of what its library would write");
        }
    }

    /**
     * How large a model is on disk.
     *
     * @param fileOrFolder where it is
     */
    record OfFiles(Path fileOrFolder) implements Budget {

        @Override
        public String name() {
            return "model size";
        }

        @Override
        public String unit() {
            return "bytes";
        }

        @Override
        public Measured measure(Evaluation evaluation, MeasurementOptions options) {
            return Measured.exactly(
                    (double) ModelFiles.size(fileOrFolder),
                    "of " + fileOrFolder.toString().replace('\\', '/'));
        }
    }

    private static String calls(int calls, int warmUpCalls) {
        return String.format(
                Locale.ROOT,
                "%,d %s of 1 example after %,d warm-up %s",
                calls,
                calls == 1 ? "call" : "calls",
                warmUpCalls,
                warmUpCalls == 1 ? "call" : "calls");
    }

    private static List<String> cutShort(int made, int wanted, String things, MeasurementOptions options) {
        return made == wanted
                ? List.of()
                : List.of(String.format(
                        Locale.ROOT,
                        "the time limit of %s ended this after %,d of %,d %s",
                        time(options.timeLimit()),
                        made,
                        wanted,
                        things));
    }

    /** Writes a time with three digits, in the unit that suits it. */
    private static String time(Duration time) {
        double milliseconds = time.toNanos() / 1e6;
        Notation.WithUnit unit = Notation.WithUnit.ofMilliseconds(milliseconds);
        BigDecimal digits = BigDecimal.valueOf(milliseconds).movePointRight(unit.shift());
        int whole = digits.precision() - digits.scale();
        return digits.signum() == 0
                ? "0 " + unit.unit()
                : digits.setScale(Math.max(0, 3 - whole), RoundingMode.HALF_EVEN)
                                .toPlainString() + " " + unit.unit();
    }
}
