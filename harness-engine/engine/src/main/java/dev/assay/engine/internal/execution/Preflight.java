package dev.assay.engine.internal.execution;

import dev.assay.engine.internal.declaration.CheckCall;
import dev.assay.engine.internal.declaration.CheckMethod;
import dev.assay.engine.internal.declaration.DeclaredGate;
import dev.assay.engine.internal.declaration.Need;
import dev.assay.evaluation.CrossValidation;
import dev.assay.verdict.GatePower;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** Tells of declared gates that the data can hardly decide, before anything is trained. */
final class Preflight {

    private final String className;
    private final List<CheckMethod> checks;
    private final boolean prints;
    private final Map<CheckMethod, List<String>> found = new ConcurrentHashMap<>();

    Preflight(String className, List<Need> needs, boolean prints) {
        this.className = className;
        this.checks = needs.stream()
                .filter(CheckCall.class::isInstance)
                .map(need -> ((CheckCall) need).check())
                .distinct()
                .toList();
        this.prints = prints;
    }

    /** Finds them, and prints each on a line. */
    void run(CrossValidation<?> plan) {
        for (CheckMethod check : checks) {
            List<String> low = new ArrayList<>();
            check.gates()
                    .forEach(gate ->
                            power(gate, plan).filter(GatePower::isLow).ifPresent(power -> low.add(power.sentence())));
            found.put(check, List.copyOf(low));
        }
        if (prints) {
            remarks().forEach(remark -> System.out.println(className + ": before training: " + remark));
        }
    }

    /** Tells nothing of a gate that doesn't fit, or of data that can't be split: whoever evaluates will hear of that. */
    private static Optional<GatePower> power(DeclaredGate gate, CrossValidation<?> plan) {
        if (gate.expected().isEmpty()) {
            return Optional.empty();
        }
        try {
            return Optional.of(gate.criterion().power(gate.expected().getAsDouble(), plan));
        } catch (RuntimeException e) {
            return Optional.empty();
        }
    }

    /** Returns what was found of a check. */
    List<String> of(CheckMethod check) {
        return found.getOrDefault(check, List.of());
    }

    /** Returns all that was found, with the check's name. */
    List<String> remarks() {
        return checks.stream()
                .flatMap(check -> of(check).stream().map(sentence -> check.name() + ": " + sentence))
                .toList();
    }
}
