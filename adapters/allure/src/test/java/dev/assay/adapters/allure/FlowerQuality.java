package dev.assay.adapters.allure;

import static dev.assay.assertions.ModelAssertions.assertThatComparison;
import static dev.assay.assertions.ModelAssertions.assertThatModel;
import static dev.assay.metric.ClassificationMetrics.ACCURACY;

import dev.assay.data.Dataset;
import dev.assay.data.Targets;
import dev.assay.engine.Candidate;
import dev.assay.engine.Check;
import dev.assay.engine.CrossValidate;
import dev.assay.engine.Examples;
import dev.assay.engine.ModelTest;
import dev.assay.evaluation.Comparison;
import dev.assay.evaluation.Evaluation;
import dev.assay.learning.Learner;
import dev.assay.learning.Learners;
import java.util.List;
import java.util.stream.IntStream;

/** Two candidates on flowers of which every third is a rose; one check of each kind, one of which fails. */
@ModelTest
@CrossValidate(folds = 3, seed = 1)
class FlowerQuality {

    @Examples
    Dataset<double[]> flowers() {
        List<double[]> inputs =
                IntStream.range(0, 60).mapToObj(i -> new double[] {i % 3, i}).toList();
        List<String> labels = IntStream.range(0, 60)
                .mapToObj(i -> i % 3 == 0 ? "rose" : "daisy")
                .toList();
        return Dataset.of(inputs, Targets.labels(labels)).named("flowers");
    }

    @Candidate("majority class")
    Learner<double[]> floor() {
        return Learners.majorityClass();
    }

    @Candidate("stratified guess")
    Learner<double[]> guess() {
        return Learners.stratifiedRandom();
    }

    @Check
    void isGood(Evaluation model) {
        assertThatModel(model).hasAccuracyAtLeast(0.2).hasAccuracyAtLeast(0.95);
    }

    @Check
    void floorIsAhead(Comparison models) {
        assertThatComparison(models).by(ACCURACY).selects("majority class");
    }
}
