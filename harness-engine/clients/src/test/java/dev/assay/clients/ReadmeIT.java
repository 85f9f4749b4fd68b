package dev.assay.clients;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What the README says is what is run. */
class ReadmeIT {

    private static final Set<Selection> NOT_BY_MAVEN = Set.of(Selection.ID, Selection.SUITE);

    @Test
    void the_table_of_counts_is_what_all_clients_show() throws IOException {
        assertThat(readme())
                .contains(Stream.concat(
                                Stream.of(
                                        "| run | tests | passed | failed | errors | aborted | skipped | console launcher |"
                                                + " Surefire |",
                                        "|---|---|---|---|---|---|---|---|---|"),
                                Stream.of(Selection.values()).map(ReadmeIT::row))
                        .collect(Collectors.joining("\n", "\n", "\n")));
    }

    private static String row(Selection selection) {
        List<Outcome> outcomes =
                selection.tests().stream().map(ExpectedTest::outcome).toList();
        String counts = Stream.of(Outcome.values())
                .map(outcome -> outcomes.stream().filter(outcome::equals).count())
                .map(String::valueOf)
                .collect(Collectors.joining(" | "));
        return "| " + selection.words() + " | " + outcomes.size() + " | " + counts + " | "
                + code(Console.arguments(selection, "classes")) + " | "
                + (NOT_BY_MAVEN.contains(selection) ? "" : code(Runner.SUREFIRE.arguments(selection))) + " |";
    }

    private static String code(List<String> arguments) {
        return arguments.isEmpty() ? "" : "`" + String.join(" ", arguments) + "`";
    }

    @Test
    void the_table_of_versions_is_what_the_build_fetches() throws IOException {
        String consoles = Stream.of("1.13", "1.14", "6.0", "6.1")
                .map(line -> version("console-" + line, "junit-platform-console-standalone"))
                .collect(Collectors.joining(", "));
        String junit5 = Runner.OLDER_SUREFIRE.junit();
        String junit6 = Runner.SUREFIRE.junit();

        assertThat(readme())
                .contains(
                        "| JUnit's console launcher, standalone | " + consoles + " |",
                        "| the same, the engine and the tests as modules | "
                                + version("modules-1.13", "junit-platform-console") + ", "
                                + version("modules-6.1", "junit-platform-console") + " |",
                        "| Eclipse's `RemoteTestRunner` | " + version("eclipse", "org.eclipse.jdt.junit.runtime")
                                + " with `junit5.runtime` " + version("eclipse", "org.eclipse.jdt.junit5.runtime")
                                + ", on each of those platforms |",
                        "| Surefire | " + Runner.SUREFIRE.version() + " with JUnit " + junit6 + " and " + junit5 + ", "
                                + Runner.OLDER_SUREFIRE.version() + " with JUnit " + junit5 + " |",
                        "| Failsafe | " + Runner.FAILSAFE.version() + " with JUnit " + junit6 + " |");
    }

    private static String version(String client, String artifact) {
        return Place.client(client).stream()
                .map(jar -> jar.getFileName().toString())
                .filter(name -> name.matches(artifact + "-\\d.*\\.jar"))
                .map(name -> name.substring(artifact.length() + 1, name.length() - ".jar".length()))
                .collect(Collectors.joining());
    }

    private static String readme() throws IOException {
        return Files.readString(Path.of(Place.property("fixture")).resolveSibling("README.md"), UTF_8);
    }
}
