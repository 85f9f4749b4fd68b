package dev.assay.adapters.images;

import dev.assay.data.InvalidDataException;
import java.awt.color.ColorSpace;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Iterator;
import javax.imageio.ImageIO;
import javax.imageio.ImageReadParam;
import javax.imageio.ImageReader;
import javax.imageio.ImageTypeSpecifier;
import javax.imageio.stream.MemoryCacheImageInputStream;
import org.jspecify.annotations.Nullable;

/** One decoding of one file by the platform's ImageIO, which by itself lets much damage pass. */
final class Decoder {

    private final Path file;
    private final byte[] bytes;
    private @Nullable String damage;

    Decoder(Path file, byte... bytes) {
        this.file = file;
        this.bytes = bytes;
    }

    BufferedImage image() {
        if (bytes.length == 0) {
            throw new InvalidDataException(file + ": the file is empty");
        }
        boolean isPng = PngStructure.is(bytes);
        if (!isPng && !JpegStructure.is(bytes)) {
            throw new InvalidDataException(
                    file + ": neither PNG nor JPEG by its first bytes; convert it to one of them");
        }
        if (isPng) {
            requireSound("PNG", PngStructure.damage(bytes));
        } else if (JpegStructure.components(bytes) == 4) {
            throw new InvalidDataException(
                    file + ": a JPEG of CMYK colours, of which RGB can be made in more ways than one;"
                            + " convert it, with Pillow by Image.open(file).convert(\"RGB\").save(…)");
        }
        BufferedImage image = decode(isPng ? "png" : "jpeg");
        requireSound(isPng ? "PNG" : "JPEG", damage);
        return image;
    }

    private void requireSound(String kind, @Nullable String fault) {
        if (fault != null) {
            throw new InvalidDataException(file + ": the " + kind + " is damaged or cut off: " + fault
                    + "; take it from where it came from again");
        }
    }

    private BufferedImage decode(String format) {
        ImageReader reader = reader(format);
        // in memory, so that ImageIO makes no cache on disk, whatever the setting for the whole JVM is
        try (MemoryCacheImageInputStream stream = new MemoryCacheImageInputStream(new ByteArrayInputStream(bytes))) {
            reader.setInput(stream, true, false);
            reader.addIIOReadWarningListener((source, warning) -> note(warning));
            ImageReadParam parameters = reader.getDefaultReadParam();
            ImageTypeSpecifier unconverted = unconverted(reader.getImageTypes(0));
            if (unconverted != null) {
                parameters.setDestinationType(unconverted);
            }
            return reader.read(0, parameters);
        } catch (IOException | RuntimeException e) { // which ImageIO throws for some damaged files
            throw new InvalidDataException(file + ": cannot be decoded: " + e, e);
        } finally {
            reader.dispose();
        }
    }

    /** Takes the platform's own reader, so that no other on the class path changes what is decoded. */
    private static ImageReader reader(String format) {
        Iterator<ImageReader> readers = ImageIO.getImageReadersByFormatName(format);
        while (readers.hasNext()) {
            ImageReader reader = readers.next();
            if (reader.getClass().getModule().equals(ImageIO.class.getModule())) {
                return reader;
            }
        }
        throw new IllegalStateException("java.desktop has no reader of " + format);
    }

    /** Finds the form in which levels stay as they are in the file, where ImageIO would apply a colour profile. */
    private static @Nullable ImageTypeSpecifier unconverted(Iterator<ImageTypeSpecifier> types) {
        while (types.hasNext()) {
            ImageTypeSpecifier type = types.next();
            ColorSpace space = type.getColorModel().getColorSpace();
            if (space.getType() == ColorSpace.TYPE_RGB && !space.isCS_sRGB()) {
                return type;
            }
        }
        return null;
    }

    /** Notes warnings that mean damage; the others are of metadata, or of bytes that nobody needs. */
    private void note(String warning) {
        boolean isCut = warning.startsWith("Truncated File") || warning.startsWith("Premature end");
        boolean isCorrupt = warning.startsWith("Corrupt JPEG data") && !warning.contains("extraneous bytes");
        if (isCut || isCorrupt) {
            damage = damage == null ? warning : damage + "; " + warning;
        }
    }
}
