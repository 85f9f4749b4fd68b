package org.clinic;

import static dev.assay.assertions.ModelAssertions.assertThatModel;

import dev.assay.data.Dataset;
import dev.assay.data.Targets;
import dev.assay.engine.Candidate;
import dev.assay.engine.Check;
import dev.assay.engine.CrossValidate;
import dev.assay.engine.Examples;
import dev.assay.engine.ModelTest;
import dev.assay.evaluation.Evaluation;
import dev.assay.learning.Learner;
import dev.assay.learning.Learners;
import java.util.stream.IntStream;

/** A model that is no better than chance, and a check that demands more. */
@ModelTest
@CrossValidate(folds = 5, seed = 42)
class ParityModelIT {

    @Examples
    Dataset<double[]> numbers() {
        double[][] inputs =
                IntStream.range(0, 50).mapToObj(i -> new double[] {i}).toArray(double[][]::new);
        String[] labels = IntStream.range(0, 50)
                .mapToObj(i -> i % 2 == 0 ? "even" : "odd")
                .toArray(String[]::new);
        return Dataset.of(inputs, Targets.labels(labels)).named("numbers");
    }

    @Candidate
    Learner<double[]> majorityClass() {
        return Learners.majorityClass();
    }

    @Check
    void isGoodEnough(Evaluation model) {
        assertThatModel(model).hasAccuracyAtLeast(0.9);
    }
}
