package dev.assay.evaluation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.OptionalDouble;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class LedgerTest {

    private static Judgement judgement(String criterion) {
        return new Judgement(
                "forest",
                criterion,
                Judgement.Outcome.NOT_MET,
                "F1",
                OptionalDouble.of(0.5),
                OptionalDouble.of(0.9),
                OptionalDouble.empty(),
                "too low");
    }

    private final Ledger ledger = new Ledger();

    @Test
    void is_empty_at_first() {
        assertThat(ledger.isEmpty()).isTrue();
        assertThat(ledger.judgements()).isEmpty();
    }

    @Test
    void keeps_judgements_in_order_and_the_same_one_once() {
        ledger.add(judgement("b"));
        ledger.add(judgement("a"));
        ledger.add(judgement("b"));

        assertThat(ledger.isEmpty()).isFalse();
        assertThat(ledger.judgements()).containsExactly(judgement("b"), judgement("a"));
    }

    @Test
    void hands_out_a_copy() {
        List<Judgement> before = ledger.judgements();
        ledger.add(judgement("a"));

        assertThat(before).isEmpty();
    }

    @Test
    void loses_nothing_when_several_threads_write() {
        IntStream.range(0, 1000).parallel().forEach(i -> ledger.add(judgement("criterion " + i)));

        assertThat(ledger.judgements()).hasSize(1000);
    }
}
