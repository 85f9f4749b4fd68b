package dev.assay.clients;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Where the build put what is run. */
final class Place {

    private Place() {}

    /** Returns what the build said. */
    static String property(String name) {
        String value = System.getProperty("clients." + name);
        if (value == null) {
            throw new IllegalStateException("no system property clients." + name
                    + "; run these tests by ./mvnw -pl harness-engine/clients -am verify");
        }
        return value;
    }

    static Path target() {
        return Path.of(property("target"));
    }

    /** The compiled fixture. */
    static Path classes() {
        return target().resolve("classes");
    }

    /** The fixture's dependencies but for those that clients bring: the engine, the assertions and what they need. */
    static List<Path> dependencies() {
        return jars(target().resolve("fixture-class-path"));
    }

    /** The jars of a client. */
    static List<Path> client(String name) {
        return jars(target().resolve("clients").resolve(name));
    }

    /** Makes an empty folder for what a run writes. */
    static Path output(String name) {
        Path folder = target().resolve("runs").resolve(name);
        try {
            if (Files.exists(folder)) {
                try (Stream<Path> old = Files.walk(folder)) {
                    old.sorted((a, b) -> b.compareTo(a)).map(Path::toFile).forEach(File::delete);
                }
            }
            return Files.createDirectories(folder);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static String java() {
        return Path.of(property("java"), "bin", "java").toString();
    }

    /** Joins a class path or module path. */
    static String path(Stream<List<Path>> parts) {
        return parts.flatMap(List::stream).map(Path::toString).collect(Collectors.joining(File.pathSeparator));
    }

    private static List<Path> jars(Path folder) {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(".jar"))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
