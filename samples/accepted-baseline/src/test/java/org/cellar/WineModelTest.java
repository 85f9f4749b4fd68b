package org.cellar;

import static dev.assay.assertions.ModelAssertions.assertThatModel;

import dev.assay.data.CsvDataset;
import dev.assay.data.Dataset;
import dev.assay.engine.Candidate;
import dev.assay.engine.Check;
import dev.assay.engine.CrossValidate;
import dev.assay.engine.Examples;
import dev.assay.engine.ModelTest;
import dev.assay.evaluation.Evaluation;
import dev.assay.learning.Learner;
import dev.assay.learning.Learners;
import dev.assay.learning.Transforms;
import dev.assay.metric.ClassificationMetrics;
import java.nio.file.Path;
import org.tribuo.classification.sgd.linear.LogisticRegressionTrainer;

/** Guards a model by what was accepted before, in the folder {@code assay-baselines}. */
@ModelTest
@CrossValidate(folds = 10, seed = 42)
class WineModelTest {

    @Examples
    Dataset<double[]> wines() {
        return CsvDataset.of(Path.of("data/wine.csv")).target("cultivar").read().numeric();
    }

    /** With {@code -Dscaling=forgotten} this is how the model looks after a change that nobody thought harmful. */
    @Candidate
    Learner<double[]> logisticRegression() {
        Learner<double[]> plain = Learners.of(new LogisticRegressionTrainer());
        return "forgotten".equals(System.getProperty("scaling")) ? plain : plain.after(Transforms.standardScaling());
    }

    @Check
    void hasNotRegressed(Evaluation model) {
        assertThatModel(model).hasNotRegressed().hasNotRegressed(ClassificationMetrics.ACCURACY);
    }

    @Check
    void isBetterThanChance(Evaluation model) {
        assertThatModel(model).hasAccuracyAtLeast(0.5);
    }
}
