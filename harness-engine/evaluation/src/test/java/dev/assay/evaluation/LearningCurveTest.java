package dev.assay.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.assay.data.Dataset;
import dev.assay.data.Seed;
import dev.assay.data.Targets;
import dev.assay.leakage.LeakagePolicy;
import dev.assay.learning.Learner;
import dev.assay.learning.Learners;
import dev.assay.metric.Direction;
import dev.assay.metric.MetricValue;
import dev.assay.metric.RegressionMetrics;
import dev.assay.prediction.Predictions;
import dev.assay.resampling.Bootstrap;
import dev.assay.resampling.HoldoutSplit;
import dev.assay.resampling.KFold;
import dev.assay.resampling.PurgedKFold;
import dev.assay.resampling.Split;
import dev.assay.testing.Examples;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class LearningCurveTest {

    private static final Dataset<Integer> NUMBERS = Examples.of(Targets.numbers(
                    IntStream.range(0, 40).mapToDouble(row -> row % 7).toArray()))
            .named("sizes");

    /** Is off by one over the number of training examples, so that the curve is known beforehand. */
    private static final Learner<Integer> SHRINKING = training -> {
        double error = 1.0 / training.data().size();
        return inputs -> Predictions.numbers(
                inputs.stream().mapToDouble(input -> input % 7 + error).toArray());
    };

    private static CrossValidation<Integer> folds(int number) {
        return CrossValidation.of(NUMBERS).folds(number).seed(3);
    }

    @Test
    void tells_the_score_of_each_size() {
        LearningCurve curve = LearningCurve.of(
                folds(5),
                Candidate.of("shrinking", SHRINKING),
                RegressionMetrics.MEAN_ABSOLUTE_ERROR,
                0.01,
                0.25,
                0.5,
                1);

        assertThat(curve.candidate()).isEqualTo("shrinking");
        assertThat(curve.data()).isEqualTo("sizes");
        assertThat(curve.resampling()).isEqualTo("5-fold cross-validation");
        assertThat(curve.metric()).isEqualTo("mean absolute error");
        assertThat(curve.direction()).isEqualTo(Direction.LOWER_IS_BETTER);
        assertThat(curve.points()).extracting(LearningCurve.Point::trainSize).containsExactly(1.0, 8.0, 16.0, 32.0);
        assertThat(curve.points())
                .extracting(LearningCurve.Point::value)
                .containsExactly(
                        MetricValue.of(1), MetricValue.of(1 / 8.0), MetricValue.of(1 / 16.0), MetricValue.of(1 / 32.0));
        assertThat(curve.points().get(1).folds()).hasSize(5).containsOnly(MetricValue.of(1 / 8.0));
    }

    @Test
    void counts_are_the_same_in_every_fold() {
        LearningCurve curve = LearningCurve.ofCounts(
                folds(3), Candidate.of("shrinking", SHRINKING), RegressionMetrics.MEAN_ABSOLUTE_ERROR, 2, 26);

        assertThat(curve.points()).extracting(LearningCurve.Point::trainSize).containsExactly(2.0, 26.0);
    }

    @Test
    void ends_in_the_values_of_the_cross_validation_itself() {
        CrossValidation<Integer> repeated = folds(4).repeats(2);
        Candidate median = Candidate.of("median", Learners.<Integer>median());

        LearningCurve.Point last = LearningCurve.of(repeated, median, RegressionMetrics.MEAN_ABSOLUTE_ERROR, 0.3, 1)
                .points()
                .get(1);

        MetricScore score = repeated.evaluate(median).score(RegressionMetrics.MEAN_ABSOLUTE_ERROR);
        assertThat(last.value()).isEqualTo(score.value());
        assertThat(last.folds()).isEqualTo(score.folds());
    }

    /** Returns, for each test part that was seen, the rows trained on at each size, the smallest first. */
    private static <X> Map<List<X>, List<List<X>>> fits(CrossValidation<X> crossValidation, double... shares) {
        Map<List<X>, ConcurrentLinkedQueue<List<X>>> seen = new ConcurrentHashMap<>();
        Learner<X> spy = training -> inputs -> {
            seen.computeIfAbsent(List.copyOf(inputs), test -> new ConcurrentLinkedQueue<>())
                    .add(List.copyOf(training.data().inputs()));
            return Predictions.numbers(new double[inputs.size()]);
        };
        LearningCurve.of(crossValidation, Candidate.of("spy", spy), RegressionMetrics.MEAN_ABSOLUTE_ERROR, shares);
        return seen.entrySet().stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey,
                        entry -> entry.getValue().stream()
                                .sorted((one, other) -> Integer.compare(one.size(), other.size()))
                                .toList()));
    }

    @Test
    void larger_sizes_contain_smaller_ones_on_the_same_test_parts() {
        Map<List<Integer>, List<List<Integer>>> fits = fits(folds(5), 0.1, 0.4, 0.7);

        assertThat(fits).hasSize(5);
        fits.forEach((test, trained) -> {
            assertThat(trained).extracting(List::size).containsExactly(3, 12, 22);
            assertThat(trained.get(1)).containsAll(trained.get(0)).isSorted();
            assertThat(trained.get(2)).containsAll(trained.get(1)).doesNotContainAnyElementsOf(test);
        });
        assertThat(fits(folds(5), 0.1, 0.4, 0.7)).isEqualTo(fits);
        assertThat(fits(folds(5).seed(4), 0.1, 0.4, 0.7)).isNotEqualTo(fits);
    }

    @Test
    void labels_keep_their_proportions_in_every_size() {
        Dataset<Integer> data = Examples.blocks(80, 40);
        Subsampled half = new Subsampled(KFold.of(4).withShuffling(), new Subsampled.Share(0.5));

        for (Split split : half.split(data, Seed.of(5))) {
            long ofA = Arrays.stream(split.trainRows()).filter(row -> row < 80).count();
            long whole = IntStream.range(0, 80)
                    .filter(row -> Arrays.binarySearch(split.testRows(), row) < 0)
                    .count();
            assertThat(split.trainSize()).isEqualTo(45);
            assertThat(ofA).isBetween(whole / 2 - 1, whole / 2 + 1);
        }
    }

    @Test
    void takes_a_random_part_and_not_the_first_rows() {
        Split split = new Subsampled(KFold.of(2), new Subsampled.Count(5))
                .split(NUMBERS, Seed.of(1))
                .get(0);

        assertThat(split.trainRows()).hasSize(5).isNotEqualTo(new int[] {20, 21, 22, 23, 24});
        assertThat(new TreeSet<>(Arrays.stream(split.trainRows()).boxed().toList()))
                .hasSize(5);
    }

    @Test
    void rows_that_a_bootstrap_draws_twice_may_be_there_twice() {
        List<Split> splits = new Subsampled(Bootstrap.of(3), new Subsampled.Share(0.9)).split(NUMBERS, Seed.of(1));

        assertThat(splits).extracting(Split::trainSize).containsOnly(36);
        assertThat(splits)
                .anySatisfy(split -> assertThat(Arrays.stream(split.trainRows())
                                .boxed()
                                .collect(Collectors.toMap(Function.identity(), row -> 1, Integer::sum))
                                .values())
                        .contains(2));
    }

    @Test
    void the_validation_part_stays() {
        Split split = new Subsampled(HoldoutSplit.of(0.2).withValidation(0.2), new Subsampled.Share(0.5))
                .split(NUMBERS, Seed.of(1))
                .get(0);

        assertThat(split.validationSize()).isEqualTo(8);
        assertThat(split.trainSize()).isEqualTo(12);
    }

    @Test
    void counts_shares_in_decimals() {
        // the doubles' product is 28.999999999999996
        List<Split> splits = new Subsampled(HoldoutSplit.of(0.5), new Subsampled.Share(0.29))
                .split(Examples.numbered(200), Seed.of(1));

        assertThat(splits).extracting(Split::trainSize).containsExactly(29);
    }

    @Test
    void purged_folds_that_train_on_later_examples_are_no_leak() {
        Dataset<Integer> series = NUMBERS.withTimes(
                IntStream.range(0, 40).mapToObj(Instant::ofEpochSecond).toList());

        LearningCurve curve = LearningCurve.of(
                CrossValidation.of(series).splitter(PurgedKFold.of(4)).leakage(LeakagePolicy.FAIL),
                Candidate.of("mean", Learners.<Integer>mean()),
                RegressionMetrics.MEAN_ABSOLUTE_ERROR,
                0.5,
                1);

        assertThat(curve.points()).extracting(LearningCurve.Point::trainSize).containsExactly(15.0, 30.0);
    }

    @Test
    void is_the_same_with_any_number_of_threads() {
        List<LearningCurve> curves = new ArrayList<>();
        for (int threads : new int[] {1, 2, 16}) {
            try (WorkerPool pool = WorkerPool.of(threads)) {
                curves.add(LearningCurve.of(
                        folds(4).pool(pool),
                        Candidate.of("mean", Learners.<Integer>mean()),
                        RegressionMetrics.MEAN_ABSOLUTE_ERROR,
                        0.2,
                        0.6,
                        1));
            }
        }

        assertThat(Collections.nCopies(3, curves.get(0))).isEqualTo(curves);
    }

    @Test
    void fails_for_more_examples_than_there_are_and_names_size_and_fold() {
        assertThatThrownBy(() -> LearningCurve.ofCounts(
                        folds(3),
                        Candidate.of("mean", Learners.<Integer>mean()),
                        RegressionMetrics.MEAN_ABSOLUTE_ERROR,
                        5,
                        27))
                .isInstanceOf(EvaluationException.class)
                .hasMessage(
                        "with 27 training examples: mean on sizes: repeat 1, fold 1 has 26 training examples, of which 27 "
                                + "can't be taken; ask for fewer");
    }

    @Test
    void fails_for_sizes_that_make_no_curve() {
        Candidate mean = Candidate.of("mean", Learners.<Integer>mean());

        assertThatIllegalArgumentException()
                .isThrownBy(() -> LearningCurve.of(folds(2), mean, RegressionMetrics.MEAN_ABSOLUTE_ERROR))
                .withMessage("a learning curve needs at least one size");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> LearningCurve.of(folds(2), mean, RegressionMetrics.MEAN_ABSOLUTE_ERROR, 0.5, 0.5))
                .withMessage("the sizes of a learning curve must ascend, but 0.5 comes after 0.5");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> LearningCurve.of(folds(2), mean, RegressionMetrics.MEAN_ABSOLUTE_ERROR, 0.5, 1.5))
                .withMessage("a share of the training part must be above 0 and not above 1, not 1.5");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> LearningCurve.ofCounts(folds(2), mean, RegressionMetrics.MEAN_ABSOLUTE_ERROR, 0))
                .withMessage("at least 1 training example is needed, not 0");
    }
}
