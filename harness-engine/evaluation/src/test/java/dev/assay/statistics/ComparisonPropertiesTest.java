package dev.assay.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.assay.testing.RandomCases;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

/** What holds for all tests and any data, however odd: no NaN, p-values from 0 to 1, and mirrored results for swapped sides. */
class ComparisonPropertiesTest {

    private static final int RUNS = 3000;
    private static final double[] ODD = {
        0, -0.0, 1, -1, 0.1, Math.nextUp(0.1), 1e-17, 1e-300, Double.MIN_VALUE, -1e300, 1e300, Double.MAX_VALUE / 2, 0.5
    };

    /** Each takes at least two differences. */
    private static final List<Function<double[], Record>> TESTS = List.of(
            differences -> CorrectedResampledTTest.of(differences, 0),
            differences -> CorrectedResampledTTest.of(differences, 1 / 9.0),
            differences -> BayesianCorrelatedTTest.of(differences, 0.1, 0.01),
            differences -> BayesianCorrelatedTTest.of(differences, 0, 0),
            WilcoxonTest::of,
            differences -> PairedBootstrap.of(differences, 20, 1),
            differences -> PermutationTest.of(differences, 20, 1),
            differences -> BayesianSignedRankTest.of(differences, 0.01, 20, 1),
            differences -> FiveByTwoTTest.of(tenOf(differences)),
            differences -> FiveByTwoFTest.of(tenOf(differences)));

    private static double[][] tenOf(double[] differences) {
        double[][] table = new double[5][2];
        for (int i = 0; i < 10; i++) {
            table[i / 2][i % 2] = differences[i % differences.length];
        }
        return table;
    }

    /** Some runs take usual numbers, some a few odd ones, so that ties, zeros and equal ones occur. */
    private static double[] differences(SplittableRandom random) {
        int n = 2 + random.nextInt(30);
        int kind = random.nextInt(4);
        double same = ODD[random.nextInt(ODD.length)];
        double[] differences = new double[n];
        for (int i = 0; i < n; i++) {
            differences[i] = switch (kind) {
                case 0 -> random.nextGaussian();
                case 1 -> ODD[random.nextInt(ODD.length)];
                case 2 -> random.nextInt(5) - 2;
                default -> same;
            };
        }
        return differences;
    }

    @Test
    void no_number_of_a_result_is_ever_nan_and_probabilities_lie_from_0_to_1() {
        RandomCases.check(RUNS, random -> {
            double[] differences = differences(random);
            for (Function<double[], Record> test : TESTS) {
                check(test.apply(differences), differences);
            }
        });
    }

    @Test
    void nor_for_tables_of_scores_and_of_right_answers() {
        RandomCases.check(RUNS, random -> {
            int n = 2 + random.nextInt(12);
            int k = 2 + random.nextInt(5);
            int levels = 1 + random.nextInt(4);
            double[][] scores = new double[n][k];
            boolean[][] right = new boolean[n][k];
            for (int i = 0; i < n; i++) {
                for (int j = 0; j < k; j++) {
                    scores[i][j] = random.nextInt(levels);
                    right[i][j] = random.nextInt(levels) == 0;
                }
            }
            FriedmanTest friedman = FriedmanTest.of(scores);
            check(friedman, scores[0]);
            check(CochranQTest.of(right), scores[0]);
            assertThat(friedman.pValue(0, 1)).isBetween(0.0, 1.0);
            assertThat(friedman.averageRanks().stream().mapToDouble(r -> r).sum())
                    .isCloseTo(k * (k + 1) / 2.0, within(1e-12));
        });
    }

    @Test
    void nor_for_scores_of_two_models() {
        RandomCases.check(RUNS, random -> {
            int n = 2 + random.nextInt(20);
            int levels = 1 + random.nextInt(4);
            boolean[] positive = new boolean[n];
            double[] first = new double[n];
            double[] second = new double[n];
            for (int i = 0; i < n; i++) {
                positive[i] = i == 0 || (i > 1 && random.nextBoolean());
                first[i] = ODD[random.nextInt(levels)];
                second[i] = ODD[random.nextInt(levels)];
            }
            DeLongTest test = DeLongTest.of(positive, first, second);
            DeLongTest swapped = DeLongTest.of(positive, second, first);
            check(test, first);
            assertThat(swapped.statistic()).isEqualTo(-test.statistic() + 0.0);
            assertThat(swapped.pValue()).isEqualTo(test.pValue());
        });
    }

    private static void check(Record result, double[] data) {
        for (RecordComponent component : result.getClass().getRecordComponents()) {
            if (component.getType() == double.class) {
                assertThat(number(result, component))
                        .as("%s of %s from %s", component.getName(), result, Arrays.toString(data))
                        .isNotNaN();
            }
        }
        if (result instanceof SignificanceTest test) {
            assertThat(test.pValue()).as("%s", result).isBetween(0.0, 1.0);
        }
        if (result instanceof BayesianCorrelatedTTest test) {
            assertThat(test.worse() + test.equivalent() + test.better()).isCloseTo(1, within(1e-12));
        }
        if (result instanceof BayesianSignedRankTest test) {
            assertThat(test.worse() + test.equivalent() + test.better()).isCloseTo(1, within(1e-12));
        }
    }

    private static double number(Record result, RecordComponent component) {
        try {
            return (double) component.getAccessor().invoke(result);
        } catch (ReflectiveOperationException e) {
            throw new LinkageError(component.getName(), e);
        }
    }

    @Test
    void swapping_the_two_sides_leaves_every_p_value() {
        RandomCases.check(RUNS, random -> {
            double[] differences = differences(random);
            double[] swapped = Arrays.stream(differences).map(d -> -d).toArray();
            for (Function<double[], Record> test : TESTS) {
                if (test.apply(differences) instanceof SignificanceTest result) {
                    assertThat(((SignificanceTest) test.apply(swapped)).pValue())
                            .isEqualTo(result.pValue());
                }
            }
            assertThat(CorrectedResampledTTest.of(swapped, 0.25).pLess())
                    .isEqualTo(CorrectedResampledTTest.of(differences, 0.25).pGreater());
        });
    }

    /** Metrics may be fractions or per cent: the answer is the same. */
    @Test
    void the_unit_of_differences_changes_no_p_value() {
        RandomCases.check(RUNS, random -> {
            double[] differences = random.doubles(2 + random.nextInt(20), -1, 1).toArray();
            double[] enlarged = Arrays.stream(differences).map(d -> d * 0x1p600).toArray();
            for (Function<double[], Record> test : TESTS) {
                if (test.apply(differences) instanceof SignificanceTest result) {
                    assertThat(((SignificanceTest) test.apply(enlarged)).pValue())
                            .isEqualTo(result.pValue());
                }
            }
        });
    }
}
