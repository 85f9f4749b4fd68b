/**
 * Lets TensorFlow models in SavedModel folders be evaluated, through TensorFlow Java.
 *
 * <p>{@link dev.assay.adapters.tensorflow.TensorFlowModel} opens a folder and says what goes in, which gives a
 * {@link dev.assay.tensors.TensorFeed}; the feed says what comes out, which gives a
 * {@link dev.assay.tensors.TensorPredictor}. {@code SavedModelRuntime} is the model inside TensorFlow, and
 * {@code SignaturePorts} what one of its signatures takes and gives.
 */
@NullMarked
package dev.assay.adapters.tensorflow;

import org.jspecify.annotations.NullMarked;
