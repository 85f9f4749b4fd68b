package dev.assay.clients;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** A Maven build of the fixture, in a folder of its own. */
final class MavenBuild {

    /** The last line of the results, which is written at a level that depends on them. */
    private static final Pattern RESULTS =
            Pattern.compile("^\\[\\w+] (Tests run: [^,\n]+, [^T\n]*)$", Pattern.MULTILINE);

    private final Runner runner;
    private final Path folder;

    MavenBuild(Runner runner, String name) {
        this.runner = runner;
        this.folder = Place.output(runner + "-" + name);
    }

    Path folder() {
        return folder;
    }

    /** Runs the tests of the compiled fixture. */
    Fork run(List<String> arguments) {
        List<String> command = new ArrayList<>(List.of(
                Path.of(Place.property("maven"), "bin", isWindows() ? "mvn.cmd" : "mvn")
                        .toString(),
                "--batch-mode",
                "--no-transfer-progress",
                "--file",
                Path.of(Place.property("fixture"), "pom.xml").toString(),
                "--global-settings",
                settings().toString()));
        command.addAll(runner.goals());
        Map<String, String> properties = Map.of(
                "maven.repo.local", Place.target().resolve("local-repo").toString(),
                // other builds fill the same repository at the same time
                "aether.syncContext.named.factory", "file-lock",
                "aether.syncContext.named.nameMapper", "file-gav",
                "assay.version", Place.property("assay"),
                "junit.version", runner.junit(),
                "surefire.version", runner.version(),
                "orchard.target", folder.toString(),
                "orchard.classes", Place.classes().toString(),
                "assay.output", folder.resolve("assay").toString(),
                "argLine", Fork.quickOptions());
        properties.forEach((name, value) -> command.add("-D" + name + "=" + value));
        command.addAll(arguments);
        return Fork.run(
                folder,
                command,
                Map.of("JAVA_HOME", Place.property("java"), "MAVEN_OPTS", Fork.quickOptions(), "MAVEN_ARGS", ""));
    }

    private static boolean isWindows() {
        return System.getProperty("os.name").startsWith("Windows");
    }

    /** Lets the build take what the running build has downloaded; settings of users remain beside these. */
    private Path settings() {
        try {
            String settings = Files.readString(Path.of(Place.property("maven.settings")), UTF_8)
                    .replace(
                            "@localRepositoryUrl@",
                            Path.of(Place.property("maven.repository")).toUri().toString());
            return Files.writeString(folder.resolve("settings.xml"), settings, UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Asks for what a build is to report, and to end with. */
    void require(Fork fork, List<ReportedTest> reported, int flakes) {
        List<Outcome> outcomes = reported.stream().map(ReportedTest::outcome).toList();
        Counts counts = Counts.of(outcomes);
        int errors = (int) outcomes.stream().filter(Outcome.ERROR::equals).count();
        assertThat(results(fork))
                .isEqualTo("Tests run: " + counts.found() + ", Failures: " + (counts.failed() - errors) + ", Errors: "
                        + errors + ", Skipped: " + (counts.skipped() + counts.aborted())
                        + (flakes == 0 ? "" : ", Flakes: " + flakes));
        assertThat(fork.exitCode()).as(fork.output()).isEqualTo(counts.failed() > 0 ? 1 : 0);
        assertThat(reports().stream().flatMap(Xml::testCases))
                .containsExactlyInAnyOrderElementsOf(reported)
                .doesNotHaveDuplicates();
        assertThat(reports())
                .extracting(report -> report.getFileName().toString())
                .containsExactlyInAnyOrderElementsOf(reported.stream()
                        .map(test -> "TEST-" + runner.reportedIn(test.className()) + ".xml")
                        .distinct()
                        .toList());
    }

    private static String results(Fork fork) {
        Matcher matcher = RESULTS.matcher(fork.output());
        String last = "";
        while (matcher.find()) {
            if (!matcher.group(1).contains("Time elapsed")) {
                last = matcher.group(1);
            }
        }
        assertThat(last).as(fork.output()).isNotEmpty();
        return last.strip();
    }

    List<Path> reports() {
        try (Stream<Path> files = Files.list(folder.resolve(runner.reports()))) {
            return files.filter(file -> file.getFileName().toString().matches("TEST-.*\\.xml"))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
