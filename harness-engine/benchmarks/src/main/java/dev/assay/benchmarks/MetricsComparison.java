package dev.assay.benchmarks;

import dev.assay.data.Labels;
import dev.assay.metric.Metric;
import dev.assay.metric.MetricValue;
import dev.assay.metric.Outcomes;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.Supplier;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.tribuo.Prediction;
import org.tribuo.Tribuo;
import org.tribuo.classification.Label;
import org.tribuo.classification.evaluation.LabelEvaluation;
import org.tribuo.classification.evaluation.LabelEvaluationUtil;

/**
 * Times metrics in Assay and in Tribuo, on data that {@code compare_metrics.py} reads as well; {@code compare-metrics.sh}
 * runs all three in turn and prints their table.
 *
 * <p>Its output has one fact in each line, with tabs between fields: {@code time}, case, who, rows, then the median, the
 * shortest and the longest time in seconds, and the number of runs; or {@code value}, case, who, metric, value.
 */
public final class MetricsComparison {

    private static final int LABELS = 10;
    private static final int WARM_UPS = 15;
    private static final int ROUNDS = 7;
    private static final int ROUNDS_OF_TRIBUO = 3;
    private static final Logger TRIBUO = Logger.getLogger("org.tribuo");

    private final RawFiles files;
    /** By how much less there is of everything in a quick run. */
    private final int divisor;

    private MetricsComparison(Path directory, boolean quick) {
        this.files = new RawFiles(directory);
        this.divisor = quick ? 10 : 1;
    }

    /**
     * Does one part of the comparison.
     *
     * @param arguments {@code data}, {@code assay} or {@code tribuo}; the directory of the data; {@code quick} for a tenth
     *     of the rows
     * @throws IOException if the data cannot be written or read
     */
    public static void main(String[] arguments) throws IOException {
        if (arguments.length < 2) {
            throw new IllegalArgumentException("which part (data, assay or tribuo), and in which directory?");
        }
        TRIBUO.setLevel(Level.WARNING);
        MetricsComparison comparison =
                new MetricsComparison(Path.of(arguments[1]), arguments.length > 2 && arguments[2].equals("quick"));
        switch (arguments[0]) {
            case "data" -> comparison.writeData();
            case "assay" -> {
                comparison.timeAll();
                comparison.timeAuc();
                comparison.timeCounts();
            }
            case "tribuo" -> {
                comparison.timeTribuoAll();
                comparison.timeTribuoAuc();
            }
            default -> throw new IllegalArgumentException("no part is called " + arguments[0]);
        }
    }

    private void writeData() throws IOException {
        ClassifierOutput ten = ClassifierOutput.of(1_000_000 / divisor, LABELS, ClassifierOutput.SEPARATION_OF_TEN);
        files.write("all-truth.int32", ten.truth());
        files.write("all-scores.float64", ten.probabilities());
        files.write("all-scores.float32", ClassifierOutput.rounded(ten.probabilities()));

        ClassifierOutput two = ClassifierOutput.of(10_000_000 / divisor, 2, ClassifierOutput.SEPARATION_OF_TWO);
        double[] scores = two.probabilitiesOf(1);
        files.write("auc-truth.int32", two.truth());
        files.write("auc-scores.float64", scores);
        files.write("auc-scores.float32", ClassifierOutput.rounded(scores));

        int[] truth = ClassifierOutput.truth(10_000_000 / divisor, LABELS);
        files.write("counts-truth.int32", truth);
        files.write("counts-predicted.int32", ClassifierOutput.predicted(LABELS, truth));
    }

    private void timeAll() throws IOException {
        Labels labels = MetricWork.labels(LABELS);
        int[] truth = files.ints("all-truth.int32");
        float[] floats = files.floats("all-scores.float32");
        double[] doubles = files.doubles("all-scores.float64");
        List<Metric> all = MetricWork.allMetrics(labels);
        time("all-float32", all, () -> MetricWork.outcomes(labels, truth, floats));
        time("all-float64", all, () -> MetricWork.outcomes(labels, truth, doubles));
    }

    private void timeAuc() throws IOException {
        int[] truth = files.ints("auc-truth.int32");
        float[] floats = files.floats("auc-scores.float32");
        double[] doubles = files.doubles("auc-scores.float64");
        time("auc-float32", MetricWork.binaryAuc(), () -> MetricWork.binaryOutcomes(truth, floats));
        time("auc-float64", MetricWork.binaryAuc(), () -> MetricWork.binaryOutcomes(truth, doubles));
    }

    private void timeCounts() {
        Labels labels = MetricWork.labels(LABELS);
        int[] truth = ClassifierOutput.truth(100_000_000 / divisor, LABELS);
        int[] predicted = ClassifierOutput.predicted(LABELS, truth);
        time("counts", MetricWork.countMetrics(labels), () -> MetricWork.outcomes(labels, truth, predicted));
    }

    /** Makes outcomes anew for each run, because they remember what was computed from them. */
    private static void time(String what, List<Metric> metrics, Supplier<Outcomes> outcomes) {
        double[] whole = new double[ROUNDS];
        double[] metricsAlone = new double[ROUNDS];
        List<MetricValue> values = List.of();
        int rows = 0;
        for (int round = -WARM_UPS; round < ROUNDS; round++) {
            int kept = Math.max(0, round);
            long start = System.nanoTime();
            Outcomes made = outcomes.get();
            long between = System.nanoTime();
            values = MetricWork.values(metrics, made);
            long end = System.nanoTime();
            whole[kept] = (end - start) / 1e9;
            metricsAlone[kept] = (end - between) / 1e9;
            rows = made.size();
        }
        printTime(what, "assay", rows, whole);
        printTime(what, "assay, metrics alone", rows, metricsAlone);
        for (int i = 0; i < metrics.size(); i++) {
            printValue(what, "assay", metrics.get(i).name(), values.get(i));
        }
    }

    private void timeTribuoAll() throws IOException {
        System.out.printf("version\tTribuo\t%s%n", Tribuo.VERSION);
        Labels labels = MetricWork.labels(LABELS);
        int[] truth = files.ints("all-truth.int32");
        TribuoWork work = new TribuoWork(labels);
        List<Prediction<Label>> predictions =
                TribuoWork.predictions(labels, truth, files.doubles("all-scores.float64"));
        LabelEvaluation evaluation = timeTribuo("all-float64", truth.length, () -> work.evaluate(predictions));
        printValue("all-float64", "tribuo", "accuracy", evaluation.accuracy());
        printValue("all-float64", "tribuo", "macro F1", evaluation.macroAveragedF1());
        printValue("all-float64", "tribuo", "macro ROC AUC", evaluation.averageAUCROC(false));
        for (String label : labels.names()) {
            printValue("all-float64", "tribuo", "ROC AUC of \"" + label + "\"", evaluation.AUCROC(new Label(label)));
        }
    }

    private void timeTribuoAuc() throws IOException {
        int[] truth = files.ints("auc-truth.int32");
        double[] scores = files.doubles("auc-scores.float64");
        boolean[] positive = new boolean[truth.length];
        for (int row = 0; row < positive.length; row++) {
            positive[row] = truth[row] == 1;
        }
        double area = timeTribuo("auc-float64", truth.length, () -> LabelEvaluationUtil.binaryAUCROC(positive, scores));
        printValue("auc-float64", "tribuo", "ROC AUC of \"positive\"", area);
    }

    /** One run to warm up is enough, because each is long. */
    private static <T> T timeTribuo(String what, int rows, Supplier<T> work) {
        T result = work.get();
        double[] seconds = new double[ROUNDS_OF_TRIBUO];
        for (int round = 0; round < ROUNDS_OF_TRIBUO; round++) {
            long start = System.nanoTime();
            result = work.get();
            seconds[round] = (System.nanoTime() - start) / 1e9;
        }
        printTime(what, "tribuo", rows, seconds);
        return result;
    }

    private static void printTime(String what, String who, int rows, double... seconds) {
        double[] sorted = seconds.clone();
        Arrays.sort(sorted);
        System.out.printf(
                Locale.ROOT,
                "time\t%s\t%s\t%d\t%.4f\t%.4f\t%.4f\t%d%n",
                what,
                who,
                rows,
                sorted[sorted.length / 2],
                sorted[0],
                sorted[sorted.length - 1],
                sorted.length);
    }

    private static void printValue(String what, String who, String metric, Object value) {
        System.out.printf("value\t%s\t%s\t%s\t%s%n", what, who, metric, value);
    }
}
