package dev.assay.adapters.tribuo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.assay.data.Dataset;
import dev.assay.data.InvalidDataException;
import dev.assay.data.LabelTargets;
import dev.assay.data.NumberTargets;
import dev.assay.data.Seed;
import dev.assay.leakage.Finding;
import dev.assay.leakage.LeakageGuard;
import dev.assay.learning.LearnerProvider.Sharing;
import dev.assay.resampling.KFold;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.tribuo.Example;
import org.tribuo.MutableDataset;
import org.tribuo.Output;
import org.tribuo.OutputFactory;
import org.tribuo.classification.Label;
import org.tribuo.classification.LabelFactory;
import org.tribuo.dataset.DatasetView;
import org.tribuo.datasource.LibSVMDataSource;
import org.tribuo.evaluation.TrainTestSplitter;
import org.tribuo.impl.ArrayExample;
import org.tribuo.impl.ListExample;
import org.tribuo.provenance.SimpleDataSourceProvenance;
import org.tribuo.regression.RegressionFactory;
import org.tribuo.regression.Regressor;

class TribuoDatasetProviderTest {

    private static final TribuoDatasetProvider PROVIDER = new TribuoDatasetProvider();

    private static Example<Label> labelled(String label, double value) {
        return new ArrayExample<>(new Label(label), new String[] {"x"}, new double[] {value});
    }

    private static Example<Regressor> numbered(Regressor output) {
        return new ArrayExample<>(output, new String[] {"x"}, new double[] {1});
    }

    private static MutableDataset<Label> labels(String... labels) {
        MutableDataset<Label> source = TestData.empty(new LabelFactory());
        for (int row = 0; row < labels.length; row++) {
            source.add(labelled(labels[row], row));
        }
        return source;
    }

    private static <T extends Output<T>> MutableDataset<T> described(String description, OutputFactory<T> factory) {
        return new MutableDataset<>(new SimpleDataSourceProvenance(description, factory), factory);
    }

    private static String label(Dataset<?> data, int row) {
        return ((LabelTargets) data.targets()).label(row);
    }

    @Test
    void takes_examples_in_their_order_and_labels_sorted_by_name() {
        MutableDataset<Label> source = labels("b", "a", "c", "a");

        Dataset<?> data = PROVIDER.dataset(source);

        assertThat(data.inputs()).isEqualTo(source.getData());
        assertThat(data.input(2)).isSameAs(source.getExample(2));
        assertThat(IntStream.range(0, 4).mapToObj(row -> label(data, row))).containsExactly("b", "a", "c", "a");
        assertThat(((LabelTargets) data.targets()).labels().names()).containsExactly("a", "b", "c");
        assertThat(data.weights()).isEmpty();
    }

    @Test
    void takes_numbers() {
        MutableDataset<Regressor> source = TestData.empty(new RegressionFactory());
        source.add(numbered(new Regressor("price", 3.5)));
        source.add(numbered(new Regressor("price", -1)));

        assertThat(((NumberTargets) PROVIDER.dataset(source).targets()).values())
                .containsExactly(3.5, -1);
    }

    @Test
    void takes_weights_if_any_differs_from_one() {
        MutableDataset<Label> source = labels("a", "b");
        source.getExample(1).setWeight(0.5f);

        assertThat(PROVIDER.dataset(source).weights())
                .hasValueSatisfying(weights -> assertThat(weights).containsExactly(1, 0.5));
    }

    @Test
    void shuffling_has_no_effect() {
        MutableDataset<Label> source = labels("a", "b", "c", "d", "e", "f", "g", "h");
        List<Example<Label>> before = List.copyOf(source.getData());
        source.shuffle(true);

        assertThat(PROVIDER.dataset(source).inputs()).isEqualTo(before);
    }

    @Test
    void a_part_of_a_data_set_has_the_vocabulary_of_the_whole() {
        DatasetView<Label> part = new DatasetView<>(labels("a", "b", "c"), new int[] {2, 0}, "part");

        Dataset<?> data = PROVIDER.dataset(part);

        assertThat(IntStream.range(0, 2).mapToObj(row -> label(data, row))).containsExactly("c", "a");
        assertThat(((LabelTargets) data.targets()).labels().names()).containsExactly("a", "b", "c");
    }

    @Test
    void evaluates_as_the_same_data_from_elsewhere() throws Exception {
        Dataset<double[]> iris = TestData.iris();
        int[] all = IntStream.range(0, iris.size()).toArray();
        Dataset<?> fromTribuo = PROVIDER.dataset(TestData.bareLabels(iris, all));

        assertThat(Fits.content(Fits.outOfFold(fromTribuo, TestTrainers.FOREST.labels(), Sharing.SHARED)))
                .isEqualTo(Fits.content(Fits.outOfFold(iris, TestTrainers.FOREST.labels(), Sharing.SHARED)));
    }

    @Test
    void evaluates_list_examples_as_array_examples() throws Exception {
        Dataset<double[]> iris = TestData.iris();
        MutableDataset<Label> arrays =
                TestData.bareLabels(iris, IntStream.range(0, iris.size()).toArray());
        MutableDataset<Label> lists = TestData.empty(new LabelFactory());
        arrays.forEach(example -> lists.add(new ListExample<>(example)));

        assertThat(Fits.content(Fits.outOfFold(PROVIDER.dataset(lists), TestTrainers.FOREST.labels(), Sharing.SHARED)))
                .isEqualTo(Fits.content(
                        Fits.outOfFold(PROVIDER.dataset(arrays), TestTrainers.FOREST.labels(), Sharing.SHARED)));
    }

    @Test
    void equal_content_has_equal_fingerprints_whatever_the_class_of_examples() {
        MutableDataset<Label> lists = TestData.empty(new LabelFactory());
        labels("a", "b").forEach(example -> lists.add(new ListExample<>(example)));

        assertThat(PROVIDER.dataset(labels("a", "b")).fingerprint())
                .isPresent()
                .isEqualTo(PROVIDER.dataset(labels("a", "b")).fingerprint())
                .isEqualTo(PROVIDER.dataset(lists).fingerprint());
    }

    @Test
    void the_fingerprint_does_not_change_when_the_data_are_adapted_and_trained_on() throws Exception {
        Dataset<?> data = PROVIDER.dataset(labels("a", "b", "a", "b", "a", "b"));
        Dataset<?> untouched = PROVIDER.dataset(labels("a", "b", "a", "b", "a", "b"));

        Fits.outOfFold(data, TestTrainers.LOGISTIC_REGRESSION.labels(), Sharing.SHARED);

        assertThat(data.fingerprint()).isEqualTo(untouched.fingerprint());
    }

    @Test
    void other_content_has_another_fingerprint() {
        MutableDataset<Label> otherName = TestData.empty(new LabelFactory());
        otherName.add(new ArrayExample<>(new Label("a"), new String[] {"y"}, new double[] {0}));
        MutableDataset<Label> otherValue = TestData.empty(new LabelFactory());
        otherValue.add(new ArrayExample<>(new Label("a"), new String[] {"x"}, new double[] {-0.0}));
        MutableDataset<Label> otherWeight = labels("a");
        otherWeight.getExample(0).setWeight(2);

        List<Object> fingerprints = new ArrayList<>();
        for (MutableDataset<Label> source : List.of(labels("a"), labels("b"), otherName, otherValue, otherWeight)) {
            fingerprints.add(PROVIDER.dataset(source).fingerprint().orElseThrow());
        }

        assertThat(fingerprints).doesNotHaveDuplicates();
    }

    @Test
    void features_that_tell_the_label_are_found() {
        MutableDataset<Label> source = TestData.empty(new LabelFactory());
        for (int row = 0; row < 30; row++) {
            boolean first = row % 3 == 0;
            source.add(new ArrayExample<>(new Label(first ? "a" : "b"), new String[] {"size", "code"}, new double[] {
                Math.sin(row), first ? 7 : 9
            }));
        }
        Dataset<?> data = PROVIDER.dataset(source);
        KFold folds = KFold.of(3);

        assertThat(LeakageGuard.of(data).findings(folds, folds.split(data, Seed.of(1))))
                .singleElement()
                .satisfies(finding -> {
                    assertThat(finding.kind()).isEqualTo(Finding.Kind.TARGET_AMONG_INPUTS);
                    assertThat(finding.columns()).containsExactly("code");
                });
    }

    @Test
    void is_named_after_its_description() {
        MutableDataset<Label> source = described("irises of 1936", new LabelFactory());
        source.add(labelled("a", 1));

        assertThat(PROVIDER.dataset(source).name()).isEqualTo("irises of 1936");
    }

    @Test
    void is_named_data_without_a_usable_description() {
        MutableDataset<Label> longWinded = described("a description ".repeat(10), new LabelFactory());
        longWinded.add(labelled("a", 1));

        assertThat(PROVIDER.dataset(labels("a")).name()).isEqualTo("data");
        assertThat(PROVIDER.dataset(longWinded).name()).isEqualTo("data");
    }

    @Test
    void is_named_after_its_file() throws Exception {
        assertThat(PROVIDER.dataset(new MutableDataset<>(heart())).name()).isEqualTo("heart");
    }

    @Test
    void a_part_is_named_after_the_whole() throws Exception {
        TrainTestSplitter<Label> splitter = new TrainTestSplitter<>(heart(), 0.5, 1);
        DatasetView<Label> view = new DatasetView<>(new MutableDataset<>(heart()), new int[] {0}, "part");

        assertThat(PROVIDER.dataset(new MutableDataset<>(splitter.getTrain())).name())
                .isEqualTo("heart");
        assertThat(PROVIDER.dataset(view).name()).isEqualTo("heart");
    }

    private static LibSVMDataSource<Label> heart() throws IOException {
        return new LibSVMDataSource<>(TestData.file("heart.libsvm"), new LabelFactory());
    }

    @Test
    void fails_for_an_unknown_label() {
        MutableDataset<Label> source = described("visits", new LabelFactory());
        source.add(labelled("a", 1));
        source.add(new ArrayExample<>(LabelFactory.UNKNOWN_LABEL, new String[] {"x"}, new double[] {1}));

        assertThatExceptionOfType(InvalidDataException.class)
                .isThrownBy(() -> PROVIDER.dataset(source))
                .withMessage("the output of row 1 of visits is unknown; leave out such rows, since a model is judged by"
                        + " the truth");
    }

    @Test
    void fails_for_an_unknown_number() {
        MutableDataset<Regressor> source = described("prices", new RegressionFactory());
        source.add(numbered(RegressionFactory.UNKNOWN_REGRESSOR));

        assertThatExceptionOfType(InvalidDataException.class)
                .isThrownBy(() -> PROVIDER.dataset(source))
                .withMessage("the output of row 0 of prices is unknown; leave out such rows, since a model is judged by"
                        + " the truth");
    }

    @Test
    void fails_for_several_numbers() {
        MutableDataset<Regressor> source = described("people", new RegressionFactory());
        source.add(numbered(new Regressor(new String[] {"height", "weight"}, new double[] {1.8, 75})));

        assertThatExceptionOfType(InvalidDataException.class)
                .isThrownBy(() -> PROVIDER.dataset(source))
                .withMessage("row 0 of people has 2 numbers as its output, height, weight; one is supported");
    }

    @Test
    void fails_for_another_kind_of_outputs() {
        assertThatExceptionOfType(InvalidDataException.class)
                .isThrownBy(() -> PROVIDER.dataset(Colour.dataset()))
                .withMessage(
                        "the outputs of data are of type Colour; labels, single numbers, sets of labels, clusters and"
                                + " anomalies are supported");
    }

    @Test
    void fails_for_no_examples() {
        assertThatExceptionOfType(InvalidDataException.class)
                .isThrownBy(() -> PROVIDER.dataset(labels()))
                .withMessage("data has no examples");
    }

    @Test
    void fails_for_what_is_not_a_data_set() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> PROVIDER.dataset("iris.csv"))
                .withMessage("java.lang.String is not a Tribuo data set");
    }
}
