package dev.assay.adapters.images;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.zip.ZipFile;

/** The images of make.py, and the levels that Pillow gives for them. */
final class Reference {

    /** Gives the levels themselves, and not fractions. */
    private static final double LEVEL = 1 / 255.0;

    private Reference() {}

    static Path file(String name) {
        try {
            return Path.of(Reference.class.getResource(name).toURI());
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    static Image image(String name) {
        return Image.of(file(name));
    }

    static int[] levels(ImageEncoding encoding, String name) {
        double[] numbers = encoding.normalised(0, LEVEL).channelsLast().apply(image(name));
        int[] levels = new int[numbers.length];
        for (int i = 0; i < levels.length; i++) {
            levels[i] = (int) Math.round(numbers[i]);
        }
        return levels;
    }

    static int[] expected(String name) {
        try (ZipFile archive = new ZipFile(file("expected.zip").toFile())) {
            byte[] bytes = archive.getInputStream(archive.getEntry(name)).readAllBytes();
            int[] levels = new int[bytes.length];
            for (int i = 0; i < levels.length; i++) {
                levels[i] = bytes[i] & 0xFF;
            }
            return levels;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
