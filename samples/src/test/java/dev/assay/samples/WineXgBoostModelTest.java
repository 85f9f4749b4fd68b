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
import dev.assay.engine.ModelTest;
import dev.assay.evaluation.Comparison;
import dev.assay.evaluation.Evaluation;
import java.nio.file.Path;
import org.tribuo.Trainer;
import org.tribuo.classification.Label;
import org.tribuo.classification.dtree.CARTClassificationTrainer;
import org.tribuo.classification.xgboost.XGBoostClassificationTrainer;

/** Boosted trees of XGBoost beside a single tree. Folds run at once, so that each is content with one thread. */
@ModelTest
@CrossValidate(folds = 5, repeats = 2, seed = 42)
class WineXgBoostModelTest {

    @Examples
    Dataset<double[]> wines() {
        return CsvDataset.of(Path.of("data/wine.csv")).target("cultivar").read().numeric();
    }

    @Candidate("XGBoost")
    Trainer<Label> xgBoost() {
        int threads = 1;
        return new XGBoostClassificationTrainer(30, threads, true);
    }

    @Candidate
    Trainer<Label> decisionTree() {
        return new CARTClassificationTrainer();
    }

    @Check(of = "XGBoost")
    void isAccurate(Evaluation model) {
        assertThatModel(model).hasAccuracyAtLeast(0.93).hasLogLossAtMost(0.25);
    }

    @Check
    void isNotTheWorse(Comparison models) {
        assertThatComparison(models).by(ACCURACY).selects("XGBoost");
    }
}
