package dev.assay.clients;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.opentest4j.reporting.tooling.core.validator.DefaultValidator;

/** Runs of JUnit's console launcher, and what all of them must show. */
final class Console {

    private final Path folder;
    private final Path catalogJar;
    private final List<String> java;

    /**
     * Prepares a run.
     *
     * @param folder for what it writes
     * @param catalogJar the jar with the schema of JUnit's additions to reports
     * @param java options and main class
     */
    private Console(Path folder, Path catalogJar, Stream<String> java) {
        this.folder = folder;
        this.catalogJar = catalogJar;
        this.java = java.toList();
    }

    /** Prepares a run on the class path, with the launcher and all engines that the standalone jar of a version has. */
    static Console standalone(String version, String name) {
        List<Path> client = Place.client("console-" + version);
        return new Console(
                Place.output("console-" + version + "-" + name),
                client.get(0),
                Stream.of(
                        "-cp",
                        Place.path(Stream.of(client, List.of(Place.classes()), Place.dependencies())),
                        "org.junit.platform.console.ConsoleLauncher"));
    }

    /** Prepares a run on the module path. */
    static Console onModulePath(Path folder, Path reporting, String modulePath, String root) {
        return new Console(
                folder,
                reporting,
                Stream.of(
                        "-p",
                        modulePath,
                        "--add-modules",
                        root,
                        "-m",
                        "org.junit.platform.console/org.junit.platform.console.ConsoleLauncher"));
    }

    /** Says on the command line what is to be run of compiled classes. */
    static List<String> arguments(Selection selection, String classes) {
        String everything = "--scan-classpath=" + classes;
        return switch (selection) {
            case EVERYTHING -> List.of(everything);
            case CLASS -> List.of("--select-class=" + Fixture.APPLE);
            case PACKAGE -> List.of("--select-package=org.orchard.citrus");
            case METHOD -> List.of("--select-method=" + Fixture.APPLE + "#eachBeatsChance");
            case ID -> List.of("--select-unique-id=" + Selection.ID.test().id());
            case TAG -> List.of(everything, "--include-tag=gate");
            case OTHER_TAGS -> List.of(everything, "--exclude-tag=gate");
            case SUITE -> List.of("--select-class=" + Fixture.SUITE);
        };
    }

    Fork run(List<String> arguments) {
        return Fork.run(
                folder,
                Fork.java(Stream.of(
                                java,
                                List.of(
                                        "execute",
                                        "--disable-banner",
                                        "--disable-ansi-colors",
                                        "--details=summary",
                                        "--reports-dir=reports",
                                        "--config=assay.output=" + folder.resolve("assay"),
                                        "--config=junit.platform.reporting.open.xml.enabled=true"),
                                arguments)
                        .flatMap(List::stream)),
                Map.of());
    }

    /**
     * Asks for counts, names, texts and ids of tests that all ran to their ends.
     *
     * @param fork the run
     * @param tests the tests
     * @param containersAround how many containers there are beside classes and checks
     */
    void requireAll(Fork fork, List<ExpectedTest> tests, int containersAround) {
        List<ReportedTest> reported = tests.stream().map(ExpectedTest::reported).toList();
        requireCounts(fork, reported, containersAround + Containers.of(tests), 0);
        requireLegacyReport(reported);
        requireOpenReport(tests.stream().collect(Collectors.toMap(ExpectedTest::id, ExpectedTest::outcome)));
    }

    /**
     * Asks for counts in the summary, and for an exit code that fits them.
     *
     * @param fork the run
     * @param tests what became of the tests
     * @param containers how many containers there are
     * @param containersSkipped how many of them didn't begin
     */
    static void requireCounts(Fork fork, List<ReportedTest> tests, int containers, int containersSkipped) {
        int begun = containers - containersSkipped;
        assertThat(Counts.read("containers", fork.output()))
                .as(fork.output())
                .isEqualTo(new Counts(containers, containersSkipped, begun, 0, begun, 0));
        Counts counts = Counts.of(tests.stream().map(ReportedTest::outcome).toList());
        assertThat(Counts.read("tests", fork.output())).as(fork.output()).isEqualTo(counts);
        assertThat(fork.exitCode()).isEqualTo(counts.failed() > 0 ? 1 : 0);
    }

    /** Asks for the test cases of the report in the form of JUnit 4. */
    void requireLegacyReport(List<ReportedTest> expected) {
        try (Stream<Path> files = Files.list(folder.resolve("reports"))) {
            assertThat(files.filter(file -> file.getFileName().toString().startsWith("TEST-"))
                            .flatMap(Xml::testCases))
                    .containsExactlyInAnyOrderElementsOf(expected)
                    .doesNotHaveDuplicates();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Asks for a valid report in the form of Open Test Reporting, and for what became of tests, by their ids. */
    void requireOpenReport(Map<String, Outcome> expected) {
        Path report = openReport();
        URI catalog = URI.create("jar:" + catalogJar.toUri() + "!/org/junit/platform/reporting/open/xml/catalog.xml");
        assertThat(new DefaultValidator(catalog).validate(report)).isEmpty();

        Map<String, String> statuses = expected.entrySet().stream()
                .collect(Collectors.toMap(Map.Entry::getKey, entry -> OpenReport.status(entry.getValue())));
        assertThat(OpenReport.statusById(report)).containsExactlyInAnyOrderEntriesOf(statuses);
    }

    private Path openReport() {
        try (Stream<Path> files = Files.walk(folder.resolve("reports"))) {
            List<Path> reports = files.filter(
                            file -> file.getFileName().toString().equals("open-test-report.xml"))
                    .toList();
            assertThat(reports).hasSize(1);
            return reports.get(0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
