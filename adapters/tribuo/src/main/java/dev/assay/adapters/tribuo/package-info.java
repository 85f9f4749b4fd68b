/**
 * Lets Tribuo's trainers, models and data sets be evaluated as they are.
 *
 * <p>{@link dev.assay.adapters.tribuo.TribuoLearnerProvider} turns a {@link org.tribuo.Trainer} into a learner and a
 * {@link org.tribuo.Model} into a predictor, {@link dev.assay.adapters.tribuo.TribuoDatasetProvider} turns a
 * {@link org.tribuo.Dataset} into a data set. Both are found as services: with this jar on the class path, a test
 * returns Tribuo's objects, and names neither class. Supported are labels ({@code Label}), numbers
 * ({@code Regressor} of one dimension), sets of labels ({@code MultiLabel}), clusters ({@code ClusterID}) and anomalies
 * ({@code Event}). The last three are in modules of Tribuo that the trainers for them bring; nothing here needs them
 * before such a trainer, model or data set is met.
 *
 * <p>Data travel as Tribuo's examples: they are made once for an evaluation and shared by all folds, while every fold
 * fills a {@code MutableDataset} of its own, so that a model knows features and labels of its training part only.
 * Predicted labels and numbers are exactly those that Tribuo's model gives for the same training and test examples.
 */
@NullMarked
package dev.assay.adapters.tribuo;

import org.jspecify.annotations.NullMarked;
