package dev.assay.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.assay.data.Dataset;
import dev.assay.learning.Learner;
import dev.assay.learning.Learners;
import dev.assay.learning.Predictor;
import dev.assay.learning.Training;
import dev.assay.metric.ClassificationMetrics;
import dev.assay.prediction.Predictions;
import dev.assay.result.ResultFiles;
import dev.assay.testing.Examples;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.DoubleSupplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

class CachingTest {

    private static final Dataset<Integer> DATA = Examples.blocks(30, 20);
    private static final int FOLDS = 5;

    @TempDir
    Path folder;

    private final MemoryCache cache = new MemoryCache();

    /** Keeps in memory, and counts. */
    private static final class MemoryCache implements FoldCache {

        private final Map<String, Entry> entries = new ConcurrentHashMap<>();
        private final AtomicInteger found = new AtomicInteger();

        @Override
        public Optional<Entry> find(String key) {
            Optional<Entry> entry = Optional.ofNullable(entries.get(key));
            entry.ifPresent(known -> found.incrementAndGet());
            return entry;
        }

        @Override
        public void keep(String key, Entry entry) {
            entries.put(key, entry);
        }

        /** Returns how many folds were found since last asked. */
        int found() {
            return found.getAndSet(0);
        }
    }

    /** Predicts one random share for all. */
    private record Guess(double largest, List<String> notes) implements Learner<Integer> {

        Guess(double largest) {
            this(largest, List.of());
        }

        @Override
        public Predictor<Integer> fit(Training<Integer> training) {
            double first = largest * training.seed().random().nextDouble();
            return rows -> {
                double[] probabilities = new double[2 * rows.size()];
                for (int row = 0; row < rows.size(); row++) {
                    probabilities[2 * row] = first;
                    probabilities[2 * row + 1] = 1 - first;
                }
                return Predictions.probabilities(training.labels(), probabilities);
            };
        }
    }

    private CrossValidation<Integer> validation() {
        return CrossValidation.of(DATA).folds(FOLDS).seed(3).cache(cache, CachingTest.class);
    }

    private String result(Evaluation evaluation) throws IOException {
        ResultFiles files = ResultFiles.in(folder);
        files.write("CachingTest", evaluation, Map.of(), true);
        return Files.readString(files.file("CachingTest", evaluation.candidate()));
    }

    @Test
    void results_are_the_same_whether_predictions_were_cached_or_not() throws IOException {
        String without = result(CrossValidation.of(DATA).folds(FOLDS).seed(3).evaluate("guess", new Guess(0.8)));
        String cold = result(validation().evaluate("guess", new Guess(0.8)));
        assertThat(cache.found()).isZero();
        String warm = result(validation().evaluate("guess", new Guess(0.8)));
        assertThat(cache.found()).isEqualTo(FOLDS);

        assertThat(cold).isEqualTo(without);
        assertThat(warm).isEqualTo(without);
    }

    @Test
    void nothing_is_found_that_depends_on_something_else() {
        validation().evaluate("guess", new Guess(0.8));

        validation().evaluate("guess", new Guess(0.7));
        validation().evaluate("guess", new Guess(0.8, List.of("new")));
        validation().evaluate("other name", new Guess(0.8));
        validation().seed(4).evaluate("guess", new Guess(0.8));
        CrossValidation.of(DATA)
                .folds(FOLDS)
                .seed(3)
                .cache(cache, ModelsTest.class)
                .evaluate("guess", new Guess(0.8));
        CrossValidation.of(Examples.blocks(29, 21))
                .folds(FOLDS)
                .seed(3)
                .cache(cache, CachingTest.class)
                .evaluate("guess", new Guess(0.8));
        CrossValidation.of(DATA.withFeatureNames(List.of("height")))
                .folds(FOLDS)
                .seed(3)
                .cache(cache, CachingTest.class)
                .evaluate("guess", new Guess(0.8));
        assertThat(cache.found()).isZero();

        validation().evaluate("guess", new Guess(0.8, List.of()));
        assertThat(cache.found()).isEqualTo(FOLDS);
    }

    @Test
    void an_interrupted_run_goes_on_where_it_ended() {
        validation().evaluate("guess", new Guess(0.8));
        cache.entries.keySet().stream().sorted().limit(2).toList().forEach(cache.entries::remove);

        validation().evaluate("guess", new Guess(0.8));

        assertThat(cache.found()).isEqualTo(FOLDS - 2);
        assertThat(cache.entries).hasSize(FOLDS);
    }

    @Test
    void repeated_folds_have_keys_of_their_own() {
        validation().repeats(3).evaluate("guess", new Guess(0.8));

        assertThat(cache.entries).hasSize(3 * FOLDS);
    }

    @Test
    void a_learner_that_may_hide_something_is_not_cached_and_a_remark_says_so() {
        double share = DATA.size() / 100.0;
        Learner<Integer> capturing = training -> new Guess(share).fit(training);

        Evaluation evaluation = validation().evaluate("capturing", capturing);

        assertThat(cache.entries).isEmpty();
        assertThat(evaluation.remarksOnRun())
                .contains("predictions are not cached: the configuration of capturing can't be seen; "
                        + "if its learner is your own, make it a record of plain values, and no lambda");
    }

    @Test
    void nothing_is_cached_where_models_are_kept_and_a_remark_says_so() {
        Evaluation evaluation = validation().keepModels().evaluate("guess", new Guess(0.8));

        assertThat(cache.entries).isEmpty();
        assertThat(evaluation.remarksOnRun())
                .containsExactly("predictions are not cached: models are to be kept, and a cache has none");
    }

    @Test
    void why_nothing_is_cached_is_told_in_the_summary_and_beside_the_result_which_stays_the_same() throws IOException {
        Learner<Integer> lambda = training -> new Guess(0.5).fit(training);
        String without = result(CrossValidation.of(DATA).folds(FOLDS).seed(3).evaluate("lambda", lambda));

        Evaluation evaluation = validation().evaluate("lambda", lambda);

        assertThat(result(evaluation)).isEqualTo(without).doesNotContain("not cached");
        assertThat(SummaryTable.of(List.of(evaluation))).contains("predictions are not cached");
        assertThat(folder.resolve("CachingTest/lambda.timings.json")).content().contains("predictions are not cached");
    }

    @Test
    void a_lambda_is_not_cached_since_nothing_tells_it_from_another() {
        // as of a method that gives one or the other by a setting of the run
        Learner<Integer> one = training -> new Guess(0.5).fit(training);
        Learner<Integer> other = training -> new Guess(0.1).fit(training);

        Evaluation first = validation().evaluate("either", one);
        Evaluation second = validation().evaluate("either", other);

        assertThat(cache.entries).isEmpty();
        assertThat(second.value(ClassificationMetrics.LOG_LOSS))
                .isNotEqualTo(first.value(ClassificationMetrics.LOG_LOSS));
    }

    /** A learner that a record hides a lambda in. */
    private record Wrapping(DoubleSupplier largest) implements Learner<Integer> {

        @Override
        public Predictor<Integer> fit(Training<Integer> training) {
            return new Guess(largest.getAsDouble()).fit(training);
        }
    }

    @Test
    void a_lambda_within_a_record_is_not_cached_either() {
        validation().evaluate("either", new Wrapping(() -> 0.5));

        assertThat(cache.entries).isEmpty();
    }

    @SuppressWarnings("ArrayRecordComponent") // what users may write
    private record OfShares(double[] shares, int[][] grid) implements Learner<Integer> {

        @Override
        public Predictor<Integer> fit(Training<Integer> training) {
            return new Guess(shares[grid[0][0]]).fit(training);
        }
    }

    @Test
    void elements_of_arrays_count() {
        validation().evaluate("guess", new OfShares(new double[] {0.8, 0.4}, new int[][] {{0}}));

        validation().evaluate("guess", new OfShares(new double[] {0.4, 0.8}, new int[][] {{0}}));
        validation().evaluate("guess", new OfShares(new double[] {0.8, 0.4}, new int[][] {{1}}));
        assertThat(cache.found()).isZero();

        validation().evaluate("guess", new OfShares(new double[] {0.8, 0.4}, new int[][] {{0}}));
        assertThat(cache.found()).isEqualTo(FOLDS);
    }

    /** Keeps what reflection doesn't show. */
    private record Loading(ClassLoader classes) implements Learner<Integer> {

        @Override
        public Predictor<Integer> fit(Training<Integer> training) {
            return new Guess(0.5).fit(training);
        }
    }

    @Test
    void an_object_of_a_class_of_java_is_not_taken_for_one_without_fields() {
        validation().evaluate("loading", new Loading(new ClassLoader() {}));
        validation().evaluate("loading", new Loading(ClassLoader.getPlatformClassLoader()));

        assertThat(cache.entries).isEmpty();
    }

    @Test
    void learners_that_are_the_floor_are_cached() {
        validation().evaluate("floor", Learners.majorityClass());
        validation().evaluate("floor", Learners.majorityClass());

        assertThat(cache.found()).isEqualTo(FOLDS);
    }

    @Test
    void a_fold_that_failed_is_not_kept() {
        Learner<Integer> failing = training -> rows -> Predictions.labels(training.labels());

        assertThat(catchThrowable(() -> validation().evaluate("failing", failing)))
                .isInstanceOf(EvaluationException.class);

        assertThat(cache.entries).isEmpty();
    }

    /** Gives up as soon as it is not wanted any more, with as good a model as it has by then. */
    private record AnyTime(int position) implements Learner<Integer> {

        private static final CountDownLatch BEGUN = new CountDownLatch(1);

        @Override
        public Predictor<Integer> fit(Training<Integer> training) throws Exception {
            if (position == 0) {
                BEGUN.await();
                throw new IllegalStateException("singular matrix");
            }
            BEGUN.countDown();
            while (!training.isCancelled()) {
                Thread.onSpinWait();
            }
            return new Guess(0.5).fit(training);
        }
    }

    @Test
    @Timeout(60)
    void a_model_that_gave_up_early_is_not_kept() {
        AtomicInteger next = new AtomicInteger();

        try (WorkerPool pool = WorkerPool.of(2)) {
            assertThat(catchThrowable(() ->
                            validation().pool(pool).evaluate("any time", () -> new AnyTime(next.getAndIncrement()))))
                    .hasMessageContaining("singular matrix");
        }

        assertThat(cache.entries).isEmpty();
    }

    @Test
    void metrics_can_be_asked_anew_of_cached_predictions() {
        double cold = validation()
                .evaluate("guess", new Guess(0.8))
                .value(ClassificationMetrics.LOG_LOSS)
                .asOptional()
                .orElseThrow();
        double warm = validation()
                .evaluate("guess", new Guess(0.8))
                .value(ClassificationMetrics.LOG_LOSS)
                .asOptional()
                .orElseThrow();

        assertThat(warm).isEqualTo(cold);
    }
}
