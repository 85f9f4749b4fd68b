package dev.assay.samples;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What the README shows is code that is compiled and run. */
class ReadmeTest {

    /** Returns the lines of the first Java code behind a heading. */
    private static List<String> codeBehind(String heading) throws IOException {
        return Files.readAllLines(Path.of("../README.md")).stream()
                .dropWhile(line -> !line.startsWith(heading))
                .dropWhile(line -> !line.equals("```java"))
                .skip(1)
                .takeWhile(line -> !line.equals("```"))
                .filter(line -> !line.isBlank())
                .toList();
    }

    @Test
    void the_metric_of_ones_own_is_that_of_the_sample() throws IOException {
        List<String> shown = codeBehind("## Metrics");

        assertThat(shown).hasSizeBetween(10, 25);
        assertThat(Files.readAllLines(Path.of("src/test/java/dev/assay/samples/MetricsTest.java")).stream()
                        .map(String::strip))
                .containsSubsequence(shown.stream().map(String::strip).toList());
    }

    @Test
    void the_grid_is_that_of_the_sample() throws IOException {
        List<String> shown = codeBehind("A grid makes candidates");

        assertThat(shown).hasSizeBetween(10, 25);
        assertThat(Files.readAllLines(Path.of("src/test/java/dev/assay/samples/TunedTreeModelTest.java")).stream()
                        .map(String::strip))
                .containsSubsequence(shown.stream().map(String::strip).toList());
    }

    @Test
    void the_provider_of_parameters_is_that_of_the_sample() throws IOException {
        List<String> shown = codeBehind("A check may take parameters of types of your own");

        assertThat(shown).hasSize(10);
        assertThat(Files.readAllLines(Path.of("src/test/java/dev/assay/samples/LimitsProvider.java")))
                .containsSubsequence(shown);
    }

    @Test
    void the_first_test_is_that_of_the_failing_gate() throws IOException {
        List<String> shown = codeBehind("#");

        assertThat(shown).hasSizeBetween(15, 30);
        assertThat(Files.readAllLines(Path.of("failing-gate/src/test/java/org/clinic/TumourModelTest.java")))
                .containsSubsequence(shown);
    }

    @Test
    void the_gate_is_that_of_the_sample() throws IOException {
        List<String> shown = codeBehind("A gate that is declared");

        assertThat(shown).hasSize(5);
        assertThat(Files.readAllLines(Path.of("src/test/java/dev/assay/samples/IrisModelTest.java")))
                .containsSubsequence(shown);
    }

    @Test
    void the_budgets_are_those_of_the_sample() throws IOException {
        List<String> shown = codeBehind("## Budgets");

        assertThat(shown).hasSize(7);
        assertThat(Files.readAllLines(Path.of("src/test/java/dev/assay/samples/WineTest.java")).stream()
                        .map(String::strip))
                .containsSubsequence(shown.stream().map(String::strip).toList());
    }

    @Test
    void the_check_of_a_baseline_is_that_of_its_sample() throws IOException {
        List<String> shown = codeBehind("## Baselines");

        assertThat(shown).hasSize(4);
        assertThat(Files.readAllLines(Path.of("accepted-baseline/src/test/java/org/cellar/WineModelTest.java")).stream()
                        .map(String::strip))
                .containsSubsequence(shown.stream().map(String::strip).toList());
    }

    @Test
    void the_images_are_those_of_the_sample() throws IOException {
        List<String> shown = codeBehind("## Images and texts");

        assertThat(shown).hasSizeBetween(7, 15);
        assertThat(Files.readAllLines(Path.of("src/test/java/dev/assay/samples/DigitImagesTest.java")).stream()
                        .map(String::strip))
                .containsSubsequence(shown.stream().map(String::strip).toList());
    }

    @Test
    void the_file_of_predictions_is_that_of_the_sample() throws IOException {
        List<String> shown = codeBehind("## Predictions from files");

        assertThat(shown).hasSizeBetween(7, 15);
        assertThat(
                        Files.readAllLines(Path.of("src/test/java/dev/assay/samples/ScikitLearnPredictionsTest.java"))
                                .stream()
                                .map(String::strip))
                .containsSubsequence(shown.stream().map(String::strip).toList());
    }

    @Test
    void the_command_is_that_of_the_sample() throws IOException {
        List<String> shown = codeBehind("## Models that a command trains");

        assertThat(shown).hasSize(4);
        assertThat(Files.readAllLines(Path.of("src/test/java/dev/assay/samples/ScikitLearnForestTest.java")).stream()
                        .map(String::strip))
                .containsSubsequence(shown.stream().map(String::strip).toList());
    }

    @Test
    void the_trainer_of_tribuo_is_that_of_the_sample() throws IOException {
        List<String> shown = codeBehind("## Trainers and models of Tribuo");

        assertThat(shown).hasSize(5);
        assertThat(Files.readAllLines(Path.of("src/test/java/dev/assay/samples/WineXgBoostModelTest.java")).stream()
                        .map(String::strip))
                .containsSubsequence(shown.stream().map(String::strip).toList());
    }
}
