package dev.assay.data;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class SeedTest {

    @Test
    void stays_the_same_for_ever() {
        // Every split and every fit of every user follows from these: a change of them changes all results. The values
        // were computed apart from this code, in Python, from FNV-1a and the finalizer of SplitMix64.
        assertThat(Seed.of(42).derive("shuffle").value()).isEqualTo(2571884964799206490L);
        assertThat(Seed.of(42).derive("repeat", 0).value()).isEqualTo(-4027004780544431253L);
        assertThat(Seed.of(42).derive("repeat", 1).value()).isEqualTo(2913284252868004064L);
        assertThat(Seed.of(0).derive("").value()).isEqualTo(-780787492076525413L);
        assertThat(Seed.of(-1).derive("猫").value()).isEqualTo(-741612022101039393L);
        assertThat(Seed.of(42).random().nextLong()).isEqualTo(-4767286540954276203L);
    }

    @Test
    void gives_the_same_seed_for_the_same_name() {
        assertThat(Seed.of(1).derive("fold", 3)).isEqualTo(Seed.of(1).derive("fold", 3));
        assertThat(Seed.of(1).derive("a").derive("b"))
                .isEqualTo(Seed.of(1).derive("a").derive("b"));
    }

    @Test
    void gives_other_seeds_for_other_names_numbers_and_parents() {
        Set<Seed> seeds = new HashSet<>();
        int made = 0;
        for (long parent = -20; parent < 20; parent++) {
            for (String name : List.of("", "a", "b", "ab", "ba", "fold", "repeat", "shuffle")) {
                seeds.add(Seed.of(parent).derive(name));
                made++;
                for (int number = -5; number < 20; number++) {
                    seeds.add(Seed.of(parent).derive(name, number));
                    made++;
                }
            }
        }

        assertThat(seeds).hasSize(made);
    }

    @Test
    void depends_on_the_order_of_names() {
        assertThat(Seed.of(1).derive("a").derive("b"))
                .isNotEqualTo(Seed.of(1).derive("b").derive("a"));
    }

    @Test
    void starts_a_generator_of_its_own_each_time() {
        Seed seed = Seed.of(7);
        long first = seed.random().nextLong();

        assertThat(seed.random().nextLong()).isEqualTo(first);
    }
}
