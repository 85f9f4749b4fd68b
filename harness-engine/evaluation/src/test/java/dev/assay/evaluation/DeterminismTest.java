package dev.assay.evaluation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.data.Dataset;
import dev.assay.data.Labels;
import dev.assay.learning.Learner;
import dev.assay.prediction.Predictions;
import dev.assay.result.ResultFiles;
import dev.assay.testing.Examples;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.concurrent.ThreadLocalRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** One seed gives bitwise the same results, however many threads there are and in whichever order folds end. */
class DeterminismTest {

    private static final Dataset<Integer> DATA = Examples.blocks(40, 25, 15);

    @TempDir
    Path folder;

    /** Gives random probabilities from its fold's seed, after a pause of random length. */
    private static Learner<Integer> random() {
        return training -> {
            Labels labels = training.labels();
            SplittableRandom random = training.seed().derive("scores").random();
            return rows -> {
                Thread.sleep(0, ThreadLocalRandom.current().nextInt(500_000));
                double[] probabilities = new double[rows.size() * labels.size()];
                for (int row = 0; row < rows.size(); row++) {
                    double sure = random.nextDouble();
                    probabilities[row * labels.size()] = sure;
                    probabilities[row * labels.size() + 1] = 1 - sure;
                }
                return Predictions.probabilities(labels, probabilities);
            };
        };
    }

    private static CrossValidation<Integer> validation(WorkerPool pool) {
        return CrossValidation.of(DATA).folds(5).repeats(3).seed(7).pool(pool);
    }

    /** Returns the whole result, all scores included, as it would be on disk. */
    private String result(Evaluation evaluation) {
        ResultFiles files = ResultFiles.in(folder);
        files.write("DeterminismTest", evaluation, Map.of(), true);
        try {
            return Files.readString(files.file("DeterminismTest", evaluation.candidate()));
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 8, 16})
    void results_are_the_same_with_any_number_of_threads(int threads) {
        try (WorkerPool one = WorkerPool.of(1);
                WorkerPool pool = WorkerPool.of(threads)) {
            String expected = result(validation(one).evaluate("a", random()));

            assertThat(result(validation(pool).evaluate("a", random()))).isEqualTo(expected);
        }
    }

    @ParameterizedTest
    @EnumSource
    void results_are_the_same_however_folds_may_run(Concurrency concurrency) {
        try (WorkerPool one = WorkerPool.of(1);
                WorkerPool pool = WorkerPool.of(4)) {
            String expected = result(validation(one).evaluate("a", random()));

            assertThat(result(validation(pool)
                            .keepModels()
                            .failures(FoldFailures.SKIP)
                            .evaluate(Candidate.of("a", random()).withConcurrency(concurrency))))
                    .isEqualTo(expected);
        }
    }

    @Test
    void results_are_the_same_in_any_order_of_candidates() {
        try (WorkerPool pool = WorkerPool.of(4)) {
            Candidate a = Candidate.of("a", random());
            Candidate b = Candidate.of("b", random());
            Comparison first = validation(pool).compare(a, b);
            Comparison second = validation(pool).compare(b, a);

            assertThat(List.of(result(second.evaluation("a")), result(second.evaluation("b"))))
                    .containsExactly(result(first.evaluation("a")), result(first.evaluation("b")));
        }
    }

    @Test
    void results_differ_with_the_seed() {
        try (WorkerPool pool = WorkerPool.of(2)) {
            assertThat(result(validation(pool).seed(8).evaluate("a", random())))
                    .isNotEqualTo(result(validation(pool).evaluate("a", random())));
        }
    }
}
