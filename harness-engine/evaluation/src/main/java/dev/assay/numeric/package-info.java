/**
 * Arithmetic that knows nothing of models: sums without rounding errors
 * ({@link dev.assay.numeric.ExactSum}), sorting of machine words ({@link dev.assay.numeric.RadixSort}), searching by halves
 * ({@link dev.assay.numeric.Search}) and work in parallel over ranges of rows ({@link dev.assay.numeric.Chunks}). Not
 * exported.
 */
@NullMarked
package dev.assay.numeric;

import org.jspecify.annotations.NullMarked;
