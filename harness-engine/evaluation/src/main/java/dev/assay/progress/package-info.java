/**
 * Shows where runs stand that take long.
 *
 * <p>A {@link dev.assay.progress.RunWatch} sees the folds of a run begin and end. A {@link dev.assay.progress.ProgressBoard}
 * shows all runs that are watched, as a {@link dev.assay.progress.Progress} says, and takes the time from a {@link
 * dev.assay.progress.Timer}. What runs are of, it doesn't know.
 */
@NullMarked
package dev.assay.progress;

import org.jspecify.annotations.NullMarked;
