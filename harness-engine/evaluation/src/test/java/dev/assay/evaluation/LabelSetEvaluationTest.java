package dev.assay.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.assay.data.Dataset;
import dev.assay.data.LabelSetTargets;
import dev.assay.data.Labels;
import dev.assay.data.Targets;
import dev.assay.learning.Learner;
import dev.assay.learning.Predictor;
import dev.assay.learning.Training;
import dev.assay.metric.Metric;
import dev.assay.metric.MetricValue;
import dev.assay.metric.MultiLabelMetrics;
import dev.assay.prediction.Predictions;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Models that predict sets of labels, from the data to the values of metrics. */
class LabelSetEvaluationTest {

    private static final Labels TOPICS = Labels.of("sports", "politics", "money");

    /** Headlines whose words tell their topics, each kind of them six times. */
    private static Dataset<String> headlines() {
        List<String> texts = new ArrayList<>();
        List<Set<String>> topics = new ArrayList<>();
        for (int i = 0; i < 6; i++) {
            texts.addAll(List.of("match goal", "goal cup", "vote minister", "vote law", "goal bonus vote", "rain"));
            topics.addAll(List.of(
                    Set.of("sports"),
                    Set.of("sports"),
                    Set.of("politics"),
                    Set.of("politics"),
                    Set.of("sports", "politics", "money"),
                    Set.<String>of()));
        }
        return Dataset.of(texts, Targets.labelSets(TOPICS, topics)).named("headlines");
    }

    /** Scores a topic by the share of a text's words that occurred with it more often than not. */
    private static Predictor<String> fit(Training<String> training) {
        LabelSetTargets targets = (LabelSetTargets) training.data().targets();
        Map<String, int[]> balance = new HashMap<>();
        for (int row = 0; row < targets.size(); row++) {
            for (String word : words(training.data().input(row))) {
                int[] ofWord = balance.computeIfAbsent(word, w -> new int[TOPICS.size()]);
                for (int label = 0; label < ofWord.length; label++) {
                    ofWord[label] += targets.contains(row, label) ? 1 : -1;
                }
            }
        }
        return texts -> Predictions.labelSetScores(
                targets.labels(),
                0.5,
                texts.stream()
                        .flatMapToDouble(text -> Arrays.stream(scores(balance, words(text))))
                        .toArray());
    }

    private static List<String> words(String text) {
        return List.of(text.split(" ", -1));
    }

    private static double[] scores(Map<String, int[]> balance, List<String> words) {
        double[] scores = new double[TOPICS.size()];
        for (String word : words) {
            int[] ofWord = balance.getOrDefault(word, new int[scores.length]);
            for (int label = 0; label < scores.length; label++) {
                scores[label] += ofWord[label] > 0 ? 1.0 / words.size() : 0;
            }
        }
        return scores;
    }

    private static Evaluation evaluate(Learner<String> learner) {
        return CrossValidation.of(headlines()).folds(4).repeats(2).seed(42).evaluate("words", learner);
    }

    @Test
    void folds_are_stratified_unless_told_otherwise() {
        Evaluation evaluation = CrossValidation.of(headlines()).folds(6).evaluate("words", (Learner<String>)
                LabelSetEvaluationTest::fit);

        assertThat(evaluation.resampling()).isEqualTo("6-fold stratified cross-validation");
        assertThat(evaluation.folds()).allSatisfy(fold -> {
            LabelSetTargets tested = (LabelSetTargets) fold.outcomes().truth();
            assertThat(IntStream.range(0, 6).filter(row -> tested.contains(row, 2)))
                    .hasSize(1);
        });
    }

    @Test
    void a_learner_of_sets_of_labels_can_be_cross_validated() {
        Evaluation evaluation = evaluate(LabelSetEvaluationTest::fit);

        assertThat(evaluation.folds()).hasSize(8);
        assertThat(evaluation.confusion()).isEmpty();
        assertThat(evaluation.scores())
                .extracting(score -> score.metric().name())
                .startsWith("micro F1", "micro precision", "micro recall")
                .contains("subset accuracy", "Hamming loss", "label ranking average precision");
        assertThat(evaluation.scores())
                .allSatisfy(score -> assertThat(score.value()).isInstanceOf(MetricValue.Defined.class));
        assertThat(evaluation.toString()).contains("  micro F1: ", "  Hamming loss: ");
    }

    @Test
    void counts_are_summed_up_over_the_folds() {
        Evaluation evaluation = evaluate(LabelSetEvaluationTest::fit);

        // one word in three of "goal bonus vote" speaks of money, which is too few: 6 of 42 labels are missed
        assertThat(value(evaluation, MultiLabelMetrics.RECALL)).isEqualTo(36.0 / 42);
        assertThat(value(evaluation, MultiLabelMetrics.PRECISION)).isEqualTo(1);
        assertThat(value(evaluation, MultiLabelMetrics.SUBSET_ACCURACY)).isEqualTo(30.0 / 36);
        assertThat(value(evaluation, MultiLabelMetrics.RECALL.ofLabel("money"))).isZero();
    }

    private static double value(Evaluation evaluation, Metric metric) {
        return evaluation.value(metric).asOptional().orElseThrow();
    }

    @Test
    void metrics_of_scores_are_undefined_for_a_learner_that_gives_none() {
        Evaluation evaluation = evaluate(training -> texts -> Predictions.labelSets(
                TOPICS, texts.stream().map(text -> Set.of("sports")).toList()));

        assertThat(evaluation.value(MultiLabelMetrics.RANKING_LOSS))
                .isEqualTo(MetricValue.undefined("the model gives sets of labels without scores"));
        assertThat(value(evaluation, MultiLabelMetrics.RECALL.ofLabel("sports")))
                .isEqualTo(1);
    }

    @Test
    void labels_that_the_model_does_not_know_are_in_no_predicted_set() {
        Evaluation evaluation = evaluate(training -> texts -> Predictions.labelSets(
                Labels.of("sports"),
                texts.stream().map(text -> Set.of("sports")).toList()));

        assertThat(value(evaluation, MultiLabelMetrics.RECALL.ofLabel("sports")))
                .isEqualTo(1);
        assertThat(value(evaluation, MultiLabelMetrics.RECALL.ofLabel("money"))).isZero();
    }

    @Test
    void fails_when_the_model_knows_a_label_that_the_data_lack() {
        assertThatExceptionOfType(EvaluationException.class)
                .isThrownBy(() -> evaluate(training -> texts -> Predictions.labelSets(
                        Labels.of("sports", "weather"),
                        texts.stream().map(text -> Set.of("sports")).toList())))
                .withMessageContaining("the model knows the label \"weather\", which is not among the data's labels");
    }
}
