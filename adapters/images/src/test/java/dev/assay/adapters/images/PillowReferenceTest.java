package dev.assay.adapters.images;

import static dev.assay.adapters.images.Reference.expected;
import static dev.assay.adapters.images.Reference.levels;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Levels are exactly those of Pillow 12.3.0, which make.py wrote down. */
class PillowReferenceTest {

    private static final ImageEncoding WHOLE = ImageEncoding.ofSize(37, 29);

    @ParameterizedTest
    @ValueSource(strings = {"photo.png", "grey.png", "palette.png", "one-bit.png", "four-bits.png", "sixteen-bits.png"})
    void every_form_of_png_gives_the_levels_of_colours(String name) {
        assertThat(levels(WHOLE, name)).isEqualTo(expected(name));
    }

    @ParameterizedTest
    @ValueSource(strings = {"photo.png", "grey.png", "palette.png"})
    void grey_is_made_of_colours(String name) {
        assertThat(levels(WHOLE.grey(), name)).isEqualTo(expected(name + " grey"));
    }

    @Test
    void of_grey_in_sixteen_bits_the_upper_eight_count() {
        assertThat(levels(WHOLE.grey(), "grey-sixteen-bits.png")).isEqualTo(expected("grey-sixteen-bits.png grey"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"rgba.png", "grey-alpha.png", "palette-transparent.png"})
    void opacity_is_ignored(String name) {
        assertThat(levels(WHOLE.ignoringAlpha(), name)).isEqualTo(expected(name + " ignoring"));
    }

    @Test
    void a_colour_shows_through_what_is_not_opaque() {
        ImageEncoding white = WHOLE.overBackground(255, 255, 255);
        ImageEncoding green = WHOLE.overBackground(10, 200, 30);

        assertThat(levels(white, "rgba.png")).isEqualTo(expected("rgba.png over white"));
        assertThat(levels(green, "rgba.png")).isEqualTo(expected("rgba.png over green"));
        assertThat(levels(green.grey(), "rgba.png")).isEqualTo(expected("rgba.png over green grey"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"photo.jpg", "progressive.jpg", "rotated.jpg", "profile.jpg"})
    void jpeg_gives_the_same_levels_whatever_its_profile_or_rotation(String name) {
        assertThat(levels(WHOLE, name)).isEqualTo(expected(name));
    }

    @Test
    void jpeg_in_grey_gives_the_same_levels() {
        assertThat(levels(WHOLE.grey(), "grey.jpg")).isEqualTo(expected("grey.jpg grey"));
    }

    @ParameterizedTest
    @CsvSource({"16, 12", "64, 50", "37, 10", "5, 29", "80, 7", "1, 1", "36, 30"})
    void resizing_gives_the_same_levels(int width, int height) {
        ImageEncoding encoding = ImageEncoding.ofSize(width, height);
        String size = " " + width + "x" + height;

        assertThat(levels(encoding, "photo.png")).isEqualTo(expected("bilinear" + size));
        assertThat(levels(encoding.bicubic(), "photo.png")).isEqualTo(expected("bicubic" + size));
        assertThat(levels(encoding.nearest(), "photo.png")).isEqualTo(expected("nearest" + size));
    }

    @ParameterizedTest
    @CsvSource({"20, 20, 24", "24, 17, 25", "9, 12, 15"})
    void the_centre_is_that_of_torchvision(int width, int height, int shorterSide) {
        ImageEncoding encoding = ImageEncoding.ofSize(width, height).centreCroppedFrom(shorterSide);
        String crop = " " + width + "x" + height + " of " + shorterSide;

        assertThat(levels(encoding, "photo.png")).isEqualTo(expected("photo" + crop));
        assertThat(levels(encoding, "portrait.png")).isEqualTo(expected("portrait" + crop));
    }
}
