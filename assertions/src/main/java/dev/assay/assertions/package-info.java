/**
 * Fluent assertions on models, for AssertJ.
 *
 * <p>{@link dev.assay.assertions.ModelAssertions} is the way in: {@code assertThatModel} and {@code assertThatComparison}.
 * {@link dev.assay.assertions.ModelSoftAssertions} collects failures. Each assertion makes a
 * {@link dev.assay.verdict.Criterion} and has {@link dev.assay.verdict.Judge} judge it; nothing is decided or worded here.
 */
@NullMarked
package dev.assay.assertions;

import org.jspecify.annotations.NullMarked;
