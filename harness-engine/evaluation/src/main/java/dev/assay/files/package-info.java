/**
 * Predictions that were made elsewhere, read from files.
 *
 * <p>A {@link dev.assay.files.PredictionFile} is told what the columns of a file are; a reading of its format (CSV, JSON Lines,
 * NumPy's arrays, or what a
 * {@link dev.assay.files.TableFormat} of an adapter opens) fills typed columns, cell by cell and without keeping the text; an assembly puts these together to
 * {@link dev.assay.evaluation.Evaluation}s. What {@link dev.assay.result.OutOfFoldPredictions} writes, this reads.
 */
@NullMarked
package dev.assay.files;

import org.jspecify.annotations.NullMarked;
