package dev.assay.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import dev.assay.data.Dataset;
import dev.assay.data.Seed;
import dev.assay.data.Targets;
import dev.assay.learning.Choice;
import dev.assay.learning.Learner;
import dev.assay.learning.Learners;
import dev.assay.learning.Predictor;
import dev.assay.learning.Training;
import dev.assay.learning.Transforms;
import dev.assay.metric.ClassificationMetrics;
import dev.assay.metric.Direction;
import dev.assay.metric.Metric;
import dev.assay.metric.Range;
import dev.assay.metric.RegressionMetrics;
import dev.assay.prediction.NumberPredictions;
import dev.assay.prediction.Predictions;
import dev.assay.resampling.GroupKFold;
import dev.assay.resampling.HoldoutSplit;
import dev.assay.resampling.KFold;
import dev.assay.resampling.Split;
import dev.assay.resampling.Splitter;
import dev.assay.testing.AdapterClassLoader;
import dev.assay.testing.Examples;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
class SelectionTest {

    @TempDir
    Path folder;

    /** Targets are ten times the inputs; from row 10 on, minus ten times. */
    private static final Dataset<Integer> NUMBERS = Dataset.<Integer>of(
                    IntStream.range(0, 20).boxed().toList(),
                    Targets.numbers(IntStream.range(0, 20)
                            .mapToDouble(row -> row < 10 ? 10 * row : -10 * row)
                            .toArray()))
            .named("numbers");

    private static Learner<Integer> times(int factor) {
        return training -> inputs -> Predictions.numbers(
                inputs.stream().mapToDouble(input -> factor * input).toArray());
    }

    private static Learner<Integer> byError(Candidate... alternatives) {
        return Selection.by(RegressionMetrics.MEAN_ABSOLUTE_ERROR, KFold.of(2), alternatives);
    }

    private static final Candidate UP = Candidate.of("up", times(10));
    private static final Candidate DOWN = Candidate.of("down", times(-10));
    private static final Candidate HOPELESS = Candidate.of("hopeless", times(1000));

    @Test
    void what_was_chosen_tells_its_own_size_versions_and_class() throws Exception {
        Predictor<Integer> sized = new Predictor<>() {
            @Override
            public Predictions predict(List<Integer> inputs) {
                return Predictions.numbers(new double[inputs.size()]);
            }

            @Override
            public OptionalLong sizeInBytes() {
                return OptionalLong.of(42);
            }

            @Override
            public Map<String, String> versions() {
                return Map.of("library", "1.2");
            }
        };
        Learner<Integer> fitting = training -> sized;

        Predictor<Integer> chosen =
                byError(Candidate.of("sized", fitting), HOPELESS).fit(Training.of(NUMBERS, Seed.of(1)));

        assertThat(chosen.choice()).map(Choice::alternative).contains("sized");
        assertThat(chosen.sizeInBytes()).hasValue(42);
        assertThat(chosen.versions()).containsEntry("library", "1.2");
        assertThat(chosen.typeName()).isEqualTo(sized.getClass().getName());
    }

    @Test
    void chooses_on_each_training_part_what_is_best_there() {
        // each half is tested by what is right for the other, which inner folds can't know
        Evaluation evaluation =
                CrossValidation.of(NUMBERS).splitter(KFold.of(2)).evaluate("chooser", byError(UP, DOWN));

        assertThat(evaluation.folds())
                .extracting(fold -> fold.choice().orElseThrow())
                .extracting(Choice::alternative, Choice::metric, Choice::score)
                .containsExactly(tuple("down", "mean absolute error", 0.0), tuple("up", "mean absolute error", 0.0));
        assertThat(((NumberPredictions) evaluation.folds().get(0).outcomes().predictions()).value(3))
                .isEqualTo(-30);
        assertThat(evaluation.remarks())
                .containsExactly(
                        "chosen by mean absolute error in inner folds: \"down\" in 1, \"up\" in 1 of 2 folds",
                        // off by 20 times each input: 90 on average in the first half, 290 in the second
                        "choosing among 2 alternatives by mean absolute error was optimistic by 190.0000: 0.0000 on average in"
                                + " the inner folds that chose, 190.0000 in the outer folds that judge");
    }

    @Test
    void tells_the_metric_it_chose_by_also_if_that_is_none_of_the_usual() {
        Metric wrongness = wrongness(Direction.LOWER_IS_BETTER);

        Evaluation evaluation = CrossValidation.of(NUMBERS)
                .splitter(KFold.of(2))
                .evaluate("chooser", Selection.by(wrongness, KFold.of(2), UP, DOWN));

        assertThat(evaluation.remarks())
                .last()
                .asString()
                .contains("alternatives by wrongness was optimistic by 190.0000");
        assertThat(evaluation.scores())
                .extracting(score -> score.metric().name())
                .contains("wrongness");
    }

    /** Learners that guess, of which one is the best by luck. */
    private static Candidate[] guessing(int number) {
        return IntStream.range(0, number)
                .mapToObj(guess -> Candidate.of("guess " + guess, Learners.<Integer>stratifiedRandom()))
                .toArray(Candidate[]::new);
    }

    @Test
    void the_luck_of_the_best_of_many_is_told_as_optimism() {
        Evaluation evaluation = CrossValidation.of(Examples.blocks(30, 30))
                .folds(5)
                .evaluate("guesser", Selection.by(ClassificationMetrics.ACCURACY, guessing(20)));

        double outer =
                evaluation.value(ClassificationMetrics.ACCURACY).asOptional().orElseThrow();
        double inner = evaluation.folds().stream()
                .mapToDouble(fold -> fold.choice().orElseThrow().score())
                .average()
                .orElseThrow();
        assertThat(inner).isGreaterThan(outer + 0.05);
        assertThat(evaluation.remarks())
                .last()
                .asString()
                .startsWith("choosing among 20 alternatives by accuracy was optimistic");
    }

    private static Metric wrongness(Direction direction) {
        return Metric.of(
                "wrongness",
                direction,
                new Range(0, 1000),
                outcomes -> RegressionMetrics.MEAN_ABSOLUTE_ERROR
                        .value(outcomes)
                        .asOptional()
                        .orElseThrow());
    }

    @Test
    void takes_a_simpler_one_that_is_hardly_worse_if_told_so() {
        Learner<Integer> selection = Selection.by(
                RegressionMetrics.MEAN_ABSOLUTE_ERROR,
                SelectionRule.withinOneStandardError(),
                KFold.of(2),
                List.of(Candidate.of("roughly", times(9)), UP, HOPELESS));

        Evaluation evaluation = CrossValidation.of(NUMBERS).folds(2).evaluate("chooser", selection);

        assertThat(evaluation.folds())
                .extracting(fold -> fold.choice().orElseThrow().alternative())
                .containsOnly("roughly");
        assertThat(evaluation.remarks().get(0))
                .isEqualTo(
                        "chosen by mean absolute error in inner folds, as the simplest within one standard error of the best:"
                                + " \"roughly\" in 2 of 2 folds");
    }

    @Test
    void says_that_what_is_chosen_by_time_may_change() {
        Learner<Integer> selection = Selection.by(
                RegressionMetrics.MEAN_ABSOLUTE_ERROR,
                SelectionRule.best().preferring(Preference.FASTEST_TO_FIT),
                List.of(UP, HOPELESS));

        Evaluation evaluation = CrossValidation.of(
                        NUMBERS.select(IntStream.range(0, 10).toArray()))
                .folds(2)
                .evaluate("chooser", selection);

        assertThat(evaluation.remarks())
                .containsExactly(
                        "chosen by mean absolute error in inner folds, as the best, of equals the fastest to fit: \"up\" in 2 of 2"
                                + " folds",
                        "choosing among 2 alternatives by mean absolute error shows no optimism: 0.0000 on average in the inner"
                                + " folds that chose, 0.0000 in the outer folds that judge",
                        "what is the fastest to fit was chosen by the clock: another run may choose otherwise, and give other"
                                + " values");
    }

    @Test
    void fails_where_a_rule_asks_for_a_standard_error_and_there_is_none() {
        Selection<Integer> selection = Selection.by(
                RegressionMetrics.MEAN_ABSOLUTE_ERROR,
                SelectionRule.withinOneStandardError(),
                HoldoutSplit.of(0.5),
                List.of(UP, DOWN));

        assertThatThrownBy(() -> selection.fit(Training.of(NUMBERS, Seed.of(1))))
                .isInstanceOf(EvaluationException.class)
                .hasMessageStartingWith(
                        "none of the alternatives can be chosen by mean absolute error in inner folds: ")
                .hasMessageEndingWith("it has no standard error; take more or larger folds, or choose the best");
    }

    @Test
    void follows_the_direction_of_the_metric() throws Exception {
        Training<Integer> ascending =
                Training.of(NUMBERS.select(IntStream.range(1, 10).toArray()), Seed.of(1));
        Candidate almost = Candidate.of("almost", times(9));

        assertThat(Selection.<Integer>by(RegressionMetrics.MEAN_ABSOLUTE_ERROR, DOWN, almost)
                        .fit(ascending)
                        .choice())
                .get()
                .extracting(Choice::alternative)
                .isEqualTo("almost");
        Metric error = wrongness(Direction.HIGHER_IS_BETTER);
        assertThat(Selection.<Integer>by(error, almost, DOWN).fit(ascending).choice())
                .get()
                .extracting(Choice::alternative)
                .isEqualTo("down");
    }

    @Test
    void takes_the_first_of_equals() throws Exception {
        Candidate twin = Candidate.of("twin", times(10));
        Training<Integer> training = Training.of(NUMBERS, Seed.of(1));

        assertThat(byError(twin, UP).fit(training).choice().orElseThrow().alternative())
                .isEqualTo("twin");
        assertThat(byError(UP, twin).fit(training).choice().orElseThrow().alternative())
                .isEqualTo("up");
    }

    @Test
    void prefers_a_defined_value_to_an_undefined_one() throws Exception {
        Metric sometimes = Metric.of(
                "sometimes",
                Direction.LOWER_IS_BETTER,
                new Range(-1000, 1000),
                outcomes -> outcomes.numberPredictions().value(0) > 0 ? 5 : Double.NaN);
        Training<Integer> training = Training.of(NUMBERS.select(1, 2, 3, 4), Seed.of(1));

        assertThat(Selection.<Integer>by(sometimes, KFold.of(2), DOWN, UP)
                        .fit(training)
                        .choice()
                        .orElseThrow()
                        .alternative())
                .isEqualTo("up");
        assertThatThrownBy(
                        () -> Selection.<Integer>by(sometimes, KFold.of(2), DOWN, Candidate.of("steeper", times(-20)))
                                .fit(training))
                .isInstanceOf(EvaluationException.class)
                .hasMessageStartingWith(
                        "none of the alternatives can be chosen by sometimes in inner folds: it is undefined")
                .hasMessageEndingWith("for \"down\", and no better for the others");
    }

    @Test
    void fits_what_was_chosen_to_the_whole_training_part_with_its_validation_part() {
        List<Training<Integer>> fits = Collections.synchronizedList(new ArrayList<>());
        Learner<Integer> spy = training -> {
            fits.add(training);
            return times(10).fit(training);
        };

        CrossValidation.of(NUMBERS)
                .splitter(HoldoutSplit.of(0.2).withValidation(0.2))
                .evaluate("chooser", byError(Candidate.of("spy", spy), HOPELESS));

        assertThat(fits).extracting(training -> training.data().size()).containsExactlyInAnyOrder(6, 6, 12);
        assertThat(fits.get(2).data().size()).isEqualTo(12);
        assertThat(fits.get(2).validation().orElseThrow().size()).isEqualTo(4);
        assertThat(fits.subList(0, 2))
                .allMatch(training -> training.validation().isEmpty());
    }

    @Test
    void never_shows_an_outer_test_row_to_an_alternative_that_is_being_chosen() {
        Set<String> seen = ConcurrentHashMap.newKeySet();
        Learner<Integer> spy = training -> {
            training.data().inputs().forEach(input -> seen.add(training.data().name() + ": " + input));
            return inputs -> {
                inputs.forEach(input -> seen.add(training.data().name() + ": " + input));
                return times(10).fit(training).predict(inputs);
            };
        };

        CrossValidation.of(NUMBERS)
                .splitter(HoldoutSplit.of(0.5))
                .evaluate("chooser", byError(Candidate.of("spy", spy), HOPELESS));

        assertThat(seen)
                .filteredOn(row -> row.startsWith("the training part of numbers: "))
                .hasSize(10);
        assertThat(seen).filteredOn(row -> row.startsWith("numbers: ")).hasSize(20);
    }

    /** Remembers what it was asked to split. */
    private record Spying(Splitter splitter, ConcurrentLinkedQueue<Dataset<?>> seen) implements Splitter {

        @Override
        public List<Split> split(Dataset<?> data, Seed seed) {
            seen.add(data);
            return splitter.split(data, seed);
        }

        @Override
        public String description() {
            return splitter.description();
        }
    }

    @Test
    void groups_times_weights_and_attributes_reach_the_inner_splitter() {
        List<String> groups =
                IntStream.range(0, 20).mapToObj(row -> "patient " + row / 4).toList();
        double[] weights = IntStream.range(0, 20).mapToDouble(row -> row + 1).toArray();
        Dataset<Integer> data = Examples.at(NUMBERS, IntStream.range(0, 20).toArray())
                .withGroups(groups)
                .withWeights(weights)
                .withAttribute("ward", groups);
        ConcurrentLinkedQueue<Dataset<?>> seen = new ConcurrentLinkedQueue<>();
        Splitter inner = new Spying(GroupKFold.of(2), seen);

        CrossValidation.of(data)
                .splitter(GroupKFold.of(5))
                .evaluate("chooser", Selection.by(RegressionMetrics.MEAN_ABSOLUTE_ERROR, inner, UP, DOWN));

        // once for both alternatives
        assertThat(seen).hasSize(5).allSatisfy(part -> {
            assertThat(part.size()).isEqualTo(16);
            for (int row = 0; row < part.size(); row++) {
                int origin = Integer.parseInt(part.id(row));
                assertThat(part.groups().orElseThrow().get(row)).isEqualTo(groups.get(origin));
                assertThat(part.weights().orElseThrow()[row]).isEqualTo(weights[origin]);
                assertThat(part.times().orElseThrow().get(row).getEpochSecond()).isEqualTo(origin);
                assertThat(part.attribute("ward").get(row)).isEqualTo(groups.get(origin));
            }
        });
    }

    private static Evaluation nested(WorkerPool pool) {
        Dataset<Integer> data = Examples.blocks(14, 10);
        Learner<Integer> innermost = Selection.by(
                ClassificationMetrics.ACCURACY,
                Candidate.of("random", Learners.stratifiedRandom()),
                Candidate.of("majority", Learners.majorityClass()));
        Learner<Integer> selection = Selection.by(
                ClassificationMetrics.ACCURACY,
                KFold.of(3).withShuffling(),
                Candidate.of("innermost", innermost),
                Candidate.of("random", Learners.stratifiedRandom()));
        return CrossValidation.of(data).folds(3).repeats(2).seed(7).pool(pool).evaluate("chooser", selection);
    }

    @Test
    void nests_on_one_thread_and_gives_the_same_with_any_number_of_threads() {
        List<List<Choice>> choices = new ArrayList<>();
        List<String> values = new ArrayList<>();
        for (int threads : new int[] {1, 2, 16}) {
            try (WorkerPool pool = WorkerPool.of(threads)) {
                Evaluation evaluation = nested(pool);
                choices.add(evaluation.folds().stream()
                        .map(fold -> fold.choice().orElseThrow())
                        .toList());
                values.add(evaluation.toString());
            }
        }

        assertThat(choices.get(0)).hasSize(6);
        assertThat(choices).containsOnly(choices.get(0));
        assertThat(values).containsOnly(values.get(0));
    }

    @Test
    void inner_folds_run_on_the_pool_of_the_outer_ones() {
        Set<Thread> threads = ConcurrentHashMap.newKeySet();
        Learner<Integer> spy = training -> {
            threads.add(Thread.currentThread());
            return times(10).fit(training);
        };

        try (WorkerPool pool = WorkerPool.of(1)) {
            CrossValidation.of(NUMBERS)
                    .folds(4)
                    .pool(pool)
                    .evaluate("chooser", byError(Candidate.of("spy", spy), HOPELESS));
        }

        assertThat(threads).hasSize(1);
    }

    @Test
    void outer_folds_split_inside_by_seeds_of_their_own() {
        Set<Seed> seeds = ConcurrentHashMap.newKeySet();
        Splitter spy = new Splitter() {
            @Override
            public List<Split> split(Dataset<?> data, Seed seed) {
                seeds.add(seed);
                return KFold.of(2).split(data, seed);
            }

            @Override
            public String description() {
                return "spy";
            }
        };

        CrossValidation.of(NUMBERS)
                .folds(4)
                .evaluate("chooser", Selection.by(RegressionMetrics.MEAN_ABSOLUTE_ERROR, spy, UP, DOWN));

        assertThat(seeds).hasSize(4);
    }

    @Test
    void names_outer_and_inner_fold_and_the_alternative_that_fails() {
        Candidate broken = Candidate.of("broken", (Learner<Integer>) training -> {
            throw new IllegalStateException("out of luck");
        });

        assertThatThrownBy(() ->
                        CrossValidation.of(NUMBERS).splitter(KFold.of(2)).evaluate("chooser", byError(UP, broken)))
                .isInstanceOf(EvaluationException.class)
                .hasMessage(
                        "chooser on numbers, repeat 1, fold 1: broken on the training part of numbers, repeat 1, fold 1: "
                                + "IllegalStateException: out of luck");
    }

    @Test
    void a_choice_shows_through_a_transform_around_it() {
        Dataset<double[]> data = NUMBERS.map(input -> new double[] {input});
        Learner<double[]> selection = Selection.<double[]>by(
                        RegressionMetrics.MEAN_ABSOLUTE_ERROR,
                        Candidate.of("mean", Learners.<double[]>mean()),
                        Candidate.of("median", Learners.<double[]>median()))
                .after(Transforms.standardScaling());

        assertThat(CrossValidation.of(data)
                        .folds(2)
                        .evaluate("chooser", selection)
                        .folds())
                .allMatch(fold -> fold.choice().isPresent());
    }

    @Test
    void chooses_among_trainers_of_other_libraries() {
        AtomicInteger made = new AtomicInteger();
        AdapterClassLoader.with(folder, () -> {
            Dataset<Integer> data = Examples.blocks(6, 4);
            Learner<Integer> selection = Selection.by(
                    ClassificationMetrics.ACCURACY,
                    KFold.of(2).withShuffling(),
                    Candidate.of("foreign", () -> {
                        made.incrementAndGet();
                        return new ArrayList<>();
                    }),
                    Candidate.of("last", (Learner<Integer>) training -> inputs -> Predictions.labels(
                            training.labels(),
                            inputs.stream().mapToInt(input -> 1).toArray())));

            Evaluation evaluation = CrossValidation.of(data).folds(2).evaluate("chooser", selection);

            assertThat(evaluation.folds())
                    .extracting(fold -> fold.choice().orElseThrow().alternative())
                    .containsOnly("foreign");
            assertThat(evaluation.versions()).containsEntry("foreign", "1.2");
            // to ask for versions once, then in each outer fold for two inner ones and the last fit
            assertThat(made).hasValue(1 + 2 * 3);
        });
    }

    @Test
    void fails_without_alternatives_to_choose_from() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> byError(UP))
                .withMessage("a selection needs at least two alternatives to choose from, not 1");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> byError(UP, UP))
                .withMessage("two candidates are named \"up\"");
    }
}
