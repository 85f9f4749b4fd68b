package dev.assay.result;

import dev.assay.metric.Outcomes;
import dev.assay.metric.ThresholdCurve;
import dev.assay.statistics.Interval;
import dev.assay.statistics.ProportionInterval;
import java.util.Arrays;
import java.util.OptionalInt;
import java.util.function.IntToDoubleFunction;
import java.util.function.IntUnaryOperator;
import java.util.stream.IntStream;

/**
 * The curves of one test set. At each of its points, a band shows the Wilson interval of the rate, by the rows that this is a
 * share of; there is none where rows have weights or belong to groups.
 */
final class TestSetCurves {

    private static final int MOST_POINTS = 200;

    private final Outcomes outcomes;
    private final ThresholdCurve curve;
    private final int positives;

    TestSetCurves(Outcomes outcomes, String label, ThresholdCurve curve) {
        this.outcomes = outcomes;
        this.curve = curve;
        this.positives =
                outcomes.labelTruth().counts()[outcomes.labelTruth().labels().indexOf(label)];
    }

    PlotData.Curve roc() {
        return plotted(
                curve::falsePositiveRate,
                curve::recall,
                point -> positives,
                "95 % Wilson interval of the true positive rate at each point");
    }

    PlotData.Curve precisionRecall() {
        return plotted(
                curve::recall,
                curve::precision,
                point -> (int) Math.round(curve.share(point) * outcomes.size()),
                "95 % Wilson interval of the precision at each point");
    }

    private PlotData.Curve plotted(IntToDoubleFunction x, IntToDoubleFunction y, IntUnaryOperator trials, String band) {
        double[] allX = IntStream.range(0, curve.size()).mapToDouble(x).toArray();
        double[] allY = IntStream.range(0, curve.size()).mapToDouble(y).toArray();
        int[] kept = new CurveThinning(allX, allY).kept(MOST_POINTS);
        double[] keptX = IntStream.of(kept).mapToDouble(point -> allX[point]).toArray();
        double[] keptY = IntStream.of(kept).mapToDouble(point -> allY[point]).toArray();
        if (outcomes.isWeighted() || outcomes.isGrouped()) {
            return new PlotData.Curve(Digits.few(keptX), Digits.few(keptY), null, null, null);
        }
        Interval[] intervals = IntStream.of(kept)
                .mapToObj(point -> interval(allY[point], trials.applyAsInt(point)))
                .toArray(Interval[]::new);
        return new PlotData.Curve(
                Digits.few(keptX),
                Digits.few(keptY),
                Digits.few(Arrays.stream(intervals).mapToDouble(Interval::lower).toArray()),
                Digits.few(Arrays.stream(intervals).mapToDouble(Interval::upper).toArray()),
                band);
    }

    /** Says nothing where there are no trials. */
    private static Interval interval(double rate, int trials) {
        return trials == 0
                ? new Interval(0, 1, Intervals.LEVEL, "", OptionalInt.empty())
                : ProportionInterval.WILSON.of(Math.round(rate * trials), trials, Intervals.LEVEL);
    }
}
