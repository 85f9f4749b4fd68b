package dev.assay.data;

import static dev.assay.testing.Failures.assertInvalidData;
import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.testing.Examples;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TextFolderTest {

    @TempDir
    Path folder;

    private Path file(String path, byte... content) throws IOException {
        Path file = folder.resolve(path);
        Files.createDirectories(file.getParent());
        return Files.write(file, content);
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    @Test
    void reads_texts_with_their_labels() throws IOException {
        file("question/2.txt", utf8("Où est-il ? 猫\n"));
        file("question/1.txt", utf8("\uFEFFwhere?"));
        file("complaint/1.TXT");

        Dataset<String> messages = TextFolder.of(folder).read();

        assertThat(messages.inputs()).containsExactly("", "where?", "Où est-il ? 猫\n");
        assertThat(Examples.labels(messages)).containsExactly("complaint", "question", "question");
        assertThat(messages.id(2)).isEqualTo("question/2.txt");
        assertThat(messages.fingerprint()).isPresent();
    }

    @Test
    void fails_when_a_file_is_not_utf_8() throws IOException {
        file("a/1.txt", utf8("in order"));
        Path latin = file("a/2.txt", "né en été".getBytes(StandardCharsets.ISO_8859_1));

        assertInvalidData(
                TextFolder.of(folder)::read,
                latin + ": not text in UTF-8: byte 1 (from 0) is 0xe9; save it in that encoding");
    }

    @Test
    void fails_when_a_file_ends_within_a_character() throws IOException {
        Path cut = file("a/1.txt", (byte) 'x', (byte) 0xe7, (byte) 0x8c);

        assertInvalidData(
                TextFolder.of(folder)::read,
                cut + ": not text in UTF-8: byte 1 (from 0) is 0xe7; save it in that encoding");
    }

    @Test
    void skips_other_files_only_if_told_so() throws IOException {
        file("a/1.txt", utf8("x"));
        Path other = file("a/1.md", utf8("x"));

        assertInvalidData(
                TextFolder.of(folder)::read,
                other
                        + ": not one of the files that are read here (.txt); convert it, take it away, or leave out all such "
                        + "files with skippingOthers()");
        assertThat(TextFolder.of(folder).skippingOthers().read().size()).isEqualTo(1);
    }
}
