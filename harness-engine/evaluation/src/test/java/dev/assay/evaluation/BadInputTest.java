package dev.assay.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.assay.data.Dataset;
import dev.assay.data.InvalidDataException;
import dev.assay.data.Labels;
import dev.assay.learning.Learner;
import dev.assay.learning.Learners;
import dev.assay.learning.Predictor;
import dev.assay.prediction.Predictions;
import dev.assay.testing.Examples;
import dev.assay.testing.Script;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.assertj.core.api.AbstractThrowableAssert;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Whatever is wrong with a candidate or its data is told in one message that names the candidate, the data and the fold. */
class BadInputTest {

    private static final Dataset<Integer> TUMOURS = Script.tumours(5, 0, 0, 5).data();

    private static Learner<Integer> predicting(Predictor<Integer> predictor) {
        return training -> predictor;
    }

    private static Learner<Integer> failing(Exception failure) {
        return training -> {
            throw failure;
        };
    }

    private static AbstractThrowableAssert<?, ? extends Throwable> assertThatForestFails(Learner<Integer> learner) {
        return assertThatThrownBy(() -> CrossValidation.of(TUMOURS).folds(2).evaluate("forest", learner))
                .isInstanceOf(EvaluationException.class);
    }

    @Test
    void fails_when_a_learner_throws_in_one_fold() {
        IllegalStateException failure = new IllegalStateException("singular matrix");
        Supplier<Learner<Integer>> failingOnce =
                Script.perFold(fold -> fold == 4 ? failing(failure) : Learners.majorityClass());

        assertThatThrownBy(() -> CrossValidation.of(TUMOURS).folds(3).repeats(2).evaluate("forest", failingOnce))
                .isInstanceOf(EvaluationException.class)
                .hasMessage("forest on tumours, repeat 2, fold 2: IllegalStateException: singular matrix")
                .hasCause(failure);
    }

    @Test
    void names_the_type_of_a_failure_without_message() {
        assertThatForestFails(failing(new UnsupportedOperationException()))
                .hasMessage("forest on tumours, repeat 1, fold 1: UnsupportedOperationException");
    }

    @Test
    @Timeout(20)
    void reports_the_first_fold_that_fails_even_when_a_later_one_failed_before() {
        CountDownLatch laterFailed = new CountDownLatch(1);
        Supplier<Learner<Integer>> source = Script.perFold(fold -> training -> {
            if (fold == 1) {
                laterFailed.await();
                throw new IllegalStateException("early");
            }
            if (fold == 3) {
                laterFailed.countDown();
                throw new IllegalStateException("late");
            }
            return Learners.<Integer>majorityClass().fit(training);
        });

        try (WorkerPool pool = WorkerPool.of(2)) {
            assertThatThrownBy(() ->
                            CrossValidation.of(TUMOURS).folds(5).pool(pool).evaluate("forest", source))
                    .hasMessage("forest on tumours, repeat 1, fold 2: IllegalStateException: early");
        }
    }

    @Test
    void does_not_run_folds_after_a_failed_one() {
        AtomicInteger run = new AtomicInteger();
        try (WorkerPool pool = WorkerPool.of(1)) {
            assertThatThrownBy(() -> CrossValidation.of(TUMOURS)
                            .folds(5)
                            .pool(pool)
                            .evaluate("forest", training -> {
                                run.incrementAndGet();
                                throw new IllegalStateException();
                            }))
                    .isInstanceOf(EvaluationException.class);
        }

        assertThat(run).hasValue(1);
    }

    @Test
    void lets_other_candidates_go_on() throws InterruptedException {
        try (WorkerPool pool = WorkerPool.of(1)) {
            CrossValidation<Integer> validation =
                    CrossValidation.of(TUMOURS).folds(2).pool(pool);

            PendingEvaluation bad = validation.start(Candidate.of("bad", failing(new IllegalStateException("no"))));
            PendingEvaluation interrupted =
                    validation.start(Candidate.of("interrupted", failing(new InterruptedException("stopped"))));
            PendingEvaluation good = validation.start(Candidate.of("good", (Learner<Integer>) training -> {
                Thread.sleep(1); // fails if an interrupt was left behind
                return Learners.<Integer>majorityClass().fit(training);
            }));

            assertThat(good.await().candidate()).isEqualTo("good");
            assertThatThrownBy(bad::await).hasMessage("bad on tumours, repeat 1, fold 1: IllegalStateException: no");
            assertThatThrownBy(bad::await).as("asked again").isInstanceOf(EvaluationException.class);
            assertThatThrownBy(interrupted::await)
                    .hasMessage("interrupted on tumours, repeat 1, fold 1: InterruptedException: stopped");
        }
    }

    @Test
    void lets_errors_cross_unwrapped() {
        AssertionError error = new AssertionError("a learner's own assertion");

        assertThatThrownBy(() -> CrossValidation.of(TUMOURS).folds(2).evaluate("forest", training -> {
                    throw error;
                }))
                .isSameAs(error);
    }

    @Test
    void fails_when_a_model_returns_too_few_predictions() {
        Predictions one = Predictions.labels(Labels.of("benign", "malignant"), 0);

        assertThatForestFails(predicting(rows -> one))
                .hasMessage("forest on tumours, repeat 1, fold 1: 1 predictions for 5 examples");
    }

    @Test
    void fails_when_a_model_predicts_numbers_for_labels_or_labels_for_numbers() {
        assertThatForestFails(predicting(rows -> Predictions.numbers(new double[rows.size()])))
                .hasMessage(
                        "forest on tumours, repeat 1, fold 1: the data have labels, but the model predicts numbers");
        Labels labels = Labels.of("a");
        assertThatThrownBy(() -> CrossValidation.of(Examples.numbered(4))
                        .folds(2)
                        .evaluate("forest", predicting(rows -> Predictions.labels(labels, new int[rows.size()]))))
                .hasMessage("forest on data, repeat 1, fold 1: the data have numbers, but the model predicts labels");
    }

    @Test
    void fails_when_a_learner_of_numbers_is_given_labels() {
        assertThatForestFails(Learners.mean())
                .hasMessage("forest on tumours, repeat 1, fold 1: this learner needs numbers, but the"
                        + " targets of tumours are labels");
    }

    @Test
    void fails_when_a_score_is_not_a_number() {
        Script tumours = Script.tumours(3, 0, 0, 3);
        Labels labels = Labels.of("benign", "malignant");
        Predictor<Integer> broken = rows -> Predictions.margins(labels, 0, 1, Double.NaN, 1, 0, 1);

        assertThatThrownBy(() -> tumours.folds(2)
                        .evaluate("forest", Script.perFold(fold -> fold == 0 ? tumours.learner() : predicting(broken))))
                .isInstanceOf(EvaluationException.class)
                .hasMessage("forest on tumours, repeat 1, fold 2: row 1: the score of \"benign\" is NaN; scores must be"
                        + " finite numbers (row 1 of the test part is example 4)");
    }

    @Test
    void fails_when_a_model_knows_a_label_that_the_data_lack() {
        Labels labels = Labels.of("benign", "doubtful");

        assertThatForestFails(predicting(rows -> Predictions.labels(labels, new int[rows.size()])))
                .hasMessage(
                        "forest on tumours, repeat 1, fold 1: the model knows the label \"doubtful\", which is not among"
                                + " the data's labels \"benign\", \"malignant\"");
    }

    @Test
    void fails_with_more_folds_than_examples() {
        assertThatThrownBy(() -> CrossValidation.of(Examples.numbered(3)).evaluate("forest", Learners.mean()))
                .isInstanceOf(EvaluationException.class)
                .hasMessage("forest on data: 10 folds need at least 10 examples; data has 3")
                .hasCauseInstanceOf(InvalidDataException.class);
    }

    @Test
    void fails_with_less_than_two_folds_or_one_repeat() {
        CrossValidation<Integer> validation = CrossValidation.of(TUMOURS);

        assertThatThrownBy(() -> validation.folds(1).evaluate("forest", Learners.majorityClass()))
                .hasMessage("forest on tumours: at least 2 folds are needed, not 1");
        assertThatThrownBy(() -> validation.repeats(0).evaluate("forest", Learners.majorityClass()))
                .hasMessage("forest on tumours: at least 1 repeat is needed, not 0");
    }

    @Test
    void fails_with_examples_of_one_label_only() {
        assertThatThrownBy(() -> CrossValidation.of(Examples.blocks(20)).evaluate("forest", Learners.majorityClass()))
                .isInstanceOf(EvaluationException.class)
                .hasMessage(
                        "forest on data: all 20 examples are \"a\"; a classifier needs examples of at least two labels");
    }

    @Test
    void fails_with_a_trainer_that_no_adapter_knows() {
        assertThatThrownBy(() -> CrossValidation.of(TUMOURS).folds(2).evaluate("forest", "a trainer"))
                .isInstanceOf(EvaluationException.class)
                .hasMessage("forest on tumours: no adapter on the class path knows a trainer or model of type"
                        + " java.lang.String; is the adapter for its library among the dependencies?");
    }

    @Test
    void fails_with_data_that_no_adapter_knows() {
        assertThatThrownBy(() -> CrossValidation.of("data.csv"))
                .isInstanceOf(InvalidDataException.class)
                .hasMessage(
                        "no adapter on the class path knows a data set of type java.lang.String; is the adapter for its"
                                + " library among the dependencies?");
    }

    @Test
    void fails_when_a_source_gives_nothing_or_throws() {
        Supplier<Learner<Integer>> nothing = () -> null;
        Supplier<Learner<Integer>> broken = () -> {
            throw new IllegalStateException();
        };

        assertThatThrownBy(() -> CrossValidation.of(TUMOURS).folds(2).evaluate("forest", nothing))
                .isInstanceOf(EvaluationException.class)
                .hasMessage("forest on tumours: its source gave null");
        assertThatThrownBy(() -> CrossValidation.of(TUMOURS).folds(2).evaluate("forest", broken))
                .isInstanceOf(EvaluationException.class)
                .hasMessage("forest on tumours: IllegalStateException");
    }

    @Test
    @Timeout(20)
    void gives_up_when_the_wait_is_interrupted() {
        CountDownLatch release = new CountDownLatch(1);
        AtomicInteger run = new AtomicInteger();
        try (WorkerPool pool = WorkerPool.of(1)) {
            CrossValidation<Integer> validation =
                    CrossValidation.of(TUMOURS).folds(5).pool(pool);
            Thread.currentThread().interrupt();

            Throwable thrown = catchThrowable(() -> validation.evaluate("forest", training -> {
                run.incrementAndGet();
                release.await();
                return Learners.<Integer>majorityClass().fit(training);
            }));

            assertThat(Thread.interrupted())
                    .as("the thread is still interrupted")
                    .isTrue();
            assertThat(thrown)
                    .isInstanceOf(EvaluationException.class)
                    .hasMessage("interrupted while waiting for an evaluation")
                    .hasCauseInstanceOf(InterruptedException.class);
            release.countDown();
            // the pool of one thread comes to this after all folds of before
            validation.evaluate("floor", Learners.majorityClass());
            assertThat(run).as("folds that had begun").hasValueLessThanOrEqualTo(1);
        }
    }

    @Test
    @Timeout(20)
    void tells_whoever_waits_that_an_evaluation_was_cancelled() {
        CountDownLatch release = new CountDownLatch(1);
        try (WorkerPool pool = WorkerPool.of(1)) {
            PendingEvaluation pending = CrossValidation.of(TUMOURS)
                    .folds(5)
                    .pool(pool)
                    .start(Candidate.of("forest", (Learner<Integer>) training -> {
                        release.await();
                        return Learners.<Integer>majorityClass().fit(training);
                    }));
            pending.cancel();
            release.countDown();

            assertThatThrownBy(pending::await)
                    .isInstanceOf(CancellationException.class)
                    .hasMessage("forest: cancelled");
        }
    }

    @Test
    void fails_to_compare_candidates_of_the_same_name_and_one_alone() {
        CrossValidation<Integer> validation = CrossValidation.of(TUMOURS).folds(2);
        Candidate floor = Candidate.of("floor", Learners.majorityClass());

        assertThatIllegalArgumentException()
                .isThrownBy(() -> validation.compare(floor, floor))
                .withMessage("two candidates are named \"floor\"");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> validation.compare(floor))
                .withMessage("a comparison needs at least two candidates, not 1");
    }
}
