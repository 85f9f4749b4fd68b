package dev.assay.assertions;

import static dev.assay.assertions.ModelAssertions.assertThatComparison;
import static dev.assay.assertions.ModelAssertions.assertThatModel;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.assay.assertions.hamcrest.ModelMatchers;
import dev.assay.evaluation.Evaluation;
import dev.assay.evaluation.InconclusivePolicy;
import dev.assay.evaluation.Judgement;
import dev.assay.evaluation.Ledger;
import dev.assay.metric.ClassificationMetrics;
import dev.assay.verdict.Criteria;
import org.hamcrest.MatcherAssert;
import org.hamcrest.Matchers;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.ResourceAccessMode;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.junit.jupiter.api.parallel.Resources;

/** All façades do the same with evidence that doesn't decide. */
class InconclusiveTest {

    private static final Evaluation TOLERANT = Models.fittedForest().withLedger(new Ledger(InconclusivePolicy.WARN));

    @Test
    void assertions_pass_where_it_is_tolerated() {
        assertThatModel(TOLERANT).atConfidence(0.95).hasF1AtLeast(0.84);
        ModelSoftAssertions.assertModelsSoftly(softly -> softly.assertThatModel(TOLERANT)
                .atConfidence(0.95)
                .hasF1AtLeast(0.84)
                .hasAccuracyAtLeast(0.85));
        MatcherAssert.assertThat(TOLERANT, ModelMatchers.hasF1AtLeast(0.84).atConfidence(0.95));

        assertThat(TOLERANT.ledger().judgements())
                .isNotEmpty()
                .allMatch(Judgement::tolerated)
                .allMatch(judgement -> judgement.outcome() == Judgement.Outcome.INCONCLUSIVE);
    }

    @Test
    void what_is_tolerated_never_passes_for_a_refutation() {
        assertThatThrownBy(() -> MatcherAssert.assertThat(
                        TOLERANT, Matchers.not(ModelMatchers.hasF1AtLeast(0.84).atConfidence(0.95))))
                .isInstanceOf(AssertionError.class);
    }

    @Test
    void what_is_not_met_or_undefined_fails_all_the_same() {
        Evaluation forest = Models.fittedForest().withLedger(new Ledger(InconclusivePolicy.WARN));

        assertThatThrownBy(() -> assertThatModel(forest).hasF1AtLeast(0.99)).isInstanceOf(AssertionError.class);
        assertThatThrownBy(() -> assertThatModel(forest)
                        .meets(Criteria.atLeast(ClassificationMetrics.RECALL.ofLabel("malignant"), 0.99)
                                .atConfidence(0.95)))
                .isInstanceOf(AssertionError.class);
        assertThatThrownBy(() -> MatcherAssert.assertThat(
                        forest, ModelMatchers.hasF1AtLeast(0.99).atConfidence(0.95)))
                .isInstanceOf(AssertionError.class);
    }

    @Test
    @ResourceLock(value = Resources.SYSTEM_PROPERTIES, mode = ResourceAccessMode.READ_WRITE)
    void outside_of_the_engine_the_system_property_says_so() {
        Evaluation forest = Models.fittedForest();
        assertThatThrownBy(() -> assertThatModel(forest).atConfidence(0.95).hasF1AtLeast(0.84))
                .isInstanceOf(AssertionError.class);

        System.setProperty(InconclusivePolicy.PROPERTY, "warn");
        try {
            assertThatModel(forest).atConfidence(0.95).hasF1AtLeast(0.84);
            assertThatThrownBy(() -> assertThatComparison(Models.comparison()).selects("floor"))
                    .isInstanceOf(AssertionError.class);
            System.setProperty(InconclusivePolicy.PROPERTY, "perhaps");
            assertThatThrownBy(() -> assertThatModel(forest).hasF1AtLeast(0.1))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessage("assay.inconclusive must be fail or warn, not \"perhaps\"");
        } finally {
            System.clearProperty(InconclusivePolicy.PROPERTY);
        }
    }
}
