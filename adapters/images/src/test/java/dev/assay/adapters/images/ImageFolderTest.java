package dev.assay.adapters.images;

import static dev.assay.assertions.ModelAssertions.assertThatModel;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.assay.adapters.onnx.OnnxModel;
import dev.assay.adapters.onnx.OnnxPredictor;
import dev.assay.data.CsvDataset;
import dev.assay.data.Dataset;
import dev.assay.data.InvalidDataException;
import dev.assay.data.Labels;
import dev.assay.evaluation.CrossValidation;
import dev.assay.evaluation.Evaluation;
import dev.assay.evaluation.EvaluationException;
import dev.assay.leakage.Finding;
import dev.assay.learning.Learners;
import dev.assay.learning.Predictor;
import dev.assay.prediction.LabelPredictions;
import dev.assay.prediction.Predictions;
import dev.assay.resampling.StratifiedKFold;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** From a folder of images to a judged model. */
class ImageFolderTest {

    /** Pixels from 0 to 16 are written as levels that are 15 times as large, and the model takes sixteenths. */
    private static final ImageEncoding DIGIT = ImageEncoding.ofSize(8, 8).grey().normalised(0, 16.0 / 17);

    @TempDir
    Path folder;

    /** Writes 8 × 8 pixels as a PNG in grey. */
    private static void write(Path file, double... pixels) throws IOException {
        BufferedImage image = new BufferedImage(8, 8, BufferedImage.TYPE_BYTE_GRAY);
        for (int i = 0; i < pixels.length; i++) {
            image.getRaster().setSample(i % 8, i / 8, 0, (int) (15 * pixels[i]));
        }
        Files.createDirectories(file.getParent());
        ImageIO.write(image, "png", file.toFile());
    }

    /** Writes the digits that the network was tested on, named by their rows, and returns what it is to predict for each. */
    private List<String> writeTestDigits() throws IOException {
        Dataset<double[]> all = CsvDataset.of(Path.of("../../samples/data/digits.csv"))
                .target("digit")
                .read()
                .numeric();
        List<String> expected = new ArrayList<>();
        for (String line : Files.readAllLines(Reference.file("digits-cnn.csv"))) {
            String[] fields = line.split(",", -1);
            if (!fields[0].equals("row")) {
                String name = String.format("%s/%04d.png", fields[1], Integer.parseInt(fields[0]));
                write(folder.resolve(name), all.input(Integer.parseInt(fields[0])));
                expected.add(name + " " + fields[2]);
            }
        }
        return expected;
    }

    private void writeDigits(int perLabel) throws IOException {
        for (int i = 0; i < perLabel; i++) {
            for (String label : List.of("one", "two")) {
                write(folder.resolve(label + "/" + i + ".png"), i, label.equals("one") ? 1 : 2);
            }
        }
    }

    @Test
    void a_network_that_pytorch_trained_predicts_of_images_what_it_does_there() throws Exception {
        List<String> expected = writeTestDigits();
        Dataset<Image> digits = ImageFolder.of(folder).read().named("digits");

        try (OnnxModel model = OnnxModel.read(Reference.file("digits-cnn.onnx"));
                OnnxPredictor<double[]> network = model.input("input").logits("logits")) {
            Dataset<double[]> encoded = digits.mapLazily(DIGIT);
            LabelPredictions predictions = (LabelPredictions) network.predict(encoded.inputs());
            List<String> predicted = new ArrayList<>();
            for (int row = 0; row < digits.size(); row++) {
                predicted.add(digits.id(row) + " " + predictions.label(row));
            }

            assertThat(digits.size()).isEqualTo(540);
            assertThat(predicted).containsExactlyInAnyOrderElementsOf(expected);
            assertThatModel(network).on(encoded).hasAccuracyAtLeast(0.96);
            assertThatModel(network.after(DIGIT)).on(digits).hasAccuracyAtLeast(0.96);
        }
    }

    @Test
    void pixels_come_back_exactly() throws IOException {
        double[] pixels = new double[64];
        for (int i = 0; i < pixels.length; i++) {
            pixels[i] = i % 17;
        }
        write(folder.resolve("a/ramp.png"), pixels);

        double[] encoded = ImageFolder.of(folder).read().mapLazily(DIGIT).input(0);

        for (int i = 0; i < pixels.length; i++) {
            assertThat((float) encoded[i]).isEqualTo((float) (pixels[i] / 16));
        }
    }

    /** Predicts label 0 of all, in batches, and holds nothing. */
    private static Predictions batches(
            List<double[]> inputs, int size, List<Integer> decodedAtBatch, AtomicInteger decoded) {
        int read = 0;
        for (int from = 0; from < inputs.size(); from += size) {
            for (double[] numbers : inputs.subList(from, Math.min(from + size, inputs.size()))) {
                read += numbers.length;
            }
            decodedAtBatch.add(decoded.get());
        }
        assertThat(read).isEqualTo(64 * inputs.size());
        return Predictions.labels(Labels.of("one", "two"), new int[inputs.size()]);
    }

    @Test
    void images_are_decoded_batch_by_batch_each_once() throws IOException {
        writeDigits(10);
        AtomicInteger decoded = new AtomicInteger();
        List<Integer> decodedAtBatch = new ArrayList<>();
        Function<Image, double[]> counting = image -> {
            decoded.incrementAndGet();
            return DIGIT.apply(image);
        };
        Dataset<double[]> digits = ImageFolder.of(folder).read().mapLazily(counting);
        Predictor<double[]> model = inputs -> batches(inputs, 6, decodedAtBatch, decoded);

        assertThat(decoded).hasValue(0);
        Evaluation evaluation = Evaluation.ofFittedModel("none", model, digits);

        assertThat(evaluation.size()).isEqualTo(20);
        assertThat(decodedAtBatch).containsExactly(6, 12, 18, 20);
    }

    @Test
    void nothing_is_opened_before_it_is_needed() throws IOException {
        writeDigits(2);
        Files.write(folder.resolve("one/broken.png"), new byte[] {1});

        Dataset<Image> digits = ImageFolder.of(folder).read();

        assertThat(digits.size()).isEqualTo(5);
        assertThat(digits.id(2)).isEqualTo("one/broken.png");
        assertThat(digits.mapLazily(DIGIT).select(0, 1, 3, 4).inputs())
                .hasSize(4)
                .allMatch(input -> input.length == 64);
    }

    @Test
    void a_broken_file_is_named_when_it_is_evaluated() throws IOException {
        writeDigits(2);
        Path broken = Files.write(folder.resolve("two/1.png"), new byte[] {1});
        Dataset<double[]> digits = ImageFolder.of(folder).read().named("digits").mapLazily(DIGIT);
        Predictor<double[]> model = inputs -> batches(inputs, 6, new ArrayList<>(), new AtomicInteger());

        assertThatThrownBy(() -> Evaluation.ofFittedModel("model", model, digits))
                .isInstanceOf(EvaluationException.class)
                .hasMessage("model on digits: " + broken
                        + ": neither PNG nor JPEG by its first bytes; convert it to one of them");
    }

    @Test
    void copies_of_files_in_training_and_test_are_found_without_decoding() throws IOException {
        writeDigits(3);
        Files.copy(folder.resolve("one/0.png"), folder.resolve("one/9.png"));
        AtomicInteger decoded = new AtomicInteger();
        Dataset<double[]> digits = ImageFolder.of(folder).read().mapLazily(image -> {
            decoded.incrementAndGet();
            return DIGIT.apply(image);
        });

        Evaluation evaluation = CrossValidation.of(digits)
                .splitter(StratifiedKFold.of(2))
                .seed(1)
                .evaluate("majority", Learners.majorityClass());

        assertThat(evaluation.findings())
                .filteredOn(finding -> finding.kind() == Finding.Kind.DUPLICATES)
                .singleElement()
                .satisfies(finding -> assertThat(finding.rows()).contains("one/0.png", "one/9.png"));
        // only the first one, to tell what inputs are
        assertThat(decoded.get()).isLessThan(5);
    }

    @Test
    void content_is_that_of_the_files() throws IOException {
        writeDigits(2);
        Dataset<Image> before = ImageFolder.of(folder).read();
        String fingerprint = before.fingerprint().orElseThrow().value();

        assertThat(ImageFolder.of(folder).read().fingerprint().orElseThrow().value())
                .isEqualTo(fingerprint);
        assertThat(before.mapLazily(DIGIT).fingerprint())
                .isNotEqualTo(before.mapLazily(DIGIT.normalised(0, 1)).fingerprint());
        write(folder.resolve("two/1.png"), 5, 5);
        assertThat(ImageFolder.of(folder).read().fingerprint().orElseThrow().value())
                .isNotEqualTo(fingerprint);
    }

    @Test
    void images_that_a_table_names_are_known_by_their_content_too() throws IOException {
        writeDigits(1);
        Path csv = Files.writeString(folder.resolve("files.csv"), "file,label\none/0.png,a\ntwo/0.png,b\n");

        Dataset<Image> images = CsvDataset.of(csv)
                .target("label")
                .texts("file")
                .read()
                .map(row -> Image.of(folder.resolve(row.text("file"))))
                .withContent(Image.content());

        assertThat(images.mapLazily(DIGIT).input(1)[1]).isEqualTo(2 / 16.0);
        assertThat(images.inputFingerprint(0))
                .isEqualTo(ImageFolder.of(folder).skippingOthers().read().inputFingerprint(0));
    }

    @Test
    void fails_when_a_file_is_of_another_kind_unless_these_are_skipped() throws IOException {
        writeDigits(1);
        Path other = Files.write(folder.resolve("one/1.webp"), new byte[] {1});

        assertThatThrownBy(() -> ImageFolder.of(folder).read())
                .isInstanceOf(InvalidDataException.class)
                .hasMessage(other
                        + ": not one of the files that are read here (.png, .jpg, .jpeg); convert it, take it away, or "
                        + "leave out all such files with skippingOthers()");
        assertThat(ImageFolder.of(folder).skippingOthers().read().size()).isEqualTo(2);
    }
}
