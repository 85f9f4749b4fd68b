package dev.assay.verdict;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.assay.data.Dataset;
import dev.assay.data.Labels;
import dev.assay.data.Targets;
import dev.assay.evaluation.CrossValidation;
import dev.assay.evaluation.TestPlan;
import dev.assay.metric.ClassificationMetrics;
import dev.assay.metric.Metric;
import dev.assay.metric.Metrics;
import dev.assay.metric.RegressionMetrics;
import dev.assay.resampling.HoldoutSplit;
import dev.assay.statistics.FoldsEstimate;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Whether data can decide a gate, before anything is trained. */
class GatePowerTest {

    private static final Labels LABELS = Labels.of("benign", "malignant").withPositive("malignant");

    private static Dataset<Integer> labelled(int size, int positives) {
        int[] labels =
                IntStream.range(0, size).map(row -> row < positives ? 1 : 0).toArray();
        return Dataset.of(IntStream.range(0, size).boxed().toList(), Targets.labels(LABELS, labels));
    }

    /** A test part of so many examples. */
    private static TestPlan heldOut(int tested, int positives) {
        return CrossValidation.of(labelled(2 * tested, 2 * positives))
                .splitter(HoldoutSplit.of(0.5).withStratification())
                .plan();
    }

    private static MetricCriterion accuracy(double threshold) {
        return Criteria.atLeast(ClassificationMetrics.ACCURACY, threshold).atConfidence(0.95);
    }

    /** The exact power from SciPy 1.17; so is the size, from which on the power is 0.8. */
    @Test
    void a_test_set_that_is_too_small_is_told_with_the_size_that_is_not() {
        GatePower power = accuracy(0.86).power(0.9, heldOut(212, 80));

        assertThat(power.power().getAsDouble()).isCloseTo(0.5394913962704027, within(1e-9));
        assertThat(power.isLow()).isTrue();
        assertThat(power.enough().getAsLong()).isBetween(415L, 440L);
        assertThat(power.sentence())
                .matches("accuracy: 212 examples settle 0\\.9000 against 0\\.8600 at 95 % confidence with 54% power;"
                        + " about 4\\d\\d would with 80%");
    }

    @Test
    void a_power_that_is_just_too_low_is_not_rounded_to_enough() {
        List<GatePower> low = IntStream.range(390, 430)
                .mapToObj(tested -> accuracy(0.86).power(0.9, heldOut(tested, 160)))
                .filter(GatePower::isLow)
                .toList();

        assertThat(low)
                .anyMatch(power -> power.power().getAsDouble() >= 0.795)
                .noneMatch(power -> power.sentence().contains("with 80% power"));
    }

    @Test
    void data_that_are_enough_need_no_more() {
        GatePower power = accuracy(0.86).power(0.9, heldOut(2000, 800));

        assertThat(power.power().getAsDouble()).isGreaterThan(0.99);
        assertThat(power.isLow()).isFalse();
        assertThat(power.enough()).isEmpty();
        assertThat(power.sentence()).endsWith("with more than 99% power");
    }

    @Test
    void so_many_examples_as_are_said_to_be_enough_are() {
        for (Metric metric : List.of(
                ClassificationMetrics.ACCURACY,
                ClassificationMetrics.F1,
                ClassificationMetrics.RECALL,
                ClassificationMetrics.ROC_AUC,
                ClassificationMetrics.MATTHEWS_CORRELATION)) {
            MetricCriterion gate = Criteria.atLeast(metric, 0.8).atConfidence(0.9);
            GatePower few = gate.power(0.86, heldOut(100, 40));

            assertThat(few.isLow()).as(few.sentence()).isTrue();
            int enough = (int) few.enough().getAsLong();
            GatePower more = gate.power(0.86, heldOut(enough, (int) Math.round(enough * 0.4)));
            assertThat(more.power().getAsDouble()).as(more.sentence()).isCloseTo(0.8, within(0.06));
        }
    }

    /** Folds that differ by their rows alone, gated as cross-validations are. */
    @ParameterizedTest
    @CsvSource({"500, 0.85, 10, 1", "1000, 0.86, 10, 1", "1000, 0.86, 5, 4"})
    void cross_validation_decides_about_as_often_as_simulated(int size, double threshold, int folds, int repeats) {
        double power = accuracy(threshold)
                .power(
                        0.9,
                        CrossValidation.of(labelled(size, size / 2))
                                .folds(folds)
                                .repeats(repeats)
                                .plan())
                .power()
                .getAsDouble();

        SplittableRandom random = new SplittableRandom(11);
        int met = 0;
        int runs = 400;
        for (int run = 0; run < runs; run++) {
            double[] ofFolds = new double[folds * repeats];
            boolean[] right = new boolean[size];
            for (int row = 0; row < size; row++) {
                right[row] = random.nextDouble() < 0.9;
            }
            for (int repeat = 0; repeat < repeats; repeat++) {
                int[] order = IntStream.range(0, size).toArray();
                for (int i = size - 1; i > 0; i--) {
                    int j = random.nextInt(i + 1);
                    int kept = order[i];
                    order[i] = order[j];
                    order[j] = kept;
                }
                for (int i = 0; i < size; i++) {
                    ofFolds[repeat * folds + i % folds] += right[order[i]] ? (double) folds / size : 0;
                }
            }
            double mean = IntStream.of(IntStream.range(0, ofFolds.length).toArray())
                    .mapToDouble(i -> ofFolds[i])
                    .average()
                    .orElseThrow();
            met += FoldsEstimate.of(mean, ofFolds, 1.0 / (folds - 1), 0, 1).lowerBound(0.95) >= threshold ? 1 : 0;
        }
        assertThat(power).isCloseTo((double) met / runs, within(0.17));
    }

    @Test
    void errors_of_numbers_are_told_too() {
        double[] numbers = IntStream.range(0, 400).mapToDouble(i -> i % 37).toArray();
        TestPlan plan = CrossValidation.of(
                        Dataset.of(IntStream.range(0, 400).boxed().toList(), Targets.numbers(numbers)))
                .splitter(HoldoutSplit.of(0.5))
                .plan();
        MetricCriterion gate =
                Criteria.atMost(RegressionMetrics.ROOT_MEAN_SQUARED_ERROR, 3).atConfidence(0.95);

        GatePower hard = gate.power(2.9, plan);
        GatePower easy = gate.power(2, plan);

        assertThat(hard.isLow()).as(hard.sentence()).isTrue();
        assertThat(hard.enough().getAsLong()).isGreaterThan(1000);
        assertThat(easy.isLow()).as(easy.sentence()).isFalse();
    }

    @Test
    void several_labels_are_told_by_counts_and_not_by_scores() {
        Labels labels = Labels.of("a", "b", "c");
        int[] truth = IntStream.range(0, 300).map(i -> i % 7 % 3).toArray();
        TestPlan plan = CrossValidation.of(
                        Dataset.of(IntStream.range(0, 300).boxed().toList(), Targets.labels(labels, truth)))
                .plan();

        assertThat(Criteria.atLeast(Metrics.named("macro F1"), 0.7)
                        .atConfidence(0.95)
                        .power(0.75, plan)
                        .isLow())
                .isTrue();
        GatePower unknown = Criteria.atLeast(ClassificationMetrics.ROC_AUC, 0.7)
                .atConfidence(0.95)
                .power(0.75, plan);
        assertThat(unknown.power()).isEmpty();
        assertThat(unknown.sentence()).contains("can't be told before training", "scores");
    }

    @Test
    void large_data_are_thinned_but_counted_whole() {
        GatePower large = accuracy(0.897).power(0.9, heldOut(40_000, 10_000));

        assertThat(large.sentence()).contains("40,000 examples");
        // (0.9 - 0.897) / √(0.9 · 0.1 / 40,000) is 2 deviations, 0.355 beyond 1.645
        assertThat(large.power().getAsDouble()).isCloseTo(0.64, within(0.02));
    }

    @Test
    void what_does_not_deserve_to_pass_is_never_settled() {
        assertThat(accuracy(0.9).power(0.9, heldOut(100, 40)).sentence())
                .isEqualTo("accuracy: whether the data can decide this gate can't be told before training: a model with"
                        + " 0.9000, as is expected, doesn't deserve to pass: no number of examples would settle it");
        assertThat(accuracy(0.4).power(0.45, heldOut(100, 40)).sentence()).contains("no better than guessing");
        assertThat(accuracy(0.9).power(1.2, heldOut(100, 40)).sentence()).contains("outside of its range");
    }

    @Test
    void gates_without_confidence_and_on_parts_are_not_told() {
        TestPlan plan = heldOut(100, 40);
        MetricCriterion byValue = Criteria.atLeast(ClassificationMetrics.ACCURACY, 0.8);

        assertThat(byValue.power(0.9, plan).sentence()).contains("the value decides whatever the data are");
        assertThat(accuracy(0.8).inEachFold().power(0.9, plan).sentence()).contains("each part");
        assertThatThrownBy(() -> Criteria.atMost(RegressionMetrics.MEAN_ABSOLUTE_ERROR, 1)
                        .atConfidence(0.9)
                        .power(0.5, plan))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
