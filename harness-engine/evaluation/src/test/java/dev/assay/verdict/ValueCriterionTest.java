package dev.assay.verdict;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import dev.assay.data.Dataset;
import dev.assay.data.Labels;
import dev.assay.data.Seed;
import dev.assay.data.Targets;
import dev.assay.evaluation.CrossValidation;
import dev.assay.evaluation.Evaluation;
import dev.assay.metric.ClassificationMetrics;
import dev.assay.metric.RegressionMetrics;
import dev.assay.prediction.Predictions;
import dev.assay.resampling.Split;
import dev.assay.resampling.Splitter;
import dev.assay.resampling.StratifiedKFold;
import dev.assay.testing.Examples;
import dev.assay.testing.Script;
import java.nio.file.Path;
import java.util.List;
import java.util.OptionalDouble;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Criteria on a value itself; numbers in messages are from SciPy 1.17.1. */
class ValueCriterionTest {

    /** Gives the same folds in each repeat, so that their numbers are known. */
    private record SameEachTime(Splitter splitter) implements Splitter {

        @Override
        public List<Split> split(Dataset<?> data, Seed seed) {
            return splitter.split(data, seed);
        }

        @Override
        public String description() {
            return splitter.description();
        }
    }

    private static Verdict judge(Evaluation evaluation, Criterion<Evaluation> criterion) {
        return criterion.judge(evaluation);
    }

    @Test
    void a_missed_minimum_is_worded_with_its_evidence() {
        int[] counts = {7, 1, 1, 11, 8, 0, 0, 12, 6, 2, 1, 11, 8, 0, 1, 11, 7, 1, 0, 12};
        Script told = Script.tumours(counts);
        Script nothing = Script.labels("100 benign as benign");
        Evaluation evaluation = CrossValidation.of(told.data())
                .splitter(new SameEachTime(StratifiedKFold.of(5)))
                .repeats(3)
                .seed(42)
                .evaluate("logistic regression", Script.perFold(fold -> fold == 7 ? nothing.learner() : told.learner()))
                .withEvidence(Path.of("target/assay/org.clinic.TumourModelTest/logistic%20regression.json"));

        Verdict verdict = judge(evaluation, Criteria.atLeast(ClassificationMetrics.F1, 0.95));

        assertThat(verdict.message()).isEqualToNormalizingNewlines("""
                        [logistic regression on tumours: 5-fold stratified cross-validation x 3, seed 42]
                        Expecting F1 of "malignant" to be at least 0.9500
                                      but it was 0.8853   (fresh data of this size would reach 0.9500 in 32% of runs)
                          folds: worst 0.00 (repeat 2, fold 3), median 0.93, best 1.00
                          confusion (mean of 3 repeats, rows are the truth)
                                               benign  malignant
                                    benign       57.3        2.7
                                    malignant     6.0       34.0
                          evidence: target/assay/org.clinic.TumourModelTest/logistic%20regression.json""");
        assertThat(verdict).isInstanceOf(Verdict.NotMet.class);
        assertThat(verdict.isMet()).isFalse();
        assertThat(verdict.expected()).isEqualTo("at least 0.9500");
        assertThat(verdict.actual()).isEqualTo("0.8853");
    }

    @Test
    void a_missed_maximum_is_rounded_up() {
        // √12.5 = 3.53553…
        Evaluation evaluation =
                Script.numbers(List.of(0.0, 10.0, 0.0, 10.0), 3, 13, 4, 14).crossValidated(2);

        Verdict verdict = judge(evaluation, Criteria.atMost(RegressionMetrics.ROOT_MEAN_SQUARED_ERROR, 3.5));

        assertThat(verdict.message()).isEqualToNormalizingNewlines("""
                        [forest on prices: 2-fold cross-validation, seed 42]
                        Expecting root mean squared error to be at most 3.5000
                                      but it was 3.5356   (fresh data of this size would stay within 3.5000 in 49% of runs)
                          folds: worst 4.00 (fold 2), median 3.50, best 3.00""");
        assertThat(verdict.expected()).isEqualTo("at most 3.5000");
    }

    @Test
    void a_fitted_model_is_judged_without_folds() {
        Verdict verdict =
                judge(Script.tumours(45, 5, 5, 45).fitted(), Criteria.atLeast(ClassificationMetrics.F1, 0.95));

        assertThat(verdict.message()).isEqualToNormalizingNewlines("""
                        [forest on tumours: one fitted model on 100 test examples]
                        Expecting F1 of "malignant" to be at least 0.9500
                                      but it was 0.9000   (fresh data of this size would reach 0.9500 in 5% of runs)
                          confusion (rows are the truth)
                                               benign  malignant
                                    benign         45          5
                                    malignant       5         45""");
    }

    @Test
    void an_undefined_metric_is_not_met_and_says_why() {
        Evaluation evaluation = Script.tumours(2, 1, 0, 3, 1, 2, 1, 2).crossValidated(2);

        Verdict verdict = judge(evaluation, Criteria.atLeast(ClassificationMetrics.ROC_AUC, 0.5));

        assertThat(verdict.message()).isEqualToNormalizingNewlines("""
                        [forest on tumours: 2-fold cross-validation, seed 42]
                        Expecting ROC AUC of "malignant" to be at least 0.5000
                                      but it is undefined: the model gives labels without scores that rank examples
                          undefined in 2 of 2 folds: the model gives labels without scores that rank examples
                          confusion (rows are the truth)
                                               benign  malignant
                                    benign          5          1
                                    malignant       3          3""");
        assertThat(verdict).isInstanceOf(Verdict.NotMet.class);
        assertThat(verdict.actual()).isEqualTo("undefined");
        assertThat(verdict.judgement().value()).isEmpty();
        assertThat(judge(evaluation, Criteria.atMost(ClassificationMetrics.LOG_LOSS, 100)))
                .isInstanceOf(Verdict.NotMet.class);
    }

    @Test
    void a_metric_that_is_undefined_in_some_folds_is_judged_by_the_others_and_gives_no_chance() {
        Evaluation evaluation = Script.probabilities(
                        List.of("malignant", "benign", "benign", "benign"), 0.2, 0.8, 0.3, 0.4)
                .crossValidated(2);

        assertThat(judge(evaluation, Criteria.atLeast(ClassificationMetrics.ROC_AUC, 0.5))
                        .message()
                        .lines())
                .startsWith(
                        "[forest on tumours: 2-fold cross-validation, seed 42]",
                        "Expecting ROC AUC of \"malignant\" to be at least 0.5000",
                        "              but it was 0.0000",
                        "  folds: worst 0.00 (fold 1), median 0.00, best 0.00",
                        "  undefined in 1 of 2 folds: no example is \"malignant\"",
                        "  confusion (rows are the truth)");
    }

    @Test
    void remarks_belong_to_the_evidence() {
        Evaluation evaluation = Script.labels("2 a as a", "2 b as a").crossValidated(2);

        assertThat(judge(evaluation, Criteria.atLeast(ClassificationMetrics.ACCURACY, 0.9))
                        .message()
                        .lines())
                .endsWith(
                        "  note: repeat 1, fold 1: no training example is \"a\", but 2 tested ones are",
                        "  note: repeat 1, fold 2: no training example is \"b\", but 2 tested ones are");
    }

    @Test
    void more_than_ten_labels_are_told_by_their_most_frequent_errors() {
        Labels labels = Examples.vocabulary(11);
        List<String> truth =
                IntStream.range(0, 44).mapToObj(row -> labels.name(row / 4)).toList();
        int[] predicted = IntStream.range(0, 44).map(row -> row / 4).toArray();
        for (int row : new int[] {0, 1, 2, 20, 21, 43, 8, 12, 16}) {
            predicted[row] = (predicted[row] + 1) % 11;
        }
        Evaluation evaluation = Script.of(Targets.labels(labels, truth), Predictions.labels(labels, predicted))
                .fitted();

        assertThat(judge(evaluation, Criteria.atLeast(ClassificationMetrics.ACCURACY, 0.9))
                        .message())
                .isEqualToNormalizingNewlines("""
                        [forest on data: one fitted model on 44 test examples]
                        Expecting accuracy to be at least 0.9000
                                      but it was 0.7954   (fresh data of this size would reach 0.9000 in 4% of runs)
                          confusion (the most frequent errors)
                                    "a" taken for "b": 3
                                    "f" taken for "g": 2
                                    "c" taken for "d": 1
                                    "d" taken for "e": 1
                                    "e" taken for "f": 1""");
    }

    @Test
    void more_than_ten_labels_without_errors_say_so() {
        Labels labels = Examples.vocabulary(11);
        Evaluation evaluation = Script.of(
                        Targets.labels(labels, labels.names()),
                        Predictions.labels(labels, IntStream.range(0, 11).toArray()))
                .fitted();

        assertThat(judge(evaluation, Criteria.atMost(ClassificationMetrics.LOG_LOSS, 0.1))
                        .message()
                        .lines())
                .endsWith("  confusion (the most frequent errors)", "            none");
    }

    @Test
    void the_chance_of_a_maximum_counts_the_maximum_itself() {
        // P(X ≤ 4) of Binomial(10, 1/2) is 386/1024
        Evaluation evaluation = Script.labels("5 a as a", "5 b as a").fitted();

        assertThat(judge(evaluation, Criteria.atMost(ClassificationMetrics.ACCURACY, 0.4))
                        .message())
                .contains("(fresh data of this size would stay within 0.4000 in 38% of runs)");
    }

    @Test
    void weighted_counts_are_written_with_a_decimal_where_they_are_not_whole() {
        Script script = Script.labels("1 a as a", "1 b as a");
        Evaluation evaluation = script.with(script.data().withWeights(2, 0.5)).fitted();

        // one of the two rows, drawn twice, is right: in a quarter of all draws
        assertThat(judge(evaluation, Criteria.atLeast(ClassificationMetrics.ACCURACY, 0.9))
                        .message())
                .isEqualToNormalizingNewlines("""
                        [forest on data: one fitted model on 2 test examples]
                        Expecting accuracy to be at least 0.9000
                                      but it was 0.8000   (fresh data of this size would reach 0.9000 in 25% of runs)
                          confusion (rows are the truth)
                                         a  b
                                    a    2  0
                                    b  0.5  0""");
    }

    @Test
    void a_demand_that_is_met_has_no_message() {
        Verdict verdict = judge(Script.tumours(45, 5, 5, 45).fitted(), Criteria.atLeast(ClassificationMetrics.F1, 0.9));

        assertThat(verdict).isInstanceOf(Verdict.Met.class);
        assertThat(verdict.isMet()).isTrue();
        assertThat(verdict.message()).isEmpty();
        assertThat(verdict.expected()).isEqualTo("at least 0.9000");
        assertThat(verdict.actual()).isEqualTo("0.9000");
        assertThat(verdict.judgement().criterion()).isEqualTo("F1 of \"malignant\" to be at least 0.9000");
        assertThat(verdict.judgement().metric()).isEqualTo("F1 of \"malignant\"");
        assertThat(verdict.judgement().value()).hasValueCloseTo(0.9, within(1e-15));
        assertThat(verdict.judgement().threshold()).isEqualTo(OptionalDouble.of(0.9));
        assertThat(verdict.judgement().confidence()).isEmpty();
    }

    @Test
    void a_threshold_is_written_as_exactly_as_it_was_given() {
        Evaluation evaluation = Script.tumours(45, 5, 5, 45).fitted();

        Verdict verdict = judge(evaluation, Criteria.atLeast(ClassificationMetrics.F1, 0.9000001));

        assertThat(verdict.expected()).isEqualTo("at least 0.9000001");
        assertThat(verdict.actual()).isEqualTo("0.9000000");
    }

    @Test
    void a_criterion_describes_itself_before_it_knows_the_data() {
        assertThat(Criteria.atLeast(ClassificationMetrics.F1, 0.9).description())
                .isEqualTo("F1 to be at least 0.9000");
        assertThat(Criteria.atMost(ClassificationMetrics.LOG_LOSS, 0.25).atConfidence(0.95))
                .hasToString("log loss to be at most 0.2500 at 95 % confidence");
    }

    @Test
    void fails_with_a_threshold_that_the_metric_cannot_have() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Criteria.atLeast(ClassificationMetrics.F1, 95))
                .withMessage("F1 lies in the range of 0.0 to 1.0; a threshold of 95.0 makes no sense (is it meant in"
                        + " percent?)");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Criteria.atLeast(ClassificationMetrics.ACCURACY, -0.1))
                .withMessage("accuracy lies in the range of 0.0 to 1.0; a threshold of -0.1 makes no sense");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Criteria.atMost(ClassificationMetrics.LOG_LOSS, Double.NaN))
                .withMessageContaining("a threshold of NaN makes no sense");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Criteria.atMost(ClassificationMetrics.LOG_LOSS, Double.POSITIVE_INFINITY))
                .withMessageContaining("a threshold of Infinity makes no sense");
    }

    @Test
    void fails_with_a_metric_that_does_not_fit_the_data() {
        Evaluation evaluation = Script.tumours(1, 1, 1, 1).fitted();

        assertThatIllegalArgumentException()
                .isThrownBy(() -> judge(evaluation, Criteria.atLeast(RegressionMetrics.R2, 0.5)))
                .withMessage("R² judges numbers, but the targets are labels");
    }
}
