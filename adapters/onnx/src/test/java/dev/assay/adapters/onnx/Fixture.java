package dev.assay.adapters.onnx;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import dev.assay.data.CsvDataset;
import dev.assay.data.Dataset;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.Path;
import java.util.List;

/** An exported model, the test part of its data, and what its own framework predicts. */
record Fixture(String name, CsvDataset data) {

    private static final Path DATA = Path.of("../../samples/data");

    static final Fixture LOGISTIC_REGRESSION = tumours("breast-cancer-logistic-regression");
    static final Fixture FOREST = tumours("breast-cancer-random-forest");
    static final Fixture BOOSTING =
            new Fixture("diabetes-gradient-boosting", csv("diabetes").numericTarget("progression"));
    static final Fixture CNN = new Fixture("digits-cnn", csv("digits").target("digit"));
    static final Fixture WINE = new Fixture("wine-mlp", csv("wine").target("cultivar"));

    private static Fixture tumours(String name) {
        return new Fixture(name, csv("breast-cancer").target("diagnosis").positive("malignant"));
    }

    private static CsvDataset csv(String name) {
        return CsvDataset.of(DATA.resolve(name + ".csv"));
    }

    Path file() {
        return resource(name + ".onnx");
    }

    Dataset<double[]> testData() {
        int[] rows = expected().stream()
                .mapToInt(row -> Integer.parseInt(row.getField("row")))
                .toArray();
        return data.read().numeric().select(rows);
    }

    List<NamedCsvRecord> expected() {
        try (CsvReader<NamedCsvRecord> csv = CsvReader.builder().ofNamedCsvRecord(resource(name + ".csv"))) {
            return csv.stream().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Path resource(String name) {
        URL url = Fixture.class.getResource(name);
        try {
            return Path.of(url.toURI());
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }
}
