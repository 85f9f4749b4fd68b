package dev.assay.adapters.images;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.assay.data.InvalidDataException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class ImageEncodingTest {

    private static final Image PHOTO = Reference.image("photo.png");

    private static final int AREA = 37 * 29;

    private final ImageEncoding encoding = ImageEncoding.ofSize(37, 29);

    @Test
    void numbers_go_from_0_to_1_unless_told_otherwise() {
        int[] levels = Reference.expected("photo.png");
        double[] numbers = encoding.apply(PHOTO);

        assertThat(numbers).hasSize(3 * AREA);
        assertThat(numbers[0]).isEqualTo(levels[0] / 255.0);
        assertThat(Arrays.stream(numbers).min().orElseThrow()).isZero();
        assertThat(Arrays.stream(numbers).max().orElseThrow()).isEqualTo(1);
    }

    @Test
    void each_channel_is_a_plane_or_channels_come_last() {
        double[] planes = encoding.apply(PHOTO);
        double[] interleaved = encoding.channelsLast().apply(PHOTO);

        for (int channel = 0; channel < 3; channel++) {
            for (int pixel = 0; pixel < AREA; pixel++) {
                assertThat(interleaved[pixel * 3 + channel]).isEqualTo(planes[channel * AREA + pixel]);
            }
        }
        assertThat(encoding).hasToString("images as [3, 29, 37]");
        assertThat(encoding.grey().channelsLast()).hasToString("images as [29, 37, 1]");
    }

    @Test
    void each_channel_is_normalised_by_its_own_mean_and_deviation() {
        double[] mean = {0.485, 0.456, 0.406};
        double[] deviation = {0.229, 0.224, 0.225};
        double[] plain = encoding.apply(PHOTO);
        ImageEncoding normalising = encoding.normalised(mean, deviation);
        mean[0] = 17;
        double[] normalised = normalising.apply(PHOTO);

        assertThat(normalised[5]).isCloseTo((plain[5] - 0.485) / 0.229, within(1e-15));
        assertThat(normalised[AREA + 5]).isCloseTo((plain[AREA + 5] - 0.456) / 0.224, within(1e-15));
        assertThat(normalised[2 * AREA + 5]).isCloseTo((plain[2 * AREA + 5] - 0.406) / 0.225, within(1e-15));
        assertThat(encoding.normalised(0.5, 0.5).apply(PHOTO)[2 * AREA + 5])
                .isCloseTo(2 * plain[2 * AREA + 5] - 1, within(1e-15));
    }

    @Test
    void options_change_copies_only() {
        encoding.grey();
        encoding.nearest();
        encoding.normalised(1, 2);

        assertThat(encoding.apply(PHOTO)[0]).isEqualTo(Reference.expected("photo.png")[0] / 255.0);
    }

    @Test
    void an_opaque_image_may_have_an_alpha_channel() {
        assertThat(encoding.apply(Reference.image("opaque.png"))).isEqualTo(encoding.apply(PHOTO));
    }

    @Test
    void fails_when_a_pixel_is_not_opaque_and_nothing_was_said_of_that() {
        for (String name : new String[] {"rgba.png", "grey-alpha.png"}) {
            Path file = Reference.file(name);
            assertThatThrownBy(() -> encoding.apply(Image.of(file)))
                    .isInstanceOf(InvalidDataException.class)
                    .hasMessage(file + ": pixel 5, 0 is not opaque, and nothing says what is behind it; say so with "
                            + "overBackground(255, 255, 255), or ignoringAlpha() to take colours as they are, as Pillow's "
                            + "convert(\"RGB\") does");
        }
        assertThatThrownBy(() -> encoding.apply(Reference.image("palette-transparent.png")))
                .hasMessageContaining("palette-transparent.png: pixel 0, 0 is not opaque");
    }

    @Test
    void threads_may_use_it_at_once() {
        ImageEncoding shared = ImageEncoding.ofSize(16, 12).bicubic();
        double[] alone = shared.apply(PHOTO);
        Image jpeg = Reference.image("photo.jpg");
        double[] aloneJpeg = shared.apply(jpeg);

        Stream<Boolean> same = IntStream.range(0, 64)
                .parallel()
                .mapToObj(i -> Arrays.equals(
                        i % 2 == 0 ? shared.apply(PHOTO) : shared.apply(jpeg), i % 2 == 0 ? alone : aloneJpeg));

        assertThat(same).containsOnly(true);
    }

    @Test
    void refuses_what_makes_no_sense() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ImageEncoding.ofSize(0, 8))
                .withMessage("an image has at least 1 pixel each way, not 0 × 8 (width × height)");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> encoding.centreCroppedFrom(36))
                .withMessage("a shorter side of 36 leaves no 37 × 29 to be cut out; take at least 37");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> encoding.normalised(new double[] {0, 0, 0}, new double[] {1}))
                .withMessage("there must be a mean and a deviation for each channel, not 3 and 1");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> encoding.normalised(0, 0))
                .withMessage("means must be finite, deviations also positive, not [0.0] and [0.0]");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> encoding.normalised(Double.NaN, 1))
                .withMessageStartingWith("means must be finite");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> encoding.normalised(new double[2], new double[] {1, 1}))
                .withMessage("means and deviations are of 2 channels, but images in colour have 3 (grey() gives 1)");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> encoding.normalised(new double[3], new double[] {1, 1, 1})
                        .grey())
                .withMessage("means and deviations are of 3 channels, but images in grey have 1");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> encoding.overBackground(0, 256, 0))
                .withMessage("levels of colours go from 0 to 255: 0, 256, 0");
    }
}
