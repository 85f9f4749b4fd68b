package dev.assay.samples;

import static dev.assay.assertions.ModelAssertions.assertThatModel;

import dev.assay.adapters.transformers.TextClassifier;
import dev.assay.data.CsvDataset;
import dev.assay.data.Dataset;
import dev.assay.data.Row;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** Judges a text classifier of Hugging Face Transformers, as Optimum exports it, on messages that it wasn't trained on. */
class SupportIntentsTest {

    private static Dataset<Row> messages() throws IOException {
        int[] testRows = Files.readAllLines(Path.of("models/support-intents-test-rows.csv")).stream()
                .skip(1)
                .mapToInt(Integer::parseInt)
                .toArray();
        return CsvDataset.of(Path.of("data/support-intents.csv"))
                .target("intent")
                .texts("text")
                .read()
                .select(testRows);
    }

    @Test
    void messages_are_understood() throws IOException {
        Dataset<Row> messages = messages();
        try (TextClassifier intents = TextClassifier.read(Path.of("models/support-intents"))) {
            assertThatModel(intents)
                    .on(messages.map(row -> row.text("text")))
                    .hasMacroF1AtLeast(0.9)
                    .atConfidence(0.95)
                    .hasAccuracyAtLeast(0.88);
        }
    }
}
