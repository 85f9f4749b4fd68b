package dev.assay.metric;

import static dev.assay.metric.Cases.value;
import static dev.assay.metric.ClassificationMetrics.AVERAGE_PRECISION;
import static dev.assay.metric.ClassificationMetrics.KOLMOGOROV_SMIRNOV;
import static dev.assay.metric.ClassificationMetrics.ROC_AUC_ONE_VS_ONE;
import static dev.assay.metric.ClassificationMetrics.ROC_AUC_ONE_VS_ONE_WEIGHTED;
import static dev.assay.metric.ClassificationMetrics.costAtBestThreshold;
import static dev.assay.metric.ClassificationMetrics.gainAt;
import static dev.assay.metric.ClassificationMetrics.liftAt;
import static dev.assay.metric.ClassificationMetrics.precisionAt;
import static dev.assay.metric.ClassificationMetrics.precisionAtRecall;
import static dev.assay.metric.ClassificationMetrics.recallAtPrecision;
import static dev.assay.metric.ClassificationMetrics.sensitivityAtSpecificity;
import static dev.assay.metric.ClassificationMetrics.specificityAtSensitivity;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.assay.data.Labels;
import dev.assay.data.Targets;
import dev.assay.prediction.Predictions;
import dev.assay.testing.Examples;
import dev.assay.testing.RandomCases;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.DoubleSummaryStatistics;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.IntPredicate;
import java.util.function.ToDoubleFunction;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Metrics of one label's scores, against their definitions taken literally: every threshold, pair and order is tried. */
class RankingDefinitionsTest {

    private static final int CASES = 500;

    private static final List<Double> SHARES = List.of(0.0, 0.1, 0.25, 0.5, 2.0 / 3, 0.9, 1.0);

    /** Rows of "n" and "p", both at least once, with whole-numbered or no weights. */
    private static final class Ranking {

        private final String truth;
        private final double[] scores;
        private final double[] weights;
        private final Outcomes outcomes;

        private Ranking(String truth, double[] scores, double[] weights, Outcomes outcomes) {
            this.truth = truth;
            this.scores = scores;
            this.weights = weights;
            this.outcomes = outcomes;
        }

        static Ranking random(int mostRows, boolean maybeWeighted, SplittableRandom random) {
            int rows = random.nextInt(2, mostRows + 1);
            StringBuilder truth = new StringBuilder("np");
            random.ints(rows - 2, 0, 2).forEach(i -> truth.append("np".charAt(i)));
            double[] scores = random.ints(rows, -4, 5).asDoubleStream().toArray();
            Outcomes outcomes = Cases.margins(truth.toString(), scores);
            double[] weights = new double[rows];
            Arrays.fill(weights, 1);
            if (maybeWeighted && random.nextBoolean()) {
                Arrays.setAll(weights, row -> random.nextInt(1, 5));
                outcomes = outcomes.withWeights(weights);
            }
            return new Ranking(truth.toString(), scores, weights, outcomes);
        }

        boolean isPositive(int row) {
            return truth.charAt(row) == 'p';
        }

        private double sum(IntPredicate rows) {
            return IntStream.range(0, scores.length)
                    .filter(rows)
                    .mapToDouble(row -> weights[row])
                    .sum();
        }

        double positives() {
            return sum(this::isPositive);
        }

        double negatives() {
            return sum(row -> !isPositive(row));
        }

        double truePositives(double threshold) {
            return sum(row -> isPositive(row) && scores[row] >= threshold);
        }

        double falsePositives(double threshold) {
            return sum(row -> !isPositive(row) && scores[row] >= threshold);
        }

        double recall(double threshold) {
            return truePositives(threshold) / positives();
        }

        double specificity(double threshold) {
            return (negatives() - falsePositives(threshold)) / negatives();
        }

        double precision(double threshold) {
            return truePositives(threshold) / (truePositives(threshold) + falsePositives(threshold));
        }

        /** Returns the distinct scores, the highest first. */
        double[] thresholds() {
            return Arrays.stream(scores)
                    .distinct()
                    .map(s -> -s)
                    .sorted()
                    .map(s -> -s)
                    .toArray();
        }

        /** Returns the same, after a threshold above all scores. */
        double[] allThresholds() {
            return DoubleStream.concat(DoubleStream.of(Double.POSITIVE_INFINITY), Arrays.stream(thresholds()))
                    .toArray();
        }
    }

    private static double highest(DoubleStream values) {
        return values.max().orElse(0);
    }

    @Test
    void average_precision_is_the_sum_of_precision_times_gained_recall() {
        RandomCases.check(CASES, random -> {
            Ranking ranking = Ranking.random(30, true, random);
            double sum = 0;
            double recall = 0;
            for (double threshold : ranking.thresholds()) {
                sum += (ranking.recall(threshold) - recall) * ranking.precision(threshold);
                recall = ranking.recall(threshold);
            }

            assertThat(value(AVERAGE_PRECISION, ranking.outcomes)).isCloseTo(sum, within(1e-14));
        });
    }

    @Test
    void the_kolmogorov_smirnov_statistic_is_the_largest_distance_of_both_rates() {
        RandomCases.check(CASES, random -> {
            Ranking ranking = Ranking.random(30, true, random);

            assertThat(value(KOLMOGOROV_SMIRNOV, ranking.outcomes))
                    .isCloseTo(
                            highest(Arrays.stream(ranking.thresholds())
                                    .map(t -> Math.abs(ranking.recall(t) - (1 - ranking.specificity(t))))),
                            within(1e-14));
        });
    }

    @Test
    void recall_at_precision_is_the_highest_recall_at_thresholds_of_enough_precision() {
        RandomCases.check(CASES, random -> {
            Ranking ranking = Ranking.random(30, true, random);
            for (double minimum : SHARES) {
                assertThat(value(recallAtPrecision(minimum), ranking.outcomes))
                        .isEqualTo(highest(Arrays.stream(ranking.thresholds())
                                .filter(t -> ranking.precision(t) >= minimum)
                                .map(ranking::recall)));
            }
        });
    }

    @Test
    void precision_at_recall_is_the_highest_precision_at_thresholds_of_enough_recall() {
        RandomCases.check(CASES, random -> {
            Ranking ranking = Ranking.random(30, true, random);
            for (double minimum : SHARES) {
                assertThat(value(precisionAtRecall(minimum), ranking.outcomes))
                        .isEqualTo(highest(Arrays.stream(ranking.thresholds())
                                .filter(t -> ranking.recall(t) >= minimum)
                                .map(ranking::precision)));
            }
        });
    }

    @Test
    void sensitivity_at_specificity_is_the_highest_at_thresholds_of_enough_specificity() {
        RandomCases.check(CASES, random -> {
            Ranking ranking = Ranking.random(30, true, random);
            for (double minimum : SHARES) {
                assertThat(value(sensitivityAtSpecificity(minimum), ranking.outcomes))
                        .isEqualTo(highest(Arrays.stream(ranking.allThresholds())
                                .filter(t -> ranking.specificity(t) >= minimum)
                                .map(ranking::recall)));
            }
        });
    }

    @Test
    void specificity_at_sensitivity_is_the_highest_at_thresholds_of_enough_sensitivity() {
        RandomCases.check(CASES, random -> {
            Ranking ranking = Ranking.random(30, true, random);
            for (double minimum : SHARES) {
                assertThat(value(specificityAtSensitivity(minimum), ranking.outcomes))
                        .isEqualTo(highest(Arrays.stream(ranking.allThresholds())
                                .filter(t -> ranking.recall(t) >= minimum)
                                .map(ranking::specificity)));
            }
        });
    }

    @Test
    void the_cost_at_the_best_threshold_is_the_lowest_of_all() {
        RandomCases.check(CASES, random -> {
            Ranking ranking = Ranking.random(30, true, random);
            double ofFalsePositive = random.nextInt(4);
            double ofFalseNegative = random.nextInt(4);
            double total = ranking.positives() + ranking.negatives();

            assertThat(value(costAtBestThreshold(ofFalsePositive, ofFalseNegative), ranking.outcomes))
                    .isEqualTo(Arrays.stream(ranking.allThresholds())
                            .map(t -> (ofFalsePositive * ranking.falsePositives(t)
                                            + ofFalseNegative * (ranking.positives() - ranking.truePositives(t)))
                                    / total)
                            .min()
                            .orElseThrow());
        });
    }

    /** Averages a number over all orders of the rows by descending score. */
    private static double meanOverOrders(Ranking ranking, ToDoubleFunction<List<Integer>> number) {
        List<List<Integer>> orders = new ArrayList<>();
        addOrders(ranking, new ArrayList<>(), orders);
        return orders.stream().mapToDouble(number).average().orElseThrow();
    }

    private static void addOrders(Ranking ranking, List<Integer> begun, List<List<Integer>> orders) {
        int[] left = IntStream.range(0, ranking.scores.length)
                .filter(row -> !begun.contains(row))
                .toArray();
        if (left.length == 0) {
            orders.add(List.copyOf(begun));
            return;
        }
        double next = Arrays.stream(left)
                .mapToDouble(row -> ranking.scores[row])
                .max()
                .orElseThrow();
        for (int row : left) {
            if (ranking.scores[row] == next) {
                begun.add(row);
                addOrders(ranking, begun, orders);
                begun.remove(begun.size() - 1);
            }
        }
    }

    /** Counts the positive rows among the first, the last of which may be taken in part. */
    private static double found(Ranking ranking, List<Integer> order, double taken) {
        double found = 0;
        for (int place = 0; place < Math.min(taken, order.size()); place++) {
            found += ranking.isPositive(order.get(place)) ? Math.min(1, taken - place) : 0;
        }
        return found;
    }

    @Test
    void precision_at_k_is_the_mean_over_all_orders_of_tied_rows() {
        RandomCases.check(CASES, random -> {
            Ranking ranking = Ranking.random(6, false, random);
            for (int k = 1; k <= 7; k++) {
                int taken = Math.min(k, ranking.scores.length);

                assertThat(value(precisionAt(k), ranking.outcomes))
                        .isCloseTo(
                                meanOverOrders(ranking, order -> found(ranking, order, taken) / taken), within(1e-14));
            }
        });
    }

    @Test
    void gain_and_lift_are_the_mean_over_all_orders_of_tied_rows() {
        RandomCases.check(CASES, random -> {
            Ranking ranking = Ranking.random(6, false, random);
            for (double share : SHARES.subList(1, SHARES.size())) {
                double gain = meanOverOrders(
                        ranking, order -> found(ranking, order, share * ranking.scores.length) / ranking.positives());

                assertThat(value(gainAt(share), ranking.outcomes)).isCloseTo(gain, within(1e-14));
                assertThat(value(liftAt(share), ranking.outcomes)).isCloseTo(gain / share, within(1e-13));
            }
        });
    }

    @Test
    void the_one_vs_one_auc_is_the_mean_over_pairs_of_labels_of_the_share_of_rows_in_order() {
        RandomCases.check(CASES, random -> {
            Labels labels = Examples.vocabulary(random.nextInt(2, 5));
            int k = labels.size();
            int[] truth = IntStream.concat(IntStream.range(0, k), random.ints(random.nextInt(30), 0, k))
                    .toArray();
            double[] margins =
                    random.ints((long) k * truth.length, -3, 4).asDoubleStream().toArray();
            Outcomes outcomes = Outcomes.of(
                    Targets.labels(
                            labels, Arrays.stream(truth).mapToObj(labels::name).toList()),
                    Predictions.margins(labels, margins));

            double areas = 0;
            double weightedAreas = 0;
            double weights = 0;
            for (int first = 0; first < k; first++) {
                for (int second = first + 1; second < k; second++) {
                    double area = (wins(outcomes, first, second) + wins(outcomes, second, first)) / 2;
                    double weight = outcomes.confusion().support(first)
                            + outcomes.confusion().support(second);
                    areas += area;
                    weightedAreas += weight * area;
                    weights += weight;
                }
            }
            assertThat(value(ROC_AUC_ONE_VS_ONE, outcomes)).isCloseTo(2 * areas / (k * (k - 1)), within(1e-14));
            assertThat(value(ROC_AUC_ONE_VS_ONE_WEIGHTED, outcomes)).isCloseTo(weightedAreas / weights, within(1e-14));
        });
    }

    /** The share of pairs of rows of two labels in which the row of the first has the higher score for it. */
    private static double wins(Outcomes outcomes, int label, int other) {
        double wins = 0;
        double pairs = 0;
        for (int one = 0; one < outcomes.size(); one++) {
            for (int two = 0; two < outcomes.size(); two++) {
                if (outcomes.labelTruth().index(one) == label
                        && outcomes.labelTruth().index(two) == other) {
                    pairs++;
                    wins += Cases.win(
                            outcomes.labelPredictions().score(one, label),
                            outcomes.labelPredictions().score(two, label));
                }
            }
        }
        return wins / pairs;
    }

    @Test
    void each_point_of_a_threshold_curve_is_achieved_by_scores_of_at_least_its_threshold() {
        RandomCases.check(CASES, random -> {
            Ranking ranking = Ranking.random(30, true, random);
            for (ThresholdCurve curve : List.of(curve(ranking), curveAtEveryScore(ranking))) {
                for (int point = 0; point < curve.size(); point++) {
                    double threshold = curve.threshold(point);

                    assertThat(curve.recall(point)).isEqualTo(ranking.recall(threshold));
                    assertThat(curve.falsePositiveRate(point))
                            .isEqualTo(ranking.falsePositives(threshold) / ranking.negatives());
                }
            }
        });
    }

    private static ThresholdCurve curve(Ranking ranking) {
        return ThresholdCurve.of(ranking.outcomes, "p").orElseThrow();
    }

    private static ThresholdCurve curveAtEveryScore(Ranking ranking) {
        return ThresholdCurve.atEveryScore(ranking.outcomes, "p").orElseThrow();
    }

    @Test
    void a_threshold_curve_at_every_score_has_each_once_below_one_above_all() {
        RandomCases.check(CASES, random -> {
            Ranking ranking = Ranking.random(30, true, random);
            ThresholdCurve curve = curveAtEveryScore(ranking);

            assertThat(IntStream.range(0, curve.size()).mapToDouble(curve::threshold))
                    .containsExactlyElementsOf(
                            Arrays.stream(ranking.allThresholds()).boxed().toList());
        });
    }

    @Test
    void a_threshold_curve_leaves_out_only_points_on_horizontal_lines() {
        RandomCases.check(CASES, random -> {
            Ranking ranking = Ranking.random(30, true, random);
            ThresholdCurve curve = curve(ranking);
            ThresholdCurve every = curveAtEveryScore(ranking);

            for (int point = 0; point < every.size(); point++) {
                assertThat(liesOn(curve, every.falsePositiveRate(point), every.recall(point)))
                        .isTrue();
            }
            assertThat(area(curve)).isCloseTo(area(every), within(1e-14));
            assertThat(area(curve)).isCloseTo(value(ClassificationMetrics.ROC_AUC, ranking.outcomes), within(1e-14));
        });
    }

    private static boolean liesOn(ThresholdCurve curve, double falsePositiveRate, double recall) {
        DoubleSummaryStatistics line = IntStream.range(0, curve.size())
                .filter(point -> curve.recall(point) == recall)
                .mapToDouble(curve::falsePositiveRate)
                .summaryStatistics();
        return line.getMin() <= falsePositiveRate && falsePositiveRate <= line.getMax();
    }

    private static double area(ThresholdCurve curve) {
        double area = 0;
        for (int point = 1; point < curve.size(); point++) {
            area += (curve.falsePositiveRate(point) - curve.falsePositiveRate(point - 1))
                    * (curve.recall(point) + curve.recall(point - 1))
                    / 2;
        }
        return area;
    }

    @Test
    void the_cheapest_point_of_a_threshold_curve_costs_what_the_best_threshold_does() {
        RandomCases.check(CASES, random -> {
            Ranking ranking = Ranking.random(30, true, random);
            double ofFalsePositive = random.nextInt(4);
            double ofFalseNegative = random.nextInt(4);
            double total = ranking.positives() + ranking.negatives();
            for (ThresholdCurve curve : List.of(curve(ranking), curveAtEveryScore(ranking))) {
                double threshold = curve.threshold(curve.cheapest(ofFalsePositive, ofFalseNegative));

                assertThat((ofFalsePositive * ranking.falsePositives(threshold)
                                        + ofFalseNegative * (ranking.positives() - ranking.truePositives(threshold)))
                                / total)
                        .isEqualTo(value(costAtBestThreshold(ofFalsePositive, ofFalseNegative), ranking.outcomes));
            }
        });
    }
}
