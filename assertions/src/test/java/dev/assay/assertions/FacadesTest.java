package dev.assay.assertions;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.assertions.hamcrest.ModelMatchers;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** AssertJ and Hamcrest users can demand the same. */
class FacadesTest {

    private static List<String> signatures(Class<?> type) {
        return Demand.hasMethods(type).map(Demand::signature).toList();
    }

    @Test
    void both_facades_have_the_same_methods() {
        assertThat(signatures(ModelMatchers.class))
                .hasSizeGreaterThan(20)
                .containsExactlyInAnyOrderElementsOf(signatures(ModelAssert.class));
    }

    @Test
    void every_method_is_tested() {
        assertThat(Stream.concat(Demand.all().stream().map(Demand::signature), BudgetsTest.SIGNATURES.stream()))
                .containsExactlyInAnyOrderElementsOf(signatures(ModelAssert.class));
    }
}
