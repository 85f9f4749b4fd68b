package dev.assay.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.assay.data.InvalidDataException;
import dev.assay.prediction.ClusterPredictions;
import dev.assay.prediction.LabelPredictions;
import dev.assay.prediction.LabelSetPredictions;
import dev.assay.prediction.NumberPredictions;
import dev.assay.prediction.Predictions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Predictions for examples that are known otherwise need no truth. */
class KnownExamplesTest {

    @TempDir
    Path folder;

    private Predictions read(String content, int examples, UnaryOperator<PredictionFile> options) throws IOException {
        Path file = Files.writeString(folder.resolve("p.csv"), content);
        return options.apply(PredictionFile.of(file)).predictions(examples);
    }

    private void fails(String content, int examples, String message) {
        assertThatThrownBy(() -> read(content, examples, file -> file.labels("a", "b")))
                .isInstanceOf(InvalidDataException.class)
                .hasMessage(folder.resolve("p.csv") + message);
    }

    @Test
    void labels_are_over_the_declared_vocabulary() throws IOException {
        LabelPredictions read = (LabelPredictions)
                read("predicted\nb\nb", 2, file -> file.labels("c", "b", "a").positive("b"));

        assertThat(read.labels().names()).containsExactly("c", "b", "a");
        assertThat(read.labels().positive()).contains("b");
        assertThat(read.index(1)).isEqualTo(1);
    }

    @Test
    void scores_are_put_into_the_order_of_the_labels() throws IOException {
        LabelPredictions read =
                (LabelPredictions) read("score_b,score_a\n.75,.25\n.5,.5", 2, file -> file.labels("a", "b"));

        assertThat(read.score(0, 1)).isEqualTo(.75);
        assertThat(read.index(0)).isEqualTo(1);
    }

    @Test
    void a_column_row_numbers_the_examples() throws IOException {
        NumberPredictions read =
                (NumberPredictions) read("row,predicted\n2,30\n0,10\n1,20", 3, PredictionFile::numbers);

        assertThat(IntStream.range(0, 3).mapToDouble(read::value)).containsExactly(10.0, 20.0, 30.0);
    }

    @Test
    void sets_of_labels_are_read() throws IOException {
        LabelSetPredictions read = (LabelSetPredictions) read(
                "predicted\n\"[\"\"a\"\"]\"\n[]", 2, file -> file.labelSets().labels("a", "b"));

        assertThat(read.set(0)).isEqualTo(Set.of("a"));
        assertThat(read.set(1)).isEmpty();
    }

    @Test
    void clusters_are_read() throws IOException {
        ClusterPredictions read = (ClusterPredictions) read("predicted\n1\n0", 2, PredictionFile::clusters);

        assertThat(read.cluster(0)).isEqualTo(1);
        assertThat(read.cluster(1)).isZero();
    }

    @Test
    void other_columns_are_not_read() throws IOException {
        LabelPredictions read =
                (LabelPredictions) read("truth,weight,predicted,age\n,heavy,b,", 1, file -> file.labels("a", "b"));

        assertThat(read.index(0)).isEqualTo(1);
    }

    @Test
    void rows_must_be_as_many_as_examples() {
        fails(
                "predicted\na\nb",
                3,
                ": it has 2 rows, but 3 examples are to be predicted; write one row for each example");
        fails(
                "predicted\na\nb",
                1,
                ": it has 2 rows, but 1 example is to be predicted; write one row for each example");
    }

    @Test
    void numbers_of_examples_must_be_those_there_are_each_once() {
        fails("row,predicted\n0,a\n2,b", 2, ", line 3, column 'row': no example \"2\"; they are numbered from 0 to 1");
        fails("row,predicted\nx,a\n1,b", 2, ", line 2, column 'row': no example \"x\"; they are numbered from 0 to 1");
        fails(
                "row,predicted\n1,a\n1,b",
                2,
                ", line 3, column 'row': example 1 is there twice, before in " + folder.resolve("p.csv") + ", line 2");
    }

    @Test
    void an_unknown_label_is_named_with_its_place() {
        fails(
                "predicted\na\nc",
                2,
                ", line 3, column 'predicted': no label \"c\"; the labels are declared as \"a\", \"b\"");
    }

    @Test
    void scores_that_are_no_probabilities_are_named_with_their_place() {
        fails("score_a,score_b\n.5,.5\n.5,.7", 2, ", line 3: the probabilities sum to 1.2 instead of 1");
    }
}
