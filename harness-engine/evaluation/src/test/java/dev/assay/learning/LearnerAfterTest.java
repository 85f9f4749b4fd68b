package dev.assay.learning;

import static dev.assay.testing.Failures.assertInvalidData;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.assay.data.Dataset;
import dev.assay.data.InvalidDataException;
import dev.assay.data.LabelTargets;
import dev.assay.data.Seed;
import dev.assay.data.Targets;
import dev.assay.evaluation.CrossValidation;
import dev.assay.evaluation.Evaluation;
import dev.assay.evaluation.EvaluationException;
import dev.assay.prediction.LabelPredictions;
import dev.assay.prediction.NumberPredictions;
import dev.assay.prediction.Predictions;
import dev.assay.resampling.HoldoutSplit;
import dev.assay.resampling.KFold;
import dev.assay.resampling.PredefinedSplit;
import dev.assay.testing.AdapterClassLoader;
import dev.assay.testing.Examples;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LearnerAfterTest {

    @TempDir
    Path folder;

    /** Predicts what its input is. */
    private static final Learner<double[]> ECHO = training -> inputs ->
            Predictions.numbers(inputs.stream().mapToDouble(input -> input[0]).toArray());

    private static Dataset<double[]> numbers(double... values) {
        double[][] inputs = new double[values.length][];
        for (int row = 0; row < values.length; row++) {
            inputs[row] = new double[] {values[row]};
        }
        return Dataset.of(inputs, Targets.numbers(values));
    }

    private static double predicted(Predictor<double[]> predictor, double input) throws Exception {
        return ((NumberPredictions) predictor.predict(List.of(new double[] {input}))).value(0);
    }

    @Test
    void transforms_what_is_predicted_by_what_was_learned_from_the_training_part() throws Exception {
        Predictor<double[]> predictor =
                ECHO.after(Transforms.minMaxScaling()).fit(Training.of(numbers(10, 20), Seed.of(1)));

        assertThat(predicted(predictor, 15)).isEqualTo(0.5);
        assertThat(predicted(predictor, 40)).isEqualTo(3);
    }

    @Test
    void each_fold_fits_the_transform_to_its_own_training_part() {
        ConcurrentMap<List<Double>, Boolean> seen = new ConcurrentHashMap<>();
        Transform<double[], double[]> spy = training -> {
            seen.put(training.inputs().stream().map(input -> input[0]).toList(), true);
            return input -> input;
        };

        CrossValidation.of(numbers(1, 2, 3)).splitter(KFold.of(3)).evaluate("echo", ECHO.after(spy));

        assertThat(seen.keySet()).containsExactlyInAnyOrder(List.of(2.0, 3.0), List.of(1.0, 3.0), List.of(1.0, 2.0));
    }

    @Test
    void the_learner_sees_transformed_inputs_with_everything_else_as_it_was() throws Exception {
        List<Training<double[]>> seen = new ArrayList<>();
        Learner<double[]> spy = training -> {
            seen.add(training);
            return ECHO.fit(training);
        };
        Dataset<double[]> data = numbers(0, 5, 10, 1000)
                .withFeatureNames(List.of("dose"))
                .withIds(List.of("a", "b", "c", "d"))
                .withGroups(List.of("g", "g", "h", "h"))
                .withWeights(1, 2, 3, 4)
                .withAttribute("ward", List.of("w", "x", "y", "z"));

        spy.after(Transforms.minMaxScaling())
                .fit(Training.of(data.select(0, 2), Seed.of(7)).withValidation(data.select(1)));

        Dataset<double[]> training = seen.get(0).data();
        assertThat(training.inputs()).containsExactly(new double[] {0}, new double[] {1});
        assertThat(training.featureNames()).containsExactly("dose");
        assertThat(training.id(1)).isEqualTo("c");
        assertThat(training.groups()).contains(List.of("g", "h"));
        assertThat(training.weights())
                .hasValueSatisfying(weights -> assertThat(weights).containsExactly(1, 3));
        assertThat(training.attribute("ward")).containsExactly("w", "y");
        assertThat(training.targets().size()).isEqualTo(2);
        assertThat(seen.get(0).seed()).isEqualTo(Seed.of(7));
        assertThat(seen.get(0).validation().orElseThrow().inputs()).containsExactly(new double[] {0.5});
    }

    @Test
    void the_validation_part_of_a_split_is_transformed_too() {
        List<Optional<Dataset<double[]>>> seen = new ArrayList<>();
        Learner<double[]> spy = training -> {
            seen.add(training.validation());
            return ECHO.fit(training);
        };
        Transform<double[], double[]> negating = training -> input -> new double[] {-input[0]};

        CrossValidation.of(numbers(1, 2, 3, 4, 5, 6, 7, 8))
                .splitter(HoldoutSplit.of(0.25).withValidation(0.25))
                .evaluate("echo", spy.after(negating));

        assertThat(seen).hasSize(1);
        assertThat(seen.get(0).orElseThrow().inputs())
                .hasSize(2)
                .allSatisfy(input -> assertThat(input[0]).isNegative());
    }

    @Test
    void a_row_that_cannot_be_transformed_is_named() {
        Transform<double[], double[]> fussy = training -> input -> {
            if (input[0] > 2) {
                throw new InvalidDataException("the dose is above 2");
            }
            return input;
        };
        Dataset<double[]> data = numbers(1, 2, 3).withIds(List.of("ann", "bob", "eve"));

        assertInvalidData(() -> ECHO.after(fussy).fit(Training.of(data, Seed.of(1))), "row eve: the dose is above 2");
        assertThatThrownBy(() -> CrossValidation.of(data)
                        .splitter(KFold.of(3))
                        .evaluate("echo", ECHO.after(training -> fussy.fit(training))))
                .isInstanceOf(EvaluationException.class)
                .hasMessage("echo on data, repeat 1, fold 1: row eve: the dose is above 2");
        assertThatThrownBy(() -> ECHO.after(fussy)
                        .fit(Training.of(data.select(0, 1), Seed.of(1)))
                        .predict(List.of(new double[] {1}, new double[] {9})))
                .hasMessage("row 1 of those to be predicted: the dose is above 2");
        assertThatThrownBy(() -> CrossValidation.of(data)
                        .splitter(PredefinedSplit.of(-1, 0, 0))
                        .evaluate("echo", ECHO.after(fussy)))
                .isInstanceOf(EvaluationException.class)
                .hasMessage(
                        "echo on data, repeat 1, fold 1: row 1 of those to be predicted: the dose is above 2 (row 1 of the "
                                + "test part is example eve)");
    }

    @Test
    void fails_if_there_is_nothing_to_fit_a_transform_to() {
        Training<double[]> nothing = Training.of(numbers(1).named("doses").select(), Seed.of(1));

        assertInvalidData(
                () -> ECHO.after(Transforms.standardScaling()).fit(nothing),
                "no example of doses is left to fit a transform to; the training part is empty");
    }

    @Test
    void what_was_chosen_shows_through_a_transform() throws Exception {
        Choice choice = new Choice("forest", "accuracy", 0.5);
        Learner<double[]> choosing = training -> new Predictor<>() {
            @Override
            public Predictions predict(List<double[]> inputs) {
                return Predictions.numbers(new double[inputs.size()]);
            }

            @Override
            public Optional<Choice> choice() {
                return Optional.of(choice);
            }
        };

        assertThat(choosing.after(Transforms.minMaxScaling())
                        .fit(Training.of(numbers(1, 2), Seed.of(1)))
                        .choice())
                .contains(choice);
        assertThat(ECHO.fit(Training.of(numbers(1), Seed.of(1))).choice()).isEmpty();
    }

    private static final Dataset<Integer> LETTERS = Examples.blocks(4, 4).withFeatureNames(List.of("letter"));

    /** Remembers, of the library's trainers, how each was used. */
    private static List<Object> trainer() {
        return new ArrayList<>();
    }

    @Test
    void a_trainer_of_another_library_learns_behind_a_transform() {
        List<Object> trainer = trainer();
        AdapterClassLoader.with(folder, () -> {
            Evaluation evaluation = CrossValidation.of(LETTERS)
                    .folds(2)
                    .evaluate("foreign", Learners.of(trainer).after(training -> input -> "transformed " + input));

            assertThat(trainer).containsExactly(LearnerProvider.Sharing.SHARED);
            assertThat(evaluation.versions()).containsEntry("foreign", "1.2");
            assertThat(evaluation.folds())
                    .allSatisfy(fold -> assertThat(
                                    ((LabelPredictions) fold.outcomes().predictions()).label(0))
                            .isEqualTo("a"));
        });
    }

    @Test
    void a_library_gets_inputs_to_predict_without_their_targets() {
        // folds run at the same time
        List<LabelTargets> seen = Collections.synchronizedList(new ArrayList<>());
        LearnerProvider<String> spy = new LearnerProvider<>() {
            @Override
            public boolean supports(Object trainerOrModel) {
                return true;
            }

            @Override
            public Dataset<String> adapt(Dataset<?> data) {
                seen.add((LabelTargets) data.targets());
                assertThat(data.featureNames()).containsExactly("letter");
                return data.map(Object::toString);
            }

            @Override
            public Learner<String> learner(Object trainer, Sharing sharing) {
                throw new AssertionError("not called");
            }

            @Override
            public Predictor<String> predictor(Object model) {
                throw new AssertionError("not called");
            }
        };
        Learner<Integer> learner = new AdaptedLearner<Integer, String>(spy, Learners::majorityClass);

        CrossValidation.of(LETTERS).splitter(KFold.of(2)).evaluate("majority", learner);

        // the first half is "a", the second "b": what is predicted comes with the label of the training part
        assertThat(seen).hasSize(4);
        assertThat(seen).filteredOn(targets -> targets.label(0).equals("a")).hasSize(2);
        assertThat(seen)
                .allSatisfy(targets -> assertThat(IntStream.range(0, targets.size())
                                .mapToObj(targets::label)
                                .distinct())
                        .hasSize(1));
    }

    @Test
    void a_library_predicts_nothing_for_no_inputs() {
        AdapterClassLoader.with(folder, () -> {
            try {
                assertThat(Learners.<Integer>of(trainer())
                                .fit(Training.of(LETTERS, Seed.of(1)))
                                .predict(List.of())
                                .size())
                        .isZero();
            } catch (Exception e) {
                throw new AssertionError(e);
            }
        });
    }

    @Test
    void trainers_that_are_made_anew_are_not_shared() {
        List<List<Object>> made = new ArrayList<>();
        AdapterClassLoader.with(folder, () -> {
            Learner<Object> learner = Learners.of(() -> {
                made.add(trainer());
                return made.get(made.size() - 1);
            });
            assertThat(made).hasSize(1);

            CrossValidation.of(LETTERS).folds(3).evaluate("foreign", learner.after(training -> input -> input));
        });

        assertThat(made).hasSize(3).containsOnly(List.of(LearnerProvider.Sharing.EXCLUSIVE));
    }

    @Test
    void fails_if_a_source_of_new_trainers_gives_one_twice() {
        List<Object> trainer = trainer();
        AdapterClassLoader.with(
                folder,
                () -> assertThatThrownBy(() ->
                                CrossValidation.of(LETTERS).folds(2).evaluate("foreign", Learners.of(() -> trainer)))
                        .hasMessageContaining(
                                "the source of trainers gave the same java.util.ArrayList twice; make a new "
                                        + "one at each call, or give the trainer itself"));
    }

    @Test
    void a_learner_is_its_own_learner_and_may_be_made_anew() throws Exception {
        Learner<double[]> same = Learners.of(ECHO);
        assertThat(same).isSameAs(ECHO);

        List<Learner<double[]>> made = new ArrayList<>();
        Learner<double[]> renewed = Learners.of(() -> {
            made.add(training -> ECHO.fit(training));
            return made.get(made.size() - 1);
        });
        Training<double[]> training = Training.of(numbers(1, 2), Seed.of(1));
        renewed.fit(training);
        assertThat(predicted(renewed.fit(training), 5)).isEqualTo(5);
        assertThat(made).hasSize(2);
    }

    @Test
    void fails_for_a_trainer_that_no_adapter_knows() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Learners.of("forest"))
                .withMessage("no adapter on the class path knows a trainer or model of type java.lang.String; is the "
                        + "adapter for its library among the dependencies?");
    }

    @Test
    void a_learner_behind_a_transform_knows_when_it_is_not_wanted_any_more() throws Exception {
        List<Boolean> told = new ArrayList<>();
        Learner<double[]> asking = training -> {
            told.add(training.isCancelled());
            return ECHO.fit(training);
        };
        Training<double[]> training = Training.of(numbers(1, 2), Seed.of(1))
                .withCancellation(() -> true)
                .withValidation(numbers(3));

        asking.after(Transforms.standardScaling()).fit(training);

        assertThat(told).containsExactly(true);
    }
}
