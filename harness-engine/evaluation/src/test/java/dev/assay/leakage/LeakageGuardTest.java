package dev.assay.leakage;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.data.Column;
import dev.assay.data.Columns;
import dev.assay.data.CsvDataset;
import dev.assay.data.Dataset;
import dev.assay.data.Fingerprint;
import dev.assay.data.InputContent;
import dev.assay.data.Row;
import dev.assay.data.Seed;
import dev.assay.data.Table;
import dev.assay.data.Targets;
import dev.assay.leakage.Finding.Kind;
import dev.assay.resampling.Bootstrap;
import dev.assay.resampling.GroupKFold;
import dev.assay.resampling.HoldoutSplit;
import dev.assay.resampling.KFold;
import dev.assay.resampling.LeaveOneOut;
import dev.assay.resampling.PurgedKFold;
import dev.assay.resampling.Repeated;
import dev.assay.resampling.Split;
import dev.assay.resampling.Splitter;
import dev.assay.resampling.StratifiedKFold;
import dev.assay.resampling.TimeSeriesSplit;
import dev.assay.testing.Examples;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.function.IntToDoubleFunction;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LeakageGuardTest {

    private static List<Finding> findings(Dataset<?> data, Splitter splitter) {
        return LeakageGuard.of(data).findings(splitter, splitter.split(data, Seed.of(1)));
    }

    private static Finding only(Dataset<?> data, Splitter splitter) {
        List<Finding> findings = findings(data, splitter);
        assertThat(findings).hasSize(1);
        return findings.get(0);
    }

    /** Vectors of noise. */
    private static double[][] noise(int rows, int columns) {
        SplittableRandom random = new SplittableRandom(rows);
        return IntStream.range(0, rows)
                .mapToObj(row -> random.doubles(columns).toArray())
                .toArray(double[][]::new);
    }

    private static double[] column(double[][] rows, int column) {
        return IntStream.range(0, rows.length)
                .mapToDouble(row -> rows[row][column])
                .toArray();
    }

    private static Targets coins(int rows) {
        SplittableRandom random = new SplittableRandom(99);
        return Targets.labels(IntStream.range(0, rows)
                .mapToObj(row -> random.nextBoolean() ? "heads" : "tails")
                .toList());
    }

    @Nested
    class Copies {

        @Test
        void a_copied_row_is_named_with_its_original_and_the_split() {
            double[][] inputs = noise(10, 2);
            inputs[8] = inputs[1].clone();
            Dataset<double[]> data = Dataset.of(inputs, coins(10))
                    .withIds(IntStream.range(0, 10).mapToObj(row -> "P" + row).toList());

            Finding finding = only(data, KFold.of(2));

            assertThat(finding)
                    .isEqualTo(new Finding(
                            Kind.DUPLICATES,
                            "2 of 10 examples are exact copies of ones that the tested model learnt from: in repeat 1, fold 1, "
                                    + "example P1 is tested and example P8, with the same inputs, is in the training part; drop "
                                    + "copies, or give all copies of an example one group and keep groups whole",
                            2,
                            List.of("P1", "P8"),
                            List.of(),
                            List.of("repeat 1, fold 1")));
            assertThat(finding.isLeak()).isTrue();
        }

        @Test
        void copies_in_one_fold_are_no_leak() {
            double[][] inputs = noise(10, 2);
            inputs[4] = inputs[1].clone();

            assertThat(findings(Dataset.of(inputs, coins(10)), KFold.of(2))).isEmpty();
        }

        @Test
        void copies_that_are_trained_on_in_one_split_only_count_there() {
            double[][] inputs = noise(9, 2);
            inputs[0] = inputs[8].clone();
            Dataset<double[]> data = Dataset.of(inputs, coins(9));

            assertThat(findings(data, TimeSeriesSplit.of(2).withMaxTrainSize(3)))
                    .isEmpty();
            assertThat(only(data, TimeSeriesSplit.of(2)).splits()).containsExactly("repeat 1, fold 2");
        }

        @Test
        void a_copy_that_only_the_validation_part_has_counts() {
            double[][] inputs = noise(3, 2);
            inputs[2] = inputs[0].clone();
            Split split = Split.of(0, 3, 0).withValidationRows(2);
            Dataset<double[]> data = Dataset.of(inputs, coins(3));
            LeakageGuard guard = LeakageGuard.of(data);

            assertThat(guard.findings(KFold.of(2), List.of(split)))
                    .singleElement()
                    .asString()
                    .contains("example 2, with the same inputs, is in the training or validation part");
            assertThat(guard.findings(KFold.of(2), List.of(split.withTrainRows(1))))
                    .hasSize(1);
            assertThat(guard.findings(KFold.of(2), List.of(Split.of(0, 3, 0).withTrainRows(1))))
                    .isEmpty();
        }

        @Test
        void names_three_sets_of_copies_and_counts_the_others() {
            List<String> texts = List.of("a", "b", "c", "d", "e", "a", "b", "c", "d", "e");

            Finding finding = only(Dataset.of(texts, coins(10)), KFold.of(2));

            assertThat(finding.count()).isEqualTo(10);
            assertThat(finding.rows()).containsExactly("0", "5", "1", "6", "2", "7");
            assertThat(finding.sentence())
                    .startsWith(
                            "10 of 10 examples are exact copies of ones that the tested model learnt from: in repeat 1, "
                                    + "fold 1, example 0 is tested")
                    .contains("; and 2 more sets of copies; drop copies");
        }

        /** The plain definition, by sets of texts. */
        @ParameterizedTest
        @ValueSource(ints = {1, 2, 3, 4, 5, 6, 7, 8})
        void counts_what_comparing_all_pairs_counts(int seed) {
            SplittableRandom random = new SplittableRandom(seed);
            List<String> texts =
                    random.ints(40, 0, 30).mapToObj(String::valueOf).toList();
            Dataset<String> data = Dataset.of(texts, coins(40));
            for (Splitter splitter : List.of(
                    KFold.of(4).withShuffling(),
                    LeaveOneOut.of(),
                    Bootstrap.of(5),
                    TimeSeriesSplit.of(3),
                    HoldoutSplit.of(0.3).withValidation(0.2))) {
                List<Split> splits = splitter.split(data, Seed.of(seed));
                Set<Integer> leaking = new HashSet<>();
                for (Split split : splits) {
                    Set<String> seen = new HashSet<>();
                    IntStream.concat(IntStream.of(split.trainRows()), IntStream.of(split.validationRows()))
                            .forEach(row -> seen.add(texts.get(row)));
                    IntStream.of(split.testRows())
                            .filter(row -> seen.contains(texts.get(row)))
                            .forEach(leaking::add);
                }

                assertThat(LeakageGuard.of(data).findings(splitter, splits))
                        .filteredOn(finding -> finding.kind() == Kind.DUPLICATES)
                        .extracting(Finding::count)
                        .isEqualTo(leaking.isEmpty() ? List.of() : List.of(leaking.size()));
            }
        }

        @Test
        void the_two_zeros_are_equal_and_missing_numbers_too() {
            double[][] inputs = {{0.0, Double.NaN}, {1, 2}, {-0.0, Double.NaN}, {3, 4}};

            assertThat(only(Dataset.of(inputs, coins(4)), KFold.of(2)).rows()).containsExactly("0", "2");
        }

        @Test
        void inputs_of_other_types_are_compared_by_value_content_or_equals() {
            List<List<?>> alike = List.of(
                    List.of(new float[] {1, 2}, new float[] {3, 4}, new float[] {1, 2}, new float[] {1, 5}),
                    List.of(new int[][] {{1}, {2}}, new int[][] {{1}}, new int[][] {{1}, {2}}, new int[][] {{2}}),
                    List.of(List.of("a", "b"), List.of("a"), List.of("a", "b"), List.of("b", "a")),
                    List.of(7, 8, 7, 9),
                    List.of(
                            new Finding(Kind.DUPLICATES, "", 1, List.of(), List.of(), List.of()), "x",
                            new Finding(Kind.DUPLICATES, "", 1, List.of(), List.of(), List.of()), "y"));

            assertThat(alike)
                    .allSatisfy(inputs -> assertThat(findings(Dataset.of(inputs, coins(4)), KFold.of(2)))
                            .first()
                            .extracting(Finding::kind, Finding::rows)
                            .containsExactly(Kind.DUPLICATES, List.of("0", "2")));
        }

        @Test
        void rows_are_compared_by_every_column() {
            Columns columns = Columns.of(
                    List.of(new Column("age", Column.Type.NUMBER), new Column("town", Column.Type.CATEGORY)));
            List<Row> rows =
                    List.of(columns.row(1, "Ulm"), columns.row(2, "Ulm"), columns.row(1, "Ulm"), columns.row(1, "Hof"));

            assertThat(only(Table.of(columns, rows, coins(4)), KFold.of(2)).rows())
                    .containsExactly("0", "2");
        }

        @Test
        void says_if_inputs_cannot_be_compared_and_how_to_mend_that() {
            List<Object> inputs =
                    IntStream.range(0, 4).mapToObj(i -> new Object()).toList();
            Dataset<Object> data = Dataset.of(inputs, coins(4));

            Finding finding = only(data, KFold.of(2));

            assertThat(finding.kind()).isEqualTo(Kind.NOT_CHECKED);
            assertThat(finding.isLeak()).isFalse();
            assertThat(finding.sentence())
                    .isEqualTo("nothing tells whether two inputs of type java.lang.Object are equal, so that copies of "
                            + "examples are not found; say what makes up an input: withContent(…); inputs of type "
                            + "java.lang.Object don't all have the same known columns, so that columns that tell the target, "
                            + "or look like ids, are not found; they would be in rows and in arrays of numbers of one length, "
                            + "into which map(…) can turn inputs");
            assertThat(findings(data.withContent((input, sink) -> sink.integer(0)), KFold.of(2)))
                    .extracting(Finding::kind)
                    .containsExactly(Kind.DUPLICATES, Kind.NOT_CHECKED);
        }

        @Test
        void says_if_columns_cannot_be_looked_at() {
            List<List<?>> unknown = List.of(
                    List.of(new double[] {1, 2}, new double[] {3}, new double[] {4, 5}, new double[] {6, 7}),
                    List.of(new int[] {1, 2}, new long[] {3, 4}, new int[] {4, 5}, new int[] {6, 7}),
                    List.of(List.of(1), List.of(2), List.of(3), List.of(4)));

            assertThat(unknown).allSatisfy(inputs -> {
                Finding finding = only(Dataset.of(inputs, coins(4)), KFold.of(2));
                assertThat(finding.kind()).isEqualTo(Kind.NOT_CHECKED);
                assertThat(finding.sentence())
                        .startsWith("inputs of type " + inputs.get(0).getClass().getTypeName() + " don't all have");
            });
            assertThat(findings(Dataset.of(List.of("a", "b", "c", "d"), coins(4)), KFold.of(2)))
                    .as("single values")
                    .isEmpty();
        }
    }

    @Nested
    class GroupsOnBothSides {

        private final Dataset<Integer> patients =
                Examples.blocks(3, 3).withGroups(List.of("p", "q", "q", "q", "r", "p"));

        @Test
        void a_shared_patient_is_named_with_examples_of_both_sides() {
            Finding finding = only(patients, KFold.of(3));

            assertThat(finding)
                    .isEqualTo(new Finding(
                            Kind.GROUP_ON_BOTH_SIDES,
                            "2 groups are on both sides of a split: in repeat 1, fold 1, group \"p\" has example 0 in the "
                                    + "test part and example 5 in the training part; in repeat 1, fold 1, group \"q\" has "
                                    + "example 1 in the test part and example 2 in the training part; keep groups whole "
                                    + "(GroupKFold, kind = GROUPS, HoldoutSplit.withGroups())",
                            2,
                            List.of("0", "5", "1", "2"),
                            List.of(),
                            List.of("repeat 1, fold 1")));
        }

        @Test
        void whole_groups_are_no_leak() {
            assertThat(findings(patients, GroupKFold.of(3))).isEmpty();
            assertThat(findings(patients, new Repeated(GroupKFold.of(2).withShuffling(), 3)))
                    .isEmpty();
        }
    }

    @Nested
    class Time {

        private final Dataset<Integer> series = Examples.at(Examples.blocks(4, 4), 10, 11, 12, 13, 14, 15, 16, 17);

        @Test
        void training_on_what_comes_later_is_named_with_both_examples() {
            Finding finding = only(series, KFold.of(2));

            assertThat(finding)
                    .isEqualTo(new Finding(
                            Kind.TIME_BACKWARDS,
                            "time goes backwards in 1 of 2 splits: repeat 1, fold 1 tests from 1970-01-01T00:00:10Z on "
                                    + "(example 0) and has 4 later examples in the training part, such as 4 of "
                                    + "1970-01-01T00:00:14Z; split in time (TimeSeriesSplit, kind = TIME_SERIES)",
                            1,
                            List.of("0", "4"),
                            List.of(),
                            List.of("repeat 1, fold 1")));
        }

        @Test
        void splits_in_time_are_no_leak_even_of_unsorted_examples() {
            Dataset<Integer> unsorted = Examples.at(Examples.blocks(4, 4), 13, 10, 17, 12, 11, 16, 14, 15);

            assertThat(findings(series, TimeSeriesSplit.of(3))).isEmpty();
            assertThat(findings(unsorted, TimeSeriesSplit.of(3))).isEmpty();
            assertThat(findings(unsorted, KFold.of(2))).hasSize(1);
        }

        @Test
        void training_at_the_very_time_of_the_first_test_is_no_leak() {
            assertThat(findings(Examples.at(Examples.blocks(2, 2), 5, 6, 6, 7), TimeSeriesSplit.of(1)))
                    .isEmpty();
        }

        @Test
        void purged_folds_may_train_on_what_comes_after_the_test_part_but_not_within() {
            Splitter purged = PurgedKFold.of(2);

            assertThat(findings(series, purged)).isEmpty();
            assertThat(LeakageGuard.of(series).findings(purged, List.of(Split.of(0, 8, 1, 4))))
                    .singleElement()
                    .satisfies(finding -> assertThat(finding.sentence()).contains("2 later examples", "such as 2 of"));
        }
    }

    @Nested
    class TargetAmongInputs {

        @Test
        void columns_of_whole_numbers_are_looked_at() {
            Targets coins = coins(40);
            List<String> labels = Examples.labels(Dataset.of(noise(40, 1), coins));
            SplittableRandom random = new SplittableRandom(3);
            List<int[]> codes = IntStream.range(0, 40)
                    .mapToObj(row ->
                            new int[] {random.nextInt(9), labels.get(row).equals("heads") ? 3 : 8, random.nextInt(30)})
                    .toList();
            List<long[]> longs = codes.stream()
                    .map(row -> IntStream.of(row).asLongStream().toArray())
                    .toList();

            assertThat(only(Dataset.of(codes, coins), KFold.of(4)).columns()).containsExactly("feature 1");
            assertThat(only(Dataset.of(longs, coins), KFold.of(4)).columns()).containsExactly("feature 1");
        }

        @Test
        void features_that_the_content_of_inputs_tells_are_looked_at_if_all_have_the_same() {
            Targets coins = coins(40);
            List<String> labels = Examples.labels(Dataset.of(noise(40, 1), coins));
            record Toss(double height, double side) {}
            InputContent<Toss> content = new InputContent<>() {
                @Override
                public void write(Toss toss, Fingerprint.Sink sink) {
                    sink.number(toss.height).number(toss.side);
                }

                @Override
                public SortedMap<String, Double> features(Toss toss) {
                    SortedMap<String, Double> features = new TreeMap<>(Map.of("height", toss.height));
                    if (toss.side >= 0) {
                        features.put("side", toss.side);
                    }
                    return features;
                }
            };
            double[] heights = column(noise(40, 1), 0);
            List<Toss> tosses = IntStream.range(0, 40)
                    .mapToObj(row -> new Toss(heights[row], labels.get(row).equals("heads") ? 1 : 0))
                    .toList();
            List<Toss> sparse = new ArrayList<>(tosses);
            sparse.set(7, new Toss(2, -1));

            assertThat(only(Dataset.of(tosses, coins).withContent(content), KFold.of(4))
                            .columns())
                    .containsExactly("side");
            assertThat(only(Dataset.of(sparse, coins).withContent(content), KFold.of(4))
                            .kind())
                    .isEqualTo(Kind.NOT_CHECKED);
        }

        @ParameterizedTest
        @CsvSource({"0, 1", "1, 0", "-7, 0.5"})
        void a_column_that_codes_the_labels_is_named(double ofHeads, double ofTails) {
            double[][] inputs = noise(40, 3);
            Targets coins = coins(40);
            for (int row = 0; row < 40; row++) {
                inputs[row][1] =
                        Examples.labels(Dataset.of(inputs, coins)).get(row).equals("heads") ? ofHeads : ofTails;
            }
            Dataset<double[]> data = Dataset.of(inputs, coins).withFeatureNames(List.of("age", "code", "size"));

            Finding finding = only(data, KFold.of(4));

            assertThat(finding.kind()).isEqualTo(Kind.TARGET_AMONG_INPUTS);
            assertThat(finding.columns()).containsExactly("code");
            assertThat(finding.rows()).hasSize(2).contains("0");
            assertThat(finding.isLeak()).isTrue();
            assertThat(only(data.withFeatureNames(List.of()), KFold.of(4)).columns())
                    .containsExactly("feature 1");
        }

        @Test
        void the_sentence_shows_values_with_their_labels() {
            List<String> labels = new ArrayList<>();
            double[][] inputs = noise(20, 2);
            for (int row = 0; row < 20; row++) {
                labels.add(row < 10 ? "a" : "b");
                inputs[row][0] = row < 10 ? row % 2 : 2;
            }

            assertThat(only(Dataset.of(inputs, Targets.labels(labels)), KFold.of(4))
                            .sentence())
                    .isEqualTo(
                            "a single column tells the target of all 20 examples: 'feature 0', since each of its 3 values "
                                    + "comes with one target only: 0 with \"a\" (as in example 0), 1 with \"a\" (as in example 1), "
                                    + "2 with \"b\" (as in example 10); leave out what is not known before the target is");
        }

        @Test
        void a_renamed_or_equal_column_of_texts_is_named() {
            Columns columns = Columns.of(List.of(
                    new Column("finding", Column.Type.CATEGORY),
                    new Column("label", Column.Type.CATEGORY),
                    new Column("town", Column.Type.CATEGORY)));
            List<String> labels = Examples.labels(Dataset.of(noise(30, 1), coins(30)));
            List<Row> rows = IntStream.range(0, 30)
                    .mapToObj(row -> columns.row(
                            labels.get(row).equals("heads") ? "C50" : "N60", labels.get(row), "town " + row % 7))
                    .toList();

            Finding finding = findings(Table.of(columns, rows, Targets.labels(labels)), KFold.of(3)).stream()
                    .filter(each -> each.kind() == Kind.TARGET_AMONG_INPUTS)
                    .findFirst()
                    .orElseThrow();

            assertThat(finding.columns()).containsExactly("finding", "label");
            assertThat(finding.sentence()).contains("\"C50\" with ", "'label', since it holds the labels themselves");
        }

        @Test
        void constant_columns_and_values_seen_too_rarely_are_no_leak() {
            double[][] inputs = noise(60, 3);
            for (int row = 0; row < 60; row++) {
                inputs[row][0] = 1;
                int block = row / 4;
                inputs[row][1] = block;
            }
            List<String> labels = IntStream.range(0, 60)
                    .mapToObj(row -> row / 4 % 2 == 0 ? "a" : "b")
                    .toList();

            assertThat(findings(Dataset.of(inputs, Targets.labels(labels)), KFold.of(3)))
                    .isEmpty();
        }

        @Test
        void what_agrees_by_chance_is_no_leak() {
            double[][] inputs = noise(10, 1);
            for (int row = 0; row < 10; row++) {
                inputs[row][0] = row < 5 ? 0 : 1;
            }
            Targets halves = Targets.labels("a", "a", "a", "a", "a", "b", "b", "b", "b", "b");

            assertThat(findings(Dataset.of(inputs, halves), LeaveOneOut.of()))
                    .extracting(Finding::kind)
                    .doesNotContain(Kind.TARGET_AMONG_INPUTS);
        }

        @ParameterizedTest
        @CsvSource({
            "1, 0, it equals the target",
            "-3, 7, the target is a line of it",
            "1.8, 32, the target is a line of it"
        })
        void a_copy_or_line_of_a_number_is_named(double factor, double shift, String why) {
            double[][] inputs = noise(50, 3);
            double[] targets =
                    DoubleStream.of(column(noise(60, 1), 0)).limit(50).toArray();
            for (int row = 0; row < 50; row++) {
                inputs[row][2] = factor * targets[row] + shift;
            }

            Finding finding = only(Dataset.of(inputs, Targets.numbers(targets)), KFold.of(5));

            assertThat(finding.columns()).containsExactly("feature 2");
            assertThat(finding.sentence()).contains("'feature 2', since " + why);
        }

        @Test
        void a_number_that_is_nearly_on_a_line_is_no_leak() {
            double[][] inputs = noise(50, 2);
            double[] targets =
                    DoubleStream.of(column(inputs, 1)).map(x -> 2 * x + 1).toArray();
            targets[17] += 1e-6;

            assertThat(findings(Dataset.of(inputs, Targets.numbers(targets)), KFold.of(5)))
                    .isEmpty();
        }

        @Test
        void a_column_that_tells_one_label_of_sets_is_named() {
            double[][] inputs = noise(60, 2);
            List<List<String>> sets = new ArrayList<>();
            SplittableRandom random = new SplittableRandom(5);
            for (int row = 0; row < 60; row++) {
                boolean isRed = random.nextBoolean();
                boolean isBig = random.nextBoolean();
                List<String> set = new ArrayList<>();
                if (isRed) {
                    set.add("red");
                }
                if (isBig) {
                    set.add("big");
                }
                sets.add(set);
                inputs[row][1] = isRed ? 1 : 0;
            }

            Finding finding = only(Dataset.of(inputs, Targets.labelSets(sets)), KFold.of(5));

            assertThat(finding.columns()).containsExactly("feature 1");
            assertThat(finding.sentence()).contains("1 with \"red\"", "0 with no \"red\"");
        }
    }

    @Nested
    class Ids {

        private Dataset<double[]> numbered(int size, IntToDoubleFunction id) {
            double[][] inputs = noise(size, 2);
            for (int row = 0; row < size; row++) {
                inputs[row][0] = id.applyAsDouble(row);
            }
            return Dataset.of(inputs, coins(size)).withFeatureNames(List.of("nr", "size"));
        }

        @Test
        void a_counter_is_named_but_is_only_a_hint() {
            Finding finding = only(numbered(12, row -> 5 + 2 * row), KFold.of(3));

            assertThat(finding)
                    .isEqualTo(new Finding(
                            Kind.ID_COLUMN,
                            "a column looks like an id of examples, by which a model can learn them by heart: 'nr' (whole "
                                    + "numbers that ascend from example to example, from 5 of example 0 to 27 of example "
                                    + "11); leave ids out (CsvDataset.ids(…) keeps a column as the examples' ids)",
                            1,
                            List.of("0", "11"),
                            List.of("nr"),
                            List.of()));
            assertThat(finding.isLeak()).isFalse();
        }

        @Test
        void shuffled_counters_and_scattered_whole_numbers_are_named() {
            assertThat(only(numbered(20, row -> row * 7 % 20), KFold.of(3)).columns())
                    .containsExactly("nr");
            assertThat(only(numbered(200, row -> 842_302 + row * 7919L % 200_003), KFold.of(3))
                            .columns())
                    .containsExactly("nr");
        }

        @Test
        void measurements_are_no_ids() {
            assertThat(findings(numbered(20, row -> row * 70_001L % 200_003), KFold.of(3)))
                    .isEmpty();
            assertThat(findings(numbered(200, row -> row * 7 % 150), KFold.of(3)))
                    .isEmpty();
            assertThat(findings(numbered(200, row -> row + 0.5), KFold.of(3))).isEmpty();
        }

        @Test
        void the_only_column_is_no_id() {
            double[][] inputs =
                    IntStream.range(0, 20).mapToObj(row -> new double[] {row}).toArray(double[][]::new);

            assertThat(findings(Dataset.of(inputs, coins(20)), KFold.of(3))).isEmpty();
        }

        @Test
        void names_and_single_words_that_all_differ_are_ids_but_free_texts_are_not() {
            Columns columns = Columns.of(List.of(
                    new Column("name", Column.Type.CATEGORY),
                    new Column("key", Column.Type.TEXT),
                    new Column("report", Column.Type.TEXT),
                    new Column("town", Column.Type.CATEGORY)));
            List<Row> rows = IntStream.range(0, 20)
                    .mapToObj(row -> columns.row("Jo " + row, "K-" + row, "report no " + row, "Ulm" + row % 19))
                    .toList();

            assertThat(only(Table.of(columns, rows, coins(20)), KFold.of(3)).columns())
                    .containsExactly("name", "key");
        }
    }

    @Nested
    class RealData {

        private Dataset<double[]> sample(String file, String target, boolean ofNumbers) {
            CsvDataset csv = CsvDataset.of(Path.of("../../samples/data").resolve(file));
            return (ofNumbers ? csv.numericTarget(target) : csv.target(target))
                    .read()
                    .numeric();
        }

        @Test
        void the_double_row_of_iris_is_found_and_nothing_else() {
            Finding finding = only(
                    sample("iris.csv", "species", false),
                    new Repeated(StratifiedKFold.of(10).withShuffling(), 3));

            assertThat(finding.kind()).isEqualTo(Kind.DUPLICATES);
            assertThat(finding.count()).isEqualTo(2);
            assertThat(finding.rows()).containsExactlyInAnyOrder("101", "142");
        }

        @Test
        void nothing_is_found_in_clean_data() {
            Splitter folds = KFold.of(10).withShuffling();

            assertThat(findings(sample("breast-cancer.csv", "diagnosis", false), folds))
                    .isEmpty();
            assertThat(findings(sample("wine.csv", "cultivar", false), folds)).isEmpty();
            assertThat(findings(sample("diabetes.csv", "progression", true), folds))
                    .isEmpty();
        }
    }

    private static boolean isEven(int number) {
        return number % 2 == 0;
    }

    @Test
    void each_kind_comes_once_in_their_order() {
        double[][] inputs = noise(40, 3);
        List<String> labels = new ArrayList<>();
        for (int row = 0; row < 40; row++) {
            inputs[row][0] = row;
            inputs[row][1] = isEven(row / 2) ? 0 : 1;
            labels.add(isEven(row / 2) ? "a" : "b");
        }
        List<String> pairs =
                IntStream.range(0, 40).mapToObj(row -> "pair " + row / 2).toList();
        Dataset<double[]> data = Examples.at(
                        Dataset.of(inputs, Targets.labels(labels)),
                        IntStream.range(0, 40).toArray())
                .withGroups(pairs);

        assertThat(findings(data, LeaveOneOut.of()))
                .extracting(Finding::kind)
                .containsExactly(
                        Kind.GROUP_ON_BOTH_SIDES, Kind.TIME_BACKWARDS, Kind.TARGET_AMONG_INPUTS, Kind.ID_COLUMN);
        double[][] copied = inputs.clone();
        copied[1] = copied[0].clone();
        assertThat(findings(data.withInputs(List.of(copied)), LeaveOneOut.of()))
                .extracting(Finding::kind)
                .containsExactly(
                        Kind.DUPLICATES, Kind.GROUP_ON_BOTH_SIDES, Kind.TIME_BACKWARDS, Kind.TARGET_AMONG_INPUTS);
    }
}
