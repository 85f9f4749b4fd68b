/**
 * What adapters of libraries share that run fitted models: numbers go in as tensors and come out as tensors, of which
 * predictions are made.
 *
 * <p>An adapter opens a file as a {@link dev.assay.tensors.TensorRuntime} and gives it to a
 * {@link dev.assay.tensors.TensorModel}, which keeps closing away from running. {@link dev.assay.tensors.TensorFeed} says
 * what an output holds, and {@link dev.assay.tensors.TensorPredictor} runs batches. What an output holds is always said and
 * never guessed.
 */
@NullMarked
package dev.assay.tensors;

import org.jspecify.annotations.NullMarked;
