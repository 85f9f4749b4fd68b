package dev.assay.evaluation;

import dev.assay.data.Fingerprint;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.jar.Attributes;
import java.util.jar.JarFile;
import java.util.jar.Manifest;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What the program's code is: all that is on its class path and module path, and the version of Java. */
final class ClassPathDigest {

    private static @Nullable String known;

    private ClassPathDigest() {}

    /**
     * Returns the digest of this program, computed once.
     *
     * @throws IOException if a file can't be read
     */
    static synchronized String get() throws IOException {
        if (known == null) {
            String paths = System.getProperty("java.class.path", "")
                    + File.pathSeparator
                    + System.getProperty("jdk.module.path", "");
            known = of(Arrays.stream(paths.split(File.pathSeparator, -1))
                    .filter(entry -> !entry.isEmpty())
                    .map(Path::of)
                    .toList());
        }
        return known;
    }

    static String of(List<Path> entries) throws IOException {
        try {
            return Fingerprint.of(sink -> {
                        sink.text(System.getProperty("java.vm.version", ""));
                        withManifests(entries).forEach(entry -> add(entry, sink));
                    })
                    .value();
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    /** Test runners put the class path into the manifest of a jar where command lines would be too long. */
    private static Set<Path> withManifests(List<Path> entries) {
        Set<Path> all = new LinkedHashSet<>();
        Deque<Path> open = new ArrayDeque<>(entries);
        while (!open.isEmpty()) {
            Path entry = open.removeFirst().toAbsolutePath().normalize();
            if (all.add(entry) && Files.isRegularFile(entry)) {
                classPathOf(entry).forEach(open::addLast);
            }
        }
        return all;
    }

    private static List<Path> classPathOf(Path jar) {
        try (JarFile file = new JarFile(jar.toFile())) {
            Manifest manifest = file.getManifest();
            String classPath =
                    manifest == null ? null : manifest.getMainAttributes().getValue(Attributes.Name.CLASS_PATH);
            return classPath == null
                    ? List.of()
                    : Arrays.stream(classPath.strip().split("\\s+", -1))
                            .filter(url -> !url.isEmpty())
                            .map(url -> Path.of(jar.toUri().resolve(url)))
                            .toList();
        } catch (IOException | IllegalArgumentException e) {
            // not a jar, or a class path of something else than files: its own bytes are all there is
            return List.of();
        }
    }

    private static void add(Path entry, Fingerprint.Sink sink) {
        try {
            if (Files.isDirectory(entry)) {
                addFolder(entry, sink);
            } else if (Files.isRegularFile(entry) && !isMadeForOneRun(entry)) {
                sink.bytes(Files.readAllBytes(entry));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A runner's own jar has a new name and new paths each time; what it refers to counts. */
    private static boolean isMadeForOneRun(Path jar) {
        return !classPathOf(jar).isEmpty();
    }

    private static void addFolder(Path folder, Fingerprint.Sink sink) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.filter(Files::isRegularFile).sorted().toList()) {
                sink.text(folder.relativize(file).toString().replace(File.separatorChar, '/'));
                sink.bytes(Files.readAllBytes(file));
            }
        }
    }
}
