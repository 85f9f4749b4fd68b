package dev.assay.adapters.images;

import java.util.function.DoubleUnaryOperator;

/**
 * The ways to resize. They are those of Pillow ({@code Image.resize}, in src/libImaging/Resample.c and Geometry.c), with its
 * fixed-point arithmetic, so that levels are the same.
 */
enum Resampling {
    NEAREST(0.5, x -> 1) {
        @Override
        byte[] resize(byte[] levels, int width, int height, int newWidth, int newHeight) {
            int[] columns = nearest(width, newWidth);
            int[] rows = nearest(height, newHeight);
            byte[] resized = new byte[Math.multiplyExact(newWidth, newHeight)];
            for (int i = 0; i < resized.length; i++) {
                resized[i] = levels[rows[i / newWidth] * width + columns[i % newWidth]];
            }
            return resized;
        }
    },
    BILINEAR(1, x -> Math.max(0, 1 - Math.abs(x))),
    BICUBIC(2, Resampling::cubic);

    /** How far the filter reaches, in pixels of the larger image. */
    private final double support;

    private final DoubleUnaryOperator filter;

    Resampling(double support, DoubleUnaryOperator filter) {
        this.support = support;
        this.filter = filter;
    }

    /** The cubic convolution of Keys (1981) with a = -0.5. */
    private static double cubic(double signed) {
        double a = -0.5;
        double x = Math.abs(signed);
        if (x < 1) {
            return ((a + 2) * x - (a + 3)) * x * x + 1;
        }
        return x < 2 ? (((x - 5) * x + 8) * x - 4) * a : 0;
    }

    /** Resizes a plane, first its rows, then its columns; each pass rounds to whole levels. */
    byte[] resize(byte[] levels, int width, int height, int newWidth, int newHeight) {
        byte[] wide = newWidth == width ? levels : new Weights(this, width, newWidth).alongRows(levels, height);
        return newHeight == height ? wide : new Weights(this, height, newHeight).alongColumns(wide, newWidth);
    }

    /** Returns the pixel that lies below the middle of each new one, with Pillow's running sum. */
    private static int[] nearest(int size, int newSize) {
        int[] places = new int[newSize];
        double scale = (double) size / newSize;
        double middle = scale * 0.5;
        for (int i = 0; i < newSize; i++) {
            places[i] = Math.min(size - 1, (int) middle);
            middle += scale;
        }
        return places;
    }

    /** For each new pixel, the old ones that it is made of, and how much each of them counts. */
    private static final class Weights {

        /** Weights are fractions of so many binary digits, which leaves room for sums in an int. */
        private static final int BITS = 32 - 8 - 2;

        private final int size;
        private final int[] first;
        private final int[][] weights;

        Weights(Resampling resampling, int size, int newSize) {
            this.size = size;
            this.first = new int[newSize];
            this.weights = new int[newSize][];
            double scale = (double) size / newSize;
            // when the image gets smaller, the filter gets wider, so that every pixel counts
            double stretch = Math.max(scale, 1);
            double reach = resampling.support * stretch;
            for (int i = 0; i < newSize; i++) {
                double centre = (i + 0.5) * scale;
                first[i] = Math.max(0, (int) (centre - reach + 0.5));
                int end = Math.min(size, (int) (centre + reach + 0.5));
                double[] exact = new double[end - first[i]];
                double sum = 0;
                for (int k = 0; k < exact.length; k++) {
                    exact[k] = resampling.filter.applyAsDouble((k + first[i] - centre + 0.5) * (1 / stretch));
                    sum += exact[k];
                }
                weights[i] = new int[exact.length];
                for (int k = 0; k < exact.length; k++) {
                    double weight = exact[k] / sum * (1 << BITS);
                    weights[i][k] = (int) (weight < 0 ? weight - 0.5 : weight + 0.5);
                }
            }
        }

        byte[] alongRows(byte[] levels, int height) {
            byte[] resized = new byte[Math.multiplyExact(height, first.length)];
            for (int row = 0; row < height; row++) {
                for (int i = 0; i < first.length; i++) {
                    resized[row * first.length + i] = level(levels, row * size + first[i], 1, weights[i]);
                }
            }
            return resized;
        }

        byte[] alongColumns(byte[] levels, int width) {
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
}
