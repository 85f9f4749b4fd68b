/**
 * Matchers of evaluations, for Hamcrest, over the same criteria as the AssertJ assertions.
 *
 * <p>{@link dev.assay.assertions.hamcrest.ModelMatchers} is the way in.
 */
@NullMarked
package dev.assay.assertions.hamcrest;

import org.jspecify.annotations.NullMarked;
