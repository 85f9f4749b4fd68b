package dev.assay.result;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.evaluation.Judgement;
import java.util.Map;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ReportedJudgementTest {

    private static Judgement judgement(Judgement.Outcome outcome) {
        return new Judgement(
                "forest",
                "F1 to be at least 0.95",
                outcome,
                "F1",
                OptionalDouble.of(0.9451),
                OptionalDouble.of(0.95),
                OptionalDouble.empty(),
                Judgement.Evidence.of("it was 0.9451").withBound(0.9312),
                "message");
    }

    @Test
    void an_entry_tells_demand_and_outcome_first_and_leaves_out_what_is_empty() {
        assertThat(ReportedJudgement.of(judgement(Judgement.Outcome.NOT_MET))
                        .entry()
                        .toString())
                .isEqualTo("{assay.criterion=F1 to be at least 0.95, assay.outcome=not met, assay.candidate=forest,"
                        + " assay.metric=F1, assay.value=0.9451, assay.threshold=0.95, assay.bound=0.9312,"
                        + " assay.finding=it was 0.9451}");
    }

    @ParameterizedTest
    @EnumSource
    void an_entry_is_read_back(Judgement.Outcome outcome) {
        ReportedJudgement reported = ReportedJudgement.of(judgement(outcome));

        assertThat(ReportedJudgement.read(reported.entry())).contains(reported);
    }

    @Test
    void entries_of_others_are_none_of_a_judgement() {
        assertThat(ReportedJudgement.read(Map.of("a", "b"))).isEmpty();
        assertThat(ReportedJudgement.read(Map.of("assay.criterion", "x", "assay.outcome", "perhaps")))
                .isEmpty();
    }

    @Test
    void what_is_no_number_is_left_out() {
        assertThat(ReportedJudgement.read(
                        Map.of("assay.criterion", "x", "assay.outcome", "met", "assay.value", "much")))
                .hasValueSatisfying(reported -> assertThat(reported.value()).isEmpty());
    }
}
