package dev.assay.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.assay.data.Labels;
import dev.assay.data.Targets;
import dev.assay.metric.ClassificationMetrics;
import dev.assay.metric.Metric;
import dev.assay.metric.Outcomes;
import dev.assay.metric.Sampling;
import dev.assay.prediction.Predictions;
import dev.assay.reference.ReferenceCase;
import dev.assay.reference.ReferenceCases;
import java.util.List;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Compares with SciPy 1.10.1 and statsmodels 0.13.5, every field of every case. Where the reference has null, it divided by 0,
 * and NUMERICS.md decides: all differences 0 are p = 1.
 */
class ComparisonReferenceTest {

    private static final double VALUE_TOLERANCE = 1e-9;

    private static List<ReferenceCase> pairedScores() {
        return casesOf("pairedScores");
    }

    private static List<ReferenceCase> mcnemar() {
        return casesOf("mcnemar");
    }

    private static List<ReferenceCase> friedman() {
        return casesOf("friedman");
    }

    private static List<ReferenceCase> delong() {
        return casesOf("delong");
    }

    private static List<ReferenceCase> fiveByTwo() {
        return casesOf("fiveByTwo");
    }

    private static List<ReferenceCase> casesOf(String kind) {
        return ReferenceCases.read("comparisons.jsonl").stream()
                .filter(reference -> reference.text("kind").equals(kind))
                .toList();
    }

    @Test
    void every_case_is_of_a_kind_that_is_judged_here() {
        assertThat(ReferenceCases.read("comparisons.jsonl"))
                .extracting(reference -> reference.text("kind"))
                .containsOnly("pairedScores", "mcnemar", "friedman", "delong", "fiveByTwo");
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("pairedScores")
    void tests_of_paired_scores_agree(ReferenceCase reference) {
        double[] a = reference.numbers("a");
        double[] b = reference.numbers("b");
        double[] differences =
                IntStream.range(0, a.length).mapToDouble(i -> a[i] - b[i]).toArray();
        Judgement judgement = new Judgement(reference);

        tTest(judgement, "pairedT", differences, 0);
        tTest(judgement, "correctedResampledT", differences, 1.0 / (reference.integer("folds") - 1));
        bayesianCorrelatedT(judgement, differences);
        wilcoxon(judgement, reference, differences);
        judgement.judgedAll();
    }

    private static void tTest(Judgement judgement, String field, double[] differences, double testToTrain) {
        CorrectedResampledTTest test = CorrectedResampledTTest.of(differences, testToTrain);

        assertThat(test.degreesOfFreedom()).isEqualTo(differences.length - 1.0);
        boolean t = judgement.value(test.statistic(), field, "t");
        boolean p = judgement.p(test.pValue(), field, "p");
        if (!t || !p) {
            assertThat(differences).containsOnly(0);
            assertThat(test.statistic()).isZero();
            assertThat(test.pValue()).isEqualTo(1);
        }
        assertThat(test.remark().isEmpty()).isEqualTo(t && p);
    }

    private static void bayesianCorrelatedT(Judgement judgement, double[] differences) {
        String field = "bayesianCorrelatedT";
        double rho = judgement.input(field, "rho");
        double rope = judgement.input(field, "rope");

        BayesianCorrelatedTTest test = BayesianCorrelatedTTest.of(differences, rho, rope);

        if (Differences.areAllZero(differences)) {
            // the posterior is a point, which lies within the region of practical equivalence
            judgement.judgedAsNull(field + ".leftRopeRight");
            assertThat(List.of(test.worse(), test.equivalent(), test.better())).containsExactly(0.0, 1.0, 0.0);
            assertThat(test.remark()).isEqualTo(Differences.NONE);
        } else {
            // to 1e-9 and not relatively, since the reference takes two of the three as 1 less the rest
            judgement.values(List.of(test.worse(), test.equivalent(), test.better()), field, "leftRopeRight");
        }
    }

    private static void wilcoxon(Judgement judgement, ReferenceCase reference, double[] differences) {
        WilcoxonTest test = WilcoxonTest.of(differences);

        if (reference.expectedFields().contains("wilcoxon")) {
            judgement.judgedAsNull("wilcoxon");
            assertThat(differences).containsOnly(0);
            assertThat(test).isEqualTo(new WilcoxonTest(0, 0, 0, false, 1, Differences.NONE));
        } else {
            assertThat(judgement.value(test.statistic(), "wilcoxon", "w")).isTrue();
            assertThat(judgement.p(test.pValue(), "wilcoxon", "p")).isTrue();
        }
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("mcnemar")
    void the_test_of_mcnemar_agrees(ReferenceCase reference) {
        int[][] table = reference.integerRows("table");
        Judgement judgement = new Judgement(reference);

        McNemarTest test = McNemarTest.of(table[0][1], table[1][0]);

        if (table[0][1] + table[1][0] == 0) {
            // the file says nothing; NUMERICS.md: b = c = 0 is p = 1
            assertThat(reference.expectedFields()).isEmpty();
            assertThat(List.of(test.pValue(), test.midP(), test.chiSquareP(), test.correctedChiSquareP()))
                    .containsOnly(1.0);
            assertThat(test.remark()).isNotEmpty();
            return;
        }
        assertThat(judgement.p(test.pValue(), "exact")).isTrue();
        assertThat(judgement.p(test.midP(), "midP")).isTrue();
        assertThat(judgement.p(test.chiSquareP(), "asymptotic")).isTrue();
        assertThat(judgement.p(test.correctedChiSquareP(), "asymptoticCorrected"))
                .isTrue();
        judgement.judgedAll();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("friedman")
    void tests_of_ranks_agree(ReferenceCase reference) {
        double[][] scores = reference.numberRows("scores");
        Judgement judgement = new Judgement(reference);

        FriedmanTest test = FriedmanTest.of(scores);

        judgement.values(test.averageRanks(), "averageRanks");
        boolean chiSquare = judgement.value(test.statistic(), "chiSquare");
        boolean p = judgement.p(test.pValue(), "p");
        if (!chiSquare || !p) {
            // NUMERICS.md, zero variance: all candidates tie everywhere
            assertThat(List.of(test.statistic(), test.pValue())).containsExactly(0.0, 1.0);
        }
        imanDavenport(judgement, test);
        assertThat(judgement.value(NemenyiTest.of(test, 0.05).criticalDifference(), "nemenyiCriticalDifference0.05"))
                .isTrue();
        double[] versusFirst = IntStream.range(1, scores[0].length)
                .mapToDouble(other -> test.pValue(0, other))
                .toArray();
        judgement.ps(list(versusFirst), "versusFirst", "p");
        judgement.ps(list(PValueAdjustment.HOLM.adjust(versusFirst)), "versusFirst", "holm");
        judgement.ps(list(PValueAdjustment.HOCHBERG.adjust(versusFirst)), "versusFirst", "hochberg");
        judgement.ps(list(PValueAdjustment.BENJAMINI_HOCHBERG.adjust(versusFirst)), "versusFirst", "benjaminiHochberg");
        judgement.judgedAll();
    }

    private static void imanDavenport(Judgement judgement, FriedmanTest test) {
        if (test.imanDavenport() == Double.POSITIVE_INFINITY) {
            // NUMERICS.md: infinite for unanimous ranks
            judgement.infinite("imanDavenport", "f");
            judgement.p(test.imanDavenportP(), "imanDavenport", "p");
            assertThat(test.imanDavenportP()).isZero();
            return;
        }
        boolean f = judgement.value(test.imanDavenport(), "imanDavenport", "f");
        boolean p = judgement.p(test.imanDavenportP(), "imanDavenport", "p");
        if (!f || !p) {
            assertThat(List.of(test.imanDavenport(), test.imanDavenportP())).containsExactly(0.0, 1.0);
        }
    }

    private static List<Double> list(double... values) {
        return DoubleStream.of(values).boxed().toList();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("delong")
    void the_test_of_delong_agrees(ReferenceCase reference) {
        int[] truth = reference.integers("truth");
        boolean[] positive = new boolean[truth.length];
        for (int i = 0; i < truth.length; i++) {
            positive[i] = truth[i] == 1;
        }
        Judgement judgement = new Judgement(reference);

        DeLongTest test = DeLongTest.of(positive, reference.numbers("a"), reference.numbers("b"));

        assertThat(judgement.value(test.firstArea(), "aucA")).isTrue();
        assertThat(judgement.value(test.secondArea(), "aucB")).isTrue();
        boolean first = judgement.value(test.firstStandardError(), "standardErrorA");
        boolean second = judgement.value(test.secondStandardError(), "standardErrorB");
        boolean z = judgement.value(test.statistic(), "z");
        boolean p = judgement.p(test.pValue(), "p");
        if (!first || !second || !z || !p) {
            // a class of one row, whose variance NumPy can't tell, or no variance: NUMERICS.md, zero variance
            assertThat(test.differenceStandardError()).isZero();
            assertThat(test.pValue()).isIn(0.0, 1.0);
        }
        assertThat(test.remark().isEmpty()).isEqualTo(first && second && z && p);
        judgement.judgedAll();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("fiveByTwo")
    void tests_of_five_by_two_folds_agree(ReferenceCase reference) {
        double[][] differences = reference.numberRows("differences");
        Judgement judgement = new Judgement(reference);

        FiveByTwoTTest t = FiveByTwoTTest.of(differences);
        FiveByTwoFTest f = FiveByTwoFTest.of(differences);

        assertThat(judgement.value(t.statistic(), "t")).isTrue();
        assertThat(judgement.p(t.pValue(), "tP")).isTrue();
        assertThat(judgement.value(f.statistic(), "f")).isTrue();
        assertThat(judgement.p(f.pValue(), "fP")).isTrue();
        judgement.judgedAll();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("delong")
    void the_area_under_the_roc_curve_and_its_standard_error_agree(ReferenceCase reference) {
        compare(reference, "a", "aucA", "standardErrorA");
        compare(reference, "b", "aucB", "standardErrorB");
    }

    private static void compare(ReferenceCase reference, String scores, String auc, String standardError) {
        Labels labels = Labels.of("0", "1");
        double[] margins = DoubleStream.of(reference.numbers(scores))
                .flatMap(score -> DoubleStream.of(-score, score))
                .toArray();
        Outcomes outcomes = Outcomes.of(
                Targets.labels(labels, reference.optionalTexts("truth").orElseThrow()),
                Predictions.margins(labels, margins));
        Metric metric = ClassificationMetrics.ROC_AUC.ofLabel("1");

        Sampling.RocArea area = (Sampling.RocArea) metric.sampling(outcomes).orElseThrow();

        double expected = reference.expectedNumber(auc).orElseThrow();
        assertThat(area.area()).isCloseTo(expected, within(tolerance(expected)));
        assertThat(metric.value(outcomes).asOptional()).hasValue(area.area());
        // null where a class has one row, whose variance NumPy can't tell
        reference
                .expectedNumber(standardError)
                .ifPresent(error -> assertThat(area.standardError()).isCloseTo(error, within(tolerance(error))));
        assertThat(area.positives() + area.negatives()).isEqualTo(outcomes.size());
    }

    private static double tolerance(double expected) {
        return VALUE_TOLERANCE * Math.max(1, Math.abs(expected));
    }
}
