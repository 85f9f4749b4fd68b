package dev.assay.metric;

import dev.assay.numeric.ExactSum;
import java.util.Optional;

/** The forecast that repeats the value of one season before. */
final class NaiveForecast {

    private NaiveForecast() {}

    /** Makes the mean absolute error over that of a naive forecast. */
    static Metric scaledError(double naiveError) {
        if (!(naiveError >= 0) || Double.isInfinite(naiveError)) {
            throw new IllegalArgumentException("a naive error is a finite number from 0 up, not " + naiveError);
        }
        Optional<String> obstacle =
                naiveError == 0 ? Optional.of("the naive forecast has no errors to scale by") : Optional.empty();
        return MeanMetric.loss(
                        "mean absolute scaled error (naive error " + Parameter.text(naiveError) + ")",
                        TargetKind.NUMBERS,
                        RowLoss.ofNumbers(NumberLosses::absolute))
                .then(error -> error / naiveError)
                .undefinedWhere(outcomes -> obstacle);
    }

    /** Returns the mean absolute error of the forecasts of a series' own values, the first season left out. */
    static double error(int season, double... series) {
        if (season < 1 || series.length <= season) {
            throw new IllegalArgumentException(
                    "a naive forecast over a season of " + season + " needs a season of at least"
                            + " 1 and a series of more values than that, not of " + series.length);
        }
        ExactSum errors = new ExactSum();
        for (int i = season; i < series.length; i++) {
            if (!Double.isFinite(series[i]) || !Double.isFinite(series[i - season])) {
                throw new IllegalArgumentException("the training series has values that are not finite");
            }
            errors.add(Math.abs(series[i] - series[i - season]));
        }
        return errors.value() / (series.length - season);
    }
}
