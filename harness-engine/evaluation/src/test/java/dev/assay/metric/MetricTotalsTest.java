package dev.assay.metric;

import static dev.assay.metric.ClassificationMetrics.ACCURACY;
import static dev.assay.metric.ClassificationMetrics.COHENS_KAPPA;
import static dev.assay.metric.ClassificationMetrics.F1;
import static dev.assay.metric.ClassificationMetrics.JACCARD;
import static dev.assay.metric.ClassificationMetrics.LOG_LOSS;
import static dev.assay.metric.ClassificationMetrics.MATTHEWS_CORRELATION;
import static dev.assay.metric.ClassificationMetrics.MULTICLASS_BRIER_SCORE;
import static dev.assay.metric.ClassificationMetrics.ROC_AUC;
import static dev.assay.metric.ClassificationMetrics.topKAccuracy;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import dev.assay.data.Labels;
import dev.assay.data.Targets;
import dev.assay.prediction.Predictions;
import dev.assay.testing.LabelCase;
import dev.assay.testing.NumberCase;
import dev.assay.testing.RandomCases;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class MetricTotalsTest {

    private static final List<Metric> OF_LABELS = List.of(
            ACCURACY,
            F1,
            F1.macro(),
            F1.weighted(),
            JACCARD.micro(),
            MATTHEWS_CORRELATION,
            COHENS_KAPPA,
            LOG_LOSS,
            MULTICLASS_BRIER_SCORE,
            topKAccuracy(2));

    private static final List<Metric> OF_NUMBERS = List.of(
            RegressionMetrics.MEAN_ABSOLUTE_ERROR,
            RegressionMetrics.ROOT_MEAN_SQUARED_ERROR,
            RegressionMetrics.pinballLoss(0.1));

    /** Cuts rows into some batches. */
    private static List<int[]> batches(int rows, SplittableRandom random) {
        List<int[]> batches = new ArrayList<>();
        for (int start = 0; start < rows; ) {
            int end = Math.min(rows, start + random.nextInt(1, 12));
            batches.add(IntStream.range(start, end).toArray());
            start = end;
        }
        Collections.shuffle(batches, new Random(random.nextLong()));
        return batches;
    }

    /** Adds batches to one of several totals each, and merges these. */
    private static MetricTotals total(List<Metric> metrics, List<Outcomes> batches, SplittableRandom random) {
        List<MetricTotals> parts =
                List.of(MetricTotals.of(metrics), MetricTotals.of(metrics), MetricTotals.of(metrics));
        batches.forEach(batch -> parts.get(random.nextInt(parts.size())).add(batch));
        MetricTotals all = MetricTotals.of(metrics);
        parts.forEach(all::merge);
        return all;
    }

    private static void assertSame(MetricTotals totals, List<Metric> metrics, Outcomes whole) {
        assertThat(totals.rows()).isEqualTo(whole.size());
        metrics.forEach(
                metric -> assertThat(totals.value(metric)).as(metric.name()).isEqualTo(metric.value(whole)));
    }

    @Test
    void batches_of_labels_give_bitwise_what_all_rows_give_however_they_are_merged() {
        RandomCases.check(500, random -> {
            LabelCase whole = LabelCase.random(random);
            double[] fractions = random.doubles(whole.truth().size(), 0.01, 2).toArray();
            boolean weighted = random.nextBoolean();
            List<Outcomes> batches = batches(whole.truth().size(), random).stream()
                    .map(rows -> {
                        Outcomes batch = whole.select(rows).outcomes();
                        return weighted
                                ? batch.withWeights(IntStream.of(rows)
                                        .mapToDouble(row -> fractions[row])
                                        .toArray())
                                : batch;
                    })
                    .toList();

            assertSame(
                    total(OF_LABELS, batches, random),
                    OF_LABELS,
                    weighted ? whole.outcomes().withWeights(fractions) : whole.outcomes());
        });
    }

    @Test
    void batches_of_numbers_give_bitwise_what_all_rows_give_however_they_are_merged() {
        RandomCases.check(500, random -> {
            NumberCase whole = NumberCase.random(random);
            List<Outcomes> batches = batches(whole.truth().size(), random).stream()
                    .map(rows -> whole.select(rows).weightedOutcomes())
                    .toList();

            assertSame(total(OF_NUMBERS, batches, random), OF_NUMBERS, whole.weightedOutcomes());
        });
    }

    @Test
    void batches_of_label_sets_and_of_queries_work_as_well() {
        Labels labels = Labels.of("a", "b");
        Outcomes first = Outcomes.of(
                Targets.labelSets(labels, List.of(Set.of("a"), Set.of("a", "b"))),
                Predictions.labelSets(labels, List.of(Set.of("b"), Set.of("a"))));
        Outcomes second = Outcomes.of(
                Targets.labelSets(labels, List.of(Set.of("b"))), Predictions.labelSets(labels, List.of(Set.of("b"))));
        Metric micro = MultiLabelMetrics.F1.micro();
        Metric samples = MultiLabelMetrics.F1.samples();
        MetricTotals ofSets = MetricTotals.of(micro, samples);
        ofSets.add(first);
        ofSets.add(second);
        MetricTotals ofQueries = MetricTotals.of(RankingMetrics.NDCG, RankingMetrics.MEAN_RECIPROCAL_RANK);
        ofQueries.add(Cases.numbers(new double[] {0, 1}, 0.9, 0.1).withGroups(List.of("q", "q")));
        ofQueries.add(Cases.numbers(new double[] {0, 1}, 0.1, 0.9).withGroups(List.of("r", "r")));

        assertThat(ofSets.value(micro)).isEqualTo(MetricValue.of(4.0 / 7));
        assertThat(ofSets.value(samples)).isEqualTo(MetricValue.of((2.0 / 3 + 1) / 3));
        assertThat(ofQueries.value(RankingMetrics.MEAN_RECIPROCAL_RANK)).isEqualTo(MetricValue.of(0.75));
    }

    @Test
    void a_batch_that_leaves_a_metric_undefined_does_so_for_the_whole() {
        MetricTotals totals = MetricTotals.of(LOG_LOSS, ACCURACY);
        totals.add(Cases.probabilities("01", 0.2, 0.9));
        totals.add(Cases.labels(Labels.of("0", "1"), "01", "01"));

        assertThat(totals.value(LOG_LOSS))
                .isEqualTo(MetricValue.undefined("in a batch, the model gives no probabilities"));
        assertThat(totals.value(ACCURACY)).isEqualTo(MetricValue.of(1));
    }

    @Test
    void fails_for_a_metric_that_needs_all_rows_at_once() {
        MetricTotals totals = MetricTotals.of(ROC_AUC);

        assertThatIllegalArgumentException()
                .isThrownBy(() -> totals.add(Cases.probabilities("01", 0.2, 0.9)))
                .withMessage("ROC AUC needs all rows at once; batch by batch, there are metrics of counts, means over"
                        + " rows, and RocAucBounds");
    }

    @Test
    void fails_for_other_labels_other_metrics_and_nothing() {
        MetricTotals totals = MetricTotals.of(ACCURACY);
        assertThatIllegalStateException()
                .isThrownBy(() -> totals.value(ACCURACY))
                .withMessage("there are no rows to judge predictions by");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> totals.value(F1))
                .withMessage("these are totals of [accuracy], not of F1");
        totals.add(Cases.labels(Labels.of("a", "b"), "a", "a"));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> totals.add(Cases.labels(Labels.of("a", "c"), "a", "a")))
                .withMessage("a batch is over the labels \"a\", \"c\", those before it over \"a\", \"b\"");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> totals.merge(MetricTotals.of(F1)))
                .withMessage("totals of [F1] can't be merged into totals of [accuracy]");
    }
}
