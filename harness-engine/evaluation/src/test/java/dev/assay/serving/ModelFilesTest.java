package dev.assay.serving;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ModelFilesTest {

    @TempDir
    private Path folder;

    @Test
    void adds_up_the_files_of_a_folder_and_of_those_in_it() throws IOException {
        Path file = Files.write(folder.resolve("model.onnx"), new byte[100]);
        Files.write(Files.createDirectories(folder.resolve("a/b")).resolve("weights"), new byte[23]);

        assertThat(ModelFiles.size(file)).isEqualTo(100);
        assertThat(ModelFiles.size(folder)).isEqualTo(123);
    }

    @Test
    void follows_links() throws IOException {
        Path blob = Files.write(Files.createDirectories(folder.resolve("blobs")).resolve("4f2a"), new byte[70]);
        Path snapshot = Files.createDirectories(folder.resolve("snapshot"));
        link(snapshot.resolve("model.onnx"), blob);

        assertThat(ModelFiles.size(snapshot)).isEqualTo(70);
    }

    private static void link(Path link, Path target) throws IOException {
        try {
            Files.createSymbolicLink(link, target);
        } catch (FileSystemException | UnsupportedOperationException e) {
            Assumptions.abort("no links on this file system: " + e);
        }
    }

    @Test
    void fails_for_a_link_that_leads_nowhere() throws IOException {
        Files.write(folder.resolve("config.json"), new byte[9]);
        Path link = folder.resolve("model.onnx");
        link(link, folder.resolve("missing"));

        assertThatIllegalArgumentException()
                .isThrownBy(() -> ModelFiles.size(folder))
                .withMessage(folder + ": the size of " + link
                        + " is not known, since it is neither a file nor a folder but a link that leads to none");
    }

    @Test
    void fails_for_a_link_that_leads_back_with_the_folder() throws IOException {
        Files.write(folder.resolve("model.onnx"), new byte[9]);
        Path link = folder.resolve("again");
        link(link, folder);

        assertThatExceptionOfType(UncheckedIOException.class)
                .isThrownBy(() -> ModelFiles.size(folder))
                .withMessage(folder + " can't be read: FileSystemLoopException: " + link);
    }

    @Test
    void fails_where_there_is_no_file() {
        Path missing = folder.resolve("missing");

        assertThatIllegalArgumentException()
                .isThrownBy(() -> ModelFiles.size(missing))
                .withMessage(missing + ": there is no such file or folder (looked for " + missing + ")");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ModelFiles.size(folder))
                .withMessage(folder + " holds no file, so no model (looked in " + folder + ")");
    }
}
