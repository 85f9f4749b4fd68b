/**
 * What the tests of several packages share: inputs made from a seed ({@link dev.assay.testing.RandomCases}) and small
 * data sets ({@link dev.assay.testing.Examples}).
 */
@NullMarked
package dev.assay.testing;

import org.jspecify.annotations.NullMarked;
