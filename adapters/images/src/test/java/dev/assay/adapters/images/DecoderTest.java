package dev.assay.adapters.images;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.assay.data.InvalidDataException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Damaged files are errors, also where ImageIO gives an image of them. */
class DecoderTest {

    @TempDir
    Path folder;

    private static byte[] bytes(String name) throws IOException {
        return Files.readAllBytes(Reference.file(name));
    }

    private Path file(String name, byte... content) throws IOException {
        return Files.write(folder.resolve(name), content);
    }

    private static void assertFailure(Path file, String message) {
        assertThatThrownBy(() -> Image.of(file).decoded())
                .isInstanceOf(InvalidDataException.class)
                .hasMessage(file + ": " + message);
    }

    @Test
    void decodes_anew_each_time() {
        Image photo = Reference.image("photo.png");

        assertThat(photo.decoded()).isNotSameAs(photo.decoded());
        assertThat(photo.decoded().getWidth()).isEqualTo(37);
        assertThat(photo.file()).isEqualTo(Reference.file("photo.png"));
        assertThat(photo).hasToString(Reference.file("photo.png").toString());
    }

    @Test
    void a_rotation_in_exif_data_is_not_applied() {
        assertThat(Reference.image("rotated.jpg").decoded().getWidth()).isEqualTo(37);
    }

    @Test
    void names_a_file_that_is_missing() {
        Path missing = folder.resolve("none.png");

        assertThatThrownBy(() -> Image.of(missing).decoded())
                .isInstanceOf(InvalidDataException.class)
                .hasMessage(missing + ": cannot be read: java.nio.file.NoSuchFileException: " + missing);
    }

    @Test
    void fails_when_a_file_is_empty() throws IOException {
        assertFailure(file("empty.png"), "the file is empty");
    }

    @Test
    void fails_when_a_file_is_no_image() throws IOException {
        byte[] text = "GIF89a, or what it may be".getBytes(StandardCharsets.US_ASCII);

        assertFailure(file("text.png", text), "neither PNG nor JPEG by its first bytes; convert it to one of them");
        assertFailure(
                file("short.jpg", (byte) 0xFF, (byte) 0xD8),
                "neither PNG nor JPEG by its first bytes; convert it to one of them");
    }

    @Test
    void the_content_tells_what_a_file_is() throws IOException {
        assertThat(Image.of(file("png.jpg", bytes("photo.png"))).decoded().getWidth())
                .isEqualTo(37);
    }

    @Test
    void fails_when_a_jpeg_is_of_cmyk() throws IOException {
        assertFailure(
                file("cmyk.jpg", bytes("cmyk.jpg")),
                "a JPEG of CMYK colours, of which RGB can be made in more ways than one; convert it, with Pillow by "
                        + "Image.open(file).convert(\"RGB\").save(…)");
    }

    @Test
    void fails_wherever_a_png_is_cut_off() throws IOException {
        byte[] whole = bytes("photo.png");
        for (int length = 8; length < whole.length; length += 17) {
            Path cut = file("cut.png", Arrays.copyOf(whole, length));
            assertThatThrownBy(() -> Image.of(cut).decoded())
                    .isInstanceOf(InvalidDataException.class)
                    .hasMessageStartingWith(cut + ": the PNG is damaged or cut off: no whole chunk at byte ")
                    .hasMessageEndingWith(", and no end (IEND); take it from where it came from again");
        }
    }

    @Test
    void fails_when_a_png_is_damaged_within() throws IOException {
        byte[] damaged = bytes("photo.png");
        damaged[1000] ^= 4;

        assertFailure(
                file("damaged.png", damaged),
                "the PNG is damaged or cut off: the checksum of chunk IDAT at byte 33 is wrong; take it from where it came "
                        + "from again");
    }

    @ParameterizedTest
    @ValueSource(strings = {"photo.jpg", "progressive.jpg", "grey.jpg"})
    void fails_wherever_a_jpeg_is_cut_off(String name) throws IOException {
        byte[] whole = bytes(name);
        for (int length = 3; length < whole.length; length += 11) {
            Path cut = file("cut.jpg", Arrays.copyOf(whole, length));
            assertThatThrownBy(() -> Image.of(cut).decoded())
                    .as("%d of %d bytes", length, whole.length)
                    .isInstanceOf(InvalidDataException.class)
                    .hasMessageMatching(
                            "(?s).*cut.jpg: (the JPEG is damaged or cut off: .*; take it from where it came from again"
                                    + "|cannot be decoded: .*)");
        }
    }

    @Test
    void bytes_that_a_jpeg_does_not_need_are_no_damage() throws IOException {
        byte[] photo = bytes("photo.jpg");
        byte[] longer = Arrays.copyOf(photo, photo.length + 3);
        longer[photo.length + 1] = photo[photo.length - 2];
        longer[photo.length + 2] = photo[photo.length - 1];
        longer[photo.length - 2] = 0;
        longer[photo.length - 1] = 0;

        assertThat(Image.of(file("longer.jpg", longer)).decoded().getWidth()).isEqualTo(37);
    }
}
