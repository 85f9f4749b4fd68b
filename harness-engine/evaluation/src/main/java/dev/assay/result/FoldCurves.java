package dev.assay.result;

import dev.assay.metric.ThresholdCurve;
import java.util.Arrays;
import java.util.List;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * The mean of several folds' curves at each x, since thresholds of different models need not mean the same (Fawcett, "An
 * introduction to ROC analysis", 2006, section 9.1), with a band that has most of the folds.
 */
final class FoldCurves {

    private static final double BAND = 0.1;
    private static final String BAND_WORDS = "10 % to 90 % of folds";

    /** Finer at its left end, where curves of good models rise. */
    private static final double[] GRID = Stream.of(
                    IntStream.range(0, 10).mapToDouble(i -> i / 1000.0),
                    IntStream.rangeClosed(1, 100).mapToDouble(i -> i / 100.0))
            .flatMapToDouble(part -> part)
            .toArray();

    private FoldCurves() {}

    static PlotData.Curve roc(List<ThresholdCurve> folds) {
        // what rises at 0 begins at the origin
        return mean(
                DoubleStream.concat(DoubleStream.of(0), Arrays.stream(GRID)).toArray(),
                folds.stream()
                        .map(FoldCurves::roc)
                        .map(y -> DoubleStream.concat(DoubleStream.of(0), Arrays.stream(y))
                                .toArray())
                        .toList());
    }

    /** Joins points by straight lines, which guessing between two thresholds achieves. */
    private static double[] roc(ThresholdCurve curve) {
        double[] y = new double[GRID.length];
        int point = 0;
        for (int i = 0; i < y.length; i++) {
            while (point + 1 < curve.size() && curve.falsePositiveRate(point + 1) <= GRID[i]) {
                point++;
            }
            y[i] = curve.recall(point);
            if (point + 1 < curve.size()) {
                double from = curve.falsePositiveRate(point);
                double share = (GRID[i] - from) / (curve.falsePositiveRate(point + 1) - from);
                y[i] += share * (curve.recall(point + 1) - y[i]);
            }
        }
        return y;
    }

    static PlotData.Curve precisionRecall(List<ThresholdCurve> folds) {
        return mean(GRID, folds.stream().map(FoldCurves::precisionRecall).toList());
    }

    /** Takes the precision at the highest threshold that reaches a recall: straight lines would promise too much. */
    private static double[] precisionRecall(ThresholdCurve curve) {
        double[] y = new double[GRID.length];
        int point = 0;
        for (int i = 0; i < y.length; i++) {
            while (point + 1 < curve.size() && curve.recall(point) < GRID[i]) {
                point++;
            }
            y[i] = curve.precision(point);
        }
        return y;
    }

    private static PlotData.Curve mean(double[] x, List<double[]> folds) {
        double[] mean = new double[x.length];
        double[] lower = new double[x.length];
        double[] upper = new double[x.length];
        for (int i = 0; i < x.length; i++) {
            int place = i;
            double[] sorted = folds.stream().mapToDouble(y -> y[place]).sorted().toArray();
            mean[i] = Arrays.stream(sorted).sum() / sorted.length;
            lower[i] = quantile(sorted, BAND);
            upper[i] = quantile(sorted, 1 - BAND);
        }
        boolean single = folds.size() == 1;
        return new PlotData.Curve(
                Digits.few(x),
                Digits.few(mean),
                single ? null : Digits.few(lower),
                single ? null : Digits.few(upper),
                single ? null : BAND_WORDS);
    }

    /** Interpolates between order statistics, as R's type 7 does. */
    private static double quantile(double[] sorted, double level) {
        double place = level * (sorted.length - 1);
        int below = (int) Math.floor(place);
        int above = Math.min(below + 1, sorted.length - 1);
        return sorted[below] + (place - below) * (sorted[above] - sorted[below]);
    }
}
