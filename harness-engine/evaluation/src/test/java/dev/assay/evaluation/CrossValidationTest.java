package dev.assay.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import dev.assay.data.Dataset;
import dev.assay.data.Seed;
import dev.assay.learning.Learner;
import dev.assay.learning.Learners;
import dev.assay.metric.ClassificationMetrics;
import dev.assay.prediction.NumberPredictions;
import dev.assay.resampling.GroupKFold;
import dev.assay.resampling.HoldoutSplit;
import dev.assay.resampling.KFold;
import dev.assay.resampling.LeavePOut;
import dev.assay.resampling.Repeated;
import dev.assay.resampling.Split;
import dev.assay.resampling.Splitter;
import dev.assay.resampling.TimeSeriesSplit;
import dev.assay.testing.Examples;
import dev.assay.testing.Script;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class CrossValidationTest {

    /** Learns nothing, but writes down what it was given. */
    private static final class Recorder {

        private final Map<Seed, List<Integer>> trained = new ConcurrentHashMap<>();
        private final Map<List<Integer>, List<Integer>> trainedOfTested = new ConcurrentHashMap<>();

        Learner<Integer> learner() {
            return training -> {
                List<Integer> rows = training.data().inputs().stream().toList();
                assertThat(trained.put(training.seed(), rows)).isNull();
                return tested -> {
                    assertThat(trainedOfTested.put(List.copyOf(tested), rows)).isNull();
                    return Learners.<Integer>majorityClass().fit(training).predict(tested);
                };
            };
        }
    }

    @Test
    void candidates_share_their_splits_in_memory() {
        AtomicInteger times = new AtomicInteger();
        Splitter counted = new Splitter() {
            @Override
            public List<Split> split(Dataset<?> data, Seed seed) {
                times.incrementAndGet();
                return KFold.of(3).withShuffling().split(data, seed);
            }

            @Override
            public String description() {
                return "counted";
            }
        };
        CrossValidation<Integer> validation =
                CrossValidation.of(Examples.numbered(9)).splitter(counted).seed(5);

        Evaluation one = validation.evaluate("one", Learners.<Integer>mean());
        Evaluation other = validation.failures(FoldFailures.SKIP).evaluate("other", Learners.<Integer>mean());

        assertThat(times).hasValue(1);
        assertThat(other.folds().get(1).split()).isSameAs(one.folds().get(1).split());
        Evaluation reseeded = validation.seed(6).evaluate("one", Learners.<Integer>mean());
        assertThat(reseeded.folds().get(1).split())
                .isNotEqualTo(one.folds().get(1).split());
    }

    @Test
    void trains_each_fold_once_on_all_examples_but_those_it_tests() {
        Recorder recorder = new Recorder();
        Dataset<Integer> data = Examples.blocks(20, 10);

        Evaluation evaluation = CrossValidation.of(data).folds(5).repeats(3).evaluate("recorder", recorder.learner());

        assertThat(recorder.trained).hasSize(15);
        assertThat(evaluation.folds()).hasSize(15).allSatisfy(fold -> {
            List<Integer> tested = IntStream.of(fold.split().testRows()).boxed().toList();
            List<Integer> trained = recorder.trainedOfTested.get(tested);
            assertThat(trained)
                    .doesNotContainAnyElementsOf(tested)
                    .doesNotHaveDuplicates()
                    .hasSize(30 - tested.size());
        });
    }

    @Test
    void keeps_a_prediction_for_every_example_of_every_repeat_in_the_order_of_the_data() {
        double[] predicted = IntStream.range(0, 37).mapToDouble(row -> 10 * row).toArray();
        Script script = Script.numbers(DoubleStream.of(predicted).boxed().toList(), predicted);

        Evaluation evaluation =
                CrossValidation.of(script.data()).folds(4).repeats(2).evaluate("forest", script.learner());

        assertThat(evaluation.repeats()).hasSize(2).allSatisfy(repeat -> {
            NumberPredictions predictions = (NumberPredictions) repeat.predictions();
            assertThat(IntStream.range(0, 37).mapToDouble(predictions::value).toArray())
                    .containsExactly(predicted);
        });
    }

    @Test
    void orders_folds_by_repeat_and_number() {
        Evaluation evaluation = CrossValidation.of(Examples.blocks(6, 6))
                .folds(2)
                .repeats(2)
                .evaluate("floor", Learners.majorityClass());

        assertThat(evaluation.folds())
                .extracting(fold -> fold.split().toString())
                .containsExactly("repeat 1, fold 1", "repeat 1, fold 2", "repeat 2, fold 1", "repeat 2, fold 2");
    }

    @Test
    void takes_ten_stratified_folds_once_with_seed_1_unless_told_otherwise() {
        Evaluation evaluation = CrossValidation.of(Examples.blocks(10, 10)).evaluate("floor", Learners.majorityClass());

        assertThat(evaluation.title()).isEqualTo("floor on data: 10-fold stratified cross-validation, seed 1");
        assertThat(evaluation.isOfProcedure()).isTrue();
        assertThat(evaluation.testToTrain()).isEqualTo(1 / 9.0);
    }

    @Test
    void takes_plain_folds_for_numbers() {
        Evaluation evaluation = CrossValidation.of(Examples.numbered(12))
                .folds(3)
                .repeats(2)
                .seed(-7)
                .evaluate("floor", Learners.mean());

        assertThat(evaluation.title()).isEqualTo("floor on data: 3-fold cross-validation x 2, seed -7");
    }

    @Test
    void takes_a_hold_out_as_one_fitted_model() {
        Evaluation evaluation = CrossValidation.of(Examples.blocks(10, 10))
                .splitter(HoldoutSplit.of(0.25).withStratification())
                .evaluate("floor", Learners.majorityClass());

        assertThat(evaluation.title()).isEqualTo("floor on data: stratified hold-out of 25 %, seed 1");
        assertThat(evaluation.isOfProcedure()).isFalse();
        assertThat(evaluation.folds()).hasSize(1);
        assertThat(evaluation.repeats().get(0).size()).isEqualTo(5);
    }

    @Test
    void gives_all_candidates_the_same_splits_and_other_seeds_others() {
        CrossValidation<Integer> validation =
                CrossValidation.of(Examples.blocks(20, 20)).folds(4).seed(5);

        Evaluation one = validation.evaluate("one", Learners.majorityClass());

        assertThat(testRows(validation.evaluate("two", Learners.prior()))).isEqualTo(testRows(one));
        assertThat(testRows(validation.seed(6).evaluate("one", Learners.majorityClass())))
                .isNotEqualTo(testRows(one));
    }

    private static List<List<Integer>> testRows(Evaluation evaluation) {
        return evaluation.folds().stream()
                .map(Fold::split)
                .map(Split::testRows)
                .map(rows -> IntStream.of(rows).boxed().toList())
                .toList();
    }

    @Test
    void derives_a_seed_of_its_own_for_every_candidate_repeat_and_fold() {
        CrossValidation<Integer> validation =
                CrossValidation.of(Examples.blocks(20, 20)).folds(4).repeats(3);
        Recorder one = new Recorder();
        Recorder same = new Recorder();
        Recorder other = new Recorder();
        Recorder reseeded = new Recorder();
        validation.evaluate("one", one.learner());
        validation.evaluate("one", same.learner());
        validation.evaluate("other", other.learner());
        validation.seed(2).evaluate("one", reseeded.learner());

        // a repeated seed would have failed the recorder
        assertThat(one.trained).hasSize(12).isEqualTo(same.trained);
        assertThat(one.trained.keySet())
                .doesNotContainAnyElementsOf(other.trained.keySet())
                .doesNotContainAnyElementsOf(reseeded.trained.keySet());
    }

    @Test
    void asks_a_source_for_one_learner_for_each_fold_before_any_is_run() {
        AtomicInteger made = new AtomicInteger();
        List<Integer> madeWhenRun = Collections.synchronizedList(new ArrayList<>());
        Supplier<Learner<Integer>> source = () -> {
            made.incrementAndGet();
            return training -> {
                madeWhenRun.add(made.get());
                return Learners.<Integer>majorityClass().fit(training);
            };
        };

        CrossValidation.of(Examples.blocks(9, 9)).folds(3).repeats(2).evaluate("counted", source);

        assertThat(madeWhenRun).hasSize(6).containsOnly(6);
    }

    @Test
    void hands_weights_to_the_learner_and_weighs_the_metrics_by_them() {
        Script script = Script.labels("1 a as a", "1 b as a", "1 a as a", "1 b as b");
        Dataset<Integer> weighted = script.data().withWeights(1, 3, 2, 2);
        List<Double> seen = Collections.synchronizedList(new ArrayList<>());

        Evaluation evaluation = script.with(weighted).folds(2).evaluate("forest", training -> {
            DoubleStream.of(training.data().weights().orElseThrow()).forEach(seen::add);
            return script.predictor();
        });

        assertThat(seen).containsExactlyInAnyOrder(1.0, 3.0, 2.0, 2.0);
        assertThat(evaluation.value(ClassificationMetrics.ACCURACY).asOptional())
                .hasValue(5 / 8.0);
        assertThat(evaluation.confusion().orElseThrow().cell(1, 0)).isEqualTo(3);
    }

    @Test
    void times_fitting_and_predicting_of_each_fold() {
        Evaluation evaluation = CrossValidation.of(Examples.blocks(4, 4))
                .folds(2)
                .evaluate("slow", training -> {
                    Thread.sleep(20);
                    return tested -> {
                        Thread.sleep(10);
                        return Learners.<Integer>majorityClass().fit(training).predict(tested);
                    };
                });

        assertThat(evaluation.folds()).allSatisfy(fold -> {
            assertThat(fold.fitTime()).isGreaterThanOrEqualTo(Duration.ofMillis(19));
            assertThat(fold.predictTime()).isGreaterThanOrEqualTo(Duration.ofMillis(9));
        });
    }

    @Test
    void names_the_versions_that_results_depend_on() {
        Evaluation evaluation = Script.tumours(3, 1, 1, 3).crossValidated(2);

        assertThat(evaluation.versions())
                .containsOnlyKeys("assay", "java")
                .containsEntry("java", Runtime.version().toString());
    }

    @Test
    void takes_predictions_over_a_part_of_the_labels() {
        Script script = Script.labels("2 a as a", "2 b as b", "2 a as a", "2 b as a");
        Script ofOneLabel = Script.labels("8 a as a");

        Evaluation evaluation = script.folds(2).evaluate("forest", ofOneLabel.learner());

        assertThat(evaluation.value(ClassificationMetrics.ACCURACY).asOptional())
                .hasValue(0.5);
    }

    @Test
    void remarks_on_labels_rarer_than_folds_and_on_labels_that_a_training_part_lacks() {
        Script rare = Script.labels("1 c as a", "3 a as a", "2 b as b", "2 a as a", "2 b as b", "2 a as a");

        assertThat(rare.folds(3).evaluate("forest", rare.learner()).remarks())
                .containsExactly("repeat 1, fold 1: no training example is \"c\", but 1 tested one is");
        assertThat(CrossValidation.of(rare.data())
                        .folds(2)
                        .evaluate("forest", rare.learner())
                        .remarks())
                .hasSize(2)
                .first()
                .isEqualTo("label \"c\" has 1 example, fewer than the 2 folds: some folds test none of it");
    }

    @Test
    void counts_the_examples_of_labels_that_a_training_part_lacks() {
        Script blocks = Script.labels("2 a as a", "2 b as b");

        assertThat(blocks.crossValidated(2).remarks())
                .containsExactly(
                        "repeat 1, fold 1: no training example is \"a\", but 2 tested ones are",
                        "repeat 1, fold 2: no training example is \"b\", but 2 tested ones are");
    }

    @Test
    void hands_the_validation_part_to_the_learner_and_does_not_test_it() {
        Splitter parts = HoldoutSplit.of(0.2).withValidation(0.3);

        Evaluation evaluation = CrossValidation.of(Examples.blocks(20, 10))
                .splitter(parts)
                .evaluate("watcher", (Learner<Integer>) training -> {
                    assertThat(training.validation().orElseThrow().inputs())
                            .hasSize(9)
                            .doesNotContainAnyElementsOf(training.data().inputs());
                    assertThat(training.data().size()).isEqualTo(15);
                    return Learners.<Integer>majorityClass().fit(training);
                });

        assertThat(evaluation.folds().get(0).outcomes().size()).isEqualTo(6);
    }

    @Test
    void gives_no_validation_part_unless_there_is_one() {
        CrossValidation.of(Examples.blocks(20, 10)).evaluate("watcher", (Learner<Integer>) training -> {
            assertThat(training.validation()).isEmpty();
            return Learners.<Integer>majorityClass().fit(training);
        });
    }

    @Test
    void counts_every_prediction_of_a_row_that_several_folds_test() {
        Evaluation evaluation = CrossValidation.of(Examples.blocks(3, 2))
                .splitter(LeavePOut.of(2))
                .evaluate("floor", Learners.majorityClass());

        // each of the 5 rows is tested in 4 of 10 folds; "b" is the majority where two of "a" are left out, which are 3
        // folds
        assertThat(evaluation.folds()).hasSize(10);
        assertThat(evaluation.confusion().orElseThrow().total()).isEqualTo(20);
        assertThat(evaluation.confusion().orElseThrow().cell(0, 1)).isEqualTo(6);
    }

    @Test
    void remarks_on_labels_that_an_explicit_training_part_lacks() {
        Evaluation evaluation = CrossValidation.of(Examples.blocks(6, 2))
                .splitter(TimeSeriesSplit.of(1).withTestSize(2))
                .evaluate("floor", Learners.majorityClass());

        assertThat(evaluation.remarks())
                .contains("repeat 1, fold 1: no training example is \"b\", but 2 tested ones are");
    }

    @Test
    void remarks_on_queries_that_are_tested_in_parts() {
        Dataset<Integer> ranking = Examples.numbered(6).withGroups(List.of("q", "q", "r", "r", "s", "s"));

        assertThat(CrossValidation.of(ranking)
                        .splitter(KFold.of(2))
                        .evaluate("floor", Learners.mean())
                        .remarks())
                .contains("1 of 3 groups is tested in parts: a metric of rankings takes each part for a whole "
                        + "query; GroupKFold keeps groups whole");
        assertThat(CrossValidation.of(ranking)
                        .splitter(new Repeated(GroupKFold.of(2).withShuffling(), 2))
                        .evaluate("floor", Learners.mean())
                        .remarks())
                .isEmpty();
    }

    @Test
    void fails_when_both_a_splitter_and_folds_are_set() {
        CrossValidation<Integer> validation = CrossValidation.of(Examples.blocks(20, 10));

        assertThatIllegalStateException()
                .isThrownBy(() -> validation.splitter(GroupKFold.of(3)).folds(5))
                .withMessage("both folds(5) and splitter(…) are set, here to a 3-fold group cross-validation; give the "
                        + "splitter the number of folds, and leave folds(…) out");
        assertThatIllegalStateException()
                .isThrownBy(() -> validation.folds(5).splitter(HoldoutSplit.of(0.2)))
                .withMessage(
                        "both folds(5) and splitter(…) are set, here to a hold-out of 20 %; give the splitter the number "
                                + "of folds, and leave folds(…) out");
    }
}
