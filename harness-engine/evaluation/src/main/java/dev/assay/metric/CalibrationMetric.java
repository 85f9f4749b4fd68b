package dev.assay.metric;

import dev.assay.data.Targets;
import dev.assay.metric.ReliabilityCurve.Binning;
import dev.assay.prediction.ScoreKind;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * How far probabilities are from observed frequencies, over bins of examples with similar probabilities: the mean distance,
 * weighted by the bins' sizes (expected calibration error), or the largest (maximum calibration error).
 *
 * <p>Without further words it judges the probability of the predicted label, in 15 bins of equal width (Guo, Pleiss, Sun and
 * Weinberger, "On calibration of modern neural networks", 2017). Undefined for models that give no probabilities.
 */
public final class CalibrationMetric implements Metric {

    private static final int USUAL_BINS = 15;

    private final boolean maximum;
    private final int bins;
    private final Binning binning;
    private final @Nullable String label;

    private CalibrationMetric(boolean maximum, int bins, Binning binning, @Nullable String label) {
        this.maximum = maximum;
        this.bins = bins;
        this.binning = binning;
        this.label = label;
    }

    static CalibrationMetric expected() {
        return new CalibrationMetric(false, USUAL_BINS, Binning.EQUAL_WIDTH, null);
    }

    static CalibrationMetric maximum() {
        return new CalibrationMetric(true, USUAL_BINS, Binning.EQUAL_WIDTH, null);
    }

    /**
     * Chooses the number of bins.
     *
     * @param number at least 1
     * @return the metric with so many bins
     */
    public CalibrationMetric withBins(int number) {
        ReliabilityCurve.requireBins(number);
        return new CalibrationMetric(maximum, number, binning, label);
    }

    /**
     * Chooses bins of as equal numbers of examples as ties allow.
     *
     * @return the metric with such bins
     */
    public CalibrationMetric withEqualCounts() {
        return new CalibrationMetric(maximum, bins, Binning.EQUAL_COUNT, label);
    }

    /**
     * Judges the probability of one label, in all rows, instead of that of the label which was predicted.
     *
     * @param name the label
     * @return the metric of that label
     */
    public CalibrationMetric ofLabel(String name) {
        return new CalibrationMetric(maximum, bins, binning, name);
    }

    @Override
    public Optional<Metric> forLabel(String label) {
        return Optional.of(ofLabel(label));
    }

    @Override
    public String name() {
        return (maximum ? "maximum" : "expected") + " calibration error"
                + (label == null ? "" : " of \"" + label + "\"") + " (" + bins + " " + binning.words() + " bins)";
    }

    @Override
    public Direction direction() {
        return Direction.LOWER_IS_BETTER;
    }

    @Override
    public Range range() {
        return Range.UNIT;
    }

    @Override
    public FoldCombination combination() {
        return FoldCombination.AVERAGED;
    }

    @Override
    public Metric resolve(Targets targets) {
        new LabelChoice(LabelChoice.Average.ONE_LABEL, label).require(this, targets);
        return this;
    }

    @Override
    public MetricValue value(Outcomes outcomes) {
        if (outcomes.labelPredictions().scoreKind() != ScoreKind.PROBABILITIES) {
            return MetricValue.undefined("the model gives no probabilities");
        }
        ReliabilityCurve curve = curve(outcomes);
        return MetricValue.of(maximum ? curve.maximumError() : curve.expectedError());
    }

    private ReliabilityCurve curve(Outcomes outcomes) {
        return label == null
                ? ReliabilityCurve.ofPredicted(outcomes, bins, binning)
                : ReliabilityCurve.ofLabel(outcomes, label, bins, binning);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof CalibrationMetric that && name().equals(that.name());
    }

    @Override
    public int hashCode() {
        return name().hashCode();
    }

    @Override
    public String toString() {
        return name();
    }
}
