package dev.assay.metric;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import dev.assay.data.Labels;
import dev.assay.data.Targets;
import dev.assay.prediction.Predictions;
import dev.assay.testing.RandomCases;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Scores and their codes in order, against sorting with a comparator. */
class SortedScoresTest {

    /** Kinds of scores that meet all the ways in which they can be coded. */
    private enum Scores {
        ALL_EQUAL {
            @Override
            double next(SplittableRandom random) {
                return 0.3;
            }
        },
        ALL_ZERO {
            @Override
            double next(SplittableRandom random) {
                return random.nextBoolean() ? 0.0 : -0.0;
            }
        },
        TWO_VALUES {
            @Override
            double next(SplittableRandom random) {
                return random.nextBoolean() ? -1e-300 : 1e300;
            }
        },
        AROUND_ZERO {
            @Override
            double next(SplittableRandom random) {
                return pick(random, 0.0, -0.0, Double.MIN_VALUE, -Double.MIN_VALUE, 1, -1);
            }
        },
        SUBNORMAL {
            @Override
            double next(SplittableRandom random) {
                return Double.longBitsToDouble(random.nextLong() & 0x800fffffffffffffL);
            }
        },
        EXTREME {
            @Override
            double next(SplittableRandom random) {
                return pick(
                        random,
                        Double.MAX_VALUE,
                        -Double.MAX_VALUE,
                        Math.nextDown(Double.MAX_VALUE),
                        Double.MIN_VALUE,
                        -Double.MIN_VALUE,
                        0,
                        random.nextDouble());
            }
        },
        /** Distances that show in the lowest bits of codes only, which don't fit into a word. */
        NEIGHBOURS_OF_ONE_BESIDE_EXTREMES {
            @Override
            double next(SplittableRandom random) {
                return random.nextInt(20) == 0
                        ? EXTREME.next(random)
                        : (random.nextBoolean() ? 1 : -1) * (1 + random.nextInt(50) * Math.ulp(1.0));
            }
        },
        ANY {
            @Override
            double next(SplittableRandom random) {
                double score = Double.longBitsToDouble(random.nextLong());
                return Double.isFinite(score) ? score : 0;
            }
        },
        FLOATS {
            @Override
            double next(SplittableRandom random) {
                return (float) random.nextDouble();
            }
        },
        PROBABILITIES {
            @Override
            double next(SplittableRandom random) {
                return random.nextDouble();
            }
        },
        SURE_PROBABILITIES {
            @Override
            double next(SplittableRandom random) {
                return 1 / (1 + Math.exp(random.nextDouble(-700, 700)));
            }
        },
        TIED {
            @Override
            double next(SplittableRandom random) {
                return random.nextInt(-20, 20) / 7.0;
            }
        };

        abstract double next(SplittableRandom random);

        private static double pick(SplittableRandom random, double... values) {
            return values[random.nextInt(values.length)];
        }

        double[] make(int count, SplittableRandom random) {
            double[] scores = new double[count];
            Arrays.setAll(scores, i -> next(random));
            return scores;
        }
    }

    private static Labels labels(int count) {
        return Labels.of(IntStream.range(0, count).mapToObj(i -> "label" + i).toList());
    }

    private static Outcomes outcomes(Labels labels, int rows, SplittableRandom random) {
        int[] truth = random.ints(rows, 0, labels.size()).toArray();
        return Outcomes.of(
                Targets.labels(
                        labels, Arrays.stream(truth).mapToObj(labels::name).toList()),
                Predictions.labels(labels, truth));
    }

    /** Asserts what fails only, because descriptions for each of a million rows take seconds. */
    private static void assertHolds(boolean condition, String what) {
        if (!condition) {
            fail(what);
        }
    }

    private static void assertSorts(Outcomes outcomes, double[] scores) {
        List<Integer> rows =
                new ArrayList<>(IntStream.range(0, scores.length).boxed().toList());
        // adding 0 makes -0.0 equal to 0.0
        rows.sort(Comparator.<Integer>comparingDouble(row -> scores[row] + 0.0).reversed());

        SortedScores sorted = SortedScores.of(outcomes, row -> scores[row]);

        assertThat(sorted.size()).isEqualTo(scores.length);
        for (int start = 0; start < scores.length; ) {
            double score = scores[rows.get(start)] + 0.0;
            int end = start;
            while (end < scores.length && scores[rows.get(end)] == score) {
                end++;
            }
            assertHolds(sorted.endOfTie(start) == end, "the tie at " + start + " ends at " + sorted.endOfTie(start));
            for (int position = start; position < end; position++) {
                assertHolds(
                        Double.compare(sorted.score(position), score) == 0,
                        "score " + position + " is " + sorted.score(position) + " instead of " + score);
            }
            assertSameRows(outcomes, sorted, rows, start, end);
            start = end;
        }
    }

    /** The rows of a tie may come in any order. */
    private static void assertSameRows(Outcomes outcomes, SortedScores sorted, List<Integer> rows, int start, int end) {
        double[] expected = new double[end - start];
        double[] actual = new double[end - start];
        for (int i = 0; i < expected.length; i++) {
            int row = rows.get(start + i);
            expected[i] = key(outcomes.labelTruth().index(row), outcomes.weight(row));
            actual[i] = key(sorted.truth(start + i), sorted.weight(start + i));
        }
        Arrays.sort(expected);
        Arrays.sort(actual);
        assertHolds(Arrays.equals(actual, expected), "other rows from " + start + " to " + end);
    }

    private static double key(int truth, double weight) {
        return truth * 1000.0 + weight;
    }

    private static void assertSorts(Scores kind, Labels labels, int rows, SplittableRandom random) {
        Outcomes outcomes = outcomes(labels, rows, random);
        double[] scores = kind.make(rows, random);

        assertSorts(outcomes, scores);
        assertSorts(
                outcomes.withWeights(random.ints(rows, 1, 100).asDoubleStream().toArray()), scores);
    }

    @ParameterizedTest
    @EnumSource
    void few_rows_are_in_order(Scores kind) {
        RandomCases.check(
                100, random -> assertSorts(kind, labels(random.nextInt(1, 9)), random.nextInt(1, 60), random));
    }

    @ParameterizedTest
    @EnumSource
    void rows_are_in_order_around_the_number_from_which_on_they_are_sorted_by_digits(Scores kind) {
        SplittableRandom random = new SplittableRandom(kind.name().hashCode());
        for (int rows : new int[] {1, 511, 512, 513}) {
            for (int labels : new int[] {1, 2, 300}) {
                assertSorts(kind, labels(labels), rows, random);
            }
        }
    }

    @ParameterizedTest
    @EnumSource
    void many_rows_are_in_order(Scores kind) {
        SplittableRandom random = new SplittableRandom(kind.name().hashCode());
        assertSorts(outcomes(labels(2), 16_384, random), kind.make(16_384, random));
        assertSorts(kind, labels(300), 40_000, random);
    }

    @ParameterizedTest
    @EnumSource
    void codes_order_scores_from_the_highest_and_give_them_back(Scores kind) {
        RandomCases.check(100, random -> {
            double[] scores = kind.make(random.nextInt(1, 60), random);
            long[] bits = new long[scores.length];
            ScoreCode code = ScoreCode.of(row -> scores[row], bits, scores.length, Integer.MAX_VALUE);
            for (int one = 0; one < scores.length; one++) {
                assertHolds(bits[one] == Double.doubleToRawLongBits(scores[one]), "other bits of " + scores[one]);
                long coded = code.code(bits[one]);
                assertHolds(
                        Long.SIZE - Long.numberOfLeadingZeros(coded) <= code.bits(),
                        "the code of " + scores[one] + " has more bits than " + code.bits());
                assertHolds(
                        Double.compare(code.score(coded), scores[one] + 0.0) == 0,
                        scores[one] + " comes back as " + code.score(coded));
                for (int two = 0; two < scores.length; two++) {
                    assertHolds(
                            Integer.signum(Long.compareUnsigned(coded, code.code(bits[two])))
                                    == Double.compare(scores[two] + 0.0, scores[one] + 0.0),
                            "the codes of " + scores[one] + " and " + scores[two] + " are out of order");
                }
            }
        });
    }

    @Test
    void codes_have_as_few_bits_as_magnitudes_and_trailing_zeros_allow() {
        assertThat(bits(0.3, 0.3)).isZero();
        assertThat(bits(0.0, -0.0)).isZero();
        assertThat(bits(0, 1)).isEqualTo(1);
        assertThat(bits(1, -1)).isEqualTo(2);
        // 2^-8 to 1 - 2^-8 as floats: 8 exponents of 23 bits each
        assertThat(bits(0x1p-8, 0x1.000002p-8, 0x1.fep-1)).isLessThanOrEqualTo(26);
        assertThat(bits(Double.MIN_VALUE, 2 * Double.MIN_VALUE, Double.MAX_VALUE))
                .isEqualTo(63);
        assertThat(bits(-Double.MAX_VALUE, 2 * Double.MIN_VALUE, Double.MAX_VALUE))
                .isEqualTo(64);
    }

    private static int bits(double... scores) {
        return ScoreCode.of(row -> scores[row], new long[scores.length], scores.length, Integer.MAX_VALUE)
                .bits();
    }
}
