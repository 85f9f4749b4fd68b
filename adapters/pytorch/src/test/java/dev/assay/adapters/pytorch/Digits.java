package dev.assay.adapters.pytorch;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import dev.assay.data.CsvDataset;
import dev.assay.data.Dataset;
import dev.assay.tensors.TensorFeed;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;

/** A convolutional network of digits, the test part of its data, and what PyTorch predicts for it. */
final class Digits {

    private static final String[] LABELS = {"0", "1", "2", "3", "4", "5", "6", "7", "8", "9"};

    private Digits() {}

    static Path file() {
        return Path.of("../../samples/models/digits-cnn.pt");
    }

    static TensorFeed feed(TorchScriptModel model) {
        return model.input(1, 8, 8).withLabels(LABELS);
    }

    static Dataset<double[]> testData() {
        int[] rows = expected().stream()
                .mapToInt(row -> Integer.parseInt(row.getField("row")))
                .toArray();
        return CsvDataset.of(Path.of("../../samples/data/digits.csv"))
                .target("digit")
                .read()
                .numeric()
                .select(rows)
                .map(pixels -> Arrays.stream(pixels).map(pixel -> pixel / 16).toArray());
    }

    static List<NamedCsvRecord> expected() {
        try (CsvReader<NamedCsvRecord> csv = CsvReader.builder().ofNamedCsvRecord(resource("digits-cnn.csv"))) {
            return csv.stream().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Path resource(String name) {
        URL url = Digits.class.getResource(name);
        try {
            return Path.of(url.toURI());
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }
}
