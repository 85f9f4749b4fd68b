package dev.assay.tensors;

import java.util.Arrays;

/** Numbers in single or double precision, and the sizes of their dimensions. Arrays are not copied. */
public final class Tensor {

    private final float[] singles;
    private final double[] doubles;
    private final boolean single;
    private final long[] shape;

    private Tensor(float[] singles, double[] doubles, boolean single, long... shape) {
        this.singles = singles;
        this.doubles = doubles;
        this.single = single;
        this.shape = shape;
        long size = Arrays.stream(shape).reduce(1, Math::multiplyExact);
        int given = single ? singles.length : doubles.length;
        if (size != given) {
            throw new IllegalArgumentException(
                    "a tensor of shape " + Arrays.toString(shape) + " has " + size + " numbers, not " + given);
        }
    }

    /**
     * Makes a tensor of floats.
     *
     * @param cells the numbers, those of the last dimension side by side
     * @param shape the sizes of all dimensions
     * @return the tensor
     */
    public static Tensor of(float[] cells, long... shape) {
        return new Tensor(cells, new double[0], true, shape);
    }

    /**
     * Makes a tensor of doubles.
     *
     * @param cells the numbers, those of the last dimension side by side
     * @param shape the sizes of all dimensions
     * @return the tensor
     */
    public static Tensor of(double[] cells, long... shape) {
        return new Tensor(new float[0], cells, false, shape);
    }

    /**
     * Tells which of the two arrays holds the numbers.
     *
     * @return whether they are floats
     */
    public boolean isSingle() {
        return single;
    }

    /**
     * Returns the sizes of all dimensions.
     *
     * @return a size for each dimension; none for a single number
     */
    public long[] shape() {
        return shape.clone();
    }

    /**
     * Returns floats.
     *
     * @return the numbers, not copied; empty if they are doubles
     */
    public float[] floats() {
        return singles;
    }

    /**
     * Returns doubles.
     *
     * @return the numbers, not copied; empty if they are floats
     */
    public double[] doubles() {
        return doubles;
    }

    /** Returns the type and the shape. */
    @Override
    public String toString() {
        return (single ? TensorPort.FLOAT32 : TensorPort.FLOAT64) + " " + Arrays.toString(shape);
    }
}
