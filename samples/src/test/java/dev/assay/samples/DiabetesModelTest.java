package dev.assay.samples;

import static dev.assay.assertions.ModelAssertions.assertThatComparison;
import static dev.assay.assertions.ModelAssertions.assertThatModel;

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
import org.tribuo.Trainer;
import org.tribuo.common.tree.RandomForestTrainer;
import org.tribuo.regression.Regressor;
import org.tribuo.regression.ensemble.AveragingCombiner;
import org.tribuo.regression.rtree.CARTRegressionTrainer;
import org.tribuo.regression.rtree.impurity.MeanSquaredError;

/** Regression: the target is a number, better is lower. */
@ModelTest
@CrossValidate(folds = 5, repeats = 2, seed = 42)
class DiabetesModelTest {

    @Examples
    Dataset<double[]> diabetes() {
        return CsvDataset.of(Path.of("data/diabetes.csv"))
                .numericTarget("progression")
                .read()
                .numeric();
    }

    @Candidate
    Trainer<Regressor> randomForest() {
        return new RandomForestTrainer<>(
                new CARTRegressionTrainer(8, 5, 0.0f, 0.4f, false, new MeanSquaredError(), 1),
                new AveragingCombiner(),
                50,
                1);
    }

    @Candidate("mean")
    Learner<double[]> floor() {
        return Learners.mean();
    }

    @Check(of = "random forest")
    void explainsMuchOfTheProgression(Evaluation forest) {
        assertThatModel(forest)
                .hasR2AtLeast(0.35)
                .hasMeanAbsoluteErrorAtMost(50)
                .atConfidence(0.95)
                .hasRootMeanSquaredErrorAtMost(65);
    }

    @Check
    void knowsMoreThanTheMean(Comparison models) {
        assertThatComparison(models).selects("random forest").isSignificantlyBetterThan("mean");
    }
}
