package dev.assay.adapters.tensorflow;

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
import java.util.List;

/** A network of wines, the test part of its data, and what TensorFlow predicts for it. */
final class Wine {

    private Wine() {}

    static Path folder() {
        return Path.of("../../samples/models/wine-mlp");
    }

    static TensorFeed feed(TensorFlowModel model) {
        return model.input("features").withLabels("class_0", "class_1", "class_2");
    }

    static Dataset<double[]> testData() {
        int[] rows = expected().stream()
                .mapToInt(row -> Integer.parseInt(row.getField("row")))
                .toArray();
        return CsvDataset.of(Path.of("../../samples/data/wine.csv"))
                .target("cultivar")
                .read()
                .numeric()
                .select(rows);
    }

    static List<NamedCsvRecord> expected() {
        try (CsvReader<NamedCsvRecord> csv = CsvReader.builder().ofNamedCsvRecord(resource("wine-mlp.csv"))) {
            return csv.stream().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Path resource(String name) {
        URL url = Wine.class.getResource(name);
        try {
            return Path.of(url.toURI());
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }
}
