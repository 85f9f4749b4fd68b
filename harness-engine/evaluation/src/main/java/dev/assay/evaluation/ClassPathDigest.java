package dev.assay.evaluation;

import dev.assay.data.Fingerprint;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.FileSystemNotFoundException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.jar.Attributes;
import java.util.jar.JarFile;
import java.util.jar.Manifest;
import java.util.stream.Stream;

/**
 * What the program's code is: all that is on its class path and module path, what else the class loader of a class reads, and
 * the version of Java.
 */
final class ClassPathDigest {

    private static final Map<List<Path>, String> KNOWN = new HashMap<>();

    private ClassPathDigest() {}

    /**
     * Returns the digest of the code that a class belongs to, computed once.
     *
     * @param owner such as a test class
     * @throws IOException if a file can't be read, or the class was loaded in a way that doesn't show from where
     */
    static String of(Class<?> owner) throws IOException {
        List<Path> entries = entries(owner);
        synchronized (KNOWN) {
            String known = KNOWN.get(entries);
            if (known == null) {
                known = of(entries);
                KNOWN.put(entries, known);
            }
            return known;
        }
    }

    private static List<Path> entries(Class<?> owner) throws IOException {
        Set<Path> entries = new LinkedHashSet<>();
        for (String property : List.of("java.class.path", "jdk.module.path")) {
            for (String entry : System.getProperty(property, "").split(File.pathSeparator, -1)) {
                if (!entry.isEmpty()) {
                    entries.add(path(entry));
                }
            }
        }
        addLoaders(owner, entries);
        addHome(owner, entries);
        return List.copyOf(entries);
    }

    private static Path path(String entry) throws IOException {
        try {
            return Path.of(entry);
        } catch (InvalidPathException e) {
            throw new IOException(e);
        }
    }

    /** Runners that share a JVM with the tests, such as JUnit's console, load these by loaders of their own. */
    private static void addLoaders(Class<?> owner, Set<Path> entries) throws IOException {
        ClassLoader known = ClassLoader.getSystemClassLoader();
        for (ClassLoader loader = owner.getClassLoader();
                loader != null && loader != known && loader != known.getParent();
                loader = loader.getParent()) {
            if (!(loader instanceof URLClassLoader urls)) {
                throw new IOException("the loader of " + owner.getName() + ", a "
                        + loader.getClass().getName() + ", doesn't tell where it reads classes from");
            }
            for (URL url : urls.getURLs()) {
                entries.add(file(url.toString())
                        .orElseThrow(() -> new IOException(owner.getName() + " is loaded from " + url + ", no file")));
            }
        }
    }

    /** Tests of a module are patched into it, and are on no path then. */
    private static void addHome(Class<?> owner, Set<Path> entries) throws IOException {
        String name = owner.getName().replace('.', '/') + ".class";
        URL url = owner.getResource("/" + name);
        String place = url == null ? "" : url.toString();
        if (!place.endsWith(name)) {
            throw new IOException("the file of " + owner.getName() + " can't be found");
        }
        String home = place.substring(0, place.length() - name.length());
        String plain = home.startsWith("jar:") && home.contains("!/") ? home.substring(4, home.indexOf("!/")) : home;
        entries.add(file(plain)
                .orElseThrow(() -> new IOException(owner.getName() + " is loaded from " + home + ", no file")));
    }

    private static Optional<Path> file(String url) {
        try {
            return Optional.of(Path.of(URI.create(url)));
        } catch (IllegalArgumentException | FileSystemNotFoundException e) {
            return Optional.empty();
        }
    }

    static String of(List<Path> entries) throws IOException {
        try {
            return Fingerprint.of(sink -> {
                        sink.text(System.getProperty("java.vm.version", ""));
                        sink.text(System.getProperty("os.arch", ""));
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
            return classPathOf(jar, file);
        } catch (IOException e) {
            // not a jar: its own bytes are all there is
            return List.of();
        }
    }

    /** Leaves out what is no file, as Java does. */
    private static List<Path> classPathOf(Path jar, JarFile file) throws IOException {
        Manifest manifest = file.getManifest();
        String classPath =
                manifest == null ? null : manifest.getMainAttributes().getValue(Attributes.Name.CLASS_PATH);
        return classPath == null
                ? List.of()
                : Arrays.stream(classPath.strip().split("\\s+", -1))
                        .filter(url -> !url.isEmpty())
                        .flatMap(url -> beside(jar, url).stream())
                        .toList();
    }

    private static Optional<Path> beside(Path jar, String url) {
        try {
            return file(jar.toUri().resolve(url).toString());
        } catch (IllegalArgumentException e) {
            return Optional.empty();
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

    /** A runner's own jar has a new name and new paths each time, and nothing but its manifest: what that refers to counts. */
    private static boolean isMadeForOneRun(Path jar) {
        try (JarFile file = new JarFile(jar.toFile())) {
            return !classPathOf(jar, file).isEmpty()
                    && file.stream()
                            .allMatch(entry ->
                                    entry.isDirectory() || entry.getName().equals(JarFile.MANIFEST_NAME));
        } catch (IOException e) {
            return false;
        }
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
