package dev.assay.adapters.allure;

import static dev.assay.assertions.ModelAssertions.assertThatModel;

import dev.assay.engine.Check;
import dev.assay.engine.CheckGroup;
import dev.assay.evaluation.Evaluation;

/** The same, and a check in a group. */
class GroupedFlowerQuality extends FlowerQuality {

    @CheckGroup
    @SuppressWarnings("ClassCanBeStatic") // groups are inner classes
    class Roses {

        @Check(of = "majority class")
        void isFound(Evaluation model) {
            assertThatModel(model).hasAccuracyAtLeast(0.2);
        }
    }
}
