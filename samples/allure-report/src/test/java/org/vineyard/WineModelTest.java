package org.vineyard;

import static dev.assay.assertions.ModelAssertions.assertThatComparison;
import static dev.assay.assertions.ModelAssertions.assertThatModel;
import static dev.assay.metric.ClassificationMetrics.ACCURACY;

import dev.assay.data.CsvDataset;
import dev.assay.data.Dataset;
import dev.assay.engine.Candidate;
import dev.assay.engine.Check;
import dev.assay.engine.CrossValidate;
import dev.assay.engine.Examples;
import dev.assay.engine.ModelTest;
import dev.assay.evaluation.Comparison;
import dev.assay.evaluation.Evaluation;
import dev.assay.learning.Learner;
import dev.assay.learning.Learners;
import java.nio.file.Path;
import java.util.stream.IntStream;
import org.tribuo.Trainer;
import org.tribuo.classification.Label;
import org.tribuo.classification.dtree.CARTClassificationTrainer;

/** Two candidates and three kinds of checks, to be looked at in an Allure report; one demand is too high. */
@ModelTest
@CrossValidate(folds = 5, seed = 42)
class WineModelTest {

    /** Without a seventh of the rows if asked for, so that all values are others. */
    @Examples
    Dataset<double[]> wines() {
        Dataset<double[]> all = CsvDataset.of(Path.of("data/wine.csv"))
                .target("cultivar")
                .read()
                .numeric();
        return Boolean.getBoolean("fewer")
                ? all.select(IntStream.range(0, all.size())
                        .filter(row -> row % 7 != 0)
                        .toArray())
                : all;
    }

    @Candidate
    Trainer<Label> tree() {
        return new CARTClassificationTrainer(4);
    }

    @Candidate
    Learner<double[]> majorityClass() {
        return Learners.majorityClass();
    }

    @Check(of = "tree")
    void isGoodEnough(Evaluation model) {
        assertThatModel(model).hasMacroF1AtLeast(0.7).atConfidence(0.95).hasAccuracyAtLeast(0.99);
    }

    @Check
    void isBetterThanNothing(Evaluation model) {
        assertThatModel(model).hasAccuracyAtLeast(0.3);
    }

    @Check
    void treeWins(Comparison models) {
        assertThatComparison(models).by(ACCURACY).selects("tree").isSignificantlyBetterThan("majority class");
    }
}
