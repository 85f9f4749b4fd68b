package dev.assay.adapters.images;

import dev.assay.data.InvalidDataException;
import java.awt.image.BufferedImage;
import java.awt.image.DataBuffer;
import java.awt.image.IndexColorModel;
import java.awt.image.Raster;
import java.nio.file.Path;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Takes levels of red, green and blue, or of grey, out of a decoded image, as they are in the file: {@code
 * BufferedImage.getRGB} would change those of grey images.
 */
final class Colours {

    private static final int OPAQUE = 255;

    /** What is done about pixels that are not opaque. */
    record Transparency(boolean isRefused, @Nullable Integer background) {

        static final Transparency REFUSED = new Transparency(true, null);
        static final Transparency IGNORED = new Transparency(false, null);

        static Transparency over(int red, int green, int blue) {
            return new Transparency(false, red << 16 | green << 8 | blue);
        }
    }

    private final Path file;
    private final BufferedImage image;
    private final Transparency transparency;
    /** Red, green, blue and opacity of a row of pixels, one after another. */
    private final int[] row;

    Colours(Path file, BufferedImage image, Transparency transparency) {
        this.file = file;
        this.image = image;
        this.transparency = transparency;
        this.row = new int[4 * image.getWidth()];
    }

    Pixels pixels(boolean grey) {
        int width = image.getWidth();
        int height = image.getHeight();
        byte[][] planes = new byte[grey ? 1 : 3][Math.multiplyExact(width, height)];
        for (int y = 0; y < height; y++) {
            readRow(y);
            for (int x = 0; x < width; x++) {
                blend(x, y);
                int place = y * width + x;
                if (grey) {
                    planes[0][place] = (byte) luma(row[4 * x], row[4 * x + 1], row[4 * x + 2]);
                } else {
                    planes[0][place] = (byte) row[4 * x];
                    planes[1][place] = (byte) row[4 * x + 1];
                    planes[2][place] = (byte) row[4 * x + 2];
                }
            }
        }
        return new Pixels(width, height, planes);
    }

    /** ITU-R 601-2 in Pillow's fixed-point arithmetic; grey stays as it is. */
    static int luma(int red, int green, int blue) {
        return (red * 19595 + green * 38470 + blue * 7471 + 0x8000) >> 16;
    }

    private void readRow(int y) {
        Raster raster = image.getRaster();
        int bands = raster.getNumBands();
        int[] samples = raster.getPixels(0, y, image.getWidth(), 1, (int[]) null);
        if (image.getColorModel() instanceof IndexColorModel palette) {
            for (int x = 0; x < image.getWidth(); x++) {
                int colour = palette.getRGB(samples[x]);
                set(x, colour >> 16 & 0xFF, colour >> 8 & 0xFF, colour & 0xFF, colour >>> 24);
            }
            return;
        }
        if (raster.getDataBuffer().getDataType() == DataBuffer.TYPE_USHORT) {
            Arrays.setAll(samples, i -> samples[i] >> 8);
        }
        boolean hasOpacity = bands % 2 == 0;
        int green = bands > 2 ? 1 : 0;
        int blue = bands > 2 ? 2 : 0;
        for (int x = 0; x < image.getWidth(); x++) {
            int at = x * bands;
            set(x, samples[at], samples[at + green], samples[at + blue], hasOpacity ? samples[at + bands - 1] : OPAQUE);
        }
    }

    private void set(int x, int red, int green, int blue, int opacity) {
        row[4 * x] = red;
        row[4 * x + 1] = green;
        row[4 * x + 2] = blue;
        row[4 * x + 3] = opacity;
    }

    private void blend(int x, int y) {
        int opacity = row[4 * x + 3];
        if (opacity == OPAQUE) {
            return;
        }
        if (transparency.isRefused) {
            throw new InvalidDataException(file + ": pixel " + x + ", " + y
                    + " is not opaque, and nothing says what is behind it; say so with overBackground(255, 255, 255), or"
                    + " ignoringAlpha() to take colours as they are, as Pillow's convert(\"RGB\") does");
        }
        Integer background = transparency.background;
        if (background != null) {
            for (int colour = 0; colour < 3; colour++) {
                int behind = background >> (16 - 8 * colour) & 0xFF;
                row[4 * x + colour] = blended(row[4 * x + colour], behind, opacity);
            }
        }
    }

    /** Rounds as Pillow's {@code paste} with a mask does. */
    private static int blended(int colour, int behind, int opacity) {
        int sum = behind * (OPAQUE - opacity) + colour * opacity + 128;
        return ((sum >> 8) + sum) >> 8;
    }
}
