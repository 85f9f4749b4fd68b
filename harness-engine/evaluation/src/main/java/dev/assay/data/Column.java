package dev.assay.data;

/**
 * A column of a {@link Row}.
 *
 * @param name the column's name, unique among the row's columns
 * @param type what its cells hold
 */
public record Column(String name, Type type) {

    /** What the cells of a column hold. */
    public enum Type {
        /** A number. */
        NUMBER,
        /** One of a limited set of values without an order. */
        CATEGORY,
        /** Free text. */
        TEXT
    }
}
