package dev.assay.tensors;

import java.util.Arrays;
import java.util.List;
import java.util.StringJoiner;

/**
 * An input or output of a model, as far as the model tells of it.
 *
 * @param name the name; empty if it has none
 * @param type such as {@code float32}; empty if unknown
 * @param shape the sizes of the dimensions, the first of which is the batch, negative where they are open; empty if unknown
 */
public record TensorPort(String name, String type, List<Long> shape) {

    /** The type of numbers in single precision. */
    public static final String FLOAT32 = "float32";

    /** The type of numbers in double precision. */
    public static final String FLOAT64 = "float64";

    /** Creates a port. */
    public TensorPort {
        shape = List.copyOf(shape);
    }

    /**
     * Describes a port of which all is known.
     *
     * @param name the name; empty if it has none
     * @param type such as {@code float32}
     * @param shape the sizes of the dimensions, the first of which is the batch, negative where they are open
     * @return the port
     */
    public static TensorPort of(String name, String type, long... shape) {
        return new TensorPort(name, type, Arrays.stream(shape).boxed().toList());
    }

    /**
     * Describes a port of which there is but the name.
     *
     * @param name the name; empty if it has none
     * @return the port
     */
    public static TensorPort unknown(String name) {
        return new TensorPort(name, "", List.of());
    }

    /** Tells whether it takes or gives numbers that are not whole, or this isn't known. */
    boolean isFraction() {
        return type.isEmpty() || type.contains("float");
    }

    /** Returns how many numbers there are for each row; negative if this isn't known. */
    long width() {
        return shape.isEmpty()
                ? -1
                : shape.stream().skip(1).reduce(1L, (a, b) -> a < 0 || b < 0 ? -1 : Math.multiplyExact(a, b));
    }

    /** Returns the sizes of all dimensions, for so many rows. */
    long[] shapeOf(int rows) {
        long[] sizes = shape.stream().mapToLong(Long::longValue).toArray();
        sizes[0] = rows;
        return sizes;
    }

    /**
     * Returns the name in quotes, if there is one, with the type.
     *
     * @return such as {@code 'features' (float32 [batch, 13])}; a dimension of any size is {@code ?}
     */
    @Override
    public String toString() {
        StringJoiner text = new StringJoiner(" ");
        if (!name.isEmpty()) {
            text.add("'" + name + "'");
        }
        if (!type.isEmpty()) {
            text.add("(" + type + (shape.isEmpty() ? "" : " " + sizes()) + ")");
        }
        return text.toString();
    }

    private String sizes() {
        StringJoiner sizes = new StringJoiner(", ", "[", "]");
        for (int i = 0; i < shape.size(); i++) {
            String open = i == 0 ? "batch" : "?";
            sizes.add(shape.get(i) < 0 ? open : String.valueOf(shape.get(i)));
        }
        return sizes.toString();
    }
}
