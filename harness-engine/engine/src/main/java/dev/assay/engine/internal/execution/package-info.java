/**
 * Runs the checks of a class.
 *
 * <p>A {@link dev.assay.engine.internal.execution.ClassRun} holds what the checks of one class share, made at first need: the
 * instance, the examples, the evaluations. It lives as long as the class is run, in the
 * {@link dev.assay.engine.internal.execution.AssayContext}; nothing is kept between runs. What users can set is in
 * {@link dev.assay.engine.internal.execution.Configuration}.
 */
@NullMarked
package dev.assay.engine.internal.execution;

import org.jspecify.annotations.NullMarked;
