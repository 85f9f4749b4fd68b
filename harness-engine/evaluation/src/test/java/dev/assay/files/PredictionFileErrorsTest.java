package dev.assay.files;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.assay.data.InvalidDataException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is wrong with a file is said with its place and the remedy. */
class PredictionFileErrorsTest {

    @TempDir
    Path folder;

    private void fails(String name, String content, String message) throws IOException {
        fails(name, content, UnaryOperator.identity(), message);
    }

    private void fails(String name, String content, UnaryOperator<PredictionFile> options, String message)
            throws IOException {
        Path file = Files.writeString(folder.resolve(name), content);
        assertThatThrownBy(() -> options.apply(PredictionFile.of(file)).evaluation())
                .isInstanceOf(InvalidDataException.class)
                .hasMessageStartingWith(file.toString())
                .hasMessageContaining(message);
    }

    private void csv(String content, String message) throws IOException {
        fails("p.csv", content, message);
    }

    @Test
    void a_file_that_is_not_there() {
        for (String name : new String[] {"no.csv", "no.jsonl", "no.npz"}) {
            assertThatThrownBy(() -> PredictionFile.of(folder.resolve(name)).evaluation())
                    .hasMessageContaining(name + ": no such file; looked for ");
        }
    }

    @Test
    void a_format_whose_adapter_is_not_there() throws IOException {
        fails(
                "p.Parquet",
                "PAR1",
                ": no reader of this format is there; add the dependency dev.assay:assay-duckdb, which reads Parquet");
        fails(
                "p.arrow",
                "ARROW1",
                ": no reader of this format is there; add the dependency dev.assay:assay-arrow, which reads Arrow's files");
        fails(
                "p.feather",
                "ARROW1",
                ": no reader of this format is there; add the dependency dev.assay:assay-arrow, which reads Feather's files");
    }

    @Test
    void columns_that_are_missing() throws IOException {
        csv(
                "y,predicted\na,a",
                "no column 'truth' to judge predictions by; the columns are y, predicted; name the one");
        csv("truth,p\na,a", "no column 'predicted' and none of scores");
        csv("truth,truth\na,a", "column 'truth' occurs twice");
        fails("p.csv", "truth,predicted\na,a", file -> file.column("row", "id"), "no column 'id'; the columns are");
        csv("model,truth,predicted\nm,a,a\nn,a,a", "there is no column 'row'");
        csv("repeat,truth,predicted\n0,a,a\n1,a,a", "there is no column 'row'");
    }

    @Test
    void columns_that_no_convention_knows() {
        assertThatThrownBy(() -> PredictionFile.of(folder).column("weigth", "w"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("no column is called \"weigth\" by convention, but row, repeat, fold, truth, ");
    }

    @Test
    void csv_that_is_not_whole() throws IOException {
        csv("", "the file is empty");
        csv("truth,predicted\n", "no predictions below the line of column names");
        csv("truth,predicted\na,a\na", ", line 3: 1 fields where the header has 2");
        csv("truth,predicted\na,a,b\n", ", line 2: more fields where the header has 2");
        csv("truth,predicted\na,\"a\nb,b", ", line 2: a quote is opened and never closed");
        csv("truth,predicted\na,\"a\"x\nb,b", ", line 2: text behind a closing quote");
        Path file = Files.write(folder.resolve("latin.csv"), new byte[] {
            't', 'r', 'u', 't', 'h', ',', 'p', 'r', 'e', 'd', 'i', 'c', 't', 'e', 'd', '\n', (byte) 0xE4, ',', 'a'
        });
        assertThatThrownBy(() -> PredictionFile.of(file).evaluation())
                .hasMessageContaining(", line 2, column 'truth': the cell is not text in UTF-8");
    }

    @Test
    void cells_that_are_missing_or_no_numbers() throws IOException {
        csv("truth,predicted\na,a\n\n,a\n", ", line 4, column 'truth': the cell is empty");
        csv("truth,predicted\na,a\nb,\n", ", line 3, column 'predicted': the cell is empty");
        csv(
                "truth,score_a\na,1\na,one\n",
                ", line 3, column 'score_a': the cell is \"one\", but a number was expected");
        csv("truth,score_a\na,nan\n", ", line 2, column 'score_a': the cell is NaN, which is not a finite number");
        csv("truth,score_a\na,1e999\n", ", line 2, column 'score_a': the cell is Infinity");
        csv("truth,score_a,score_b\na,1,0\na,1,\n", ", line 3, column 'score_b': the score is missing");
        csv("truth,predicted,fold\na,a,first\n", ", line 2, column 'fold': the cell is \"first\", but a whole number");
        csv("truth,predicted,weight\na,a,-1\n", ", line 2, column 'weight': the weight is negative: -1.0");
        csv("truth,predicted,weight\na,a,0\n", ", column 'weight': all weights are zero");
        csv("row,truth,predicted\n,a,a\n", ", line 2, column 'row': the cell is empty, but every row needs");
    }

    @Test
    void lines_count_those_within_quotes() throws IOException {
        csv("truth,predicted,note\na,a,\"x\ny\"\nb,,z\n", ", line 4, column 'predicted': the cell is empty");
    }

    @Test
    void labels_that_are_unknown() throws IOException {
        csv("truth,score_a\na,1\nb,1\n", ", line 3, column 'truth': no label \"b\", since only \"a\" have scores");
        csv("truth,predicted,score_a\na,b,1\n", ", line 2, column 'predicted': no label \"b\"");
        fails(
                "p.csv",
                "truth,predicted\na,a\na,c\n",
                file -> file.labels("a", "b"),
                ", line 3, column 'predicted': no label \"c\"; the labels are declared as \"a\", \"b\"");
        fails(
                "p.csv",
                "truth,score_a,score_x\na,1,0\n",
                file -> file.labels("a", "b"),
                "column 'score_x' has scores of \"x\", which is not among the declared labels");
        fails("p.csv", "truth,predicted\na,a\n", file -> file.positive("z"), "the positive label \"z\" is not among");
    }

    @Test
    void probabilities_that_are_none() throws IOException {
        csv("truth,score_a,score_b\na,0.5,0.5\nb,0.5,0.6\n", ", line 3: the probabilities sum to 1.1 instead of 1");
        csv(
                "truth,score_a,score_b\na,3,-2\n",
                ", line 2: the probability of \"a\" is 3.0; if these are logits or votes, say so with margins(…)");
    }

    @Test
    void examples_that_are_there_twice() throws IOException {
        csv("row,truth,predicted\n1,a,a\n2,a,a\n1,a,a\n", ", line 4: example 1 is there twice");
        csv(
                "row,fold,truth,predicted\n1,0,a,a\n2,1,b,b\n1,1,a,a\n",
                ", line 4: example 1 is in fold 1 of repeat 0 and in fold 0 of it");
        csv(
                "model,row,truth,predicted\nm,1,a,a\nn,1,b,a\n",
                ", line 3, column 'truth': example 1 has \"b\" here, but \"a\" in ");
    }

    @Test
    void models_that_are_several_or_one() throws IOException {
        String several = "model,row,truth,predicted\nm,1,a,a\nn,1,a,a\n";
        csv(several, "it has the predictions of 2 models, \"m\", \"n\"; take one with");
        Path file = folder.resolve("p.csv");
        assertThatThrownBy(() -> PredictionFile.of(file).evaluation("x")).hasMessageContaining("no model \"x\"");
        csv(
                "model,row,truth,predicted\nm,1,a,a\nm,2,a,a\nn,1,a,a\n",
                "model \"n\" has predictions for 1 of 2 examples");
        Files.writeString(file, "truth,predicted\na,a\n");
        assertThatThrownBy(() -> PredictionFile.of(file).comparison())
                .hasMessageContaining("it has the predictions of one model");
    }

    @Test
    void json_that_is_none() throws IOException {
        fails("p.jsonl", "", "the file is empty");
        fails("p.jsonl", "[1]", ", line 1: not an object");
        fails("p.jsonl", "{\"truth\": 1, \"predicted\": 1}\n{\"truth\": \n", ", line ");
        fails(
                "p.jsonl",
                "{\"truth\": 1, \"predicted\": 1}\n{\"truth\": 1, \"predikted\": 1}\n",
                ", line 2: 'predikted' is not in the first object");
        fails(
                "p.jsonl",
                "{\"truth\": 1, \"score_1\": 1}\n\n{\"truth\": 1, \"score_1\": NaN}\n",
                ", line 3, column 'score_1': the cell is NaN");
        fails(
                "p.jsonl",
                "{\"truth\": 1, \"predicted\": 1}\n{\"truth\": 1}\n",
                ", line 2, column 'predicted': the cell is empty");
        fails(
                "p.jsonl",
                "{\"truth\": \"a\", \"predicted\": [\"a\"]}",
                PredictionFile::labelSets,
                ", line 1, column 'truth': the cell is a, but a set of labels was expected");
    }

    private void array(String name, byte[] content) throws IOException {
        Files.write(folder.resolve(name + ".npy"), content);
    }

    private void arraysFail(String message) {
        assertThatThrownBy(() -> PredictionFile.of(folder).evaluation())
                .isInstanceOf(InvalidDataException.class)
                .hasMessageStartingWith(folder.toString())
                .hasMessageContaining(message);
    }

    @Test
    void arrays_that_are_none() throws IOException {
        byte[] two = PredictionFileTest.npy("|i1", "2,", (byte) 0, (byte) 1);
        array("truth", two);
        arraysFail("no column 'predicted'");
        array("predicted", PredictionFileTest.npy("|i1", "1,", (byte) 0));
        arraysFail("array 'predicted': it has 1 elements, but there are 2 of the truth");
        array("predicted", PredictionFileTest.npy("|i1", "2,", (byte) 0));
        arraysFail("array 'predicted': it ends too early");
        array("predicted", PredictionFileTest.npy("|i1", "2, 1", (byte) 0, (byte) 1));
        arraysFail("array 'predicted': its shape is [2, 1]");
        array("predicted", PredictionFileTest.npy(">i2", "2,", (byte) 0, (byte) 1));
        arraysFail("array 'predicted': its numbers are big-endian");
        array("predicted", PredictionFileTest.npy("|O8", "2,"));
        arraysFail("array 'predicted': elements of type 'O8' can't be read, they are Python objects");
        array("predicted", new byte[] {1, 2, 3});
        arraysFail("array 'predicted': it isn't in NumPy's format");
        array("predicted", two);
        array("scores", PredictionFileTest.npy("|i1", "2, 2", (byte) 1, (byte) 0, (byte) 1, (byte) 0));
        arraysFail("no array 'labels' says which labels the columns of 'scores' are of");
        array("labels", PredictionFileTest.npy("|i1", "1,", (byte) 0));
        arraysFail("array 'scores': it has 2 columns, but there are 1 labels: 0");
        array("labels", PredictionFileTest.npy("|i1", "2,", (byte) 0, (byte) 1));
        // a NaN of four bytes, little-endian
        array("scores", PredictionFileTest.npy("<f4", "2, 2", new byte[] {
            0, 0, 0, 0, 0, 0, (byte) 0xC0, 0x7F, 0, 0, 0, 0, 0, 0, 0, 0
        }));
        arraysFail("array 'scores': row 0, 'score_1': the element is NaN, which is not a finite number");
        assertThatThrownBy(() -> PredictionFile.of(folder.resolve("truth.npy")).evaluation())
                .hasMessageContaining("one array is not enough");
        Path archive = Files.writeString(folder.resolve("p.npz"), "no archive");
        assertThatThrownBy(() -> PredictionFile.of(archive).evaluation())
                .isInstanceOf(InvalidDataException.class)
                .hasMessageContaining("p.npz: not a whole archive of arrays");
    }

    @Test
    void a_folder_of_parquet_files_is_refused_with_the_remedy() throws IOException {
        Path spark = Files.createDirectory(folder.resolve("predictions.parquet"));
        Files.createFile(spark.resolve("_SUCCESS"));
        Files.createFile(spark.resolve("part-00000-c000.snappy.parquet"));

        assertThatThrownBy(() -> PredictionFile.of(spark).evaluation())
                .isInstanceOf(InvalidDataException.class)
                .hasMessage(
                        spark
                                + ": it is a folder of Parquet's files, as Spark writes them, but one file is read; write one, as with "
                                + "pandas.read_parquet(\"predictions.parquet\").to_parquet(\"all.parquet\"), or name the only one in it");
    }
}
