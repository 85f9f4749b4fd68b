/**
 * What models say of examples: {@link dev.assay.prediction.Predictions}, sealed by task, dense arrays inside, checked
 * when they are made.
 */
@NullMarked
package dev.assay.prediction;

import org.jspecify.annotations.NullMarked;
