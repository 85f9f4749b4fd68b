package dev.assay.engine.internal.execution;

import dev.assay.engine.internal.declaration.CheckCall;
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

    /** Opens the ledger of a call. */
    Ledger ledger(CheckCall call) {
        Ledger ledger = new Ledger();
        ledgers.put(call, ledger);
        return ledger;
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
