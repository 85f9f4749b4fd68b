package dev.assay.engine.internal.execution;

import dev.assay.engine.internal.declaration.CheckCall;
import dev.assay.engine.internal.declaration.CheckMethod;
import dev.assay.engine.internal.declaration.DeclaredGate;
import dev.assay.engine.internal.declaration.Need;
import dev.assay.evaluation.CrossValidation;
import dev.assay.evaluation.TestPlan;
import dev.assay.verdict.GatePower;
import java.lang.reflect.Method;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** Tells of declared gates that the data can hardly decide, or of which that can't be told, before anything is trained. */
final class Preflight {

    private final String className;
    private final List<CheckMethod> checks;
    private final boolean prints;
    /** By methods, since records of all that a check declares take long to look up. */
    private final Map<Method, List<String>> found = new ConcurrentHashMap<>();

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
    void run(CrossValidation<?> crossValidation) {
        if (checks.stream().noneMatch(check -> check.gates().stream().anyMatch(Preflight::isExpecting))) {
            return;
        }
        TestPlan plan;
        try {
            plan = crossValidation.plan();
        } catch (RuntimeException e) {
            // data that can't be split: whoever evaluates will say so
            return;
        }
        checks.forEach(check -> found.put(check.method(), doubtful(check, plan)));
        if (prints) {
            remarks().forEach(remark -> System.out.println(className + ": before training: " + remark));
        }
    }

    private static List<String> doubtful(CheckMethod check, TestPlan plan) {
        return check.gates().stream()
                .filter(Preflight::isExpecting)
                .flatMap(gate -> power(gate, plan).stream())
                .filter(power -> power.isLow() || power.power().isEmpty())
                .map(GatePower::sentence)
                .toList();
    }

    private static Optional<GatePower> power(DeclaredGate gate, TestPlan plan) {
        try {
            return Optional.of(gate.criterion().power(gate.expected().getAsDouble(), plan));
        } catch (RuntimeException e) {
            // a metric that doesn't fit the data: whoever judges will say so
            return Optional.empty();
        }
    }

    private static boolean isExpecting(DeclaredGate gate) {
        return gate.expected().isPresent();
    }

    /** Returns what was found of a check. */
    List<String> of(CheckMethod check) {
        return found.getOrDefault(check.method(), List.of());
    }

    /** Returns all that was found, with the check's name. */
    List<String> remarks() {
        return checks.stream()
                .flatMap(check -> of(check).stream().map(sentence -> check.name() + ": " + sentence))
                .toList();
    }
}
