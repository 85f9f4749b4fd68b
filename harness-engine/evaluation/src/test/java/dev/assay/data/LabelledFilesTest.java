package dev.assay.data;

import static dev.assay.testing.Failures.assertInvalidData;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.assay.testing.Examples;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LabelledFilesTest {

    @TempDir
    Path folder;

    private Path file(String path, String content) throws IOException {
        Path file = folder.resolve(path);
        Files.createDirectories(file.getParent());
        return Files.writeString(file, content);
    }

    private Dataset<Path> read() {
        return LabelledFiles.of(folder, ".txt", ".log").read();
    }

    @Test
    void orders_files_by_label_and_path_whatever_order_they_were_written_in() throws IOException {
        for (String path :
                new String[] {"b/2.txt", "a/z/1.txt", "b/10.txt", "a/z-1.txt", "a/B.LOG", "C/1.txt", "a/b.txt"}) {
            file(path, path);
        }

        Dataset<Path> data = read();

        assertThat(data.size()).isEqualTo(7);
        assertThat(data.inputs().stream()
                        .map(path -> folder.relativize(path).toString().replace('\\', '/')))
                .containsExactly("C/1.txt", "a/B.LOG", "a/b.txt", "a/z-1.txt", "a/z/1.txt", "b/10.txt", "b/2.txt");
        assertThat(data.id(4)).isEqualTo("a/z/1.txt");
        assertThat(Examples.labels(data)).containsExactly("C", "a", "a", "a", "a", "b", "b");
        assertThat(data.name()).isEqualTo(folder.getFileName().toString());
    }

    @Test
    void leaves_out_what_is_hidden() throws IOException {
        file("a/1.txt", "x");
        file("a/.2.txt", "x");
        file("a/.cache/3.txt", "x");
        file("a/Thumbs.db", "x");
        file(".ipynb_checkpoints/4.txt", "x");
        file(".DS_Store", "x");

        assertThat(read().size()).isEqualTo(1);
    }

    @Test
    void knows_copies_by_their_bytes() throws IOException {
        file("a/1.txt", "same");
        file("a/2.txt", "other");
        file("b/3.txt", "same");

        Dataset<Path> data = read();

        assertThat(data.inputFingerprint(0)).isPresent().isEqualTo(data.inputFingerprint(2));
        assertThat(data.inputFingerprint(1)).isNotEqualTo(data.inputFingerprint(0));
    }

    @Test
    void fails_when_there_is_no_folder() {
        Path missing = Path.of("no", "such");

        assertInvalidData(
                () -> LabelledFiles.of(missing, ".txt").read(),
                missing + ": no such folder; looked for " + missing.toAbsolutePath());
    }

    @Test
    void fails_when_there_are_no_labels() {
        assertInvalidData(
                this::read,
                folder + ": no folders in it; there must be one for each label, with its files: " + folder
                        + "/<label>/…");
    }

    @Test
    void fails_when_a_label_has_no_files() throws IOException {
        file("a/1.txt", "x");
        Path empty = Files.createDirectories(folder.resolve("b"));

        assertInvalidData(
                this::read, empty + ": no .txt, .log file in the folder of a label; add some, or take the folder away");
    }

    @Test
    void fails_when_a_file_lies_beside_the_labels() throws IOException {
        file("a/1.txt", "x");
        Path beside = file("2.txt", "x");

        assertInvalidData(
                this::read,
                beside + ": a file beside the folders of labels; move it into that of its label: " + folder
                        + "/<label>/2.txt");
    }

    @Test
    void fails_when_a_file_is_of_another_kind_unless_these_are_skipped() throws IOException {
        file("a/1.txt", "x");
        Path other = file("a/2.docx", "x");

        assertInvalidData(
                this::read,
                other
                        + ": not one of the files that are read here (.txt, .log); convert it, take it away, or leave out all "
                        + "such files with skippingOthers()");
        file("notes.docx", "x");
        assertThat(LabelledFiles.of(folder, ".txt").skippingOthers().read().size())
                .isEqualTo(1);
    }

    @Test
    void fails_when_no_suffix_is_named() {
        assertThatThrownBy(() -> LabelledFiles.of(folder))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("which files are meant? Name at least one suffix, such as \".txt\"");
    }

    @Test
    void names_a_file_that_is_gone() throws IOException {
        Path gone = file("a/1.txt", "x");
        Dataset<Path> data = read();
        Files.delete(gone);

        assertThatThrownBy(() -> data.inputFingerprint(0))
                .isInstanceOf(InvalidDataException.class)
                .hasMessageStartingWith(gone + ": cannot be read: ");
    }
}
