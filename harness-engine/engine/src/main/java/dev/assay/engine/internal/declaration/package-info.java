/**
 * What a model-test class declares, read by reflection without calling any of it.
 *
 * <p>{@link dev.assay.engine.internal.declaration.ModelTestReader} turns a class into a
 * {@link dev.assay.engine.internal.declaration.ModelTestClass}, or says by
 * {@link dev.assay.engine.internal.declaration.Problem}s why that can't be.
 */
@NullMarked
package dev.assay.engine.internal.declaration;

import org.jspecify.annotations.NullMarked;
