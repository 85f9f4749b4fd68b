package dev.assay.benchmarks;

import dev.assay.data.Labels;
import dev.assay.metric.MetricValue;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import org.tribuo.Prediction;
import org.tribuo.classification.Label;
import org.tribuo.classification.evaluation.LabelEvaluation;

/** The work of {@link MetricsComparison} under JMH: each operation goes from raw arrays to the values of metrics. */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 3, time = 5)
@Measurement(iterations = 5, time = 5)
@Fork(
        value = 1,
        jvmArgsAppend = {"-Xms12g", "-Xmx12g"})
public class MetricsBenchmark {

    private static final int LABELS = 10;

    /** Truth and probabilities of ten labels. */
    @State(Scope.Benchmark)
    public static class TenLabels {

        /** How many rows there are. */
        @Param("1000000")
        public int rows;

        private final Labels labels = MetricWork.labels(LABELS);
        private int[] truth = {};
        private double[] doubles = {};
        private float[] floats = {};

        /** Makes the data. */
        @Setup
        public void make() {
            ClassifierOutput output = ClassifierOutput.of(rows, LABELS, ClassifierOutput.SEPARATION_OF_TEN);
            truth = output.truth();
            doubles = output.probabilities();
            floats = ClassifierOutput.rounded(doubles);
        }
    }

    /** Truth of two labels and the probability of one. */
    @State(Scope.Benchmark)
    public static class TwoLabels {

        /** How many rows there are. */
        @Param("10000000")
        public int rows;

        private int[] truth = {};
        private double[] doubles = {};
        private float[] floats = {};

        /** Makes the data. */
        @Setup
        public void make() {
            ClassifierOutput output = ClassifierOutput.of(rows, 2, ClassifierOutput.SEPARATION_OF_TWO);
            truth = output.truth();
            doubles = output.probabilitiesOf(1);
            floats = ClassifierOutput.rounded(doubles);
        }
    }

    /** True and predicted labels. */
    @State(Scope.Benchmark)
    public static class Indices {

        /** How many rows there are. */
        @Param("100000000")
        public int rows;

        private final Labels labels = MetricWork.labels(LABELS);
        private int[] truth = {};
        private int[] predicted = {};

        /** Makes the data. */
        @Setup
        public void make() {
            truth = ClassifierOutput.truth(rows, LABELS);
            predicted = ClassifierOutput.predicted(LABELS, truth);
        }
    }

    /** Predictions in Tribuo's form. */
    @State(Scope.Benchmark)
    public static class TribuoPredictions {

        private final TribuoWork tribuo = new TribuoWork(MetricWork.labels(LABELS));
        private List<Prediction<Label>> predictions = List.of();

        /**
         * Makes the predictions.
         *
         * @param data what they are made from
         */
        @Setup
        public void make(TenLabels data) {
            predictions = TribuoWork.predictions(data.labels, data.truth, data.doubles);
        }
    }

    /**
     * Computes all metrics from probabilities in double precision.
     *
     * @param data truth and probabilities
     * @return the values
     */
    @Benchmark
    public List<MetricValue> allMetricsOfDoubles(TenLabels data) {
        return MetricWork.values(
                MetricWork.allMetrics(data.labels), MetricWork.outcomes(data.labels, data.truth, data.doubles));
    }

    /**
     * Computes all metrics from probabilities in single precision.
     *
     * @param data truth and probabilities
     * @return the values
     */
    @Benchmark
    public List<MetricValue> allMetricsOfFloats(TenLabels data) {
        return MetricWork.values(
                MetricWork.allMetrics(data.labels), MetricWork.outcomes(data.labels, data.truth, data.floats));
    }

    /**
     * Lets Tribuo compute all metrics it has.
     *
     * @param predictions in Tribuo's form
     * @return the evaluation
     */
    @Benchmark
    public LabelEvaluation allMetricsOfTribuo(TribuoPredictions predictions) {
        return predictions.tribuo.evaluate(predictions.predictions);
    }

    /**
     * Computes the area under the ROC curve from probabilities in double precision.
     *
     * @param data truth and probabilities
     * @return the area
     */
    @Benchmark
    public List<MetricValue> binaryAucOfDoubles(TwoLabels data) {
        return MetricWork.values(MetricWork.binaryAuc(), MetricWork.binaryOutcomes(data.truth, data.doubles));
    }

    /**
     * Computes the area under the ROC curve from probabilities in single precision.
     *
     * @param data truth and probabilities
     * @return the area
     */
    @Benchmark
    public List<MetricValue> binaryAucOfFloats(TwoLabels data) {
        return MetricWork.values(MetricWork.binaryAuc(), MetricWork.binaryOutcomes(data.truth, data.floats));
    }

    /**
     * Computes the metrics that need only counts, from indices of labels.
     *
     * @param data truth and predictions
     * @return the values
     */
    @Benchmark
    public List<MetricValue> countMetrics(Indices data) {
        return MetricWork.values(
                MetricWork.countMetrics(data.labels), MetricWork.outcomes(data.labels, data.truth, data.predicted));
    }
}
