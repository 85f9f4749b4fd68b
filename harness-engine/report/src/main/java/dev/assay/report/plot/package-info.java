/**
 * Draws results as SVG: a class for each kind of plot, which lays out and words it; {@link dev.assay.report.plot.Canvas} and
 * what it uses, which write elements; and {@link dev.assay.report.plot.TextWidth}, which measures texts without any font, so
 * that a drawing is the same, byte for byte, wherever it is made.
 *
 * <p>Presentation attributes alone make a drawing right, since neither {@code <img>} nor a strict content security policy lets
 * a page's style in. The one style element serves dark screens.
 */
@NullMarked
package dev.assay.report.plot;

import org.jspecify.annotations.NullMarked;
