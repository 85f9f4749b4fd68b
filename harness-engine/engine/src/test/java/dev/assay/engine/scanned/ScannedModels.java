package dev.assay.engine.scanned;

import dev.assay.data.Dataset;
import dev.assay.data.Targets;
import dev.assay.engine.Candidate;
import dev.assay.engine.Check;
import dev.assay.engine.CheckGroup;
import dev.assay.engine.Examples;
import dev.assay.engine.ModelTest;
import dev.assay.evaluation.Evaluation;
import dev.assay.learning.Learner;
import dev.assay.learning.Learners;

@ModelTest
class ScannedModels {

    @Examples
    Dataset<double[]> numbers() {
        return Dataset.of(new double[][] {{1}, {2}, {3}}, Targets.numbers(1, 2, 3));
    }

    @Candidate
    Learner<double[]> mean() {
        return Learners.mean();
    }

    @Check(judges = false)
    void isThere(Evaluation model) {}

    @CheckGroup
    @SuppressWarnings("ClassCanBeStatic") // groups are inner classes
    class Group {

        @Check(judges = false)
        void isThere(Evaluation model) {}
    }
}
