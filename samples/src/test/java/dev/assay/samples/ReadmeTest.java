package dev.assay.samples;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What the README shows is code that is compiled and run. */
class ReadmeTest {

    @Test
    void the_first_test_is_that_of_the_failing_gate() throws IOException {
        List<String> shown = Files.readAllLines(Path.of("../README.md")).stream()
                .dropWhile(line -> !line.equals("```java"))
                .skip(1)
                .takeWhile(line -> !line.equals("```"))
                .filter(line -> !line.isBlank())
                .toList();

        assertThat(shown).hasSizeBetween(15, 30);
        assertThat(Files.readAllLines(Path.of("failing-gate/src/test/java/org/clinic/TumourModelTest.java")))
                .containsSubsequence(shown);
    }
}
