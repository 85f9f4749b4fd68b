package dev.assay.adapters.images;

import dev.assay.adapters.images.Colours.Transparency;
import dev.assay.data.InvalidDataException;
import java.util.Arrays;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * Makes arrays of numbers of images, as models take them: decodes, resizes, crops, scales to 0 to 1 and normalises.
 *
 * <pre>{@code
 * ImageEncoding encoding = ImageEncoding.ofSize(224, 224)
 *         .centreCroppedFrom(256)
 *         .normalised(new double[] {0.485, 0.456, 0.406}, new double[] {0.229, 0.224, 0.225});
 * assertThatModel(model.input("input").logits("logits")).on(images.mapLazily(encoding)).hasAccuracyAtLeast(0.9);
 * }</pre>
 *
 * <p>Unless told otherwise, an image is stretched to the size by bilinear resampling, its colours are red, green and blue, numbers
 * go from 0 to 1, and the array holds one plane after another, each row by row: {@code [3, height, width]}, as PyTorch has it.
 *
 * <p>Resizing and the conversion to grey give the levels (0 to 255) that Pillow gives, and so those that torchvision and
 * Transformers' image processors give of Pillow's images: when an image gets smaller, the filter gets wider. Resizing of
 * tensors, and that of OpenCV and TensorFlow, is another. PNGs decode to the same levels everywhere. JPEGs may differ by a level or
 * two between decoders; Java's and Pillow's, both of libjpeg's family, agree in all tests. A rotation in EXIF data and colour profiles are not applied, which
 * Pillow doesn't do either unless asked. Of 16 bits, the upper 8 count.
 *
 * <p>Immutable; threads may use it at once. Made for {@link dev.assay.data.Dataset#mapLazily}, which decodes batch by batch;
 * {@link dev.assay.data.Dataset#map} would hold all arrays in memory, each of which takes 8 bytes per number.
 */
public final class ImageEncoding implements Function<Image, double[]> {

    private static final int LEVELS = 256;

    /** All that is told; changed on a copy only, before anyone else sees it. */
    private static final class Options {

        final int width;
        final int height;
        boolean grey;
        boolean channelsLast;
        int shorterSide;
        Resampling resampling = Resampling.BILINEAR;
        Transparency transparency = Transparency.REFUSED;
        double[] mean = {0};
        double[] deviation = {1};

        Options(int width, int height) {
            this.width = width;
            this.height = height;
        }

        Options copy() {
            Options copy = new Options(width, height);
            copy.grey = grey;
            copy.channelsLast = channelsLast;
            copy.shorterSide = shorterSide;
            copy.resampling = resampling;
            copy.transparency = transparency;
            copy.mean = mean;
            copy.deviation = deviation;
            return copy;
        }

        int channels() {
            return grey ? 1 : 3;
        }
    }

    private final Options options;
    /** The number for each level, of each channel. */
    private final double[][] numbers;

    private ImageEncoding(Options options) {
        this.options = options;
        this.numbers = new double[options.channels()][LEVELS];
        if (options.mean.length != 1 && options.mean.length != options.channels()) {
            throw new IllegalArgumentException(
                    "means and deviations are of " + options.mean.length + " channels, but images "
                            + (options.grey ? "in grey have 1" : "in colour have 3 (grey() gives 1)"));
        }
        for (int channel = 0; channel < numbers.length; channel++) {
            int told = Math.min(channel, options.mean.length - 1);
            for (int level = 0; level < LEVELS; level++) {
                numbers[channel][level] = (level / 255.0 - options.mean[told]) / options.deviation[told];
            }
        }
    }

    /**
     * Makes images of a size.
     *
     * @param width in pixels, at least 1; note that PyTorch and TensorFlow name the height first
     * @param height in pixels, at least 1
     * @return the encoding, to be told more
     */
    public static ImageEncoding ofSize(int width, int height) {
        if (width < 1 || height < 1) {
            throw new IllegalArgumentException(
                    "an image has at least 1 pixel each way, not " + width + " × " + height + " (width × height)");
        }
        return new ImageEncoding(new Options(width, height));
    }

    /**
     * Makes one channel of grey, by ITU-R 601-2 as Pillow's mode {@code L}: 0.299 of red, 0.587 of green and 0.114 of blue.
     *
     * @return an encoding that knows
     */
    public ImageEncoding grey() {
        return with(changed -> changed.grey = true);
    }

    /**
     * Keeps the aspect ratio: resizes so that the shorter side has a certain length, then takes what lies in the middle, with
     * the rounding of torchvision's {@code Resize(shorterSide)} and {@code CenterCrop}. Otherwise images are stretched.
     *
     * @param shorterSide in pixels, at least width and height
     * @return an encoding that knows
     */
    public ImageEncoding centreCroppedFrom(int shorterSide) {
        if (shorterSide < Math.max(options.width, options.height)) {
            throw new IllegalArgumentException(
                    "a shorter side of " + shorterSide + " leaves no " + options.width + " × " + options.height
                            + " to be cut out; take at least " + Math.max(options.width, options.height));
        }
        return with(changed -> changed.shorterSide = shorterSide);
    }

    /**
     * Resizes by bicubic resampling.
     *
     * @return an encoding that knows
     */
    public ImageEncoding bicubic() {
        return with(changed -> changed.resampling = Resampling.BICUBIC);
    }

    /**
     * Resizes by taking the nearest pixel.
     *
     * @return an encoding that knows
     */
    public ImageEncoding nearest() {
        return with(changed -> changed.resampling = Resampling.NEAREST);
    }

    /**
     * Subtracts means and divides by standard deviations, one for each channel, after scaling to 0 to 1.
     *
     * @param mean finite numbers; copied
     * @param deviation finite positive numbers; copied
     * @return an encoding that knows
     */
    public ImageEncoding normalised(double[] mean, double[] deviation) {
        if (mean.length == 0 || mean.length != deviation.length) {
            throw new IllegalArgumentException("there must be a mean and a deviation for each channel, not "
                    + mean.length + " and " + deviation.length);
        }
        if (!Arrays.stream(mean).allMatch(Double::isFinite)
                || !Arrays.stream(deviation).allMatch(value -> value > 0 && Double.isFinite(value))) {
            throw new IllegalArgumentException("means must be finite, deviations also positive, not "
                    + Arrays.toString(mean) + " and " + Arrays.toString(deviation));
        }
        return with(changed -> {
            changed.mean = mean.clone();
            changed.deviation = deviation.clone();
        });
    }

    /**
     * Subtracts a mean and divides by a standard deviation, the same for all channels, after scaling to 0 to 1: {@code
     * normalised(0.5, 0.5)} gives numbers from -1 to 1, and {@code normalised(0, 1 / 255.0)} the levels themselves.
     *
     * @param mean a finite number
     * @param deviation a finite positive number
     * @return an encoding that knows
     */
    public ImageEncoding normalised(double mean, double deviation) {
        return normalised(new double[] {mean}, new double[] {deviation});
    }

    /**
     * Puts the colours of each pixel side by side: {@code [height, width, channels]}, as TensorFlow has it.
     *
     * @return an encoding that knows
     */
    public ImageEncoding channelsLast() {
        return with(changed -> changed.channelsLast = true);
    }

    /**
     * Takes the colours of pixels that aren't opaque as they are, as Pillow's {@code convert("RGB")} does; otherwise such pixels
     * are an error.
     *
     * @return an encoding that knows
     */
    public ImageEncoding ignoringAlpha() {
        return with(changed -> changed.transparency = Transparency.IGNORED);
    }

    /**
     * Lets a colour show through pixels that aren't opaque, as Pillow's {@code paste} does onto an image of that colour;
     * otherwise such pixels are an error.
     *
     * @param red from 0 to 255
     * @param green from 0 to 255
     * @param blue from 0 to 255
     * @return an encoding that knows
     */
    public ImageEncoding overBackground(int red, int green, int blue) {
        if ((red | green | blue) >>> 8 != 0) {
            throw new IllegalArgumentException(
                    "levels of colours go from 0 to 255: " + red + ", " + green + ", " + blue);
        }
        return with(changed -> changed.transparency = Transparency.over(red, green, blue));
    }

    private ImageEncoding with(Consumer<Options> change) {
        Options changed = options.copy();
        change.accept(changed);
        return new ImageEncoding(changed);
    }

    /**
     * Decodes and encodes an image.
     *
     * @param image the image
     * @return channels × height × width numbers
     * @throws InvalidDataException if {@linkplain Image#decoded decoding} fails, or pixels aren't opaque and nothing was said of
     *     that; the message names the file
     */
    @Override
    public double[] apply(Image image) {
        Pixels pixels = new Colours(image.file(), image.decoded(), options.transparency).pixels(options.grey);
        return numbers(fitted(pixels));
    }

    private Pixels fitted(Pixels pixels) {
        if (options.shorterSide == 0) {
            return pixels.resized(options.width, options.height, options.resampling);
        }
        long side = options.shorterSide;
        boolean isPortrait = pixels.width() <= pixels.height();
        int longer = isPortrait
                ? (int) ((double) (side * pixels.height()) / pixels.width())
                : (int) ((double) (side * pixels.width()) / pixels.height());
        return pixels.resized(
                        isPortrait ? options.shorterSide : longer,
                        isPortrait ? longer : options.shorterSide,
                        options.resampling)
                .centre(options.width, options.height);
    }

    private double[] numbers(Pixels pixels) {
        int channels = numbers.length;
        int area = options.width * options.height;
        double[] encoded = new double[Math.multiplyExact(channels, area)];
        for (int channel = 0; channel < channels; channel++) {
            byte[] plane = pixels.plane(channel);
            for (int i = 0; i < area; i++) {
                int place = options.channelsLast ? i * channels + channel : channel * area + i;
                encoded[place] = numbers[channel][plane[i] & 0xFF];
            }
        }
        return encoded;
    }

    /** Returns what an array holds, such as {@code images as [3, 224, 224]}. */
    @Override
    public String toString() {
        int channels = numbers.length;
        return "images as "
                + (options.channelsLast
                        ? Arrays.asList(options.height, options.width, channels)
                        : Arrays.asList(channels, options.height, options.width));
    }
}
