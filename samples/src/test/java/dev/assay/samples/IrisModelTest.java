package dev.assay.samples;

import static dev.assay.assertions.ModelAssertions.assertThatComparison;
import static dev.assay.assertions.ModelAssertions.assertThatModel;
import static dev.assay.metric.ClassificationMetrics.ACCURACY;

import dev.assay.data.CsvDataset;
import dev.assay.data.Dataset;
import dev.assay.engine.Candidate;
import dev.assay.engine.Check;
import dev.assay.engine.CrossValidate;
import dev.assay.engine.Examples;
import dev.assay.engine.Gate;
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

/** Three labels, three of Tribuo's trainers, and a floor that all of them must rise above. */
@ModelTest
@CrossValidate(folds = 10, repeats = 3, seed = 42)
class IrisModelTest {

    @Examples
    Dataset<double[]> iris() {
        return CsvDataset.of(Path.of("data/iris.csv")).target("species").read().numeric();
    }

    @Candidate
    Trainer<Label> logisticRegression() {
        return new LogisticRegressionTrainer();
    }

    @Candidate
    Trainer<Label> decisionTree() {
        return new CARTClassificationTrainer();
    }

    @Candidate
    Trainer<Label> randomForest() {
        return new RandomForestTrainer<>(
                new CARTClassificationTrainer(Integer.MAX_VALUE, 0.5f, 1), new VotingCombiner(), 50, 1);
    }

    @Candidate("majority class")
    Learner<double[]> floor() {
        return Learners.majorityClass();
    }

    @Check(of = {"logistic regression", "decision tree", "random forest"})
    void tellsSpeciesApart(Evaluation model) {
        assertThatModel(model).hasAccuracyAtLeast(0.8).hasRecallAtLeast("setosa", 1);
    }

    @Check(of = "random forest")
    @Gate(metric = "accuracy", atLeast = 0.9, confidence = 0.95, expected = 0.95)
    void isAccurate(Evaluation forest) {
        assertThatModel(forest).hasMacroF1AtLeast(0.93);
    }

    @Check
    void everyTrainerBeatsTheFloor(Comparison models) {
        assertThatComparison(models)
                .by(ACCURACY)
                .candidate("logistic regression")
                .isSignificantlyBetterThan("majority class")
                .candidate("decision tree")
                .isSignificantlyBetterThan("majority class")
                .candidate("random forest")
                .isSignificantlyBetterThan("majority class");
    }
}
