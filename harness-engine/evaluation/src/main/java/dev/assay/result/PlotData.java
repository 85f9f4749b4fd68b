package dev.assay.result;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What plots and tables of an evaluation are drawn from, thinned so that a result stays small however many rows there were.
 * Numbers have four to six significant digits: they are to be looked at, not computed with.
 *
 * @param curves one entry for the positive label or else for each label, the most frequent first; none without scores
 * @param reliability whether probabilities are what they claim to be; null without probabilities
 * @param scores how the scores of labels are distributed, for the same labels as the curves
 * @param fit predicted against true numbers; null unless numbers are predicted
 * @param slices the headline metric on each slice of the data by groups and by columns of few values
 * @param worst the predictions that are furthest from the truth, the worst first
 */
public record PlotData(
        List<LabelCurves> curves,
        @Nullable Reliability reliability,
        List<ScoreHistogram> scores,
        @Nullable Fit fit,
        List<SliceEntry> slices,
        List<WorstPrediction> worst) {

    /**
     * The curves of a label against all others.
     *
     * @param label the label
     * @param roc false positive rate to true positive rate
     * @param precisionRecall recall to precision
     * @param rocArea the area under the ROC curve, combined as the metric is; null if undefined
     * @param averagePrecision the average precision, combined as the metric is; null if undefined
     */
    public record LabelCurves(
            String label,
            Curve roc,
            Curve precisionRecall,
            @Nullable Double rocArea,
            @Nullable Double averagePrecision) {}

    /**
     * A curve with a band. Of several folds it is their mean at each x.
     *
     * @param x ascending, 0 to 1
     * @param y as many
     * @param lower the lower end of the band; null if there is none
     * @param upper the upper end of the band; null if there is none
     * @param band what the band is, as a phrase such as "10 % to 90 % of folds"; null if there is none
     */
    public record Curve(
            List<Double> x,
            List<Double> y,
            @Nullable List<Double> lower,
            @Nullable List<Double> upper,
            @Nullable String band) {}

    /**
     * A reliability curve of all rows of one repeat.
     *
     * @param of whose probabilities, as a phrase such as {@code "malignant"} in quotes, or "the predicted label"
     * @param expectedError the expected calibration error
     * @param bins bins of equal width, those without rows left out
     */
    public record Reliability(String of, double expectedError, List<ReliabilityBin> bins) {}

    /**
     * A bin of a reliability curve.
     *
     * @param from where it begins
     * @param to where it ends
     * @param weight the sum of the rows' weights, their number without weights
     * @param probability the mean probability
     * @param frequency how often the label was true
     * @param lower the lower end of the 95 % interval of the frequency (Wilson), as if rows had no weights and belonged to no groups
     * @param upper its upper end
     */
    public record ReliabilityBin(
            double from, double to, double weight, double probability, double frequency, double lower, double upper) {}

    /**
     * How the scores of a label are distributed among rows of one repeat that have it and rows that don't.
     *
     * @param label the label
     * @param from where the first bin begins
     * @param to where the last bin ends
     * @param have the number of rows that have the label, for each of the bins of equal width
     * @param others the number of the other rows, likewise
     */
    public record ScoreHistogram(String label, double from, double to, List<Integer> have, List<Integer> others) {}

    /**
     * Some rows of one repeat, evenly spread over the sorted truth, extremes among them.
     *
     * @param examples how many rows there were
     * @param truth true numbers, ascending
     * @param predicted the predicted numbers, as many
     */
    public record Fit(int examples, List<Double> truth, List<Double> predicted) {}

    /**
     * The headline metric on a slice.
     *
     * @param by the name of the attribute or column, or "group"
     * @param slice its value there
     * @param examples how many there are
     * @param metric the metric's name
     * @param value its value; null if undefined
     * @param lower the lower end of its 95 % interval; null if there is none
     * @param upper its upper end; null if there is none
     */
    public record SliceEntry(
            String by,
            String slice,
            int examples,
            String metric,
            @Nullable Double value,
            @Nullable Double lower,
            @Nullable Double upper) {}

    /**
     * A prediction far from the truth.
     *
     * @param id the example's id
     * @param truth the true label, labels or number as text
     * @param predicted the predicted one as text
     * @param score the predicted label's score; null if there is none
     * @param trueScore the true label's score; null if there is none
     * @param place where it was tested, such as "repeat 1, fold 3"
     */
    public record WorstPrediction(
            String id,
            String truth,
            String predicted,
            @Nullable Double score,
            @Nullable Double trueScore,
            String place) {}
}
