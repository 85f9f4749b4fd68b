package dev.assay.engine.testing;

import dev.assay.data.Dataset;
import dev.assay.engine.Candidate;
import dev.assay.engine.CrossValidate;
import dev.assay.engine.Examples;
import dev.assay.learning.Learner;
import dev.assay.learning.Learners;

/** Examples and two candidates, for model tests to inherit; they are "majority class" (1) and "rule" (2). */
@CrossValidate(folds = 3)
public abstract class FlowerModels {

    @Examples
    protected Dataset<double[]> flowers() {
        return Flowers.byColour();
    }

    @Candidate
    protected Learner<double[]> rule() {
        return Flowers.rule();
    }

    @Candidate("majority class")
    protected Learner<double[]> floor() {
        return Learners.majorityClass();
    }
}
