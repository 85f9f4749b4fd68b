package dev.assay.verdict;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.data.Slice;
import dev.assay.evaluation.Evaluation;
import dev.assay.evaluation.Judgement.Outcome;
import dev.assay.metric.ClassificationMetrics;
import dev.assay.testing.Script;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.Function;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * How often gates on parts, on differences and of dependent rows are wrong, on simulated test sets of models that are exactly at the
 * threshold: at 95 % confidence, neither answer may be given more than 5 % of the time, give or take what the simulation itself
 * varies by.
 */
@Tag("slow")
class ErrorRatesTest {

    private static final int RUNS = 2_000;

    /** Three standard errors of a share of 5 % of so many runs. */
    private static final double MOST = 0.05 + 3 * Math.sqrt(0.05 * 0.95 / RUNS);

    private record Shares(double met, double notMet) {}

    private static Shares shares(
            int runs, Criterion<Evaluation> gate, Function<SplittableRandom, Evaluation> simulation) {
        int met = 0;
        int notMet = 0;
        for (int run = 0; run < runs; run++) {
            Outcome outcome = gate.judge(simulation.apply(new SplittableRandom(run)))
                    .judgement()
                    .outcome();
            met += outcome == Outcome.MET ? 1 : 0;
            notMet += outcome == Outcome.NOT_MET ? 1 : 0;
        }
        return new Shares((double) met / runs, (double) notMet / runs);
    }

    /** Rows of slices, of which a model gets each right with the slice's chance; groups of rows share their fate partly. */
    private static Evaluation simulated(SplittableRandom random, int rowsOfSlice, int rowsOfGroup, double... chances) {
        List<String> truth = new ArrayList<>();
        List<String> slices = new ArrayList<>();
        List<String> groups = new ArrayList<>();
        double[] malignant = new double[rowsOfSlice * chances.length];
        for (int slice = 0; slice < chances.length; slice++) {
            boolean shared = false;
            for (int row = 0; row < rowsOfSlice; row++) {
                boolean isMalignant = row % 2 == 0;
                if (row % rowsOfGroup == 0) {
                    shared = random.nextDouble() < chances[slice];
                }
                boolean own = random.nextDouble() < chances[slice];
                boolean right = (rowsOfGroup > 1 && random.nextDouble() < 0.7) ? shared : own;
                malignant[truth.size()] = isMalignant == right ? 0.9 : 0.1;
                truth.add(isMalignant ? "malignant" : "benign");
                slices.add("s" + slice);
                groups.add("g" + slice + "-" + row / rowsOfGroup);
            }
        }
        Script script = Script.probabilities(truth, malignant);
        var data = script.data().withAttribute("slice", slices);
        return script.with(rowsOfGroup > 1 ? data.withGroups(groups) : data).fitted();
    }

    private static MetricCriterion accuracy(double threshold) {
        return Criteria.atLeast(ClassificationMetrics.ACCURACY, threshold).atConfidence(0.95);
    }

    @Test
    void slices_that_are_all_at_the_threshold_are_rarely_judged_either_way() {
        Shares shares = shares(
                RUNS, accuracy(0.85).onEachSlice("slice"), random -> simulated(random, 120, 1, 0.85, 0.85, 0.85, 0.85));

        assertThat(shares.met()).isLessThan(MOST);
        assertThat(shares.notMet()).isLessThan(MOST);
    }

    @Test
    void one_slice_at_the_threshold_keeps_good_ones_from_being_met() {
        Shares shares = shares(
                RUNS, accuracy(0.85).onEachSlice("slice"), random -> simulated(random, 120, 1, 0.85, 0.99, 0.99, 0.99));

        // the bound of a proportion is conservative, but not so that it would never be reached
        assertThat(shares.met()).isBetween(0.01, MOST);
    }

    @Test
    void a_slice_alone_is_judged_as_a_test_set_is() {
        Shares shares = shares(
                RUNS, accuracy(0.85).onSlice(Slice.of("slice", "s1")), random -> simulated(random, 120, 1, 0.5, 0.85));

        assertThat(shares.met()).isBetween(0.01, MOST);
        assertThat(shares.notMet()).isBetween(0.01, MOST);
    }

    @Test
    void a_difference_at_the_maximum_is_rarely_judged_either_way() {
        Shares shares = shares(
                RUNS,
                Criteria.differsByAtMost(ClassificationMetrics.ACCURACY, "slice", 0.1)
                        .atConfidence(0.95),
                random -> simulated(random, 150, 1, 0.9, 0.8));

        assertThat(shares.met()).isLessThan(MOST);
        assertThat(shares.notMet()).isLessThan(MOST);
    }

    /** Rows as if independent would be called met or not met about twice as often. */
    @Test
    void rows_that_share_the_fate_of_their_group_are_judged_by_groups() {
        int runs = 400;
        double most = 0.05 + 3 * Math.sqrt(0.05 * 0.95 / runs);

        Shares byGroups = shares(runs, accuracy(0.85), random -> simulated(random, 400, 5, 0.85));

        assertThat(byGroups.met()).isLessThan(most);
        assertThat(byGroups.notMet()).isLessThan(most);
    }
}
