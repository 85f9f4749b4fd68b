package dev.assay.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.assay.metric.ClassificationMetrics;
import dev.assay.metric.Direction;
import dev.assay.metric.FoldCombination;
import dev.assay.metric.Metric;
import dev.assay.metric.MetricValue;
import dev.assay.metric.Outcomes;
import dev.assay.metric.Range;
import dev.assay.metric.RegressionMetrics;
import dev.assay.testing.Script;
import java.nio.file.Path;
import java.util.List;
import java.util.OptionalDouble;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class EvaluationTest {

    private static final Judgement JUDGEMENT = new Judgement(
            "forest",
            "to be good",
            Judgement.Outcome.MET,
            "",
            OptionalDouble.empty(),
            OptionalDouble.empty(),
            OptionalDouble.empty(),
            "");

    /** Counts how often it is computed. */
    private record Counted(AtomicInteger times) implements Metric {

        @Override
        public String name() {
            return "size";
        }

        @Override
        public Direction direction() {
            return Direction.HIGHER_IS_BETTER;
        }

        @Override
        public Range range() {
            return Range.NON_NEGATIVE;
        }

        @Override
        public FoldCombination combination() {
            return FoldCombination.AVERAGED;
        }

        @Override
        public MetricValue value(Outcomes outcomes) {
            times.incrementAndGet();
            return MetricValue.of(outcomes.size());
        }
    }

    private final Evaluation evaluation = Script.tumours(3, 1, 0, 6, 2, 2, 1, 5).crossValidated(2);

    @Test
    void describes_what_was_evaluated_and_the_usual_metrics() {
        assertThat(evaluation.toString().lines())
                .containsExactly(
                        "forest on tumours: 2-fold cross-validation, seed 42",
                        "  F1 of \"malignant\": 0.7142857142857143",
                        "  precision of \"malignant\": 0.8333333333333334",
                        "  recall of \"malignant\": 0.625",
                        "  accuracy: 0.8",
                        "  balanced accuracy: 0.7708333333333333",
                        "  ROC AUC of \"malignant\": undefined: the model gives labels without scores that rank examples",
                        "  log loss: undefined: the model gives no probabilities");
    }

    @Test
    void knows_its_data() {
        assertThat(evaluation.dataName()).isEqualTo("tumours");
        assertThat(evaluation.size()).isEqualTo(20);
        assertThat(evaluation.id(7)).isEqualTo("7");
        assertThat(evaluation.fingerprint())
                .isEqualTo(Script.tumours(3, 1, 0, 6, 2, 2, 1, 5).data().fingerprint())
                .isPresent();
    }

    @Test
    void computes_a_metric_once_for_all_views() {
        AtomicInteger times = new AtomicInteger();
        Metric counted = new Counted(times);

        MetricScore score = evaluation.score(counted);

        assertThat(evaluation.withLedger(new Ledger()).score(new Counted(times)))
                .isSameAs(score);
        assertThat(times).hasValue(2); // once for each fold
        assertThat(score.value()).isEqualTo(MetricValue.of(10));
    }

    @Test
    void lists_the_usual_metrics_first_and_then_others_by_name() {
        evaluation.value(ClassificationMetrics.RECALL.ofLabel("benign"));
        evaluation.value(ClassificationMetrics.F1.ofLabel("benign"));

        assertThat(evaluation.scores())
                .extracting(score -> score.metric().name())
                .containsExactly(
                        "F1 of \"malignant\"",
                        "precision of \"malignant\"",
                        "recall of \"malignant\"",
                        "accuracy",
                        "balanced accuracy",
                        "ROC AUC of \"malignant\"",
                        "log loss",
                        "F1 of \"benign\"",
                        "recall of \"benign\"");
    }

    @Test
    void gives_each_view_its_own_ledger_and_keeps_the_rest() {
        Ledger ledger = new Ledger();
        Evaluation view = evaluation.withEvidence(Path.of("forest.json")).withLedger(ledger);
        view.ledger().add(JUDGEMENT);

        assertThat(ledger.judgements()).containsExactly(JUDGEMENT);
        assertThat(evaluation.ledger().isEmpty()).isTrue();
        assertThat(view.evidence()).contains(Path.of("forest.json"));
        assertThat(evaluation.evidence()).isEmpty();
        assertThat(view.title()).isEqualTo(evaluation.title());
    }

    @Test
    void has_no_confusion_matrix_for_numbers() {
        assertThat(Script.numbers(List.of(1.0, 2.0), 1, 2).crossValidated(2).confusion())
                .isEmpty();
    }

    @Test
    void fails_with_a_metric_that_does_not_fit_the_targets() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> evaluation.score(RegressionMetrics.R2))
                .withMessage("R² judges numbers, but the targets are labels");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> evaluation.score(ClassificationMetrics.F1.ofLabel("mice")))
                .withMessage("F1 of \"mice\": there is no such label; the labels are \"benign\", \"malignant\"");
    }
}
