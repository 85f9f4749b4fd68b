package dev.assay.adapters.images;

import dev.assay.data.InputContent;
import dev.assay.data.InvalidDataException;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * An image in a PNG or JPEG file, of which nothing is in memory: the file is read whenever its content or its pixels are asked
 * for.
 */
public final class Image {

    private final Path file;

    private Image(Path file) {
        this.file = file;
    }

    /**
     * Names an image's file; nothing is read yet. For files that a table names, for instance:
     *
     * <pre>{@code
     * Dataset<Image> scans = CsvDataset.of(csv).target("finding").texts("file").read()
     *         .map(row -> Image.of(folder.resolve(row.text("file"))))
     *         .withContent(Image.content());
     * }</pre>
     *
     * @param file a path, relative to the working directory or absolute
     * @return the image
     */
    public static Image of(Path file) {
        return new Image(file);
    }

    /**
     * Tells that an image's content is its file's bytes. So are copies told from each other, and a file that was saved anew
     * is no copy.
     *
     * @return for {@link dev.assay.data.Dataset#withContent}; {@link ImageFolder} has set it
     */
    public static InputContent<Image> content() {
        return (image, sink) -> sink.bytes(image.bytes());
    }

    /**
     * Returns the file.
     *
     * @return its path, as it was given
     */
    public Path file() {
        return file;
    }

    /**
     * Decodes the image, anew each time. A rotation in a JPEG's EXIF data is not applied, and a JPEG's colour profile neither.
     *
     * @return the pixels, in the form that the file has
     * @throws InvalidDataException if the file can't be read, is damaged or cut off, or is neither PNG nor JPEG, or is one of CMYK
     *     colours; the message names it
     */
    public BufferedImage decoded() {
        return new Decoder(file, bytes()).image();
    }

    private byte[] bytes() {
        try {
            return Files.readAllBytes(file);
        } catch (IOException e) {
            throw new InvalidDataException(file + ": cannot be read: " + e, e);
        }
    }

    /** Returns the file's path. */
    @Override
    public String toString() {
        return file.toString();
    }
}
