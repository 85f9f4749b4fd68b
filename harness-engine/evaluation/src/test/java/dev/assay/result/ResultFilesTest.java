package dev.assay.result;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.assay.evaluation.Evaluation;
import dev.assay.evaluation.Judgement;
import dev.assay.metric.ClassificationMetrics;
import dev.assay.testing.RandomCases;
import dev.assay.testing.Script;
import dev.assay.verdict.Criteria;
import dev.assay.verdict.Judge;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ResultFilesTest {

    private static final String TEST_CLASS = "org.clinic.TumourModelTest";

    @TempDir
    Path folder;

    private final Evaluation forest = Script.tumours(3, 1, 0, 4, 4, 0, 2, 2).crossValidated(2);

    private ResultFiles files() {
        return ResultFiles.in(folder);
    }

    private Path write(Evaluation evaluation, Map<String, List<Judgement>> judgements) {
        files().write(TEST_CLASS, evaluation, judgements, false);
        return files().file(TEST_CLASS, evaluation.candidate());
    }

    private List<String> writtenNames() throws IOException {
        try (Stream<Path> written = Files.list(folder.resolve(TEST_CLASS))) {
            return written.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '`',
            value = {
                "forest, forest",
                "logistic regression, logistic%20regression",
                "v1.2_b-c~d, v1%2E2_b-c~d",
                "x.timings, x%2Etimings",
                ".hidden, %2Ehidden",
                ".., %2E%2E",
                "a/b\\c, a%2Fb%5Cc",
                "50 %?*:|<>\"', 50%20%25%3F%2A%3A%7C%3C%3E%22%27",
                "随机森林, %E9%9A%8F%E6%9C%BA%E6%A3%AE%E6%9E%97",
                "🦊, %F0%9F%A6%8A"
            })
    void a_file_is_named_after_its_candidate_percent_encoded(String candidate, String name) {
        assertThat(files().file(TEST_CLASS, candidate))
                .isEqualTo(folder.resolve(TEST_CLASS).resolve(name + ".json"));
    }

    @Test
    void very_long_names_are_shortened_and_stay_apart() {
        String name = "森林".repeat(200);
        Path one = files().file(TEST_CLASS, name + "1");
        Path two = files().file(TEST_CLASS, name + "2");

        assertThat(one).isNotEqualTo(two);
        assertThat(List.of(one, two))
                .allSatisfy(
                        file -> assertThat(file.getFileName().toString()).matches("[%0-9A-F]{191}~[0-9a-f]{8}\\.json"));
    }

    @Test
    void no_name_leads_out_of_the_folder() {
        RandomCases.check(300, random -> {
            String name = random.ints(random.nextInt(1, 8), 1, 128)
                    .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                    .toString();
            Path file = files().file(TEST_CLASS, name);

            assertThat(file.normalize()).isEqualTo(file).hasParentRaw(folder.resolve(TEST_CLASS));
        });
    }

    @Test
    void what_was_written_is_read_back() {
        Judge.judge(forest, Criteria.atLeast(ClassificationMetrics.F1, 0.5));
        Judge.judge(forest, Criteria.atLeast(ClassificationMetrics.ROC_AUC, 0.5));
        Judge.judge(
                forest, Criteria.atMost(ClassificationMetrics.F1.macro(), 0.5).atConfidence(0.9));
        Map<String, List<Judgement>> judgements =
                Map.of("isGood()", forest.ledger().judgements());
        files().write(TEST_CLASS, forest, judgements, true);

        Result read = ResultFiles.read(files().file(TEST_CLASS, "forest"));

        assertThat(read).isEqualTo(new ResultAssembly(forest, true).result(TEST_CLASS, judgements));
        assertThat(read.judgements())
                .extracting(Result.JudgementEntry::outcome)
                .containsExactly(Result.Outcome.MET, Result.Outcome.NOT_MET, Result.Outcome.INCONCLUSIVE);
        assertThat(read.judgements()).extracting(Result.JudgementEntry::check).containsOnly("isGood()");
        assertThat(read.judgements().get(0).message()).isNull();
        assertThat(read.judgements().get(1).message()).contains("ROC AUC").contains("undefined");
    }

    @Test
    void judgements_are_kept_in_the_order_of_checks() {
        Judgement judgement = Judge.judge(forest, Criteria.atLeast(ClassificationMetrics.F1, 0.5))
                .judgement();
        Map<String, List<Judgement>> judgements = new LinkedHashMap<>();
        for (String check : List.of("z()", "a()", "m()")) {
            judgements.put(check, List.of(judgement));
        }

        assertThat(ResultFiles.read(write(forest, judgements)).judgements())
                .extracting(Result.JudgementEntry::check)
                .containsExactly("z()", "a()", "m()");
    }

    @Test
    void predictions_are_written_only_where_they_are_asked_for() {
        Path file = write(forest, Map.of());
        assertThat(ResultFiles.read(file).folds())
                .hasSize(2)
                .extracting(Result.FoldEntry::predictions)
                .containsOnlyNulls();

        files().write(TEST_CLASS, forest, Map.of(), true);
        assertThat(ResultFiles.read(file).folds().get(1).predictions())
                .hasSize(8)
                .first()
                .isEqualTo(new Result.Prediction(8, "8", "malignant", "malignant", null));
    }

    @Test
    void predictions_of_numbers_and_scores_are_exact() {
        Script numbers = Script.numbers(List.of(0.1, 2.0, 1e300), 0.30000000000000004, -0.0, 1 / 3.0);
        files().write(TEST_CLASS, numbers.fitted(), Map.of(), true);
        assertThat(ResultFiles.read(files().file(TEST_CLASS, "forest"))
                        .folds()
                        .get(0)
                        .predictions())
                .containsExactly(
                        new Result.Prediction(0, "0", 0.1, 0.30000000000000004, null),
                        new Result.Prediction(1, "1", 2.0, -0.0, null),
                        new Result.Prediction(2, "2", 1e300, 1 / 3.0, null));

        Script scored = Script.probabilities(List.of("malignant", "benign"), 1 / 3.0, 0.125);
        files().write(TEST_CLASS, scored.fitted(), Map.of(), true);
        assertThat(ResultFiles.read(files().file(TEST_CLASS, "forest"))
                        .folds()
                        .get(0)
                        .predictions())
                .containsExactly(
                        new Result.Prediction(0, "0", "malignant", "benign", List.of(1 - 1 / 3.0, 1 / 3.0)),
                        new Result.Prediction(1, "1", "benign", "benign", List.of(0.875, 0.125)));
    }

    @Test
    void timings_are_in_a_file_of_their_own() throws IOException {
        Path file = write(forest, Map.of());

        assertThat(writtenNames()).containsExactly("forest.json", "forest.timings.json");
        assertThat(Files.readString(file)).doesNotContainIgnoringCase("seconds");
        assertThat(Files.readString(file.resolveSibling("forest.timings.json"))).matches("""
                        \\{
                          "schema" : "assay-timings/1",
                          "testClass" : "org.clinic.TumourModelTest",
                          "candidate" : "forest",
                          "remarks" : \\[ \\],
                          "folds" : \\[ (\\{
                            "repeat" : 0,
                            "fold" : [01],
                            "fitSeconds" : [-0-9.E]+,
                            "predictSeconds" : [-0-9.E]+
                          \\}(, )?){2} \\]
                        \\}
                        """);
    }

    @Test
    void timings_are_read_back_where_there_are_any() {
        write(forest, Map.of());

        Timings timings = files().readTimings(TEST_CLASS, "forest").orElseThrow();
        assertThat(timings).isEqualTo(new ResultAssembly(forest, false).timings(TEST_CLASS));
        assertThat(timings.folds())
                .hasSize(2)
                .allSatisfy(fold -> assertThat(fold.fitSeconds()).isNotNegative());
        assertThat(files().readTimings(TEST_CLASS, "floor")).isEmpty();
    }

    @Test
    void timings_of_something_else_fail_naming_the_file() throws IOException {
        Path file = write(forest, Map.of()).resolveSibling("forest.timings.json");
        Files.writeString(file, "{}");

        assertThatThrownBy(() -> files().readTimings(TEST_CLASS, "forest"))
                .isInstanceOf(ResultException.class)
                .hasMessage(file + ": not a timings file of Assay: its \"schema\" is not assay-timings/…");
    }

    @Test
    void writing_replaces_an_older_file_and_leaves_nothing_else_behind() throws IOException {
        Files.createDirectories(folder.resolve(TEST_CLASS));
        Files.writeString(files().file(TEST_CLASS, "forest"), "old");

        Path file = write(forest, Map.of());

        assertThat(ResultFiles.read(file).candidate()).isEqualTo("forest");
        assertThat(writtenNames()).containsExactly("forest.json", "forest.timings.json");
    }

    @Test
    void deleting_a_result_takes_its_timings_along_and_leaves_others() throws IOException {
        write(forest, Map.of());
        write(
                Evaluation.ofFittedModel(
                        "floor",
                        Script.tumours(1, 0, 0, 1).predictor(),
                        Script.tumours(1, 0, 0, 1).data()),
                Map.of());

        files().delete(TEST_CLASS, "forest");
        files().delete(TEST_CLASS, "nothing");

        assertThat(writtenNames()).containsExactly("floor.json", "floor.timings.json");
    }

    @Test
    void a_file_can_be_read_by_whoever_may_read_other_files() throws IOException {
        assumeTrue(Files.getFileStore(folder).supportsFileAttributeView("posix"));
        Path other = Files.writeString(folder.resolve("other"), "");

        assertThat(Files.getPosixFilePermissions(write(forest, Map.of())))
                .isEqualTo(Files.getPosixFilePermissions(other));
    }

    @Test
    void writing_to_where_no_file_can_be_fails_naming_the_file() throws IOException {
        Files.writeString(folder.resolve(TEST_CLASS), "a file in the folder's place");

        assertThatThrownBy(() -> write(forest, Map.of()))
                .isInstanceOf(ResultException.class)
                .hasMessageStartingWith(files().file(TEST_CLASS, "forest") + ": cannot be written: ")
                .hasCauseInstanceOf(IOException.class);
    }

    @Test
    void a_write_that_fails_leaves_nothing_behind() throws IOException {
        Path inTheWay =
                Files.createDirectories(files().file(TEST_CLASS, "forest").resolve("folder"));

        assertThatThrownBy(() -> write(forest, Map.of())).isInstanceOf(ResultException.class);

        assertThat(inTheWay).exists();
        assertThat(writtenNames()).containsExactly("forest.json");
    }

    @Test
    void reading_a_missing_file_fails_naming_it() {
        Path file = folder.resolve("nothing.json");

        assertThatThrownBy(() -> ResultFiles.read(file))
                .isInstanceOf(ResultException.class)
                .hasMessage(file + ": no such file");
    }

    @Test
    void reading_a_truncated_file_fails_naming_it_wherever_it_ends() throws IOException {
        String whole = Files.readString(write(forest, Map.of()));
        for (int length : new int[] {1, 20, 200, whole.length() / 2, whole.length() - 3}) {
            Path file = Files.writeString(folder.resolve("truncated.json"), whole.substring(0, length));

            assertThatThrownBy(() -> ResultFiles.read(file))
                    .isInstanceOf(ResultException.class)
                    .hasMessageStartingWith(file + ": not a whole result of Assay: Unexpected end-of-input");
        }
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '`',
            value = {"``", "[1]", "`{\"schema\": 1}`", "`{\"tests\": 5, \"schema\": \"junit\"}`"})
    void reading_a_file_of_something_else_fails_naming_it(String content) throws IOException {
        Path file = Files.writeString(folder.resolve("foreign.json"), content);

        assertThatThrownBy(() -> ResultFiles.read(file))
                .isInstanceOf(ResultException.class)
                .hasMessage(file + ": not a result of Assay: its \"schema\" is not assay-result/…");
    }

    @Test
    void reading_a_file_of_a_later_version_fails_naming_both_versions() throws IOException {
        Path file = Files.writeString(folder.resolve("later.json"), "{\"schema\": \"assay-result/2\"}");

        assertThatThrownBy(() -> ResultFiles.read(file))
                .isInstanceOf(ResultException.class)
                .hasMessage(
                        file + ": has the form assay-result/2, but this version of Assay reads assay-result/1; use the"
                                + " version that wrote it");
    }

    @Test
    void reading_a_file_that_lacks_a_field_fails_naming_both() throws IOException {
        Path file = write(forest, Map.of());
        Files.writeString(file, Files.readString(file).replace("\"candidate\"", "\"name\""));

        assertThatThrownBy(() -> ResultFiles.read(file))
                .isInstanceOf(ResultException.class)
                .hasMessageStartingWith(file + ": not a whole result of Assay: ")
                .hasMessageContaining("candidate");
    }

    @Test
    void reading_a_file_with_a_text_for_a_number_fails_naming_it() throws IOException {
        Path file = write(forest, Map.of());
        Files.writeString(file, Files.readString(file).replace("\"examples\" : 16", "\"examples\" : \"many\""));

        assertThatThrownBy(() -> ResultFiles.read(file))
                .isInstanceOf(ResultException.class)
                .hasMessageStartingWith(file + ": not a whole result of Assay: ");
    }
}
