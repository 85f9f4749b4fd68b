/**
 * Lets {@link dev.assay.files.PredictionFile} read Arrow's files, which are also those of Feather's second version.
 *
 * <p>There is nothing to call: with this jar on the class path, {@code PredictionFile.of(Path.of("predictions.feather"))} works, in a
 * JVM that was started with {@code --add-opens=java.base/java.nio=ALL-UNNAMED}, without which Arrow Java doesn't start.
 */
@NullMarked
package dev.assay.adapters.arrow;

import org.jspecify.annotations.NullMarked;
