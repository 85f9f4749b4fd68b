package dev.assay.adapters.tribuo;

import dev.assay.data.CsvDataset;
import dev.assay.data.Dataset;
import dev.assay.data.LabelTargets;
import dev.assay.data.NumberTargets;
import dev.assay.data.Targets;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntFunction;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import org.tribuo.MutableDataset;
import org.tribuo.Output;
import org.tribuo.OutputFactory;
import org.tribuo.classification.Label;
import org.tribuo.classification.LabelFactory;
import org.tribuo.impl.ArrayExample;
import org.tribuo.provenance.SimpleDataSourceProvenance;
import org.tribuo.regression.RegressionFactory;
import org.tribuo.regression.Regressor;

/** Data sets, and the same examples as a user of Tribuo alone would make them. */
final class TestData {

    /** Every third row. */
    static final IntPredicate TEST = row -> row % 3 == 1;

    private TestData() {}

    static Dataset<double[]> iris() {
        return CsvDataset.of(file("iris.csv"))
                .target("species")
                .read()
                .numeric()
                .named("iris");
    }

    static Dataset<double[]> diabetes() {
        return CsvDataset.of(file("diabetes.csv"))
                .numericTarget("progression")
                .read()
                .numeric()
                .named("diabetes");
    }

    /** Iris as versicolor and others. */
    static Dataset<double[]> twoSpecies() {
        Dataset<double[]> iris = iris();
        return iris.withTargets(Targets.labels(IntStream.range(0, iris.size())
                .mapToObj(row -> row / 50 == 1 ? "versicolor" : "other")
                .toList()));
    }

    /** Iris with what is true of each flower; of some, nothing is. */
    static Dataset<double[]> traits() {
        Dataset<double[]> iris = iris();
        return iris.withTargets(Targets.labelSets(IntStream.range(0, iris.size())
                        .mapToObj(row -> traits(iris.input(row)))
                        .toList()))
                .named("traits");
    }

    private static List<String> traits(double... flower) {
        List<String> traits = new ArrayList<>();
        if (flower[1] > 3) {
            traits.add("wide sepals");
        }
        if (flower[2] > 2) {
            traits.add("not setosa");
        }
        if (flower[3] > 1.6) {
            traits.add("wide petals");
        }
        return traits;
    }

    static int[] testRows(Dataset<?> data) {
        return IntStream.range(0, data.size()).filter(TEST).toArray();
    }

    static int[] trainingRows(Dataset<?> data) {
        return IntStream.range(0, data.size()).filter(TEST.negate()).toArray();
    }

    static MutableDataset<Label> bareIris() {
        return bareLabels(iris(), IntStream.range(0, 150).toArray());
    }

    static MutableDataset<Label> bareLabels(Dataset<double[]> data, int... rows) {
        return bare(data, new LabelFactory(), row -> new Label(((LabelTargets) data.targets()).label(row)), rows);
    }

    static MutableDataset<Regressor> bareNumbers(Dataset<double[]> data, int... rows) {
        return bare(
                data,
                new RegressionFactory(),
                row -> new Regressor("progression", ((NumberTargets) data.targets()).value(row)),
                rows);
    }

    static <T extends Output<T>> MutableDataset<T> bare(
            Dataset<double[]> data, OutputFactory<T> factory, IntFunction<T> outputs, int... rows) {
        MutableDataset<T> bare = empty(factory);
        for (int row : rows) {
            bare.add(example(data, row, outputs.apply(row)));
        }
        return bare;
    }

    static <T extends Output<T>> MutableDataset<T> empty(OutputFactory<T> factory) {
        return new MutableDataset<>(new SimpleDataSourceProvenance("", factory), factory);
    }

    private static <T extends Output<T>> ArrayExample<T> example(Dataset<double[]> data, int row, T output) {
        ArrayExample<T> example =
                new ArrayExample<>(output, data.featureNames().toArray(String[]::new), data.input(row));
        data.weights().ifPresent(weights -> example.setWeight((float) weights[row]));
        return example;
    }

    static Path file(String name) {
        try {
            return Path.of(TestData.class.getResource(name).toURI());
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }
}
