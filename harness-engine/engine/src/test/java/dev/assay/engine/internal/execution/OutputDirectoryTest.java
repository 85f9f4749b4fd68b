package dev.assay.engine.internal.execution;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OutputDirectoryTest {

    @ParameterizedTest
    @CsvSource({
        "/home/me/app/target/test-classes, /home/me/app/target/assay",
        "/home/me/app/target/classes, /home/me/app/target/assay",
        "/home/me/app/build/classes/java/test, /home/me/app/build/assay",
        "/home/me/app/build/classes/kotlin/test, /home/me/app/build/assay"
    })
    void is_in_the_build_folder_of_the_module(Path classes, Path expected) {
        assertThat(OutputDirectory.besideClasses(classes)).contains(expected);
    }

    @ParameterizedTest
    @CsvSource({"/home/me/tests.jar", "/home/me/bin/test", "/", "/tests"})
    void is_not_guessed_from_other_folders(Path classes) {
        assertThat(OutputDirectory.besideClasses(classes)).isEmpty();
    }

    @Test
    void is_relative_to_the_working_directory_where_that_contains_it() {
        assertThat(OutputDirectory.of(getClass())).isEqualTo(Path.of("target", "assay"));
    }

    @Test
    void is_in_target_for_classes_that_come_from_nowhere() {
        assertThat(OutputDirectory.of(String.class)).isEqualTo(Path.of("target", "assay"));
    }
}
