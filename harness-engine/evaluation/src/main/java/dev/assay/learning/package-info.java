/**
 * What is evaluated: a {@link dev.assay.learning.Learner} is fitted to {@link dev.assay.learning.Training} data and gives
 * a {@link dev.assay.learning.Predictor}.
 *
 * <p>Libraries join through {@link dev.assay.learning.LearnerProvider} and {@link dev.assay.learning.DatasetProvider},
 * found with {@link java.util.ServiceLoader}, so that their own trainers, models and data sets can be used as they are.
 */
@NullMarked
package dev.assay.learning;

import org.jspecify.annotations.NullMarked;
