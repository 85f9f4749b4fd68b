/**
 * Reads the reference values that the field's own libraries computed, one JSON object per line; the resources beside this
 * package are described in their README.md.
 *
 * <p>The tests of other packages ask {@link dev.assay.reference.ReferenceCases} for the cases of a file and judge each
 * with a tolerance of {@link dev.assay.reference.Tolerance}.
 */
@NullMarked
package dev.assay.reference;

import org.jspecify.annotations.NullMarked;
