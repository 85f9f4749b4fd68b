package dev.assay.learning;

import static dev.assay.testing.Failures.assertInvalidData;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.assay.data.Dataset;
import dev.assay.data.Labels;
import dev.assay.data.Seed;
import dev.assay.data.Targets;
import dev.assay.prediction.LabelPredictions;
import dev.assay.prediction.NumberPredictions;
import dev.assay.testing.Examples;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class LearnersTest {

    private static final Dataset<Integer> MOSTLY_B =
            Examples.of(Targets.labels(Labels.of("a", "b", "never"), List.of("b", "a", "b", "b")));

    private static LabelPredictions predictLabels(Learner<Integer> learner, Dataset<Integer> data, int rows)
            throws Exception {
        return (LabelPredictions) learner.fit(Training.of(data, Seed.of(1))).predict(Collections.nCopies(rows, 0));
    }

    private static NumberPredictions predictNumbers(Learner<Integer> learner, double... targets) throws Exception {
        Dataset<Integer> data = Examples.of(Targets.numbers(targets));
        return (NumberPredictions) learner.fit(Training.of(data, Seed.of(1))).predict(List.of(0, 0));
    }

    private static List<Double> scores(LabelPredictions predictions, int row) {
        return IntStream.range(0, predictions.labels().size())
                .mapToObj(label -> predictions.score(row, label))
                .toList();
    }

    @Test
    void majority_class_always_predicts_the_most_frequent_label_with_certainty() throws Exception {
        LabelPredictions predictions = predictLabels(Learners.majorityClass(), MOSTLY_B, 2);

        assertThat(predictions.size()).isEqualTo(2);
        assertThat(predictions.label(1)).isEqualTo("b");
        assertThat(scores(predictions, 1)).containsExactly(0.0, 1.0, 0.0);
    }

    @Test
    void majority_class_predicts_the_first_of_equally_frequent_labels() throws Exception {
        Dataset<Integer> tie = Examples.of(Targets.labels(Labels.of("z", "y", "x"), List.of("x", "y", "y", "x")));

        assertThat(predictLabels(Learners.majorityClass(), tie, 1).label(0)).isEqualTo("y");
    }

    @Test
    void prior_gives_each_label_its_frequency() throws Exception {
        LabelPredictions predictions = predictLabels(Learners.prior(), MOSTLY_B, 2);

        assertThat(predictions.label(0)).isEqualTo("b");
        assertThat(scores(predictions, 1)).containsExactly(0.25, 0.75, 0.0);
    }

    @Test
    void stratified_random_predicts_labels_as_often_as_they_occur() throws Exception {
        int rows = 10_000;
        LabelPredictions predictions = predictLabels(Learners.stratifiedRandom(), MOSTLY_B, rows);

        long b = IntStream.range(0, rows)
                .filter(row -> predictions.index(row) == 1)
                .count();
        long never = IntStream.range(0, rows)
                .filter(row -> predictions.index(row) == 2)
                .count();

        // five standard deviations of a binomial proportion
        assertThat((double) b / rows).isCloseTo(0.75, within(5 * Math.sqrt(0.75 * 0.25 / rows)));
        assertThat(never).isZero();
        assertThat(scores(predictions, 0)).containsOnly(0.0, 1.0);
    }

    @Test
    void stratified_random_predicts_the_same_from_the_same_seed_only() throws Exception {
        List<Integer> inputs = Collections.nCopies(50, 0);
        Learner<Integer> learner = Learners.stratifiedRandom();
        Predictor<Integer> predictor = learner.fit(Training.of(MOSTLY_B, Seed.of(1)));

        List<Integer> first = indices(predictor, inputs);

        assertThat(indices(predictor, inputs)).isEqualTo(first);
        assertThat(indices(learner.fit(Training.of(MOSTLY_B, Seed.of(1))), inputs))
                .isEqualTo(first);
        assertThat(indices(learner.fit(Training.of(MOSTLY_B, Seed.of(2))), inputs))
                .isNotEqualTo(first);
    }

    private static List<Integer> indices(Predictor<Integer> predictor, List<Integer> inputs) throws Exception {
        LabelPredictions predictions = (LabelPredictions) predictor.predict(inputs);
        return IntStream.range(0, inputs.size()).mapToObj(predictions::index).toList();
    }

    @Test
    void mean_always_predicts_the_mean() throws Exception {
        NumberPredictions predictions = predictNumbers(Learners.mean(), 1, 2, 6);

        assertThat(predictions.size()).isEqualTo(2);
        assertThat(predictions.value(1)).isEqualTo(3);
    }

    @Test
    void median_always_predicts_the_median() throws Exception {
        assertThat(predictNumbers(Learners.median(), 9, 1, 2).value(1)).isEqualTo(2);
        assertThat(predictNumbers(Learners.median(), 9, 1, 2, 5).value(0)).isEqualTo(3.5);
        assertThat(predictNumbers(Learners.median(), 7).value(0)).isEqualTo(7);
    }

    @Test
    void learns_from_the_training_part_only() throws Exception {
        Dataset<Integer> onlyA = MOSTLY_B.select(1);

        assertThat(predictLabels(Learners.majorityClass(), onlyA, 1).label(0)).isEqualTo("a");
        assertThat(scores(predictLabels(Learners.prior(), onlyA, 1), 0)).containsExactly(1.0, 0.0, 0.0);
    }

    @Test
    void predicts_nothing_for_no_inputs() throws Exception {
        assertThat(predictLabels(Learners.prior(), MOSTLY_B, 0).size()).isZero();
    }

    private static List<Learner<Integer>> learnersOfLabels() {
        return List.of(Learners.majorityClass(), Learners.prior(), Learners.stratifiedRandom());
    }

    @ParameterizedTest
    @MethodSource("learnersOfLabels")
    void fails_when_labels_are_needed_but_targets_are_numbers(Learner<Integer> learner) {
        Training<Integer> numbers = Training.of(Examples.numbered(3).named("prices"), Seed.of(1));

        assertInvalidData(
                () -> learner.fit(numbers), "this learner needs labels, but the targets of prices are numbers");
    }

    private static List<Learner<Integer>> learnersOfNumbers() {
        return List.of(Learners.mean(), Learners.median());
    }

    @ParameterizedTest
    @MethodSource("learnersOfNumbers")
    void fails_when_numbers_are_needed_but_targets_are_labels(Learner<Integer> learner) {
        Training<Integer> labels = Training.of(MOSTLY_B.named("tumours"), Seed.of(1));

        assertInvalidData(
                () -> learner.fit(labels), "this learner needs numbers, but the targets of tumours are labels");
    }

    @Test
    void training_gives_what_it_was_made_of() {
        Training<Integer> training = Training.of(MOSTLY_B, Seed.of(9));

        assertThat(training.data()).isSameAs(MOSTLY_B);
        assertThat(training.seed()).isEqualTo(Seed.of(9));
        assertThat(training.labels().names()).containsExactly("a", "b", "never");
        assertThat(training.labelTargets()).isSameAs(MOSTLY_B.targets());
    }
}
