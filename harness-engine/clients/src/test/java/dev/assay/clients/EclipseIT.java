package dev.assay.clients;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What Eclipse shows. */
class EclipseIT {

    /** What Eclipse's runner was made for. */
    private static final String PLATFORM = "1.14";

    /** Says on the command line what is to be run. */
    static List<String> arguments(Selection selection, Path folder) {
        List<String> everything = Stream.concat(
                        Stream.of("-classNames"),
                        Fixture.TESTS.stream()
                                .map(ExpectedTest::className)
                                .filter(name -> !name.contains("$"))
                                .distinct())
                .toList();
        return switch (selection) {
            case EVERYTHING -> everything;
            case CLASS -> List.of("-classNames", Fixture.APPLE);
            case PACKAGE -> List.of("-packageNameFile", packages(folder).toString());
            case METHOD -> List.of("-test", Fixture.APPLE + ":eachBeatsChance");
            case ID ->
                List.of(
                        "-classNames",
                        Fixture.GRID,
                        "-uniqueId",
                        Selection.ID.test().id());
            case TAG ->
                Stream.concat(everything.stream(), Stream.of("--include-tag", "gate"))
                        .toList();
            case OTHER_TAGS ->
                Stream.concat(everything.stream(), Stream.of("--exclude-tag", "gate"))
                        .toList();
            case SUITE -> List.of("-classNames", Fixture.SUITE);
        };
    }

    private static Path packages(Path folder) {
        try {
            return Files.writeString(folder.resolve("packages.txt"), "org.orchard.citrus\n");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @ParameterizedTest
    @EnumSource
    void runs_what_is_selected(Selection selection) {
        requireAll(PLATFORM, selection);
    }

    @ParameterizedTest
    @ValueSource(strings = {"1.13", "6.0", "6.1"})
    void runs_everything_on_other_versions_of_the_platform(String version) {
        requireAll(version, Selection.EVERYTHING);
    }

    private static void requireAll(String version, Selection selection) {
        Path folder = Place.output("eclipse-" + version + "-" + selection);

        RemoteRun run = new RemoteRun(RemoteRunner.run(version, folder, arguments(selection, folder)));

        List<ExpectedTest> tests = selection.tests();
        assertThat(run.isComplete()).isTrue();
        assertThat(run.announced())
                .isEqualTo((int) tests.stream().filter(test -> !test.streamed()).count());
        String prefix =
                selection == Selection.SUITE ? "[engine:junit-platform-suite]/[suite:" + Fixture.SUITE + "]/" : "";
        assertThat(run.reported())
                .containsExactlyInAnyOrderElementsOf(
                        tests.stream().map(test -> asEclipseShows(test, prefix)).toList());
        Map<String, List<String>> differences = tests.stream()
                .filter(test -> test.miss().isPresent())
                .collect(Collectors.toMap(
                        test -> prefix + test.id(),
                        test -> List.of(
                                test.miss().get().expected(), test.miss().get().actual())));
        assertThat(run.differences()).containsExactlyInAnyOrderEntriesOf(differences);
    }

    /** Eclipse tells tests apart by their ids, and shows no reason of a skipped one. */
    private static ReportedTest asEclipseShows(ExpectedTest test, String prefix) {
        return new ReportedTest(
                test.className(),
                test.method() + " " + prefix + test.id(),
                test.outcome(),
                test.outcome() == Outcome.SKIPPED ? "" : test.text());
    }
}
