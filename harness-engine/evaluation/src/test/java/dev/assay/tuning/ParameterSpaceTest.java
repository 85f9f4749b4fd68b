package dev.assay.tuning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import dev.assay.evaluation.Candidate;
import dev.assay.learning.Learners;
import java.util.List;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

class ParameterSpaceTest {

    private static final ParameterSpace SPACE = ParameterSpace.of("rate", Distribution.logUniform(0.001, 1))
            .and("depth", Distribution.integers(2, 12))
            .and("share", Distribution.uniform(0.2, 0.8))
            .and("kernel", Distribution.choice("linear", "rbf"));

    private static <T> List<T> drawn(Distribution distribution, int count, Function<Parameters, T> value) {
        return ParameterSpace.of("x", distribution).and("id", Distribution.uniform(0, 1e9)).draw(count, 7).stream()
                .map(value)
                .toList();
    }

    @Test
    void the_same_seed_draws_the_same_on_every_machine() {
        assertThat(SPACE.draw(3, 42))
                .extracting(Parameters::toString)
                .containsExactly(
                        "rate=0.5691, depth=6, share=0.2126, kernel=linear",
                        "rate=0.004998, depth=6, share=0.2501, kernel=linear",
                        "rate=0.001997, depth=11, share=0.5383, kernel=rbf");
    }

    @Test
    void another_seed_draws_others() {
        assertThat(SPACE.draw(5, 1)).doesNotContainAnyElementsOf(SPACE.draw(5, 2));
    }

    @Test
    void more_draws_begin_with_fewer() {
        assertThat(SPACE.draw(20, 42)).startsWith(SPACE.draw(5, 42).toArray(Parameters[]::new));
    }

    @Test
    void another_parameter_leaves_the_draws_of_the_others_as_they_are() {
        List<Parameters> more = SPACE.and("leaf", Distribution.integers(1, 5)).draw(20, 42);
        List<Parameters> fewer = SPACE.draw(20, 42);

        for (int i = 0; i < 20; i++) {
            assertThat(more.get(i).values()).containsAllEntriesOf(fewer.get(i).values());
        }
    }

    @Test
    void candidates_are_named_by_what_was_drawn() {
        assertThat(SPACE.candidates(4, 42, p -> Learners.mean()))
                .extracting(Candidate::name)
                .isEqualTo(SPACE.draw(4, 42).stream().map(Parameters::toString).toList());
        assertThat(SPACE.candidates(4, 42, p -> Learners.mean(), p -> p.integer("depth")))
                .extracting(Candidate::name)
                .isEqualTo(SPACE.draw(4, 42).stream().map(Parameters::toString).toList());
    }

    @Test
    void uniform_draws_are_spread_evenly() {
        List<Double> values = drawn(Distribution.uniform(-1, 3), 4000, p -> p.number("x"));

        // the mean of 4000 has a standard deviation of 4/√12/√4000 = 0.018
        assertThat(values.stream().mapToDouble(x -> x).average().orElseThrow()).isCloseTo(1, within(0.08));
        assertThat(values).allMatch(x -> x >= -1 && x <= 3);
        assertThat(values.stream().filter(x -> x < 0).count()).isBetween(870L, 1130L);
    }

    @Test
    void log_uniform_draws_are_spread_evenly_over_orders_of_magnitude() {
        List<Double> values = drawn(Distribution.logUniform(0.001, 1), 3000, p -> p.number("x"));

        assertThat(values).allMatch(x -> x >= 0.001 && x <= 1);
        assertThat(values.stream().filter(x -> x < 0.01).count()).isBetween(870L, 1130L);
        assertThat(values.stream().filter(x -> x < 0.1).count()).isBetween(1870L, 2130L);
    }

    @Test
    void whole_numbers_include_both_ends() {
        List<Integer> values = drawn(Distribution.integers(-1, 2), 400, p -> p.integer("x"));

        assertThat(values).containsOnly(-1, 0, 1, 2);
        assertThat(drawn(Distribution.integers(Integer.MIN_VALUE, Integer.MAX_VALUE), 50, p -> p.integer("x")))
                .anyMatch(x -> x < -1_000_000_000)
                .anyMatch(x -> x > 1_000_000_000);
    }

    @Test
    void choices_are_among_the_given() {
        assertThat(drawn(Distribution.choice("a", "b", "c"), 100, p -> p.text("x")))
                .containsOnly("a", "b", "c");
    }

    @Test
    void drawn_numbers_are_rounded_within_their_range() {
        assertThat(drawn(Distribution.logUniform(0.001, 1), 100, p -> ValueText.of(p.number("x"))))
                .allMatch(text -> text.replaceAll("^0\\.0*", "").length() <= 4);
        // a narrow range needs more digits
        assertThat(drawn(Distribution.uniform(100, 100.001), 100, p -> p.number("x")))
                .allMatch(x -> x >= 100 && x <= 100.001)
                .satisfies(values -> assertThat(values.stream().distinct()).hasSizeGreaterThan(50));
    }

    @Test
    void draws_each_combination_once_and_all_there_are_if_asked() {
        ParameterSpace small =
                ParameterSpace.of("a", Distribution.integers(1, 5)).and("b", Distribution.choice("x", "y"));

        assertThat(small.draw(10, 3)).doesNotHaveDuplicates().hasSize(10);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> small.draw(11, 3))
                .withMessage(
                        "the space {a=integers(1, 5), b=choice(x, y)} has 10 combinations, but 11 different ones are to be"
                                + " drawn; draw fewer, or take all of them by ParameterGrid");
    }

    @Test
    void gives_up_where_rounding_leaves_too_few() {
        ParameterSpace hardlyAny = ParameterSpace.of("a", Distribution.uniform(1, Math.nextUp(1.0)));

        assertThatIllegalArgumentException()
                .isThrownBy(() -> hardlyAny.draw(3, 3))
                .withMessageContaining("has hardly more than 2, but 3 different ones are to be drawn");
    }

    @Test
    void refuses_what_nothing_can_be_drawn_from() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Distribution.uniform(1, 1))
                .withMessage("nothing can be drawn from uniform(1, 1); give finite bounds, the lower first");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Distribution.uniform(0, Double.POSITIVE_INFINITY))
                .withMessageContaining("uniform(0, Infinity)");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Distribution.logUniform(0, 1))
                .withMessage("nothing can be drawn from logUniform(0, 1); give finite bounds above 0, the lower first");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Distribution.integers(2, 1))
                .withMessage("nothing can be drawn from integers(2, 1); give the lower bound first");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Distribution.choice("a", "a"))
                .withMessage("nothing can be drawn from choice(a, a); give at least one value, and each once");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> SPACE.draw(0, 1))
                .withMessage("at least 1 combination has to be drawn, not 0");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> SPACE.and("rate", Distribution.integers(1, 2)))
                .withMessage("the parameter \"rate\" is given twice; give it all its values at once");
    }
}
