package dev.assay.report.plot;

/**
 * A finished drawing.
 *
 * @param name identifies it within its class
 * @param title for readers
 * @param alternative what it shows, in words
 * @param svg one {@code <svg>} element
 */
public record Figure(String name, String title, String alternative, String svg) {}
