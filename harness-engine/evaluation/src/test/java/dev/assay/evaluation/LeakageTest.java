package dev.assay.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.assay.data.Dataset;
import dev.assay.data.InputContent;
import dev.assay.data.Targets;
import dev.assay.leakage.Finding;
import dev.assay.leakage.LeakageException;
import dev.assay.leakage.LeakagePolicy;
import dev.assay.learning.Learner;
import dev.assay.learning.Learners;
import dev.assay.resampling.GroupKFold;
import dev.assay.resampling.KFold;
import dev.assay.resampling.LeaveOneOut;
import dev.assay.testing.Script;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What evaluations make of leaks. */
class LeakageTest {

    private static final Dataset<String> COPIES = Dataset.of(
                    List.of("x", "y", "x", "z"), Targets.labels("a", "b", "a", "b"))
            .named("letters");

    private static CrossValidation<String> copies() {
        return CrossValidation.of(COPIES).splitter(KFold.of(2));
    }

    @Test
    void leaks_are_remarked_on_unless_told_otherwise() {
        Evaluation evaluation = copies().evaluate("floor", Learners.majorityClass());

        assertThat(evaluation.findings()).extracting(Finding::kind).containsExactly(Finding.Kind.DUPLICATES);
        assertThat(evaluation.remarks())
                .startsWith(evaluation.findings().get(0).sentence())
                .first()
                .asString()
                .contains("in repeat 1, fold 1, example 0 is tested and example 2, with the same inputs");
        assertThat(evaluation.withLedger(new Ledger()).findings()).isEqualTo(evaluation.findings());
    }

    @Test
    void leaks_fail_the_evaluation_before_anything_is_trained_if_told_so() {
        AtomicInteger fitted = new AtomicInteger();
        Learner<String> counting = training -> {
            fitted.incrementAndGet();
            return Learners.<String>majorityClass().fit(training);
        };

        assertThatExceptionOfType(EvaluationException.class)
                .isThrownBy(() -> copies().leakage(LeakagePolicy.FAIL).evaluate("floor", counting))
                .withMessageStartingWith(
                        "floor on letters: there is a leak:" + System.lineSeparator()
                                + "  2 of 4 examples are exact copies of ones that the tested model learnt from: in repeat 1, fold 1")
                .havingCause()
                .isInstanceOfSatisfying(
                        LeakageException.class,
                        e -> assertThat(e.findings()).hasSize(1).allMatch(Finding::isLeak));
        assertThat(fitted).hasValue(0);
    }

    @Test
    void nobody_looks_if_told_so() {
        Evaluation evaluation = copies().leakage(LeakagePolicy.OFF).evaluate("floor", Learners.majorityClass());

        assertThat(evaluation.findings()).isEmpty();
        assertThat(evaluation.remarks()).isEmpty();
    }

    @Test
    void hints_never_fail_the_evaluation() {
        double[][] inputs = IntStream.range(0, 20)
                .mapToObj(row -> new double[] {row, row * 0.37 % 1})
                .toArray(double[][]::new);
        String[] labels =
                IntStream.range(0, 20).mapToObj(row -> row % 3 == 0 ? "a" : "b").toArray(String[]::new);

        Evaluation evaluation = CrossValidation.of(Dataset.of(inputs, Targets.labels(labels)))
                .folds(2)
                .leakage(LeakagePolicy.FAIL)
                .evaluate("floor", Learners.majorityClass());

        assertThat(evaluation.findings()).extracting(Finding::kind).containsExactly(Finding.Kind.ID_COLUMN);
        assertThat(evaluation.remarks()).hasSize(1);
    }

    @Test
    void candidates_on_the_same_splits_are_looked_at_once() {
        AtomicInteger written = new AtomicInteger();
        InputContent<Object> counting = (input, sink) -> {
            written.incrementAndGet();
            sink.integer(System.identityHashCode(input));
        };
        Dataset<Object> data = Dataset.<Object>of(
                        List.of(new Object(), new Object(), new Object(), new Object()), COPIES.targets())
                .withContent(counting);
        CrossValidation<Object> validation = CrossValidation.of(data).splitter(KFold.of(2));
        validation.evaluate("floor", Learners.majorityClass());
        int once = written.get();

        validation.evaluate("prior", Learners.prior());
        validation.seed(2).repeats(1).evaluate("other splits", Learners.prior());

        assertThat(once).isPositive();
        assertThat(written).hasValue(once);
    }

    @Test
    void other_splits_of_the_same_data_have_findings_of_their_own() {
        CrossValidation<String> validation = copies();
        validation.evaluate("floor", Learners.majorityClass());
        Dataset<String> whole = COPIES.withGroups(List.of("g", "h", "g", "h"));

        assertThat(validation
                        .splitter(LeaveOneOut.of())
                        .evaluate("floor", Learners.prior())
                        .findings()
                        .get(0)
                        .splits())
                .containsExactly("repeat 1, fold 1");
        assertThat(CrossValidation.of(whole)
                        .splitter(GroupKFold.of(2))
                        .evaluate("floor", Learners.prior())
                        .findings())
                .isEmpty();
    }

    @Test
    void the_summary_shows_once_what_all_candidates_share() {
        Comparison comparison = copies().compare(
                        Candidate.of("floor", Learners.<String>majorityClass()),
                        Candidate.of("prior", Learners.<String>prior()));

        assertThat(SummaryTable.of(comparison.evaluations()).lines())
                .filteredOn(line -> line.contains("exact copies"))
                .singleElement()
                .asString()
                .startsWith("  note: 2 of 4 examples are exact copies");
    }

    @Test
    void of_a_fitted_model_nothing_is_found() {
        assertThat(Script.numbers(List.of(1.0, 2.0), 1, 2).fitted().findings()).isEmpty();
    }
}
