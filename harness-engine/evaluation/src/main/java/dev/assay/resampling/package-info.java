/**
 * Ways to split examples into training and test parts.
 *
 * <p>A {@link dev.assay.resampling.Splitter} is a stateless record such as {@link dev.assay.resampling.KFold}; it turns a
 * data set and a seed into {@link dev.assay.resampling.Split}s, always the same ones for the same seed.
 */
@NullMarked
package dev.assay.resampling;

import org.jspecify.annotations.NullMarked;
