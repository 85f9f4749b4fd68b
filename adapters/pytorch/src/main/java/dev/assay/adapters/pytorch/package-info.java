/**
 * Lets PyTorch models in TorchScript files be evaluated, through DJL.
 *
 * <p>{@link dev.assay.adapters.pytorch.TorchScriptModel} opens a file and says what goes in, which gives a
 * {@link dev.assay.tensors.TensorFeed}; the feed says what comes out, which gives a
 * {@link dev.assay.tensors.TensorPredictor}. {@code TorchRuntime} is the model inside DJL, and {@code Torch} PyTorch itself,
 * whose native libraries users add for their platform.
 */
@NullMarked
package dev.assay.adapters.pytorch;

import org.jspecify.annotations.NullMarked;
