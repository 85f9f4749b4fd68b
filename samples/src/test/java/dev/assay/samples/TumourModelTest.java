package dev.assay.samples;

import static dev.assay.assertions.ModelAssertions.assertThatComparison;
import static dev.assay.assertions.ModelAssertions.assertThatModel;
import static dev.assay.metric.ClassificationMetrics.F1;

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
import org.tribuo.classification.Label;
import org.tribuo.classification.dtree.CARTClassificationTrainer;
import org.tribuo.classification.ensemble.VotingCombiner;
import org.tribuo.classification.sgd.linear.LogisticRegressionTrainer;
import org.tribuo.common.tree.RandomForestTrainer;

/** A positive label, gates at a confidence level, and a comparison. */
@ModelTest
@CrossValidate(folds = 10, repeats = 3, seed = 42)
class TumourModelTest {

    @Examples
    Dataset<double[]> tumours() {
        return CsvDataset.of(Path.of("data/breast-cancer.csv"))
                .target("diagnosis")
                .positive("malignant")
                .read()
                .numeric();
    }

    @Candidate
    Trainer<Label> logisticRegression() {
        return new LogisticRegressionTrainer();
    }

    @Candidate
    Trainer<Label> randomForest() {
        return new RandomForestTrainer<>(
                new CARTClassificationTrainer(Integer.MAX_VALUE, 0.2f, 1), new VotingCombiner(), 50, 1);
    }

    @Candidate("majority class")
    Learner<double[]> floor() {
        return Learners.majorityClass();
    }

    @Check(of = "random forest")
    void isGoodEnough(Evaluation forest) {
        assertThatModel(forest).hasF1AtLeast(0.93).hasRecallAtLeast("malignant", 0.9);
        assertThatModel(forest).atConfidence(0.95).hasRocAucAtLeast(0.97).hasF1AtLeast(0.9);
    }

    @Check
    void theForestWins(Comparison models) {
        assertThatComparison(models)
                .by(F1)
                .selects("random forest")
                .isSignificantlyBetterThan("logistic regression")
                .isSignificantlyBetterThan("majority class");
    }
}
