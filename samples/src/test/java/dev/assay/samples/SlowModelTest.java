package dev.assay.samples;

import static dev.assay.assertions.ModelAssertions.assertThatModel;

import dev.assay.data.CsvDataset;
import dev.assay.data.Dataset;
import dev.assay.engine.Candidate;
import dev.assay.engine.Check;
import dev.assay.engine.CrossValidate;
import dev.assay.engine.Examples;
import dev.assay.engine.ModelTest;
import dev.assay.evaluation.Evaluation;
import dev.assay.learning.Learner;
import dev.assay.learning.Learners;
import dev.assay.learning.Predictor;
import dev.assay.learning.Training;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Two candidates over 30 folds each that take their time. With {@code assay.cache=read-write} a run that was interrupted goes
 * on where it ended; {@link ResumedRunTest} shows that.
 */
@ModelTest
@CrossValidate(folds = 10, repeats = 3, seed = 42)
class SlowModelTest {

    /** How many folds were trained in this JVM. */
    static final AtomicInteger FITS = new AtomicInteger();

    /** What a record shows is what predictions are cached by. */
    private record Slow(Learner<double[]> learner, long millis) implements Learner<double[]> {

        @Override
        public Predictor<double[]> fit(Training<double[]> training) throws Exception {
            FITS.incrementAndGet();
            Thread.sleep(millis);
            return learner.fit(training);
        }
    }

    @Examples
    Dataset<double[]> iris() {
        return CsvDataset.of(Path.of("data/iris.csv")).target("species").read().numeric();
    }

    @Candidate
    Learner<double[]> mostFrequent() {
        return new Slow(Learners.majorityClass(), 60);
    }

    @Candidate
    Learner<double[]> asFrequentAsSeen() {
        return new Slow(Learners.prior(), 60);
    }

    @Check
    void isAFloor(Evaluation model) {
        assertThatModel(model).hasAccuracyAtLeast(0.2);
    }
}
