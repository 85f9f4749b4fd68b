/** Tests of drawings, and a gallery to look at them. */
@NullMarked
package dev.assay.report.plot;

import org.jspecify.annotations.NullMarked;
