package dev.assay.verdict;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.assay.data.Slice;
import dev.assay.evaluation.Comparison;
import dev.assay.evaluation.Evaluation;
import dev.assay.evaluation.InconclusivePolicy;
import dev.assay.evaluation.Judgement.Risk;
import dev.assay.metric.ClassificationMetrics;
import dev.assay.statistics.F1Estimate;
import dev.assay.statistics.ProportionEstimate;
import dev.assay.statistics.Prospect;
import dev.assay.testing.Script;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.OptionalDouble;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/** What a judgement says of how far its gate can be trusted. */
class RisksTest {

    private static final Evaluation FITTED = Script.tumours(45, 5, 5, 45).fitted();

    private static Risk risk(Verdict verdict) {
        return verdict.judgement().evidence().risk();
    }

    @Test
    void a_gate_at_confidence_passes_falsely_no_more_often_than_its_level_leaves() {
        for (double threshold : new double[] {0.7, 0.85, 0.95}) {
            Verdict verdict = Criteria.atLeast(ClassificationMetrics.ACCURACY, threshold)
                    .atConfidence(0.95)
                    .judge(FITTED);
            ProportionEstimate estimate = new ProportionEstimate(90, 100);

            assertThat(risk(verdict).falsePass()).hasValue(0.05);
            assertThat(risk(verdict).redAgain().getAsDouble())
                    .isCloseTo(
                            1 - estimate.chanceOfLowerBound(threshold, 0.95, Prospect.likeThat(estimate)),
                            within(1e-11));
        }
    }

    @Test
    void fresh_data_go_red_as_often_as_the_plug_in_says() {
        Risk risk = risk(Criteria.atLeast(ClassificationMetrics.F1, 0.84)
                .atConfidence(0.95)
                .judge(FITTED));

        SplittableRandom random = new SplittableRandom(5);
        int red = 0;
        int runs = 20_000;
        for (int run = 0; run < runs; run++) {
            int hits = 0;
            for (int row = 0; row < 55; row++) {
                hits += random.nextInt(55) < 45 ? 1 : 0;
            }
            red += new F1Estimate(hits, 55 - hits).lowerBound(0.95) < 0.84 ? 1 : 0;
        }

        assertThat((double) red / runs).isCloseTo(risk.redAgain().getAsDouble(), within(0.01));
    }

    /** Whatever is not worse beyond doubt passes then. */
    @Test
    void nothing_bounds_the_false_passes_where_what_is_inconclusive_passes() {
        Verdict met = Criteria.atLeast(ClassificationMetrics.ACCURACY, 0.7)
                .atConfidence(0.95)
                .judge(FITTED);
        Verdict byValue = Criteria.atLeast(ClassificationMetrics.ACCURACY, 0.7).judge(FITTED);

        assertThat(risk(met.under(InconclusivePolicy.WARN))).isEqualTo(Risk.UNKNOWN);
        assertThat(risk(met.under(InconclusivePolicy.FAIL))).isEqualTo(risk(met));
        assertThat(risk(byValue.under(InconclusivePolicy.WARN))).isEqualTo(risk(byValue));
    }

    @Test
    void nothing_bounds_the_false_passes_of_a_value() {
        Verdict met = Criteria.atLeast(ClassificationMetrics.ACCURACY, 0.88).judge(FITTED);
        Verdict missed = Criteria.atLeast(ClassificationMetrics.ACCURACY, 0.92).judge(FITTED);

        assertThat(risk(met).falsePass()).isEmpty();
        assertThat(risk(met).redAgain().getAsDouble())
                .isCloseTo(1 - new ProportionEstimate(90, 100).chanceOfAtLeast(0.88), within(1e-11));
        assertThat(risk(missed).redAgain().getAsDouble()).isGreaterThan(0.5);
    }

    @Test
    void an_undefined_metric_tells_nothing() {
        assertThat(risk(Criteria.atLeast(ClassificationMetrics.ROC_AUC, 0.9).judge(FITTED)))
                .isEqualTo(Risk.UNKNOWN);
    }

    @Test
    void a_gate_at_confidence_whose_metric_is_undefined_has_its_level_none_the_less() {
        Risk risk = risk(Criteria.atLeast(ClassificationMetrics.ROC_AUC, 0.9)
                .atConfidence(0.95)
                .judge(FITTED));

        assertThat(risk.falsePass()).hasValue(0.05);
        assertThat(risk.redAgain()).isEmpty();
    }

    @Test
    void a_gate_on_slices_goes_red_with_any_of_them() {
        Script script = Script.tumours(40, 10, 5, 45);
        List<String> sexes = new ArrayList<>(Collections.nCopies(50, "female"));
        sexes.addAll(Collections.nCopies(50, "male"));
        Evaluation evaluation =
                script.with(script.data().withAttribute("sex", sexes)).fitted();
        MetricCriterion gate =
                Criteria.atLeast(ClassificationMetrics.ACCURACY, 0.75).atConfidence(0.95);

        double women = risk(gate.onSlice(Slice.of("sex", "female")).judge(evaluation))
                .redAgain()
                .getAsDouble();
        double men = risk(gate.onSlice(Slice.of("sex", "male")).judge(evaluation))
                .redAgain()
                .getAsDouble();
        Risk both = risk(gate.onEachSlice("sex").judge(evaluation));

        assertThat(both.falsePass()).hasValue(0.05);
        assertThat(both.redAgain().getAsDouble()).isCloseTo(1 - (1 - women) * (1 - men), within(1e-11));
    }

    @Test
    void a_test_passes_falsely_at_its_significance_level_and_again_as_often_as_goodman_says() {
        Comparison comparison = Script.tumours(45, 5, 5, 45).against(Script.tumours(38, 12, 12, 38), 10);
        Verdict verdict = Criteria.isSignificantlyBetter(ClassificationMetrics.ACCURACY, "forest", "floor", 0.05)
                .judge(comparison);

        assertThat(risk(verdict).falsePass()).hasValue(0.05);
        assertThat(risk(verdict).redAgain()).isPresent();
        // a p-value at the level itself is a toss-up; that of 0.001 from SciPy 1.17
        assertThat(Risks.ofTest(0.05, 0.05).redAgain().getAsDouble()).isCloseTo(0.5, within(1e-9));
        assertThat(Risks.ofTest(0.001, 0.05).redAgain().getAsDouble()).isCloseTo(0.0741757743880398, within(1e-9));
        assertThat(Risks.ofTest(0, 0.05).redAgain()).hasValue(0);
        assertThat(Risks.ofTest(1, 0.05).redAgain()).hasValue(1);
    }

    @Test
    void a_chance_is_a_probability() {
        assertThatThrownBy(() -> new Risk(OptionalDouble.of(1.5), OptionalDouble.empty()))
                .hasMessageContaining("1.5");
    }
}
