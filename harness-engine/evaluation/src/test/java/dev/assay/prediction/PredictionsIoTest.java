package dev.assay.prediction;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.assay.data.Labels;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class PredictionsIoTest {

    private static final Labels LABELS = Labels.of("no", "perhaps", "ja ✓").withPositive("ja ✓");

    private static byte[] write(Predictions predictions) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        PredictionsIo.write(predictions, new DataOutputStream(bytes));
        return bytes.toByteArray();
    }

    private static Predictions read(byte[] bytes) throws IOException {
        return PredictionsIo.read(new DataInputStream(new ByteArrayInputStream(bytes)));
    }

    static Stream<Predictions> all() {
        double[] margins = {0.1, -0.0, 1e300, Double.MIN_VALUE, 3, 3};
        return Stream.of(
                Predictions.labels(LABELS, 2, 0, 1),
                Predictions.probabilities(LABELS, 0.1, 0.2, 0.7, 1, 0, 0),
                Predictions.probabilities(LABELS, 0.1f, 0.2f, 0.7f, 1f, 0f, 0f),
                Predictions.margins(LABELS, margins),
                Predictions.margins(LABELS, margins).withPredicted(1, 0),
                Predictions.numbers(1.5, -2, 1e-310),
                Predictions.numbers(1.5, -2).withQuantiles(new double[] {0.1, 0.9}, 1, 2, -3, -1),
                Predictions.labelSets(LABELS, List.of(Set.of(), Set.of("no", "ja ✓"))),
                Predictions.labelSets(LABELS, List.of(Set.of(), Set.of("no"))).withScores(1, 2, 3, 4, 5, 6),
                Predictions.clusters(3, 1, 3),
                Predictions.clusters(0, 1).withPoints(new double[] {1, 2}, new double[] {-1, 0.5}));
    }

    @ParameterizedTest
    @MethodSource("all")
    void gives_back_what_was_written(Predictions predictions) throws IOException {
        Predictions same = read(write(predictions));

        assertThat(same.getClass()).isEqualTo(predictions.getClass());
        assertThat(same.size()).isEqualTo(predictions.size());
        assertThat(write(same)).isEqualTo(write(predictions));
    }

    @Test
    void gives_back_labels_scores_and_what_was_predicted() throws IOException {
        LabelPredictions same = (LabelPredictions) read(
                write(Predictions.margins(LABELS, 0.1, -0.0, 1e300, 3, 2, 1).withPredicted(1, 0)));

        assertThat(same.labels()).isEqualTo(LABELS);
        assertThat(same.labels().positive()).hasValue("ja ✓");
        assertThat(same.scoreKind()).isEqualTo(ScoreKind.MARGINS);
        assertThat(same.score(0, 2)).isEqualTo(1e300);
        assertThat(same.label(0)).isEqualTo("perhaps");
        assertThat(same.isByHighestScore()).isFalse();
    }

    @ParameterizedTest
    @MethodSource("all")
    void fails_where_bytes_are_missing(Predictions predictions) throws IOException {
        byte[] bytes = write(predictions);

        for (int length = 0; length < bytes.length; length++) {
            byte[] part = Arrays.copyOf(bytes, length);
            assertThatThrownBy(() -> read(part)).isInstanceOf(EOFException.class);
        }
    }

    @Test
    void fails_where_there_are_no_predictions() {
        assertThatThrownBy(() -> read(new byte[] {0, 1, 'X'}))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("X");
    }

    @Test
    void checks_what_it_reads_like_what_a_model_gives() throws IOException {
        byte[] bytes = write(Predictions.probabilities(LABELS, 0.25, 0.25, 0.5));
        byte[] written = write(Predictions.margins(LABELS, 0.25, 0.25, 0.5));
        // an exponent of the last score, before the flag at the end
        bytes[bytes.length - 9] ^= 0x10;

        assertThat(written).hasSizeLessThan(bytes.length);
        assertThatThrownBy(() -> read(bytes)).isInstanceOf(InvalidPredictionsException.class);
    }
}
