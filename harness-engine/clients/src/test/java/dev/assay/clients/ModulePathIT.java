package dev.assay.clients;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.spi.ToolProvider;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The console launcher, the engine and the fixture as modules, of which the fixture's opens itself to JUnit alone. */
class ModulePathIT {

    private static final String MODULE = """
            module org.orchard {
                requires dev.assay.assertions;
                requires dev.assay.engine;
                requires org.junit.jupiter.api;
                requires static org.jspecify;

                opens org.orchard to org.junit.platform.commons;
                opens org.orchard.citrus to org.junit.platform.commons;
            }
            """;

    @ParameterizedTest
    @ValueSource(strings = {"1.13", "6.1"})
    void finds_the_engine_and_runs_all_tests_of_a_module(String version) throws IOException {
        Path folder = Place.output("module-path-" + version);
        List<Path> client = Place.client("modules-" + version);
        String libraries = Place.path(Stream.of(client, Place.dependencies()));
        Path fixture = compile(
                folder, Place.path(Stream.of(client, Place.dependencies(), Place.client("modules-to-compile"))));
        Console console = Console.onModulePath(
                folder, reporting(client), libraries + System.getProperty("path.separator") + fixture, "org.orchard");

        Fork fork = console.run(List.of("--select-module=org.orchard"));

        // the only engine
        console.requireAll(fork, Fixture.TESTS, 1);
    }

    private static Path reporting(List<Path> client) {
        return client.stream()
                .filter(jar -> jar.getFileName().toString().startsWith("junit-platform-reporting-"))
                .findFirst()
                .orElseThrow();
    }

    /** Compiles the fixture, but for the suite, whose annotations are in a module of their own. */
    private static Path compile(Path folder, String modulePath) throws IOException {
        Path module = Files.writeString(folder.resolve("module-info.java"), MODULE, UTF_8);
        Path classes = folder.resolve("org.orchard");
        try (Stream<Path> files = Files.walk(Path.of(Place.property("fixture"), "src", "test", "java"))) {
            Stream<String> sources =
                    files.map(Path::toString).filter(file -> file.endsWith(".java") && !file.endsWith("Suite.java"));
            int exitCode = ToolProvider.findFirst("javac")
                    .orElseThrow()
                    .run(
                            System.out,
                            System.err,
                            Stream.of(
                                            Stream.of("--release", "17", "-d", classes.toString()),
                                            Stream.of("--module-path", modulePath),
                                            Stream.of(module.toString()),
                                            sources)
                                    .flatMap(arguments -> arguments)
                                    .toArray(String[]::new));
            assertThat(exitCode).isZero();
        }
        return classes;
    }
}
