package dev.assay.engine.internal.execution;

import java.net.URISyntaxException;
import java.nio.file.FileSystemNotFoundException;
import java.nio.file.Path;
import java.security.CodeSource;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Finds the folder of result files for a class, wherever the tests were started: beside the folder of compiled classes that
 * the class comes from, and so in the build folder of its module.
 */
final class OutputDirectory {

    private static final String NAME = "assay";

    private OutputDirectory() {}

    /** Returns the folder, relative to the working directory where it is below that. */
    static Path of(Class<?> type) {
        Path folder = location(type).flatMap(OutputDirectory::besideClasses).orElse(Path.of("target", NAME));
        Path working = Path.of("").toAbsolutePath();
        return folder.startsWith(working) ? working.relativize(folder) : folder;
    }

    /** Returns the folder of predictions that outlive a clean build: in the folder that the build folder is in. */
    static Path ofCache(Class<?> type) {
        return module(type).resolve(".assay").resolve("cache");
    }

    /** Returns the folder of accepted evaluations, which is meant to be under version control. */
    static Path ofBaselines(Class<?> type) {
        return module(type).resolve("assay-baselines");
    }

    private static Path module(Class<?> type) {
        Path build = of(type).toAbsolutePath().getParent();
        Path module = build == null ? null : build.getParent();
        return module == null ? Path.of("") : module;
    }

    /** Knows Maven's {@code target/test-classes} and Gradle's {@code build/classes/java/test}. */
    static Optional<Path> besideClasses(Path classes) {
        Path parent = classes.getParent();
        if (parent == null) {
            return Optional.empty();
        }
        if (isNamed(classes, "test-classes") || isNamed(classes, "classes")) {
            return Optional.of(parent.resolve(NAME));
        }
        Path ofLanguages = parent.getParent();
        return ofLanguages != null && isNamed(ofLanguages, "classes")
                ? Optional.of(ofLanguages.resolveSibling(NAME))
                : Optional.empty();
    }

    private static boolean isNamed(Path folder, String name) {
        return folder.endsWith(name);
    }

    private static Optional<Path> location(Class<?> type) {
        return Optional.ofNullable(type.getProtectionDomain().getCodeSource()).flatMap(OutputDirectory::path);
    }

    private static Optional<Path> path(@Nullable CodeSource source) {
        try {
            return source == null || source.getLocation() == null
                    ? Optional.empty()
                    : Optional.of(Path.of(source.getLocation().toURI()));
        } catch (URISyntaxException | IllegalArgumentException | FileSystemNotFoundException e) {
            return Optional.empty();
        }
    }
}
