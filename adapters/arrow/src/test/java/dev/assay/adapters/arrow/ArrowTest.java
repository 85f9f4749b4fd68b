package dev.assay.adapters.arrow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.assay.data.InvalidDataException;
import dev.assay.evaluation.Evaluation;
import dev.assay.files.PredictionFile;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ArrowTest {

    @TempDir
    Path folder;

    private static Path resource(String name) {
        try {
            return Path.of(ArrowTest.class.getResource("/expected/" + name).toURI());
        } catch (URISyntaxException e) {
            throw new AssertionError(e);
        }
    }

    private Path copy(String name, int bytes) throws Exception {
        byte[] content = Files.readAllBytes(resource(name));
        return Files.write(
                folder.resolve("copy.arrow"), Arrays.copyOf(content, bytes < 0 ? content.length + bytes : bytes));
    }

    private static void assertUnreadable(Path file, String why) {
        assertThatExceptionOfType(InvalidDataException.class)
                .isThrownBy(() -> PredictionFile.of(file).evaluation())
                .withMessageStartingWith(file + ": cannot be read as Arrow: " + why)
                .withMessageEndingWith("write the file again, as pandas does with to_feather(…)");
    }

    @Test
    void truth_values_and_texts_are_attributes_as_in_other_formats() {
        Evaluation evaluation = PredictionFile.of(resource("whole.feather")).evaluation();

        assertThat(evaluation.attributes().get("cured")).containsExactly("True", "False", "True");
    }

    @Test
    void a_missing_cell_is_named() {
        Path file = resource("missing.feather");
        assertThatExceptionOfType(InvalidDataException.class)
                .isThrownBy(() -> PredictionFile.of(file).evaluation())
                .withMessageStartingWith(file + ", row 2, column 'score_a': the score is missing");
    }

    @Test
    void a_file_that_is_cut_off_is_named() throws Exception {
        assertUnreadable(copy("whole.feather", -20), "");
    }

    @Test
    void a_file_of_something_else_is_named() throws Exception {
        Path file = Files.writeString(folder.resolve("predictions.arrow"), "truth,predicted\na,b\n".repeat(20));

        assertUnreadable(file, "");
    }

    @Test
    void a_damaged_footer_is_named() throws Exception {
        Path file = copy("whole.feather", 2_000);
        Files.write(
                file,
                "ARROW1".getBytes(java.nio.charset.StandardCharsets.US_ASCII),
                java.nio.file.StandardOpenOption.APPEND);

        assertUnreadable(file, "");
    }

    @Test
    void a_jvm_without_access_to_its_buffers_is_told_how_to_start() throws Exception {
        Path output = folder.resolve("output");
        int exit = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        WithoutAccess.class.getName(),
                        resource("whole.feather").toString())
                .redirectErrorStream(true)
                .redirectOutput(output.toFile())
                .start()
                .waitFor();

        assertThat(Files.readString(output))
                .contains("whole.feather: Arrow Java can't be started in this JVM; start it with"
                        + " --add-opens=java.base/java.nio=ALL-UNNAMED");
        assertThat(exit).isZero();
    }
}
