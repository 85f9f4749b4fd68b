package dev.assay.samples;

import static dev.assay.assertions.ModelAssertions.assertThatModel;

import dev.assay.data.CsvDataset;
import dev.assay.data.Dataset;
import dev.assay.engine.Candidate;
import dev.assay.engine.Check;
import dev.assay.engine.CheckGroup;
import dev.assay.engine.CrossValidate;
import dev.assay.engine.Examples;
import dev.assay.engine.ModelTest;
import dev.assay.evaluation.Evaluation;
import java.nio.file.Path;
import java.util.List;
import org.tribuo.Trainer;
import org.tribuo.classification.Label;
import org.tribuo.classification.dtree.CARTClassificationTrainer;

/** Limits stand in a file, and come to checks, some of them in a group, as parameters of a type of one's own. */
@ModelTest
@CrossValidate(folds = 5, seed = 42)
class AgreedLimitsModelTest {

    private final List<String> cultivars = List.of("class_0", "class_1", "class_2");

    @Examples
    Dataset<double[]> wine() {
        return CsvDataset.of(Path.of("data/wine.csv")).target("cultivar").read().numeric();
    }

    @Candidate
    Trainer<Label> decisionTree() {
        return new CARTClassificationTrainer();
    }

    @Check
    void isAccurate(Evaluation model, Limits limits) {
        assertThatModel(model).hasAccuracyAtLeast(limits.of("accuracy"));
    }

    /** Shares the examples and the tree of the class around it. */
    @CheckGroup
    class EachCultivar {

        @Check
        void isFound(Evaluation model, Limits limits) {
            for (String cultivar : cultivars) {
                assertThatModel(model).hasRecallAtLeast(cultivar, limits.of("recall"));
            }
        }
    }
}
