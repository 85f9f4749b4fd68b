package dev.assay.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import org.apache.commons.statistics.distribution.NormalDistribution;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StudentizedRangeTest {

    /** SciPy 1.10.1: {@code studentized_range.ppf(1 - alpha, k, inf)} for alpha 0.2, 0.1, 0.05, 0.01 and 0.001. */
    @ParameterizedTest(name = "of {0} values")
    @CsvSource({
        "2, 1.812387604874, 2.326174307353, 2.771807648699, 3.642772735437, 4.653507531027",
        "3, 2.423529017591, 2.902380213428, 3.314493155398, 4.120303206460, 5.063452578036",
        "4, 2.783757766825, 3.240446220927, 3.633159574903, 4.402800861449, 5.308803982133",
        "5, 3.037317034291, 3.478280550703, 3.857655510379, 4.602821042202, 5.483753686173",
        "6, 3.231738660002, 3.660720941721, 4.030092053181, 4.757047249408, 5.619332469119",
        "7, 3.388684032837, 3.808098257026, 4.169554155007, 4.882166194996, 5.729753932595",
        "8, 3.519833789330, 3.931349100469, 4.286309409349, 4.987182689089, 5.822728220799",
        "10, 3.730280178924, 4.129346398237, 4.474124221726, 5.156634960090, 5.973306526400",
        "12, 3.895093251935, 4.284634603694, 4.621655471869, 5.290195579134, 6.092467334746",
        "15, 4.089172453391, 4.467781815934, 4.795923860431, 5.448476211870, 6.234215055799",
        "20, 4.328517203918, 4.694104409491, 5.011688794118, 5.645214697986, 6.411187358407",
        "30, 4.648068940499, 4.997112865402, 5.301289574031, 5.910592386936, 6.651228157353",
        "50, 5.025917093383, 5.356686875267, 5.646026026381, 6.228392608582, 6.940584992132",
        "100, 5.502810140052, 5.812496242334, 6.084637537173, 6.635541907441, 7.314093840195"
    })
    void quantiles_agree_with_scipy(int values, double q20, double q10, double q5, double q1, double q01) {
        StudentizedRange range = new StudentizedRange(values);

        assertThat(range.inverseSurvivalProbability(0.2)).isCloseTo(q20, within(1e-9));
        assertThat(range.inverseSurvivalProbability(0.1)).isCloseTo(q10, within(1e-9));
        assertThat(range.inverseSurvivalProbability(0.05)).isCloseTo(q5, within(1e-9));
        assertThat(range.inverseSurvivalProbability(0.01)).isCloseTo(q1, within(1e-9));
        assertThat(range.inverseSurvivalProbability(0.001)).isCloseTo(q01, within(1e-9));
    }

    /** The values that Demšar (2006) divides by √2, as NUMERICS.md has them. */
    @ParameterizedTest(name = "of {0} values")
    @CsvSource({"2, 1.95996", "3, 2.34370", "4, 2.56903", "5, 2.72777", "10, 3.16368"})
    void quantiles_agree_with_tables(int values, double q) {
        assertThat(new StudentizedRange(values).inverseSurvivalProbability(0.05) / Math.sqrt(2))
                .isCloseTo(q, within(5e-6));
    }

    /** The integral in 30 digits, by mpmath 1.3: k φ(z) (Φ(z)^(k−1) − (Φ(z) − Φ(z − q))^(k−1)). */
    @ParameterizedTest(name = "{0} values, {1}")
    @CsvSource({
        "2, 1.5, 0.288844366346484868",
        "3, 3.3, 0.0513109064181898761",
        "5, 4, 0.0376960682205416337",
        "10, 6, 0.000921515303877260785",
        "20, 0.5, 0.999999999999820501",
        "50, 8, 0.0000182816613370416173",
        "3, 9, 5.897436416604921e-10",
        "4, 12, 1.29118234856532156e-16"
    })
    void tails_keep_their_digits(int values, double q, double probability) {
        assertThat(new StudentizedRange(values).survivalProbability(q))
                .isCloseTo(probability, within(1e-12 * probability));
    }

    @Test
    void the_range_of_two_values_is_normal() {
        for (double q = 0.125; q < 20; q += 0.125) {
            double expected = 2 * NormalDistribution.of(0, 1).survivalProbability(q / Math.sqrt(2));
            assertThat(new StudentizedRange(2).survivalProbability(q)).isCloseTo(expected, within(1e-12 * expected));
        }
    }

    @Test
    void probabilities_fall_with_the_range_and_rise_with_the_number_of_values() {
        for (int values : new int[] {2, 3, 10, 1000, 100_000}) {
            double last = 1;
            for (double q = 0; q < 30; q += 0.25) {
                double probability = new StudentizedRange(values).survivalProbability(q);
                assertThat(probability).isBetween(0.0, last + 1e-14);
                assertThat(probability)
                        .isLessThanOrEqualTo(new StudentizedRange(values + 1).survivalProbability(q) + 1e-14);
                last = probability;
            }
        }
    }

    @Test
    void nothing_and_more_than_anything_have_certain_probabilities() {
        assertThat(new StudentizedRange(3).survivalProbability(0)).isEqualTo(1);
        assertThat(new StudentizedRange(3).survivalProbability(Double.POSITIVE_INFINITY))
                .isZero();
    }

    @Test
    void fails_for_less_than_two_values() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new StudentizedRange(1))
                .withMessage("a range needs at least 2 values, not 1");
    }
}
