package dev.assay.samples;

import static dev.assay.assertions.ModelAssertions.assertThatModel;
import static dev.assay.metric.ClassificationMetrics.ACCURACY;

import dev.assay.data.CsvDataset;
import dev.assay.data.Dataset;
import dev.assay.engine.Candidate;
import dev.assay.engine.Candidates;
import dev.assay.engine.Check;
import dev.assay.engine.CrossValidate;
import dev.assay.engine.Examples;
import dev.assay.engine.ModelTest;
import dev.assay.evaluation.Evaluation;
import dev.assay.evaluation.Selection;
import dev.assay.evaluation.SelectionRule;
import dev.assay.learning.Learner;
import dev.assay.resampling.StratifiedKFold;
import dev.assay.tuning.ParameterGrid;
import java.nio.file.Path;
import java.util.List;
import org.tribuo.classification.dtree.CARTClassificationTrainer;

/** A grid of trees, each judged by itself, and what is chosen from the grid, judged by nested cross-validation. */
@ModelTest
@CrossValidate(folds = 5, seed = 42)
class TunedTreeModelTest {

    @Examples
    Dataset<double[]> wine() {
        return CsvDataset.of(Path.of("data/wine.csv")).target("cultivar").read().numeric();
    }

    @Candidates
    List<dev.assay.evaluation.Candidate> trees() {
        return ParameterGrid.of("depth", 1, 2, 4, 8)
                .and("share", 0.5, 1.0)
                .candidates(p -> new CARTClassificationTrainer(p.integer("depth"), (float) p.number("share"), 1));
    }

    @Candidate
    Learner<double[]> tunedTree() {
        return Selection.by(
                ACCURACY,
                SelectionRule.withinOneStandardError(),
                StratifiedKFold.of(5).withShuffling(),
                trees());
    }

    @Check
    void knowsMoreThanTheMostFrequentCultivar(Evaluation tree) {
        assertThatModel(tree).hasAccuracyAtLeast(0.5);
    }

    @Check(of = "tuned tree")
    void isWorthItsTuning(Evaluation tree) {
        assertThatModel(tree).hasAccuracyAtLeast(0.8);
    }
}
