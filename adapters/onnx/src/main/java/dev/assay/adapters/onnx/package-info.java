/**
 * Lets models in ONNX files be evaluated: scikit-learn's pipelines, PyTorch's networks, and whatever else can be exported.
 *
 * <p>{@link dev.assay.adapters.onnx.OnnxModel} opens a file. It says what the model takes ({@code input}, {@code columns},
 * {@code encodedBy}), which gives an {@link dev.assay.adapters.onnx.OnnxFeed}; the feed says what an output holds
 * ({@code probabilities}, {@code logits}, {@code numbers} and so on), which gives an
 * {@link dev.assay.adapters.onnx.OnnxPredictor}. What an output holds is always said and never guessed.
 *
 * <p>All predictors of a model share one session of ONNX Runtime, which threads may use at once. A batch of rows becomes
 * tensors in {@link dev.assay.adapters.onnx.OnnxBatch}; an {@code OutputReader} gathers what comes out.
 */
@NullMarked
package dev.assay.adapters.onnx;

import org.jspecify.annotations.NullMarked;
