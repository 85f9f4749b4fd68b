package dev.assay.metric;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.testing.RandomCases;
import java.math.BigDecimal;
import java.math.MathContext;
import org.junit.jupiter.api.Test;

/** Counts of more rows than a test can have. */
class PairCountsTest {

    private static final int CASES = 1000;

    private static long pairs(long size) {
        return size * (size - 1);
    }

    /** The counts of a table of two labels and two clusters. */
    private static PairCounts counts(long a, long b, long c, long d) {
        return new PairCounts(
                pairs(a + b + c + d),
                pairs(a) + pairs(b) + pairs(c) + pairs(d),
                pairs(a + b) + pairs(c + d),
                pairs(a + c) + pairs(b + d));
    }

    /** Without any rounding but that of the quotient. */
    private static double exactAdjustedRandIndex(PairCounts counts) {
        BigDecimal all = BigDecimal.valueOf(counts.all());
        BigDecimal labels = BigDecimal.valueOf(counts.sameLabel());
        BigDecimal clusters = BigDecimal.valueOf(counts.sameCluster());
        BigDecimal product = labels.multiply(clusters);
        BigDecimal two = BigDecimal.valueOf(2);
        BigDecimal numerator =
                all.multiply(BigDecimal.valueOf(counts.together())).subtract(product);
        BigDecimal denominator = all.multiply(labels.add(clusters)).subtract(two.multiply(product));
        return two.multiply(numerator)
                .divide(denominator, MathContext.DECIMAL128)
                .doubleValue();
    }

    @Test
    void the_adjusted_rand_index_has_all_digits_however_many_rows_there_are() {
        RandomCases.check(CASES, random -> {
            long most = 1L << random.nextInt(2, 29);
            // near independence, where products nearly cancel, and anywhere
            long a = random.nextLong(1, most);
            long b = random.nextLong(1, most);
            boolean independent = random.nextBoolean();
            long c = independent ? a : random.nextLong(1, most);
            long d = independent ? Math.max(1, b + random.nextLong(-2, 3)) : random.nextLong(1, most);
            PairCounts counts = counts(a, b, c, d);
            double expected = exactAdjustedRandIndex(counts);

            assertThat(Math.abs(counts.adjustedRandIndex() - expected)).isLessThanOrEqualTo(4 * Math.ulp(expected));
        });
    }

    @Test
    void two_billion_rows_do_not_overflow() {
        PairCounts counts = counts(1_000_000_000, 3, 2, 1_000_000_000);

        assertThat(counts.adjustedRandIndex())
                .isEqualTo(exactAdjustedRandIndex(counts))
                .isBetween(0.99, 1.0);
        assertThat(counts.randIndex()).isBetween(0.99, 1.0);
        assertThat(counts.fowlkesMallowsIndex()).isBetween(0.99, 1.0);
    }

    @Test
    void products_that_cancel_exactly_give_0() {
        // n together = the product of both margins: 3 · 1 · 2 = 6 · 1
        assertThat(new PairCounts(12, 1, 4, 3).adjustedRandIndex()).isZero();
    }
}
