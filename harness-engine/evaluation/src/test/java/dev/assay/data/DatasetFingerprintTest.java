package dev.assay.data;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Equal content has equal fingerprints, any change of it another one. */
class DatasetFingerprintTest {

    private enum Colour {
        RED
    }

    private record Unknown(int value) {}

    private static Dataset<double[]> data() {
        return Dataset.of(new double[][] {{1, 2}, {3, 4}, {5, 6}}, Targets.labels("a", "b", "a"));
    }

    private static String fingerprint(Dataset<?> data) {
        return data.fingerprint().orElseThrow().value();
    }

    private static String fingerprintOf(Object input) {
        return fingerprint(Dataset.of(List.of(input), Targets.numbers(1)));
    }

    @Test
    void stays_the_same_for_ever() {
        // Fingerprints are stored with accepted baselines: a change of these values makes all of them void. They were
        // computed apart from this code, with Python's hashlib.
        assertThat(fingerprint(data())).isEqualTo("b159a0d3d150bd02fd3b4fc1f2737b67");
        assertThat(fingerprint(data().withPositive("b")
                        .withWeights(1, 2, 3)
                        .withGroups(List.of("g", "g", "h"))
                        .withIds(List.of("x", "y", "猫"))))
                .isEqualTo("09d2b133662f15dd77eced036e7e4ed8");
        Columns columns =
                Columns.of(List.of(new Column("n", Column.Type.NUMBER), new Column("c", Column.Type.CATEGORY)));
        assertThat(fingerprint(Table.of(columns, List.of(columns.row(1, "u")), Targets.numbers(0.5))))
                .isEqualTo("179278f608ce6f33b018a089954e4cf3");
    }

    @Test
    void is_32_hexadecimal_digits() {
        assertThat(data().fingerprint().orElseThrow().toString()).matches("[0-9a-f]{32}");
    }

    @Test
    void is_equal_for_equal_content() {
        assertThat(data().fingerprint()).isEqualTo(data().fingerprint());
    }

    @Test
    void does_not_count_names() {
        assertThat(data().named("other").withFeatureNames(List.of("u", "v")).fingerprint())
                .isEqualTo(data().fingerprint());
    }

    @Test
    void counts_time_stamps_and_attributes() {
        Dataset<double[]> timed = data().withTimes(List.of(Instant.EPOCH, Instant.EPOCH, Instant.EPOCH));
        Dataset<double[]> later = data().withTimes(List.of(Instant.EPOCH, Instant.EPOCH, Instant.ofEpochSecond(0, 1)));
        Dataset<double[]> ward = data().withAttribute("ward", List.of("n", "n", "s"));
        Dataset<double[]> bed = data().withAttribute("bed", List.of("n", "n", "s"));
        Dataset<double[]> other = data().withAttribute("ward", List.of("n", "s", "s"));

        assertThat(Stream.of(data(), timed, later, ward, bed, other).map(DatasetFingerprintTest::fingerprint))
                .doesNotHaveDuplicates();
    }

    @Test
    void is_the_same_for_a_view_of_everything() {
        assertThat(data().select(0, 1, 2).fingerprint()).isEqualTo(data().fingerprint());
    }

    @Test
    void is_the_same_for_a_table_and_its_rows_alone() {
        Columns columns = Columns.of(List.of(new Column("x", Column.Type.NUMBER)));
        List<Row> rows = List.of(columns.row(1), columns.row(2));
        Targets targets = Targets.labels("a", "b");

        assertThat(Table.of(columns, rows, targets).fingerprint())
                .isEqualTo(Dataset.of(rows, targets).fingerprint());
    }

    private static Map<String, UnaryOperator<Dataset<double[]>>> changes() {
        Map<String, UnaryOperator<Dataset<double[]>>> changes = new LinkedHashMap<>();
        changes.put("an input", data -> data.map(x -> new double[] {x[0], x[1] == 6 ? Math.nextUp(6.0) : x[1]}));
        changes.put("inputs of zero", data -> data.map(x -> new double[] {x[0], x[1] * 0}));
        changes.put("inputs of negative zero", data -> data.map(x -> new double[] {x[0], x[1] * -0.0}));
        changes.put("the number of features", data -> data.map(x -> new double[] {x[0], x[1], 0}));
        changes.put("the order of features", data -> data.map(x -> new double[] {x[1], x[0]}));
        changes.put("a target", data -> data.withTargets(Targets.labels("a", "b", "b")));
        changes.put("the name of a label", data -> data.withTargets(Targets.labels("a", "c", "a")));
        changes.put(
                "the vocabulary",
                data -> data.withTargets(Targets.labels(Labels.of("a", "b", "c"), List.of("a", "b", "a"))));
        changes.put(
                "the order of the vocabulary",
                data -> data.withTargets(Targets.labels(Labels.of("b", "a"), List.of("a", "b", "a"))));
        changes.put("the positive label", data -> data.withPositive("a"));
        changes.put("another positive label", data -> data.withPositive("b"));
        changes.put("the kind of targets", data -> data.withTargets(Targets.numbers(0, 1, 0)));
        changes.put("a numeric target", data -> data.withTargets(Targets.numbers(0, 1, 0.5)));
        changes.put("ids", data -> data.withIds(List.of("x", "y", "z")));
        changes.put("other ids", data -> data.withIds(List.of("x", "yz", "")));
        changes.put("groups", data -> data.withGroups(List.of("g", "g", "h")));
        changes.put("other groups", data -> data.withGroups(List.of("g", "h", "h")));
        changes.put("weights", data -> data.withWeights(1, 1, 1));
        changes.put("other weights", data -> data.withWeights(1, 1, 2));
        changes.put("the order of rows", data -> data.select(2, 1, 0));
        changes.put("fewer rows", data -> data.select(0, 1));
        changes.put("other rows", data -> data.select(0, 2));
        changes.put("a repeated row", data -> data.select(0, 1, 2, 2));
        return changes;
    }

    @Test
    void differs_after_any_change() {
        Map<String, String> seen = new LinkedHashMap<>(Map.of(fingerprint(data()), "no change"));
        changes().forEach((what, change) -> {
            String before = seen.put(fingerprint(change.apply(data())), what);
            assertThat(before).as("what has the same fingerprint as %s", what).isNull();
        });
        assertThat(seen).hasSize(changes().size() + 1);
    }

    private static List<Object> knownInputs() {
        return List.of(
                1.5,
                2.5f,
                7L,
                8,
                (short) 9,
                (byte) 10,
                "text",
                new BigDecimal("1.25"),
                true,
                'c',
                Colour.RED,
                new double[] {1, 2},
                new float[] {1, 3},
                new int[] {1, 4},
                new byte[] {1, 5},
                new String[] {"a", "b"},
                new double[][] {{1}, {2}},
                List.of("a", List.of(1, 2)));
    }

    @ParameterizedTest
    @MethodSource("knownInputs")
    void exists_for_inputs_of_known_types(Object input) {
        List<String> others = new ArrayList<>();
        knownInputs().stream()
                .filter(other -> other.getClass() != input.getClass())
                .forEach(other -> others.add(fingerprintOf(other)));

        assertThat(fingerprintOf(input)).isEqualTo(fingerprintOf(input)).isNotIn(others);
    }

    @Test
    void is_empty_for_inputs_of_unknown_types() {
        assertThat(Dataset.of(List.of(new Unknown(1)), Targets.numbers(1)).fingerprint())
                .isEmpty();
        assertThat(Dataset.of(List.of(List.of("a", new Unknown(1))), Targets.numbers(1))
                        .fingerprint())
                .isEmpty();
    }

    @Test
    void is_empty_for_sets_whose_order_differs_from_run_to_run() {
        assertThat(Dataset.of(List.of(Set.of("a", "b")), Targets.numbers(1)).fingerprint())
                .isEmpty();
    }

    @Test
    void can_be_mended_for_unknown_types() {
        Dataset<Unknown> one = Dataset.of(List.of(new Unknown(1)), Targets.numbers(1))
                .withContent((input, sink) -> sink.integer(input.value()));
        Dataset<Unknown> two = Dataset.of(List.of(new Unknown(2)), Targets.numbers(1))
                .withContent((input, sink) -> sink.integer(input.value()));

        assertThat(one.fingerprint()).isPresent().isNotEqualTo(two.fingerprint());
        assertThat(one.select(0).fingerprint()).isEqualTo(one.fingerprint());
    }

    @Test
    void is_made_of_everything_that_is_written() {
        List<Fingerprint> fingerprints = Stream.<InputContent<Unknown>>of(
                        (input, sink) -> {},
                        (input, sink) -> sink.bytes(new byte[] {1}).text("t").number(0.5),
                        (input, sink) ->
                                sink.bytes(new byte[] {1}).text("t").number(0.5).integer(7),
                        (input, sink) ->
                                sink.bytes(new byte[] {2}).text("t").number(0.5).integer(7),
                        (input, sink) ->
                                sink.bytes(new byte[] {1}).text("u").number(0.5).integer(7),
                        (input, sink) ->
                                sink.bytes(new byte[] {1}).text("t").number(1.5).integer(7),
                        (input, sink) ->
                                sink.bytes(new byte[] {1}).text("t").number(0.5).integer(8))
                .map(content -> Dataset.of(List.of(new Unknown(1)), Targets.numbers(1))
                        .withContent(content)
                        .fingerprint()
                        .orElseThrow())
                .toList();

        assertThat(fingerprints).doesNotHaveDuplicates();
    }

    @Test
    void tells_texts_apart_by_where_one_ends() {
        assertThat(fingerprintOf(List.of("ab", "c"))).isNotEqualTo(fingerprintOf(List.of("a", "bc")));
        assertThat(fingerprintOf(List.of(List.of(1), 2))).isNotEqualTo(fingerprintOf(List.of(List.of(1, 2))));
    }

    @Test
    void takes_every_nan_as_one_and_tells_zeros_apart() {
        double otherNan = Double.longBitsToDouble(0x7ff8000000000001L);

        assertThat(fingerprintOf(otherNan)).isEqualTo(fingerprintOf(Double.NaN));
        assertThat(fingerprintOf(-0.0)).isNotEqualTo(fingerprintOf(0.0));
    }

    @Test
    void does_not_depend_on_how_content_falls_into_buffers() {
        SplittableRandom random = new SplittableRandom(1);
        double[] numbers = random.doubles(5000).toArray();
        List<Double> list = Arrays.stream(numbers).boxed().toList();

        assertThat(fingerprintOf(numbers)).isEqualTo(fingerprintOf(list));
        numbers[4999] = Math.nextUp(numbers[4999]);
        assertThat(fingerprintOf(numbers)).isNotEqualTo(fingerprintOf(list));
    }
}
