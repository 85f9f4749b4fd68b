package dev.assay.engine.internal.execution;

import dev.assay.engine.internal.declaration.CheckCall;
import dev.assay.evaluation.InconclusivePolicy;
import dev.assay.evaluation.Judgement;
import dev.assay.evaluation.Ledger;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentSkipListMap;

/** The ledgers of all calls of checks, in the order of checks and candidates, whenever they ran. */
final class Judgements {

    private final Map<CheckCall, Ledger> ledgers = new ConcurrentSkipListMap<>();
    private final InconclusivePolicy policy;

    Judgements(InconclusivePolicy policy) {
        this.policy = policy;
    }

    /** Opens the ledger of a call. */
    Ledger ledger(CheckCall call) {
        Ledger ledger = new Ledger(policy);
        ledgers.put(call, ledger);
        return ledger;
    }

    /** Returns what a call judged, in order. */
    List<Judgement> of(CheckCall call) {
        Ledger ledger = ledgers.get(call);
        return ledger == null ? List.of() : ledger.judgements();
    }

    /** Returns what a call passed over although it is inconclusive. */
    List<Judgement> tolerated(CheckCall call) {
        return of(call).stream().filter(Judgement::tolerated).toList();
    }

    /** Returns a line for each criterion that passed although it is inconclusive. */
    List<String> toleratedLines() {
        List<String> lines = new ArrayList<>();
        ledgers.forEach((call, ledger) -> ledger.judgements().stream()
                .filter(Judgement::tolerated)
                .forEach(judgement -> lines.add("inconclusive, and passes by " + InconclusivePolicy.PROPERTY + "="
                        + policy + ": " + call.check().name() + " of " + judgement.candidate() + ": "
                        + judgement.criterion() + ": "
                        + judgement.evidence().finding())));
        return lines;
    }

    /** Returns what was judged of a candidate, by the name of the check. */
    Map<String, List<Judgement>> of(String candidate) {
        Map<String, List<Judgement>> byCheck = new LinkedHashMap<>();
        ledgers.forEach((call, ledger) -> ledger.judgements().stream()
                .filter(judgement -> judgement.candidate().equals(candidate))
                .forEach(judgement -> byCheck.computeIfAbsent(call.check().name(), name -> new ArrayList<>())
                        .add(judgement)));
        return byCheck;
    }
}
