package dev.assay.tuning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.assay.data.Dataset;
import dev.assay.data.Targets;
import dev.assay.evaluation.Candidate;
import dev.assay.evaluation.Comparison;
import dev.assay.evaluation.CrossValidation;
import dev.assay.evaluation.Evaluation;
import dev.assay.evaluation.Selection;
import dev.assay.learning.Learner;
import dev.assay.metric.RegressionMetrics;
import dev.assay.prediction.Predictions;
import dev.assay.resampling.KFold;
import dev.assay.testing.Examples;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.OptionalDouble;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ParameterGridTest {

    private static final Dataset<Integer> TRIPLED =
            Examples.of(Targets.numbers(0, 3, 6, 9, 12, 15, 18, 21, 24, 27)).named("tripled");

    private static Learner<Integer> line(double slope, int offset) {
        return training -> inputs -> Predictions.numbers(
                inputs.stream().mapToDouble(input -> slope * input + offset).toArray());
    }

    private static final ParameterGrid GRID =
            ParameterGrid.of("slope", 2.5, 3.0).and("offset", 0, 10);

    @Test
    void combines_all_values_the_first_parameter_slowest() {
        assertThat(GRID.combinations())
                .extracting(Parameters::toString)
                .containsExactly(
                        "slope=2.5, offset=0", "slope=2.5, offset=10", "slope=3, offset=0", "slope=3, offset=10");
    }

    @Test
    void names_candidates_by_their_parameters() {
        assertThat(GRID.candidates(p -> line(p.number("slope"), p.integer("offset"))))
                .extracting(Candidate::name)
                .containsExactly(
                        "slope=2.5, offset=0", "slope=2.5, offset=10", "slope=3, offset=0", "slope=3, offset=10");
    }

    @Test
    void makes_a_learner_anew_for_each_fold() {
        Set<Learner<Integer>> made = Collections.synchronizedSet(Collections.newSetFromMap(new IdentityHashMap<>()));
        List<Candidate> candidates = ParameterGrid.of("offset", 0, 1).candidates(p -> {
            Learner<Integer> learner = line(3, p.integer("offset"));
            made.add(learner);
            return learner;
        });

        Comparison comparison = CrossValidation.of(TRIPLED).folds(5).compare(candidates);

        assertThat(made).hasSize(2 * 5);
        assertThat(comparison
                        .evaluation("offset=1")
                        .value(RegressionMetrics.MEAN_ABSOLUTE_ERROR)
                        .asOptional())
                .hasValue(1);
    }

    @Test
    void is_chosen_from_by_inner_folds_and_judged_by_outer_ones() {
        Evaluation evaluation = CrossValidation.of(TRIPLED)
                .folds(2)
                .evaluate(
                        "tuned",
                        Selection.by(
                                RegressionMetrics.MEAN_ABSOLUTE_ERROR,
                                KFold.of(2),
                                GRID.candidates(p -> line(p.number("slope"), p.integer("offset")))));

        assertThat(evaluation.remarks())
                .containsExactly(
                        "chosen by mean absolute error in inner folds: \"slope=3, offset=0\" in 2 of 2 folds",
                        "choosing among 4 alternatives by mean absolute error shows no optimism: 0.0000 on average in the"
                                + " inner folds that chose, 0.0000 in the outer folds that judge");
    }

    @Test
    void costs_come_from_parameters() {
        Comparison comparison = CrossValidation.of(TRIPLED)
                .folds(2)
                .compare(ParameterGrid.of("offset", 4, 1)
                        .candidates(p -> line(3, p.integer("offset")), p -> p.integer("offset")));

        assertThat(comparison.evaluations())
                .extracting(Evaluation::cost)
                .containsExactly(OptionalDouble.of(4), OptionalDouble.of(1));
    }

    @Test
    void leaves_the_grid_it_was_made_of_alone() {
        ParameterGrid shorter = ParameterGrid.of("slope", 1);
        shorter.and("offset", 1, 2);

        assertThat(shorter.combinations()).hasSize(1);
    }

    @Test
    void refuses_values_that_give_no_grid() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ParameterGrid.of("depth"))
                .withMessage("the parameter \"depth\" has no values; give it at least one");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ParameterGrid.of("depth", 2, 4, 2))
                .withMessage("the parameter \"depth\" has the value 2 twice; keep one");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ParameterGrid.of("depth", 2).and("depth", 4))
                .withMessage("the parameter \"depth\" is given twice; give it all its values at once");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ParameterGrid.of(" ", 2))
                .withMessage("a parameter has a blank name; give it one that says what it is");
    }
}
