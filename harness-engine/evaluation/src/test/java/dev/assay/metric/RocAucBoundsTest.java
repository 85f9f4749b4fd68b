package dev.assay.metric;

import static dev.assay.metric.ClassificationMetrics.ROC_AUC;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.assay.data.Labels;
import dev.assay.data.Targets;
import dev.assay.prediction.Predictions;
import dev.assay.testing.RandomCases;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class RocAucBoundsTest {

    private static final Labels LABELS = Labels.of("n", "p");

    private static Outcomes probabilities(SplittableRandom random, int rows) {
        int[] truth = random.ints(rows, 0, 2).toArray();
        double[] scores = new double[2 * rows];
        for (int row = 0; row < rows; row++) {
            // many near 0 and 1, some ties, some 0 and 1 themselves
            double odds = Math.exp(
                    random.nextInt(4) == 0 ? random.nextInt(-3, 4) * 20 : random.nextDouble(-9, 9) + truth[row]);
            scores[2 * row + 1] = odds / (1 + odds);
            scores[2 * row] = 1 - scores[2 * row + 1];
        }
        return Outcomes.of(Targets.labels(LABELS, truth), Predictions.probabilities(LABELS, scores));
    }

    private static Outcomes margins(SplittableRandom random, int rows) {
        int[] truth = random.ints(rows, 0, 2).toArray();
        double[] scores = new double[2 * rows];
        for (int row = 0; row < rows; row++) {
            scores[2 * row + 1] = (random.nextDouble(-1, 1) + truth[row]) * Math.pow(10, random.nextInt(-9, 9));
        }
        return Outcomes.of(Targets.labels(LABELS, truth), Predictions.margins(LABELS, scores));
    }

    private static double lower(RocAucBounds bounds) {
        return bounds.lower().asOptional().orElseThrow();
    }

    private static double upper(RocAucBounds bounds) {
        return bounds.upper().asOptional().orElseThrow();
    }

    @Test
    void contain_the_exact_area_however_batches_are_merged() {
        RandomCases.check(300, random -> {
            int rows = random.nextInt(2, 400);
            Outcomes whole = random.nextBoolean() ? probabilities(random, rows) : margins(random, rows);
            RocAucBounds[] parts = {RocAucBounds.ofLabel("p"), RocAucBounds.ofLabel("p")};
            for (int row = 0; row < rows; row++) {
                Outcomes batch = Outcomes.of(
                        whole.truth().select(row), whole.predictions().select(row));
                parts[random.nextInt(2)].add(batch);
            }
            RocAucBounds all = RocAucBounds.ofLabel("p");
            all.merge(parts[1]);
            all.merge(parts[0]);
            MetricValue exact = ROC_AUC.ofLabel("p").value(whole);

            if (exact instanceof MetricValue.Defined area) {
                assertThat(area.value()).isBetween(lower(all), upper(all));
            } else {
                assertThat(all.lower()).isEqualTo(exact);
                assertThat(all.upper()).isEqualTo(exact);
            }
        });
    }

    @Test
    void are_tight_for_a_classifier_s_probabilities() {
        SplittableRandom random = new SplittableRandom(1);
        int[] truth = random.ints(20_000, 0, 2).toArray();
        double[] scores = new double[2 * truth.length];
        for (int row = 0; row < truth.length; row++) {
            double odds = Math.exp(random.nextDouble(-9, 9) + truth[row]);
            scores[2 * row + 1] = odds / (1 + odds);
            scores[2 * row] = 1 - scores[2 * row + 1];
        }
        Outcomes whole = Outcomes.of(Targets.labels(LABELS, truth), Predictions.probabilities(LABELS, scores));
        RocAucBounds bounds = RocAucBounds.ofLabel("p");
        bounds.add(whole);

        assertThat(upper(bounds) - lower(bounds)).isBetween(1e-9, 2e-4);
    }

    @Test
    void are_exact_where_bins_have_one_score_each() {
        Outcomes tied = Cases.probabilities("00110101", 0.1, 0.4, 0.4, 0.8, 0.8, 0.1, 0.4, 0.9);
        RocAucBounds bounds = RocAucBounds.ofLabel("1");
        bounds.add(tied);

        assertThat(bounds.lower()).isEqualTo(ROC_AUC.value(tied));
        assertThat(bounds.upper()).isEqualTo(ROC_AUC.value(tied));
    }

    @Test
    void are_undefined_where_only_one_side_occurs() {
        RocAucBounds bounds = RocAucBounds.ofLabel("1");
        assertThat(bounds.lower()).isEqualTo(MetricValue.undefined("no example is \"1\""));
        bounds.add(Cases.probabilities("11", 0.1, 0.4));

        assertThat(bounds.upper()).isEqualTo(MetricValue.undefined("every example is \"1\""));
    }

    @Test
    void fail_without_scores_for_scores_of_two_kinds_for_weights_and_for_another_label() {
        RocAucBounds bounds = RocAucBounds.ofLabel("p");
        bounds.add(Cases.margins("np", -1, 1));

        assertThatIllegalArgumentException()
                .isThrownBy(() -> bounds.add(Cases.labels(LABELS, "np", "np")))
                .withMessage("the model gives labels without scores that rank examples");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> bounds.add(probabilities(new SplittableRandom(1), 2)))
                .withMessage("a batch has PROBABILITIES, those before it MARGINS");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> bounds.add(Cases.margins("np", -1, 1).withWeights(1, 2)))
                .withMessage("bounds of the ROC AUC are for rows without weights");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> bounds.merge(RocAucBounds.ofLabel("n")))
                .withMessage("bounds for \"n\" can't be merged into bounds for \"p\"");
    }
}
