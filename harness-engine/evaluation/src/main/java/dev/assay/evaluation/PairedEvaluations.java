package dev.assay.evaluation;

import dev.assay.data.Labels;
import dev.assay.data.Seed;
import dev.assay.metric.ClassificationMetrics;
import dev.assay.metric.Metric;
import dev.assay.metric.MetricValue;
import dev.assay.metric.Outcomes;
import dev.assay.prediction.LabelPredictions;
import dev.assay.prediction.Predictions;
import dev.assay.prediction.ScoreKind;
import dev.assay.statistics.DeLongTest;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/** Two evaluations on the same splits, side by side: what tests of their difference ask. */
final class PairedEvaluations {

    private final Metric metric;
    private final Evaluation first;
    private final Evaluation second;

    PairedEvaluations(Metric metric, Evaluation first, Evaluation second) {
        this.metric = metric.resolve(first.targets());
        this.first = first;
        this.second = second;
    }

    Metric metric() {
        return metric;
    }

    boolean isOfFolds() {
        return first.folds().size() > 1;
    }

    boolean isDefinedInAllFolds() {
        return first.score(metric).definedFolds().size() == first.folds().size()
                && second.score(metric).definedFolds().size() == second.folds().size();
    }

    boolean isDefined() {
        return first.value(metric) instanceof MetricValue.Defined
                && second.value(metric) instanceof MetricValue.Defined;
    }

    boolean isFiveByTwo() {
        return first.repeats().size() == 5 && first.folds().size() == 10;
    }

    boolean hasIndependentRows() {
        return first.groups().isEmpty() && !first.repeats().get(0).isWeighted();
    }

    /** Tells whether exchanging the two models' predictions makes sense. */
    boolean haveComparableScores() {
        return Arrays.stream(predictions())
                .allMatch(predictions -> !(predictions instanceof LabelPredictions labels)
                        || labels.scoreKind() == ScoreKind.PROBABILITIES
                        || labels.scoreKind() == ScoreKind.NONE);
    }

    double testToTrain() {
        return first.testToTrain();
    }

    /** Returns the mean over folds, or the difference on the one test set. */
    double value() {
        double[] differences = isOfFolds()
                ? differencesOfFolds()
                : new double[] {
                    difference(
                            first.value(metric).asOptional().orElseThrow(),
                            second.value(metric).asOptional().orElseThrow())
                };
        return Arrays.stream(differences).sum() / differences.length;
    }

    double[] differencesOfFolds() {
        List<Double> ofFirst = first.score(metric).definedFolds();
        List<Double> ofSecond = second.score(metric).definedFolds();
        return IntStream.range(0, ofFirst.size())
                .mapToDouble(fold -> difference(ofFirst.get(fold), ofSecond.get(fold)))
                .toArray();
    }

    /** Subtracts in decimals, as values are read: 0.9 − 0.8 and 0.8 − 0.7 are the same difference. */
    private static double difference(double a, double b) {
        return BigDecimal.valueOf(a).subtract(BigDecimal.valueOf(b)).doubleValue();
    }

    double[][] differencesByRepeat() {
        double[] differences = differencesOfFolds();
        int folds = differences.length / first.repeats().size();
        return IntStream.range(0, first.repeats().size())
                .mapToObj(repeat -> Arrays.copyOfRange(differences, repeat * folds, (repeat + 1) * folds))
                .toArray(double[][]::new);
    }

    int onlyFirstIsRight() {
        return onlyOneIsRight(outcomes(first), outcomes(second));
    }

    int onlySecondIsRight() {
        return onlyOneIsRight(outcomes(second), outcomes(first));
    }

    private static int onlyOneIsRight(Outcomes one, Outcomes other) {
        return (int) IntStream.range(0, one.size())
                .filter(row -> isRight(one, row) && !isRight(other, row))
                .count();
    }

    static boolean isRight(Outcomes outcomes, int row) {
        return outcomes.labelTruth().index(row) == outcomes.labelPredictions().index(row);
    }

    /** Returns truth and predictions of one repeat, which is the whole test set if there is only one. */
    private static Outcomes outcomes(Evaluation evaluation) {
        return evaluation.repeats().get(0);
    }

    private Predictions[] predictions() {
        return new Predictions[] {
            outcomes(first).predictions(), outcomes(second).predictions()
        };
    }

    /** Returns the label whose ROC AUC the metric is, if it is one. */
    Optional<String> labelOfRocAuc() {
        if (!(outcomes(first).predictions() instanceof LabelPredictions predictions)) {
            return Optional.empty();
        }
        Labels labels = predictions.labels();
        return labels.names().stream()
                .filter(label -> metric.equals(ClassificationMetrics.ROC_AUC.ofLabel(label)))
                .findFirst();
    }

    DeLongTest deLong() {
        Outcomes outcomes = outcomes(first);
        int label = outcomes.labelTruth().labels().indexOf(labelOfRocAuc().orElseThrow());
        boolean[] positive = new boolean[outcomes.size()];
        for (int row = 0; row < positive.length; row++) {
            positive[row] = outcomes.labelTruth().index(row) == label;
        }
        return DeLongTest.of(positive, scores(first, label), scores(second, label));
    }

    private static double[] scores(Evaluation evaluation, int label) {
        LabelPredictions predictions = outcomes(evaluation).labelPredictions();
        return IntStream.range(0, predictions.size())
                .mapToDouble(row -> predictions.score(row, label))
                .toArray();
    }

    /** Returns the rows of the one test set, for tests that draw from them. */
    PairedTestSet testSet() {
        Outcomes ofFirst = outcomes(first);
        int[] tested = first.folds().get(0).split().testRows();
        Optional<List<String>> groups = first.groups()
                .map(names -> IntStream.of(tested).mapToObj(names::get).toList());
        return new PairedTestSet(metric, ofFirst, outcomes(second).predictions(), groups);
    }

    /** Derives a seed from that of the evaluation, or from 0 where nothing was random. */
    long seed(String name) {
        return Seed.of(first.seed().orElse(0))
                .derive(name)
                .derive(metric.name())
                .value();
    }
}
