package dev.assay.engine;

import dev.assay.data.Dataset;
import dev.assay.learning.Learner;
import dev.assay.learning.Learners;

/**
 * Examples and two candidates, "majority class" and "rule", for model tests to inherit.
 *
 * <p>Model tests that are only material for tests are nested classes named {@code …TestCase}, or top-level classes whose names
 * don't end in {@code Test}: Surefire asks our engine as well when it looks for tests, and would run them otherwise.
 */
@CrossValidate(folds = 3)
abstract class FlowerModels {

    @Examples
    Dataset<double[]> flowers() {
        return Flowers.byColour();
    }

    @Candidate
    Learner<double[]> rule() {
        return Flowers.rule();
    }

    @Candidate("majority class")
    Learner<double[]> floor() {
        return Learners.majorityClass();
    }
}
