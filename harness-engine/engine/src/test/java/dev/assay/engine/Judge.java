package dev.assay.engine;

import dev.assay.evaluation.Comparison;
import dev.assay.evaluation.Evaluation;
import dev.assay.evaluation.Judgement;
import dev.assay.evaluation.Judgement.Outcome;
import dev.assay.evaluation.Ledger;
import java.util.OptionalDouble;

/** Stands for assertions, which are in another module. */
final class Judge {

    private Judge() {}

    static void met(Evaluation evaluation, String criterion) {
        judge(evaluation.ledger(), evaluation.candidate(), criterion, Outcome.MET);
    }

    static void notMet(Evaluation evaluation, String criterion) {
        judge(evaluation.ledger(), evaluation.candidate(), criterion, Outcome.NOT_MET);
        throw new AssertionError(criterion);
    }

    static void notMetButSilent(Evaluation evaluation, String criterion) {
        judge(evaluation.ledger(), evaluation.candidate(), criterion, Outcome.NOT_MET);
    }

    static void met(Comparison comparison, String criterion) {
        comparison
                .evaluations()
                .forEach(evaluation -> judge(comparison.ledger(), evaluation.candidate(), criterion, Outcome.MET));
    }

    private static void judge(Ledger ledger, String candidate, String criterion, Outcome outcome) {
        ledger.add(new Judgement(
                candidate,
                criterion,
                outcome,
                "",
                OptionalDouble.empty(),
                OptionalDouble.empty(),
                OptionalDouble.empty(),
                ""));
    }
}
