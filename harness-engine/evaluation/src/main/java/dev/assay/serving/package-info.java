/**
 * What a fitted model takes where it serves: time, memory and space.
 *
 * <p>A {@link dev.assay.serving.ServedModel} is asked for predictions of data as often as
 * {@link dev.assay.serving.MeasurementOptions} say and gives {@link dev.assay.serving.Latency},
 * {@link dev.assay.serving.Throughput} and {@link dev.assay.serving.Allocation}; {@link dev.assay.serving.ModelFiles} adds up
 * the sizes of files. Nothing is measured unless somebody asks, since times differ from run to run.
 */
@NullMarked
package dev.assay.serving;

import org.jspecify.annotations.NullMarked;
