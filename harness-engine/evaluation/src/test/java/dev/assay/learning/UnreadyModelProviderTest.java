package dev.assay.learning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.assay.learning.LearnerProvider.Sharing;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class UnreadyModelProviderTest {

    private static final class Counters extends UnreadyModelProvider {
        Counters() {
            super(AtomicInteger.class, "say what it counts");
        }
    }

    @Test
    void knows_models_of_its_type_only() {
        assertThat(new Counters().supports(new AtomicInteger())).isTrue();
        assertThat(new Counters().supports(1)).isFalse();
    }

    @Test
    void says_what_is_to_be_said_of_a_model() {
        assertThatThrownBy(() -> new Counters().predictor(new AtomicInteger(7)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("say what it counts: 7");
    }

    @Test
    void trains_no_model_from_a_file() {
        assertThatThrownBy(() -> new Counters().learner(new AtomicInteger(7), Sharing.EXCLUSIVE))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("7 is a fitted model and can't be trained; evaluate it on test data instead");
    }
}
