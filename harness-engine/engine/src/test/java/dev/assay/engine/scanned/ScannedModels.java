package dev.assay.engine.scanned;

import dev.assay.engine.Check;
import dev.assay.engine.ModelTest;
import dev.assay.engine.testing.FlowerModels;
import dev.assay.evaluation.Evaluation;

@ModelTest
class ScannedModels extends FlowerModels {

    @Check(of = "rule", judges = false)
    void isThere(Evaluation model) {}
}
