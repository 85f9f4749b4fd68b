package dev.assay.verdict;

import dev.assay.data.Fingerprint;
import dev.assay.evaluation.Evaluation;
import dev.assay.evaluation.MetricScore;
import dev.assay.evaluation.Uncertainty;
import dev.assay.metric.Direction;
import dev.assay.metric.MetricValue;
import dev.assay.result.Result;
import dev.assay.statistics.Estimate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * A metric as it is now, with all by which a baseline can be compared with it, but for rows.
 *
 * @param metric the metric's name
 * @param higherIsBetter which direction is better
 * @param fingerprint identifies the data; null if that can't be told
 * @param examples how many there are
 * @param digest identifies the rows of every fold; null if that isn't known
 * @param split how the data were split, for readers
 * @param folds the value of each fold; null where it is undefined
 * @param testToTrain the size of test parts over that of training parts
 * @param known what is known of its uncertainty, asked for only where nothing is paired
 */
record Present(
        String metric,
        boolean higherIsBetter,
        @Nullable String fingerprint,
        int examples,
        @Nullable String digest,
        String split,
        List<@Nullable Double> folds,
        double testToTrain,
        Supplier<Known> known) {

    /**
     * What is known of the uncertainty.
     *
     * @param value the value whose bounds they are
     * @param bounds its bounds; null if none are known
     * @param reason why none are, or empty
     */
    record Known(double value, RegressionEvidence.@Nullable Bounds bounds, String reason) {}

    static Present of(Evaluation evaluation, MetricScore score) {
        List<@Nullable Double> folds = new ArrayList<>();
        score.folds().forEach(fold -> folds.add(fold instanceof MetricValue.Defined defined ? defined.value() : null));
        return new Present(
                score.metric().name(),
                score.metric().direction() == Direction.HIGHER_IS_BETTER,
                evaluation.fingerprint().map(Fingerprint::toString).orElse(null),
                evaluation.size(),
                evaluation.splitsFingerprint().toString(),
                split(
                        evaluation.resampling(),
                        evaluation.seed().isPresent() ? evaluation.seed().getAsLong() : null),
                folds,
                evaluation.testToTrain(),
                () -> known(Uncertainty.of(evaluation, score)));
    }

    private static Known known(Uncertainty uncertainty) {
        Estimate estimate = uncertainty.estimate().orElse(null);
        return estimate == null
                ? new Known(Double.NaN, null, uncertainty.reason())
                : new Known(
                        estimate.value(), RegressionEvidence.bounds(estimate::lowerBound, estimate::upperBound), "");
    }

    static Present of(Result result, Result.MetricEntry entry) {
        long test = 0;
        long train = 0;
        for (Result.FoldEntry fold : result.folds()) {
            test += fold.testSize();
            train += fold.trainSize();
        }
        return new Present(
                entry.name(),
                entry.higherIsBetter(),
                result.data().fingerprint(),
                result.data().examples(),
                result.resampling().digest(),
                split(result.resampling().description(), result.resampling().seed()),
                entry.folds(),
                train == 0 ? 0 : (double) test / train,
                () -> known(entry));
    }

    private static Known known(Result.MetricEntry entry) {
        RecordedBounds bounds = new RecordedBounds(entry);
        return entry.value() == null || bounds.unknown() != null
                ? new Known(Double.NaN, null, String.valueOf(bounds.unknown()))
                : new Known(entry.value(), RegressionEvidence.bounds(bounds::lower, bounds::upper), "");
    }

    static String split(String description, @Nullable Long seed) {
        return description + (seed == null ? "" : ", seed " + seed);
    }
}
