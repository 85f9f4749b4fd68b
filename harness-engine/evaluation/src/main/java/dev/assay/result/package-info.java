/**
 * What is kept of an evaluation: plain records, and the JSON files that hold them.
 *
 * <p>{@link dev.assay.result.ResultFiles} writes and reads one file for each candidate of a test class. The file's form is
 * {@link dev.assay.result.Result}; its JSON schema is {@code META-INF/assay/result-1.schema.json} in this jar. Timings are
 * in a file of their own, {@link dev.assay.result.Timings} by {@code META-INF/assay/timings-1.schema.json}, so that results of
 * equal runs are equal byte for byte. Beside them is one file for the whole class, {@link dev.assay.result.ClassResult}, by
 * {@code META-INF/assay/class-1.schema.json}.
 *
 * <p>{@link dev.assay.result.BaselineFiles} keeps accepted evaluations in a folder that is under version control.
 */
@NullMarked
package dev.assay.result;

import org.jspecify.annotations.NullMarked;
