package dev.assay.maven;

import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatNoException;

import org.junit.jupiter.api.Test;

class RuleTest {

    private final Rule rule = new Rule();

    @Test
    void a_threshold_of_a_metric_is_a_rule() {
        rule.setMetric("f1");
        rule.setMinimum(0.9);

        assertThatNoException().isThrownBy(rule::validate);
    }

    @Test
    void no_regression_is_a_rule() {
        rule.setNoRegression(true);
        rule.setTolerance(0.01);

        assertThatNoException().isThrownBy(rule::validate);
    }

    @Test
    void nothing_is_not() {
        assertThatIllegalArgumentException()
                .isThrownBy(rule::validate)
                .withMessage("demands nothing; give it a <minimum>, a <maximum> or <noRegression>true</noRegression>");
    }

    @Test
    void a_threshold_needs_a_metric() {
        rule.setMaximum(0.1);

        assertThatIllegalArgumentException().isThrownBy(rule::validate).withMessage("has a threshold but no <metric>");
    }

    @Test
    void a_threshold_and_no_regression_are_two_rules() {
        rule.setMetric("f1");
        rule.setMinimum(0.9);
        rule.setNoRegression(true);

        assertThatIllegalArgumentException().isThrownBy(rule::validate).withMessageContaining("make two rules of it");
    }

    @Test
    void a_tolerance_of_a_threshold_makes_no_sense() {
        rule.setMetric("f1");
        rule.setMinimum(0.9);
        rule.setTolerance(0.01);

        assertThatIllegalArgumentException().isThrownBy(rule::validate).withMessageContaining("has a <tolerance>");
    }

    @Test
    void a_minimum_is_not_above_the_maximum() {
        rule.setMetric("f1");
        rule.setMinimum(0.9);
        rule.setMaximum(0.8);

        assertThatIllegalArgumentException()
                .isThrownBy(rule::validate)
                .withMessage("has a <minimum> of 0.9 above its <maximum> of 0.8");
    }
}
