package dev.assay.adapters.images;

/** The ways to resize. They give the levels that Pillow's {@code Image.resize} gives. */
enum Resampling {
    NEAREST {
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
    BILINEAR {
        @Override
        byte[] resize(byte[] levels, int width, int height, int newWidth, int newHeight) {
            return Convolution.resize(levels, width, height, newWidth, newHeight, 1, x -> Math.max(0, 1 - Math.abs(x)));
        }
    },
    BICUBIC {
        @Override
        byte[] resize(byte[] levels, int width, int height, int newWidth, int newHeight) {
            return Convolution.resize(levels, width, height, newWidth, newHeight, 2, Resampling::cubic);
        }
    };

    /** Resizes a plane of levels, row by row. */
    abstract byte[] resize(byte[] levels, int width, int height, int newWidth, int newHeight);

    /** The cubic convolution of Keys (1981) with a = -0.5. */
    private static double cubic(double signed) {
        double a = -0.5;
        double x = Math.abs(signed);
        if (x < 1) {
            return ((a + 2) * x - (a + 3)) * x * x + 1;
        }
        return x < 2 ? (((x - 5) * x + 8) * x - 4) * a : 0;
    }

    /** Returns the pixel that lies below the middle of each new one, with the running sum of Pillow's Geometry.c. */
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
}
