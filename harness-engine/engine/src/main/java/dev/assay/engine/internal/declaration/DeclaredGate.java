package dev.assay.engine.internal.declaration;

import dev.assay.verdict.MetricCriterion;
import java.util.OptionalDouble;

/**
 * A demand that a check declares.
 *
 * @param criterion the demand
 * @param expected what the metric's value is expected to be, if that was said
 */
public record DeclaredGate(MetricCriterion criterion, OptionalDouble expected) {}
