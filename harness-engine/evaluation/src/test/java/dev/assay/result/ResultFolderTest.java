package dev.assay.result;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.assay.evaluation.Evaluation;
import dev.assay.testing.Script;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ResultFolderTest {

    private static final String TEST_CLASS = ClassResultExamples.TEST_CLASS;

    @TempDir
    Path folder;

    private ResultFiles files() {
        return ResultFiles.in(folder);
    }

    private Path write(String testClass, String candidate) {
        Script script = Script.tumours(3, 1, 0, 4);
        Evaluation evaluation = Evaluation.ofFittedModel(candidate, script.predictor(), script.data());
        files().write(testClass, evaluation, Map.of(), false);
        return files().file(testClass, candidate);
    }

    private List<ClassResults> readAll() {
        return ResultFiles.readAll(folder);
    }

    @Test
    void a_class_is_read_back_with_its_candidates_in_the_order_of_its_summary() {
        write(TEST_CLASS, "a");
        write(TEST_CLASS, "v1.2");
        ClassResult summary =
                ClassResultExamples.of(List.of("v1.2", "a"), List.of(new ClassResult.Failure("broken", "no idea")));
        files().writeSummary(summary);

        assertThat(readAll()).hasSize(1).first().satisfies(results -> {
            assertThat(results.summary()).isEqualTo(summary);
            assertThat(results.results()).extracting(Result::candidate).containsExactly("v1.2", "a");
        });
    }

    @Test
    void a_summary_is_read_back_as_it_was_written() {
        List.of("forest", "floor", "endless").forEach(candidate -> write(TEST_CLASS, candidate));
        files().writeSummary(ClassResultExamples.compared());

        assertThat(readAll()).extracting(ClassResults::summary).containsExactly(ClassResultExamples.compared());
    }

    @Test
    void the_result_of_a_candidate_that_the_summary_does_not_name_is_an_earlier_run_s() {
        write(TEST_CLASS, "forest");
        write(TEST_CLASS, "removed");
        files().writeSummary(ClassResultExamples.of(List.of("forest"), List.of()));

        assertThat(readAll().get(0).results()).extracting(Result::candidate).containsExactly("forest");
    }

    @Test
    void a_class_all_of_whose_candidates_failed_is_there_without_results() {
        files().writeSummary(ClassResultExamples.failed());

        assertThat(readAll()).containsExactly(new ClassResults(ClassResultExamples.failed(), List.of()));
    }

    @Test
    void classes_come_by_name() {
        List.of("org.B", "org.A", "org.A$Inner").forEach(testClass -> write(testClass, "forest"));

        assertThat(readAll())
                .extracting(results -> results.summary().testClass())
                .containsExactly("org.A", "org.A$Inner", "org.B");
    }

    @Test
    void without_a_summary_one_is_derived_from_the_results() {
        write(TEST_CLASS, "forest");
        write(TEST_CLASS, "a b");

        ClassResults results = readAll().get(0);

        assertThat(results.results()).extracting(Result::candidate).containsExactly("a b", "forest");
        assertThat(results.summary())
                .isEqualTo(new ClassResult(
                        "assay-class/1",
                        TEST_CLASS,
                        "TumourModelTest",
                        List.of("a b", "forest"),
                        List.of(),
                        null,
                        new ClassResult.ErrorBudget(0, 0, 0, null, null),
                        List.of()));
    }

    @Test
    void other_folders_and_files_are_passed_over() throws IOException {
        write(TEST_CLASS, "forest");
        Files.writeString(folder.resolve("index.json"), "{}");
        Files.writeString(folder.resolve(TEST_CLASS).resolve("forest.predictions.jsonl"), "{}");
        Files.writeString(Files.createDirectories(folder.resolve("css")).resolve("style.css"), "");
        Files.createDirectories(folder.resolve("empty"));

        assertThat(readAll()).hasSize(1);
        assertThat(readAll().get(0).results()).hasSize(1);
    }

    @Test
    void there_may_be_nothing_in_the_folder() {
        assertThat(readAll()).isEmpty();
    }

    @Test
    void a_missing_folder_fails_naming_it() {
        Path missing = folder.resolve("missing");

        assertThatThrownBy(() -> ResultFiles.readAll(missing))
                .isInstanceOf(ResultException.class)
                .hasMessage(missing + ": no such folder; run the model tests first");
    }

    @Test
    void a_missing_result_fails_naming_it() {
        files().writeSummary(ClassResultExamples.of(List.of("forest"), List.of()));

        assertThatThrownBy(this::readAll)
                .isInstanceOf(ResultException.class)
                .hasMessage(files().file(TEST_CLASS, "forest")
                        + ": no such file, but class.summary.json names it; run the model tests again");
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '`',
            value = {
                "`{\"schema\": \"assay-class/1\", \"testCl`, `not a whole class summary of Assay: Unexpected end-of-input`",
                "`{\"schema\": \"assay-class/1\"}`, `not a whole class summary of Assay: `",
                "`{\"schema\": \"assay-class/2\"}`, `has the form assay-class/2, but this version of Assay reads assay-class/1`",
                "`{\"schema\": \"assay-result/1\"}`, `not a class summary of Assay: its \"schema\" is not assay-class/…`",
                "`{\"a\": {\"schema\": \"assay-class/1\"}}`, `not a class summary of Assay: its`",
                "`[]`, `not a class summary of Assay: its`"
            })
    void a_summary_that_can_not_be_used_fails_naming_its_file(String content, String message) throws IOException {
        files().writeSummary(ClassResultExamples.failed());
        Path file = Files.writeString(files().summaryFile(TEST_CLASS), content);

        assertThatThrownBy(this::readAll)
                .isInstanceOf(ResultException.class)
                .hasMessageStartingWith(file + ": " + message);
    }

    @Test
    void a_foreign_result_fails_naming_its_file_with_a_summary_or_without() throws IOException {
        Path file = Files.writeString(write(TEST_CLASS, "forest"), "{\"tests\": 5}");
        String message = file + ": not a result of Assay: its \"schema\" is not assay-result/…";

        assertThatThrownBy(this::readAll).isInstanceOf(ResultException.class).hasMessage(message);
        files().writeSummary(ClassResultExamples.of(List.of("forest"), List.of()));
        assertThatThrownBy(this::readAll).isInstanceOf(ResultException.class).hasMessage(message);
    }

    @Test
    void a_summary_that_can_not_be_written_fails_naming_its_file() throws IOException {
        Files.writeString(folder.resolve(TEST_CLASS), "a file in the folder's place");

        assertThatThrownBy(() -> files().writeSummary(ClassResultExamples.failed()))
                .isInstanceOf(ResultException.class)
                .hasMessageStartingWith(files().summaryFile(TEST_CLASS) + ": cannot be written: ");
    }
}
