package org.clinic;

import static dev.assay.assertions.ModelAssertions.assertThatModel;

import dev.assay.data.CsvDataset;
import dev.assay.data.Dataset;
import dev.assay.engine.Candidate;
import dev.assay.engine.Check;
import dev.assay.engine.CrossValidate;
import dev.assay.engine.Examples;
import dev.assay.engine.ModelTest;
import dev.assay.evaluation.Evaluation;
import java.nio.file.Path;
import org.tribuo.Trainer;
import org.tribuo.classification.Label;
import org.tribuo.classification.sgd.linear.LogisticRegressionTrainer;

/** Promises more than the model holds: the build must end red and say why. */
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

    @Check
    void isGoodEnough(Evaluation model) {
        assertThatModel(model).hasF1AtLeast(0.95);
    }

    @Check
    void isBetterThanChance(Evaluation model) {
        assertThatModel(model).hasAccuracyAtLeast(0.7);
    }
}
