/**
 * Lets text classifiers be evaluated that Optimum exported: a folder with {@code config.json}, {@code tokenizer.json} and
 * {@code model.onnx}.
 *
 * <p>{@link dev.assay.adapters.transformers.TextClassifier} is a predictor of labels from texts. Texts become tokens in
 * {@code TextTokenizer}, as {@code TokenizerSettings} say, and padded batches in {@code TokenEncoder}; ONNX Runtime runs
 * these by way of {@code dev.assay.adapters.onnx}.
 */
@NullMarked
package dev.assay.adapters.transformers;

import org.jspecify.annotations.NullMarked;
