package dev.assay.verdict;

import dev.assay.data.Fingerprint;
import dev.assay.data.LabelTargets;
import dev.assay.data.Seed;
import dev.assay.data.Targets;
import dev.assay.evaluation.Baseline;
import dev.assay.evaluation.Evaluation;
import dev.assay.metric.ClassificationMetrics;
import dev.assay.metric.Metric;
import dev.assay.metric.MetricValue;
import dev.assay.metric.Outcomes;
import dev.assay.prediction.LabelPredictions;
import dev.assay.prediction.NumberPredictions;
import dev.assay.prediction.Predictions;
import dev.assay.statistics.McNemarTest;
import dev.assay.statistics.PairedProportions;
import dev.assay.statistics.PermutationTest;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;

/**
 * What was predicted for the very same examples then and now, in one repeat each.
 *
 * @param evaluation that of now
 * @param truth the targets of the rows
 * @param before what was predicted then
 * @param now what is predicted now
 */
record PairedRows(Evaluation evaluation, Targets truth, Predictions before, Predictions now) {

    private static final int REPLICATES = 10_000;
    /** Each replicate computes a metric of a confusion matrix, which grows with the square of the labels. */
    private static final int MOST_LABELS = 100;

    private static final double ROUNDING = 1e-9;

    /** Pairs rows; empty unless the data are known to be the same, and predictions of the same examples were kept. */
    static Optional<PairedRows> of(Baseline baseline, Evaluation evaluation) {
        Baseline.Rows rows = baseline.rows();
        boolean isSameData = baseline.data().fingerprint() != null
                && evaluation
                        .fingerprint()
                        .map(Fingerprint::toString)
                        .equals(Optional.ofNullable(baseline.data().fingerprint()));
        if (rows == null || !isSameData || !Objects.equals(rows.ids(), AcceptedEvaluation.ids(evaluation))) {
            return Optional.empty();
        }
        Outcomes outcomes = evaluation.repeats().get(0);
        Predictions now = outcomes.predictions();
        return before(rows, now)
                .filter(before -> before.size() == now.size())
                .map(before -> new PairedRows(evaluation, outcomes.truth(), before, now));
    }

    private static Optional<Predictions> before(Baseline.Rows rows, Predictions now) {
        if (now instanceof LabelPredictions labels
                && rows.predicted() != null
                && labels.labels().names().equals(rows.labels())) {
            return Optional.of(Predictions.labels(
                    labels.labels(),
                    rows.predicted().stream().mapToInt(Integer::intValue).toArray()));
        }
        return now instanceof NumberPredictions && rows.numbers() != null
                ? Optional.of(Predictions.numbers(
                        rows.numbers().stream().mapToDouble(Double::doubleValue).toArray()))
                : Optional.empty();
    }

    int size() {
        return truth.size();
    }

    boolean areLabels() {
        return now instanceof LabelPredictions;
    }

    /** Tells whether everything is predicted as before. */
    boolean areIdentical() {
        return IntStream.range(0, size()).allMatch(areLabels() ? this::isSameLabel : this::isSameNumber);
    }

    private boolean isSameLabel(int row) {
        return ((LabelPredictions) before).index(row) == ((LabelPredictions) now).index(row);
    }

    private boolean isSameNumber(int row) {
        return ((NumberPredictions) before).value(row) == ((NumberPredictions) now).value(row);
    }

    boolean wasRight(int row) {
        return ((LabelPredictions) before).index(row) == ((LabelTargets) truth).index(row);
    }

    boolean isRight(int row) {
        return ((LabelPredictions) now).index(row) == ((LabelTargets) truth).index(row);
    }

    /**
     * Tests whether the metric is worse by more than chance; empty if rows can't be exchanged one by one, or the metric is not
     * one of the predictions that were kept.
     */
    Optional<RegressionEvidence> evidence(Metric metric) {
        Outcomes outcomes = evaluation.repeats().get(0);
        if (outcomes.isWeighted() || evaluation.groups().isPresent() || size() < 2) {
            return Optional.empty();
        }
        if (areLabels() && metric.equals(ClassificationMetrics.ACCURACY)) {
            return Optional.of(mcNemar());
        }
        Optional<Double> valueNow = valueOf(metric, now).filter(value -> isThatOfTheRepeat(metric, value));
        Optional<Double> valueBefore = valueOf(metric, before);
        if (valueNow.isEmpty() || valueBefore.isEmpty()) {
            return Optional.empty();
        }
        return areLabels()
                ? ofLabels(metric, valueBefore.get(), valueNow.get())
                : Optional.of(permutation(
                        PermutationTest.of(size(), exchanged -> difference(metric, exchanged), REPLICATES, seed())));
    }

    private Optional<RegressionEvidence> ofLabels(Metric metric, double valueBefore, double valueNow) {
        if (((LabelTargets) truth).labels().size() > MOST_LABELS) {
            return Optional.empty();
        }
        JointTable table = JointTable.of(this);
        return table.suits(metric, valueBefore, valueNow)
                ? Optional.of(permutation(table.test(metric, REPLICATES, seed())))
                : Optional.empty();
    }

    private long seed() {
        return Seed.of(evaluation.seed().orElse(0)).derive("baseline").value();
    }

    private RegressionEvidence mcNemar() {
        int toWrong = (int) IntStream.range(0, size())
                .filter(row -> wasRight(row) && !isRight(row))
                .count();
        int toRight = (int) IntStream.range(0, size())
                .filter(row -> !wasRight(row) && isRight(row))
                .count();
        PairedProportions difference = new PairedProportions(toRight, toWrong, size());
        return new RegressionEvidence(
                place() + "; exact McNemar test",
                McNemarTest.of(toWrong, toRight).pFirstBetter(),
                RegressionEvidence.bounds(difference::lowerBound, difference::upperBound));
    }

    private RegressionEvidence permutation(PermutationTest test) {
        return new RegressionEvidence(
                place() + "; permutation test with " + String.format(Locale.ROOT, "%,d", test.replicates())
                        + " draws"
                        + (test.remark().isEmpty() ? "" : "; " + test.remark()),
                test.pLess());
    }

    private String place() {
        int repeats = evaluation.repeats().size();
        return "by row, over the same " + size() + " examples"
                + (repeats > 1 ? " in the first of " + repeats + " repeats" : "");
    }

    /** Tells whether the metric needs no more than the predictions that were kept: not scores, and not folds. */
    private boolean isThatOfTheRepeat(Metric metric, double value) {
        return evaluation.score(metric).repeats().get(0) instanceof MetricValue.Defined defined
                && isSame(value, defined.value());
    }

    static boolean isSame(double one, double other) {
        return Math.abs(one - other) <= ROUNDING * Math.max(1, Math.abs(other));
    }

    private Optional<Double> valueOf(Metric metric, Predictions predictions) {
        return valueOf(metric, Outcomes.of(truth, withoutScores(predictions)));
    }

    private static Predictions withoutScores(Predictions predictions) {
        if (predictions instanceof LabelPredictions labels) {
            return Predictions.labels(
                    labels.labels(),
                    IntStream.range(0, labels.size()).map(labels::index).toArray());
        }
        NumberPredictions numbers = (NumberPredictions) predictions;
        return Predictions.numbers(
                IntStream.range(0, numbers.size()).mapToDouble(numbers::value).toArray());
    }

    /** Computes a metric that may be a user's own, and not be made for outcomes like these. */
    static Optional<Double> valueOf(Metric metric, Outcomes outcomes) {
        try {
            return metric.value(outcomes) instanceof MetricValue.Defined defined
                    ? Optional.of(defined.value())
                    : Optional.empty();
        } catch (RuntimeException e) {
            return Optional.empty();
        }
    }

    private double difference(Metric metric, boolean[] exchanged) {
        double[] first = new double[size()];
        double[] second = new double[size()];
        for (int row = 0; row < first.length; row++) {
            double then = ((NumberPredictions) before).value(row);
            double here = ((NumberPredictions) now).value(row);
            first[row] = exchanged[row] ? here : then;
            second[row] = exchanged[row] ? then : here;
        }
        ToDoubleFunction<double[]> value = numbers -> valueOf(metric, Outcomes.of(truth, Predictions.numbers(numbers)))
                .orElse(Double.NaN);
        return RegressionEvidence.improvement(metric, value.applyAsDouble(first), value.applyAsDouble(second));
    }
}
