package dev.assay.adapters.images;

import java.util.function.DoubleUnaryOperator;

/**
 * Resizing by a filter, in one direction: for each new pixel, the old ones that it is made of, and how much each of them counts.
 * The arithmetic is that of Pillow's Resample.c, in whole numbers, so that levels are the same.
 */
final class Convolution {

    /** Weights are fractions of so many binary digits, which leaves room for sums in an int. */
    private static final int BITS = 32 - 8 - 2;

    private final int size;
    private final int[] first;
    private final int[][] weights;

    private Convolution(int size, int newSize, double support, DoubleUnaryOperator filter) {
        this.size = size;
        this.first = new int[newSize];
        this.weights = new int[newSize][];
        double scale = (double) size / newSize;
        // when the image gets smaller, the filter gets wider, so that every pixel counts
        double stretch = Math.max(scale, 1);
        double reach = support * stretch;
        for (int i = 0; i < newSize; i++) {
            double centre = (i + 0.5) * scale;
            first[i] = Math.max(0, (int) (centre - reach + 0.5));
            int end = Math.min(size, (int) (centre + reach + 0.5));
            double[] exact = new double[end - first[i]];
            double sum = 0;
            for (int k = 0; k < exact.length; k++) {
                exact[k] = filter.applyAsDouble((k + first[i] - centre + 0.5) * (1 / stretch));
                sum += exact[k];
            }
            weights[i] = new int[exact.length];
            for (int k = 0; k < exact.length; k++) {
                double weight = exact[k] / sum * (1 << BITS);
                weights[i][k] = (int) (weight < 0 ? weight - 0.5 : weight + 0.5);
            }
        }
    }

    /**
     * Resizes a plane of levels, first its rows, then its columns; each pass rounds to whole levels.
     *
     * @param support how far the filter reaches, in pixels of the larger image
     * @param filter how much a pixel counts, by its distance
     */
    static byte[] resize(
            byte[] levels,
            int width,
            int height,
            int newWidth,
            int newHeight,
            double support,
            DoubleUnaryOperator filter) {
        byte[] wide = newWidth == width
                ? levels
                : new Convolution(width, newWidth, support, filter).alongRows(levels, height);
        return newHeight == height
                ? wide
                : new Convolution(height, newHeight, support, filter).alongColumns(wide, newWidth);
    }

    private byte[] alongRows(byte[] levels, int height) {
        byte[] resized = new byte[Math.multiplyExact(height, first.length)];
        for (int row = 0; row < height; row++) {
            for (int i = 0; i < first.length; i++) {
                resized[row * first.length + i] = level(levels, row * size + first[i], 1, weights[i]);
            }
        }
        return resized;
    }

    private byte[] alongColumns(byte[] levels, int width) {
        byte[] resized = new byte[Math.multiplyExact(width, first.length)];
        for (int i = 0; i < first.length; i++) {
            for (int column = 0; column < width; column++) {
                resized[i * width + column] = level(levels, first[i] * width + column, width, weights[i]);
            }
        }
        return resized;
    }

    private static byte level(byte[] levels, int start, int step, int... weights) {
        int sum = 1 << (BITS - 1);
        int place = start;
        for (int weight : weights) {
            sum += (levels[place] & 0xFF) * weight;
            place += step;
        }
        return (byte) Math.max(0, Math.min(255, sum >> BITS));
    }
}
