package dev.assay.learning;

import static dev.assay.testing.Failures.assertInvalidData;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import dev.assay.data.Column;
import dev.assay.data.Columns;
import dev.assay.data.Dataset;
import dev.assay.data.Row;
import dev.assay.data.Table;
import dev.assay.data.Targets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Numbers that are said to be scikit-learn's were computed with its version 1.9.1. */
class TransformsTest {

    private static final double NAN = Double.NaN;
    private static final double TOLERANCE = 1e-14;

    private static final double[][] NUMBERS = {
        {1.5, 200, 7, 0.1}, {2.25, -30, 7, 0.1}, {8, 0.125, 7, NAN}, {-3, 4e3, 7, 0.4}
    };
    private static final double[][] OTHERS = {{0, 1, 2, 3}, {10, NAN, 7, -1}};

    private static final double[][] INCOMPLETE = {{1, NAN, 3}, {2, 4, NAN}, {2, 7, 3}, {9, 7, 1}, {NAN, 4, 1}};
    private static final double[][] TO_IMPUTE = {{NAN, NAN, NAN}, {0, NAN, 5}};

    private static final List<String> TEXTS =
            List.of("The cat sat on the mat, the CAT!", "A dog_2 sat; x y z 42", "Über-cat café naïve 42 the", "!!");
    private static final List<String> OTHER_TEXTS = List.of("cat cat unknown 42", "nothing here of it", "THE über");

    private static Dataset<double[]> data(double[]... inputs) {
        return Dataset.of(inputs, Targets.numbers(new double[inputs.length]));
    }

    private static Dataset<String> texts(List<String> texts) {
        return Dataset.of(texts, Targets.numbers(new double[texts.size()]));
    }

    private static <X> double[][] transformed(Transform<X, double[]> transform, Dataset<X> training, List<X> inputs)
            throws Exception {
        FittedTransform<X, double[]> fitted = transform.fit(training);
        List<double[]> transformed = new ArrayList<>();
        for (X input : inputs) {
            transformed.add(fitted.apply(input));
        }
        return transformed.toArray(double[][]::new);
    }

    private static void assertNumbers(double[][] actual, double[]... expected) {
        assertThat(actual).hasNumberOfRows(expected.length);
        for (int row = 0; row < expected.length; row++) {
            assertThat(actual[row]).as("row " + row).containsExactly(expected[row], within(TOLERANCE));
        }
    }

    @Test
    void standard_scaling_agrees_with_scikit_learn() throws Exception {
        double[][] inputs = {NUMBERS[0], NUMBERS[1], NUMBERS[2], NUMBERS[3], OTHERS[0], OTHERS[1]};

        assertNumbers(
                transformed(Transforms.standardScaling(), data(NUMBERS), List.of(inputs)),
                new double[] {-0.17580321054464085, -0.49277122953324826, 0, -0.7071067811865477},
                new double[] {0.015982110049512804, -0.6272913233489341, 0, -0.7071067811865477},
                new double[] {1.4863362346046909, -0.6096721154089448, 0, NAN},
                new double[] {-1.326515134109563, 1.7297346682911272, 0, 1.4142135623730947},
                new double[] {-0.5593738517329482, -0.6091603541824722, -5, 19.798989873223327},
                new double[] {1.9977637561891006, NAN, 0, -8.485281374238568});
    }

    @Test
    void standard_scaling_takes_what_varies_by_rounding_only_for_constant_as_scikit_learn_does() throws Exception {
        Dataset<double[]> nearly = data(new double[][] {{0.1}, {0.1}, {0.1}, {0.1000000000000001}});

        double[][] scaled = transformed(Transforms.standardScaling(), nearly, List.of(new double[] {1.1}));

        assertThat(scaled[0][0]).isCloseTo(1, within(1e-9));
    }

    @Test
    void min_max_scaling_agrees_with_scikit_learn() throws Exception {
        double[][] inputs = {NUMBERS[0], NUMBERS[1], NUMBERS[2], NUMBERS[3], OTHERS[0], OTHERS[1]};

        assertNumbers(
                transformed(Transforms.minMaxScaling(), data(NUMBERS), List.of(inputs)),
                new double[] {0.40909090909090906, 0.05707196029776675, 0, 0},
                new double[] {0.4772727272727273, 0, 0, 0},
                new double[] {1, 0.007475186104218362, 0, NAN},
                new double[] {0, 1, 0, 1},
                new double[] {0.2727272727272727, 0.007692307692307693, -5, 9.666666666666666},
                new double[] {1.1818181818181819, NAN, 0, -3.6666666666666665});
    }

    @Test
    void imputing_agrees_with_scikit_learn() throws Exception {
        List<double[]> inputs = List.of(TO_IMPUTE);

        assertNumbers(
                transformed(Transforms.imputingMean(), data(INCOMPLETE), inputs),
                new double[] {3.5, 5.5, 2},
                new double[] {0, 5.5, 5});
        assertNumbers(
                transformed(Transforms.imputingMedian(), data(INCOMPLETE), inputs),
                new double[] {2, 5.5, 2},
                new double[] {0, 5.5, 5});
        assertNumbers(
                transformed(Transforms.imputingMostFrequent(), data(INCOMPLETE), inputs),
                new double[] {2, 4, 1},
                new double[] {0, 4, 5});
        assertNumbers(
                transformed(Transforms.imputing(-1), data(INCOMPLETE), inputs),
                new double[] {-1, -1, -1},
                new double[] {0, -1, 5});
    }

    @Test
    void a_feature_that_is_always_missing_stays_as_it_is_when_scaled() throws Exception {
        Dataset<double[]> training = data(new double[][] {{NAN}, {NAN}});
        List<double[]> inputs = List.of(new double[] {NAN}, new double[] {3});

        assertNumbers(
                transformed(Transforms.standardScaling(), training, inputs), new double[] {NAN}, new double[] {3});
        assertNumbers(transformed(Transforms.minMaxScaling(), training, inputs), new double[] {NAN}, new double[] {3});
    }

    @Test
    void a_feature_that_is_always_missing_can_be_imputed_by_a_constant_only() throws Exception {
        Dataset<double[]> training = data(new double[][] {{1, NAN}, {2, NAN}}).withFeatureNames(List.of("age", "dose"));

        assertNumbers(
                transformed(Transforms.imputing(9), training, List.of(new double[] {5, NAN})), new double[] {5, 9});
        assertInvalidData(
                () -> Transforms.imputingMedian().fit(training),
                "feature 'dose' has no median, since it is missing in all 2 training examples; leave it out, or impute a "
                        + "constant");
        assertInvalidData(
                () -> Transforms.imputingMean().fit(training.withFeatureNames(List.of())),
                "feature 1 has no mean, since it is missing in all 2 training examples; leave it out, or impute a "
                        + "constant");
        assertInvalidData(
                () -> Transforms.imputingMostFrequent().fit(training),
                "feature 'dose' has no most frequent number, since it is missing in all 2 training examples; leave it "
                        + "out, or impute a constant");
    }

    @Test
    void the_order_of_rows_changes_no_bit_of_a_scale() throws Exception {
        List<double[]> rows = new ArrayList<>();
        for (int row = 0; row < 500; row++) {
            rows.add(new double[] {Math.sin(row) * Math.pow(10, row % 9)});
        }
        double[][] inOrder = transformed(Transforms.standardScaling(), data(rows.toArray(double[][]::new)), rows);
        List<double[]> reversed = new ArrayList<>(rows);
        Collections.reverse(reversed);

        assertThat(transformed(Transforms.standardScaling(), data(reversed.toArray(double[][]::new)), rows))
                .isDeepEqualTo(inOrder);
    }

    @Test
    void fails_for_infinite_numbers_in_the_training_part() {
        Dataset<double[]> training =
                data(new double[][] {{1}, {Double.POSITIVE_INFINITY}}).withFeatureNames(List.of("age"));

        assertInvalidData(
                () -> Transforms.standardScaling().fit(training),
                "row 1: feature 'age' is Infinity; correct it, or make it NaN and impute what is missing");
    }

    @Test
    void fails_for_numbers_whose_spread_is_beyond_double() {
        Dataset<double[]> training = data(new double[][] {{-1.7e308}, {1.7e308}});

        assertInvalidData(
                () -> Transforms.minMaxScaling().fit(training),
                "feature 0 has numbers too large to be scaled; divide it by a large number first");
        assertInvalidData(
                () -> Transforms.standardScaling().fit(training),
                "feature 0 has numbers too large to be scaled; divide it by a large number first");
    }

    @Test
    void fails_for_inputs_of_another_length() throws Exception {
        Dataset<double[]> ragged = Dataset.of(List.of(new double[] {1, 2}, new double[] {1}), Targets.numbers(0, 0));

        assertInvalidData(
                () -> Transforms.minMaxScaling().fit(ragged.withIds(List.of("ann", "bob"))),
                "row bob has 1 features, row ann has 2");
        FittedTransform<double[], double[]> fitted = Transforms.imputing(0).fit(data(NUMBERS));
        assertInvalidData(
                () -> fitted.apply(new double[] {1}), "there are 1 features, but the transform was fitted to 4");
    }

    @Test
    void fails_to_impute_what_is_no_number() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Transforms.imputing(NAN))
                .withMessage("what is imputed must be a finite number, not NaN");
    }

    private static final Columns COLUMNS = Columns.of(List.of(
            new Column("age", Column.Type.NUMBER),
            new Column("city", Column.Type.CATEGORY),
            new Column("trade", Column.Type.CATEGORY),
            new Column("note", Column.Type.TEXT)));

    private static Table people() {
        List<Row> rows = List.of(
                COLUMNS.row(30, "Rome", "b", "likes cats"),
                COLUMNS.row(40, "Oslo", "a", "cats, cats"),
                COLUMNS.row(50, "Rome", "B", ""),
                COLUMNS.row(60, "Ålesund", "", "dogs"));
        return Table.of(COLUMNS, rows, Targets.numbers(0, 0, 0, 0)).named("people");
    }

    @Test
    void one_hot_agrees_with_scikit_learn_and_gives_zeros_for_unknown_categories() throws Exception {
        List<Row> inputs = new ArrayList<>(people().inputs());
        inputs.add(COLUMNS.row(0, "Paris", "a", ""));

        assertNumbers(
                transformed(Transforms.oneHot("city", "trade"), people(), inputs),
                new double[] {0, 1, 0, 0, 0, 0, 1},
                new double[] {1, 0, 0, 0, 0, 1, 0},
                new double[] {0, 1, 0, 0, 1, 0, 0},
                new double[] {0, 0, 1, 1, 0, 0, 0},
                new double[] {0, 0, 0, 0, 0, 1, 0});
        assertThat(Transforms.oneHot("city", "trade").fit(people()).featureNames())
                .containsExactly("city=Oslo", "city=Rome", "city=Ålesund", "trade=", "trade=B", "trade=a", "trade=b");
    }

    @Test
    void without_names_columns_are_all_of_their_type() throws Exception {
        assertThat(Transforms.oneHot().fit(people()).featureNames())
                .isEqualTo(Transforms.oneHot("city", "trade").fit(people()).featureNames());
        assertThat(Transforms.numbers().fit(people()).featureNames()).containsExactly("age");
    }

    @Test
    void fails_for_columns_that_are_not_there_or_hold_something_else() {
        assertInvalidData(
                () -> Transforms.oneHot("town").fit(people()),
                "one-hot encoding: no column 'town'; the columns are age, city, trade, note");
        assertInvalidData(
                () -> Transforms.oneHot("age").fit(people()),
                "one-hot encoding takes columns of categories, but column 'age' holds numbers; read it with "
                        + "categories(\"age\")");
        assertInvalidData(
                () -> Transforms.numbers("city").fit(people()),
                "numbers(…) takes columns of numbers, but column 'city' holds categories; read it with numbers(\"city\")");
        Columns numbers = Columns.of(List.of(new Column("age", Column.Type.NUMBER)));
        Table ages =
                Table.of(numbers, List.of(numbers.row(3)), Targets.numbers(0)).named("ages");
        assertInvalidData(
                () -> Transforms.oneHot().fit(ages),
                "one-hot encoding finds no column of categories in ages; the columns are age");
    }

    @Test
    void word_counts_agree_with_scikit_learn() throws Exception {
        WordCounts counts = Transforms.wordCounts();

        assertThat(counts.fit(texts(TEXTS)).featureNames())
                .containsExactly("42", "café", "cat", "dog_2", "mat", "naïve", "on", "sat", "the", "über");
        assertNumbers(
                transformed(counts, texts(TEXTS), TEXTS),
                new double[] {0, 0, 2, 0, 1, 0, 1, 1, 3, 0},
                new double[] {1, 0, 0, 1, 0, 0, 0, 1, 0, 0},
                new double[] {1, 1, 1, 0, 0, 1, 0, 0, 1, 1},
                new double[10]);
        assertNumbers(
                transformed(counts, texts(TEXTS), OTHER_TEXTS),
                new double[] {1, 0, 2, 0, 0, 0, 0, 0, 0, 0},
                new double[10],
                new double[] {0, 0, 0, 0, 0, 0, 0, 0, 1, 1});
    }

    @Test
    void rare_words_are_left_out_as_by_scikit_learn() throws Exception {
        WordCounts counts = Transforms.wordCounts().withMinimumDocuments(2);

        assertThat(counts.fit(texts(TEXTS)).featureNames()).containsExactly("42", "cat", "sat", "the");
        assertNumbers(
                transformed(counts, texts(TEXTS), TEXTS),
                new double[] {0, 2, 1, 3},
                new double[] {1, 0, 1, 0},
                new double[] {1, 1, 0, 1},
                new double[4]);
    }

    @Test
    void tf_idf_agrees_with_scikit_learn() throws Exception {
        WordCounts weighted = Transforms.wordCounts().withTfIdf();

        assertNumbers(
                transformed(weighted.withMinimumDocuments(2), texts(TEXTS), TEXTS),
                new double[] {0, 0.5345224838248487, 0.26726124191242434, 0.8017837257372731},
                new double[] {0.7071067811865475, 0, 0.7071067811865475, 0},
                new double[] {0.5773502691896257, 0.5773502691896257, 0, 0.5773502691896257},
                new double[4]);
        assertNumbers(
                transformed(weighted, texts(TEXTS), List.of(TEXTS.get(1), "THE über")),
                new double[] {0.5264054336099155, 0, 0, 0.6676785446095399, 0, 0, 0, 0.5264054336099155, 0, 0},
                new double[] {0, 0, 0, 0, 0, 0, 0, 0, 0.6191302964899972, 0.7852882757103967});
    }

    @Test
    void fails_if_no_word_is_left_to_count() {
        assertInvalidData(
                () -> Transforms.wordCounts()
                        .withMinimumDocuments(4)
                        .fit(texts(TEXTS).named("notes")),
                "no word is left to count: none of the 10 words of notes is in at least 4 of 4 training texts; demand "
                        + "fewer with withMinimumDocuments(…)");
        assertInvalidData(
                () -> Transforms.wordCounts().fit(texts(List.of("", "!?"))),
                "no word is left to count: none of the 0 words of data is in at least 1 of 2 training texts");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Transforms.wordCounts().withMinimumDocuments(0))
                .withMessage("a word must be in at least 1 text, not 0");
    }

    @Test
    void transforms_of_one_row_can_be_put_together() throws Exception {
        Transform<Row, double[]> features = Transforms.together(
                Transforms.numbers("age").then(Transforms.minMaxScaling()),
                Transforms.oneHot("city"),
                Transforms.text("note").then(Transforms.wordCounts().withMinimumDocuments(2)));

        FittedTransform<Row, double[]> fitted = features.fit(people());

        assertThat(fitted.featureNames()).containsExactly("age", "city=Oslo", "city=Rome", "city=Ålesund", "note:cats");
        assertThat(fitted.apply(people().input(1))).containsExactly(new double[] {1 / 3.0, 1, 0, 0, 2}, within(1e-15));
    }

    @Test
    void a_transform_without_names_leaves_the_whole_without() throws Exception {
        Transform<Row, double[]> lengths =
                training -> row -> new double[] {row.text("note").length()};

        FittedTransform<Row, double[]> fitted =
                Transforms.together(Transforms.numbers(), lengths).fit(people());

        assertThat(fitted.featureNames()).isEmpty();
        assertThat(fitted.apply(people().input(3))).containsExactly(60, 4);
    }

    @Test
    void fails_if_two_transforms_make_one_feature() {
        assertInvalidData(
                () -> Transforms.together(Transforms.numbers(), Transforms.numbers("age"))
                        .fit(people()),
                "two of the transforms in together(…) make the feature 'age'; leave one of them out");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Transforms.together())
                .withMessage("together(…) needs at least one transform");
    }

    @Test
    void the_second_of_two_steps_is_fitted_to_what_the_first_makes() throws Exception {
        Transform<double[], double[]> both = Transforms.imputing(0).then(Transforms.minMaxScaling());

        double[][] scaled = transformed(
                both,
                data(new double[][] {{NAN}, {4}, {8}}).withFeatureNames(List.of("dose")),
                List.of(new double[] {NAN}, new double[] {4}));

        assertNumbers(scaled, new double[] {0}, new double[] {0.5});
        assertThat(both.fit(data(new double[][] {{1}}).withFeatureNames(List.of("dose")))
                        .featureNames())
                .containsExactly("dose");
    }

    @Test
    void inputs_are_not_changed() throws Exception {
        double[] input = {NAN, 3};

        transformed(
                Transforms.imputingMedian().then(Transforms.standardScaling()),
                data(input, new double[] {5, 9}),
                List.of(input));

        assertThat(input).containsExactly(NAN, 3);
    }
}
