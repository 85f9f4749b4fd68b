package dev.assay.adapters.images;

/** Levels from 0 to 255, a plane for each colour, row by row. */
final class Pixels {

    private final int width;
    private final int height;
    private final byte[][] planes;

    Pixels(int width, int height, byte[]... planes) {
        this.width = width;
        this.height = height;
        this.planes = planes;
    }

    int width() {
        return width;
    }

    int height() {
        return height;
    }

    byte[] plane(int channel) {
        return planes[channel];
    }

    /** Cuts out what lies in the middle, as torchvision's CenterCrop does where it isn't larger than the image. */
    Pixels centre(int newWidth, int newHeight) {
        if (newWidth == width && newHeight == height) {
            return this;
        }
        // Python's round(), which takes the even one of two that are as near
        int left = (int) Math.rint((width - newWidth) / 2.0);
        int top = (int) Math.rint((height - newHeight) / 2.0);
        byte[][] cut = new byte[planes.length][newWidth * newHeight];
        for (int plane = 0; plane < planes.length; plane++) {
            for (int row = 0; row < newHeight; row++) {
                System.arraycopy(planes[plane], (top + row) * width + left, cut[plane], row * newWidth, newWidth);
            }
        }
        return new Pixels(newWidth, newHeight, cut);
    }

    Pixels resized(int newWidth, int newHeight, Resampling resampling) {
        if (newWidth == width && newHeight == height) {
            return this;
        }
        byte[][] resized = new byte[planes.length][];
        for (int plane = 0; plane < planes.length; plane++) {
            resized[plane] = resampling.resize(planes[plane], width, height, newWidth, newHeight);
        }
        return new Pixels(newWidth, newHeight, resized);
    }
}
