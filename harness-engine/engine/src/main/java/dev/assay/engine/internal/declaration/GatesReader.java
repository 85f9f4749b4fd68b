package dev.assay.engine.internal.declaration;

import dev.assay.engine.Check;
import dev.assay.engine.Gate;
import dev.assay.metric.Metric;
import dev.assay.metric.Metrics;
import dev.assay.verdict.Criteria;
import dev.assay.verdict.MetricCriterion;
import java.lang.reflect.Method;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.junit.platform.commons.support.AnnotationSupport;
import org.junit.platform.commons.support.HierarchyTraversalMode;
import org.junit.platform.commons.support.ReflectionSupport;

/** Reads the demands that a check declares. */
final class GatesReader {

    private final Problems problems;

    GatesReader(Problems problems) {
        this.problems = problems;
    }

    /** Reports gates of methods that are no checks, and would never be judged. */
    void requireChecks(Class<?> type) {
        ReflectionSupport.findMethods(
                        type,
                        method -> !gates(method).isEmpty() && !AnnotationSupport.isAnnotated(method, Check.class),
                        HierarchyTraversalMode.TOP_DOWN)
                .forEach(method ->
                        problems.add(method, "has @Gate but no @Check, so that nobody judges it; add @Check"));
    }

    private static List<Gate> gates(Method method) {
        return AnnotationSupport.findRepeatableAnnotations(method, Gate.class);
    }

    List<DeclaredGate> read(Method check, boolean evaluates) {
        List<Gate> gates = gates(check);
        if (!gates.isEmpty() && !evaluates) {
            problems.add(check, "has @Gate, but takes no Evaluation that could be judged; take one");
        }
        return gates.stream().flatMap(gate -> read(check, gate).stream()).toList();
    }

    private Optional<DeclaredGate> read(Method check, Gate gate) {
        boolean hasMinimum = !Double.isNaN(gate.atLeast());
        boolean hasMaximum = !Double.isNaN(gate.atMost());
        if (hasMinimum == hasMaximum) {
            problems.add(
                    check,
                    "has a @Gate on " + gate.metric() + (hasMinimum ? " with both" : " without any")
                            + " of atLeast and atMost; a gate has one of them");
            return Optional.empty();
        }
        try {
            Metric metric = Metrics.named(gate.metric());
            MetricCriterion criterion = criterion(metric, gate, hasMinimum);
            return Optional.of(new DeclaredGate(criterion, expected(check, gate, metric, hasMinimum)));
        } catch (IllegalArgumentException e) {
            problems.add(check, "has a @Gate on " + gate.metric() + " that can't be: " + e.getMessage());
            return Optional.empty();
        }
    }

    private static MetricCriterion criterion(Metric metric, Gate gate, boolean hasMinimum) {
        MetricCriterion criterion =
                hasMinimum ? Criteria.atLeast(metric, gate.atLeast()) : Criteria.atMost(metric, gate.atMost());
        return Double.isNaN(gate.confidence()) ? criterion : criterion.atConfidence(gate.confidence());
    }

    private OptionalDouble expected(Method check, Gate gate, Metric metric, boolean hasMinimum) {
        if (Double.isNaN(gate.expected())) {
            return OptionalDouble.empty();
        }
        if (Double.isNaN(gate.confidence())) {
            problems.add(
                    check,
                    "has a @Gate on " + gate.metric() + " with an expected value but without confidence,"
                            + " where the value decides whatever the data are; add a confidence, or leave the expected value out");
        }
        if (!metric.range().contains(gate.expected())) {
            problems.add(
                    check,
                    "has a @Gate on " + gate.metric() + " with the expected value " + gate.expected()
                            + ", which lies outside of its range, " + metric.range()
                            + "; expect a value that it can have");
            return OptionalDouble.empty();
        }
        boolean deserves = hasMinimum ? gate.expected() > gate.atLeast() : gate.expected() < gate.atMost();
        if (!deserves) {
            problems.add(
                    check,
                    "has a @Gate on " + gate.metric() + " that a model with the expected " + gate.expected()
                            + " doesn't deserve to pass; no data could decide it");
        }
        return OptionalDouble.of(gate.expected());
    }
}
