package dev.assay.metric;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.data.Labels;
import dev.assay.data.Targets;
import dev.assay.numeric.RadixSort;
import dev.assay.prediction.LabelPredictions;
import dev.assay.prediction.Predictions;
import dev.assay.testing.RandomCases;
import java.util.Arrays;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Against sorting all rows. */
class RareLabelRankingTest {

    private enum Scores {
        SPREAD,
        POSITIVE,
        TIED,
        SIGNED_ZEROS,
        OF_MANY_MAGNITUDES,
        CLOSE;

        private double next(SplittableRandom random) {
            return switch (this) {
                case SPREAD -> random.nextGaussian();
                case POSITIVE -> random.nextDouble();
                case TIED -> random.nextInt(-3, 4) / 4.0;
                case SIGNED_ZEROS -> random.nextBoolean() ? 0.0 : -0.0;
                case OF_MANY_MAGNITUDES -> Math.exp(10 * random.nextGaussian());
                case CLOSE -> 1 + random.nextInt(100) * 0x1p-23;
            };
        }

        double[] of(int count, SplittableRandom random) {
            double[] scores = new double[count];
            Arrays.setAll(scores, i -> next(random));
            return scores;
        }
    }

    private static final int RARE = 1;

    private static Outcomes outcomes(int rows, Scores scores, boolean single, SplittableRandom random) {
        int k = random.nextInt(2, 5);
        Labels labels =
                Labels.of(IntStream.range(0, k).mapToObj(i -> "label " + i).toList());
        int[] truth = IntStream.range(0, rows)
                .map(row -> row % 8 == 0 ? RARE : random.nextInt(k))
                .map(label -> label == RARE && random.nextInt(4) > 0 ? 0 : label)
                .toArray();
        double[] margins = scores.of(rows * k, random);
        LabelPredictions predictions =
                single ? Predictions.margins(labels, floats(margins)) : Predictions.margins(labels, margins);
        return Outcomes.of(Targets.labels(labels, truth), predictions);
    }

    private static float[] floats(double... numbers) {
        float[] floats = new float[numbers.length];
        for (int i = 0; i < floats.length; i++) {
            floats[i] = (float) numbers[i];
        }
        return floats;
    }

    private static Optional<RankedLabel> rank(Outcomes outcomes) {
        return RareLabelRanking.of(
                RARE,
                outcomes.labelTruth().labels().size(),
                ScoreColumns.of(outcomes.labelTruth(), outcomes.labelPredictions()),
                RadixSort.onOneThread());
    }

    private static String describe(RankedLabel ranked, ConfusionMatrix counts) {
        StringBuilder words = new StringBuilder();
        for (int step = 0; step < ranked.size(); step++) {
            words.append(ranked.threshold(step) + " " + ranked.truePositives(step) + " " + ranked.falsePositives(step)
                    + " " + ranked.falsePositivesAbove(step) + "\n");
        }
        for (int other = 0; other < counts.labels().size(); other++) {
            words.append(other == RARE ? "" : ranked.areaAgainst(other, (long) counts.support(other)) + "\n");
        }
        return words.append(ranked.positives() + " " + ranked.negatives() + " " + ranked.area())
                .toString();
    }

    @ParameterizedTest
    @EnumSource
    void gives_what_sorting_gives(Scores scores) {
        RandomCases.check(400, random -> {
            int rows = random.nextInt(1, 2000);
            boolean single = random.nextBoolean();
            Outcomes outcomes = outcomes(rows, scores, single, random);
            int support = (int) outcomes.confusion().support(RARE);
            boolean fits = support > 0 && support <= rows / 4;

            Optional<RankedLabel> ranked = rank(outcomes);

            if (single || !fits) {
                assertThat(ranked.isPresent()).isEqualTo(fits);
            }
            RankedLabel sorted = RankedLabel.of(outcomes, RARE);
            ranked.ifPresent(found -> assertThat(describe(found, outcomes.confusion()))
                    .isEqualTo(describe(sorted, outcomes.confusion())));
        });
    }

    @Test
    void leaves_scores_to_sorting_that_words_have_no_bits_for() {
        Labels labels = Labels.of("frequent", "rare");
        int[] truth = new int[8];
        truth[3] = RARE;
        double[] scores = new double[16];
        Arrays.setAll(scores, i -> i % 2 == 0 ? -Double.MAX_VALUE : Double.MAX_VALUE);
        scores[1] = -1;
        Outcomes outcomes = Outcomes.of(Targets.labels(labels, truth), Predictions.margins(labels, scores));

        assertThat(rank(outcomes)).isEmpty();
    }

    @Test
    void is_what_averages_of_many_rows_use() {
        SplittableRandom random = new SplittableRandom(1);
        Labels labels = Labels.of("a", "b", "c", "d", "e");
        int rows = 20_000;
        Outcomes outcomes = Outcomes.of(
                Targets.labels(labels, random.ints(rows, 0, 5).toArray()),
                Predictions.margins(labels, Scores.SPREAD.of(5 * rows, random)));

        assertThat(RareLabelRanking.suits(outcomes)).isTrue();
        double mean = IntStream.range(0, 5)
                .mapToDouble(label -> RankedLabel.of(outcomes, label).area())
                .average()
                .orElseThrow();
        assertThat(ClassificationMetrics.ROC_AUC
                        .macro()
                        .value(outcomes)
                        .asOptional()
                        .orElseThrow())
                .isCloseTo(mean, Offset.offset(1e-15));
    }
}
