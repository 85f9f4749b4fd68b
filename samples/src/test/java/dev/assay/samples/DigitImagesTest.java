package dev.assay.samples;

import static dev.assay.assertions.ModelAssertions.assertThatModel;

import dev.assay.adapters.images.Image;
import dev.assay.adapters.images.ImageEncoding;
import dev.assay.adapters.images.ImageFolder;
import dev.assay.adapters.onnx.OnnxModel;
import dev.assay.data.Dataset;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** Judges a network that PyTorch trained on images, which lie in a folder for each label. */
class DigitImagesTest {

    private final Dataset<Image> digits =
            ImageFolder.of(Path.of("data/digit-images")).read();

    @Test
    void the_network_reads_digits() {
        // grey levels go up to 240 here, and the network takes 0 to 1
        ImageEncoding encoding = ImageEncoding.ofSize(8, 8).grey().normalised(0, 240 / 255.0);
        try (OnnxModel network = OnnxModel.read(Path.of("models/digits-cnn.onnx"))) {
            assertThatModel(network.input("input").logits("logits"))
                    .on(digits.mapLazily(encoding))
                    .hasAccuracyAtLeast(0.9);
        }
    }
}
