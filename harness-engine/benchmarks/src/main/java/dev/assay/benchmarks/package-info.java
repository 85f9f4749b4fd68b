/**
 * Side-by-side runs against what users would do without Assay; each prints a ratio.
 *
 * <p>{@link dev.assay.benchmarks.CrossValidationOverhead}: what cross-validation costs beyond the bare calls to the library.
 * {@link dev.assay.benchmarks.MetricsComparison}: what metrics cost beside other libraries' on the same data.
 * {@link dev.assay.benchmarks.OnnxOverhead}: what predictions of ONNX models cost beyond the bare calls to ONNX Runtime.
 */
@NullMarked
package dev.assay.benchmarks;

import org.jspecify.annotations.NullMarked;
