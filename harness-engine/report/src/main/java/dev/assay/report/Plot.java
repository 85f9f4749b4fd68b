package dev.assay.report;

/**
 * A plot, ready to be put into a page or attached to a test.
 *
 * @param name identifies the plot within its class, lower-case letters, digits and hyphens, such as {@code roc-malignant}; ids
 *     and class names inside the SVG begin with it
 * @param title for readers, such as {@code ROC curve of "malignant"}
 * @param alternative what the plot shows, in words, for those who can't see it
 * @param svg the drawing, one {@code <svg>} element that stands by itself
 */
public record Plot(String name, String title, String alternative, String svg) {}
