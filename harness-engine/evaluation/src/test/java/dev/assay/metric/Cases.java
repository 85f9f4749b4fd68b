package dev.assay.metric;

import dev.assay.data.LabelSetTargets;
import dev.assay.data.Labels;
import dev.assay.data.Targets;
import dev.assay.prediction.Predictions;
import java.util.Arrays;
import java.util.List;

/** Outcomes that tests write down. */
final class Cases {

    private Cases() {}

    /** Makes outcomes without scores from the labels' first letters: truth "aab", predicted "abb". */
    static Outcomes labels(Labels labels, String truth, String predicted) {
        return Outcomes.of(
                Targets.labels(labels, letters(truth)),
                Predictions.labels(
                        labels,
                        letters(predicted).stream().mapToInt(labels::indexOf).toArray()));
    }

    /** Makes outcomes of two labels, "n" and "p", from the margins of "p". */
    static Outcomes margins(String truth, double... marginsOfP) {
        Labels labels = Labels.of("n", "p");
        return Outcomes.of(
                Targets.labels(labels, letters(truth)),
                Predictions.margins(
                        labels,
                        Arrays.stream(marginsOfP)
                                .flatMap(margin -> Arrays.stream(new double[] {-margin, margin}))
                                .toArray()));
    }

    /** Makes outcomes of two labels, "0" and "1", from the probabilities of "1". */
    static Outcomes probabilities(String truth, double... probabilitiesOf1) {
        Labels labels = Labels.of("0", "1");
        return Outcomes.of(
                Targets.labels(labels, letters(truth)),
                Predictions.probabilities(
                        labels,
                        Arrays.stream(probabilitiesOf1)
                                .flatMap(probability -> Arrays.stream(new double[] {1 - probability, probability}))
                                .toArray()));
    }

    static Outcomes numbers(double[] truth, double... predicted) {
        return Outcomes.of(Targets.numbers(truth), Predictions.numbers(predicted));
    }

    /** Makes targets that are sets of labels from these labels' first letters, such as "ab", "" and "c". */
    static LabelSetTargets sets(Labels labels, List<String> sets) {
        return Targets.labelSets(labels, sets.stream().map(Cases::letters).toList());
    }

    /** Makes outcomes of sets of labels, without scores, from these labels' first letters. */
    static Outcomes labelSets(Labels labels, List<String> truth, List<String> predicted) {
        return Outcomes.of(
                sets(labels, truth),
                Predictions.labelSets(
                        labels, predicted.stream().map(Cases::letters).toList()));
    }

    private static List<String> letters(String text) {
        return text.codePoints().mapToObj(Character::toString).toList();
    }

    /** Returns what a pair of scores adds to the area under the ROC curve. */
    static double win(double positive, double negative) {
        if (positive == negative) {
            return 0.5;
        }
        return positive > negative ? 1 : 0;
    }

    /** Returns the metric's value; fails if it is undefined. */
    static double value(Metric metric, Outcomes outcomes) {
        MetricValue value = metric.value(outcomes);
        return value.asOptional().orElseThrow(() -> new AssertionError(metric.name() + " is " + value));
    }
}
