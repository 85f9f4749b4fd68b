package dev.assay.metric;

import dev.assay.data.NumberTargets;
import dev.assay.prediction.NumberPredictions;
import java.util.List;
import java.util.Optional;

/**
 * The continuous ranked probability score of quantiles: twice the integral of the pinball loss over all levels, as a sum in
 * which each level stands for those that are nearest to it (Gneiting and Ranjan, "Comparing density forecasts using
 * threshold- and quantile-weighted scoring rules", 2011).
 */
final class RankedProbabilityScore {

    private RankedProbabilityScore() {}

    /** Says that quantiles are missing, if they are. */
    static Optional<String> obstacle(Outcomes outcomes) {
        return outcomes.numberPredictions().quantileLevels().isEmpty()
                ? Optional.of("the model gives no quantiles")
                : Optional.empty();
    }

    static void fill(Outcomes outcomes, int from, int to, double[] losses) {
        NumberTargets truth = outcomes.numberTruth();
        NumberPredictions predictions = outcomes.numberPredictions();
        List<PinballLoss> pinball =
                predictions.quantileLevels().stream().map(PinballLoss::new).toList();
        double[] widths = widths(predictions.quantileLevels());
        for (int row = from; row < to; row++) {
            double sum = 0;
            for (int k = 0; k < widths.length; k++) {
                sum += widths[k] * pinball.get(k).of(truth.value(row), predictions.quantile(row, k));
            }
            losses[row - from] = 2 * sum;
        }
    }

    /** Returns how much of the interval from 0 to 1 lies nearest to each level. */
    private static double[] widths(List<Double> levels) {
        double[] widths = new double[levels.size()];
        double start = 0;
        for (int k = 0; k < widths.length; k++) {
            double end = k + 1 < widths.length ? (levels.get(k) + levels.get(k + 1)) / 2 : 1;
            widths[k] = end - start;
            start = end;
        }
        return widths;
    }
}
