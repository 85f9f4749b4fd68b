package dev.assay.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ClassPathDigestTest {

    @TempDir
    Path folder;

    private Path classes;

    @BeforeEach
    void makeClasses() throws IOException {
        classes = Files.createDirectories(folder.resolve("classes/pack")).getParent();
        Files.writeString(classes.resolve("pack/A.class"), "A");
    }

    private Path manifestOnly(String name, String classPath) throws IOException {
        Manifest manifest = new Manifest();
        manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
        manifest.getMainAttributes().put(Attributes.Name.CLASS_PATH, classPath);
        Path jar = folder.resolve(name);
        try (OutputStream file = Files.newOutputStream(jar);
                JarOutputStream content = new JarOutputStream(file, manifest)) {
            content.finish();
        }
        return jar;
    }

    @Test
    void depends_on_the_content_of_folders_and_jars() throws IOException {
        Path jar = Files.writeString(folder.resolve("library.jar"), "1");
        List<Path> path = List.of(classes, jar);
        String before = ClassPathDigest.of(path);

        assertThat(ClassPathDigest.of(path)).isEqualTo(before);
        Files.writeString(jar, "2");
        String otherJar = ClassPathDigest.of(path);
        assertThat(otherJar).isNotEqualTo(before);
        Files.writeString(classes.resolve("pack/A.class"), "B");
        assertThat(ClassPathDigest.of(path)).isNotIn(before, otherJar);
    }

    @Test
    void does_not_depend_on_where_it_is() throws IOException {
        Path copy = Files.createDirectories(folder.resolve("elsewhere/pack")).getParent();
        Files.writeString(copy.resolve("pack/A.class"), "A");

        assertThat(ClassPathDigest.of(List.of(copy))).isEqualTo(ClassPathDigest.of(List.of(classes)));
    }

    @Test
    void depends_on_names() throws IOException {
        String before = ClassPathDigest.of(List.of(classes));
        Files.move(classes.resolve("pack/A.class"), classes.resolve("pack/B.class"));

        assertThat(ClassPathDigest.of(List.of(classes))).isNotEqualTo(before);
    }

    @Test
    void follows_the_class_path_in_a_jars_manifest() throws IOException {
        String before = ClassPathDigest.of(List.of(manifestOnly("booter1.jar", "classes/ missing.jar")));
        assertThat(ClassPathDigest.of(List.of(manifestOnly("booter2.jar", "classes/ missing.jar"))))
                .isEqualTo(before);

        Files.writeString(classes.resolve("pack/A.class"), "B");

        assertThat(ClassPathDigest.of(List.of(folder.resolve("booter1.jar")))).isNotEqualTo(before);
    }

    @Test
    void a_library_counts_that_refers_to_others() throws IOException {
        Path jar = folder.resolve("library.jar");
        writeLibrary(jar, "A");
        String before = ClassPathDigest.of(List.of(jar));

        writeLibrary(jar, "B");

        assertThat(ClassPathDigest.of(List.of(jar))).isNotEqualTo(before);
    }

    private static void writeLibrary(Path jar, String code) throws IOException {
        Manifest manifest = new Manifest();
        manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
        manifest.getMainAttributes().put(Attributes.Name.CLASS_PATH, "another.jar http://example.org/third.jar");
        try (OutputStream file = Files.newOutputStream(jar);
                JarOutputStream content = new JarOutputStream(file, manifest)) {
            content.putNextEntry(new JarEntry("pack/A.class"));
            content.write(code.getBytes(StandardCharsets.UTF_8));
            content.closeEntry();
        }
    }

    /** Something to be loaded anew. */
    public static final class Loaded {}

    /** Copies this test's classes, so that another loader can read them. */
    private Path copyOf(Class<?> type) throws IOException {
        String name = type.getName().replace('.', '/') + ".class";
        Path copy = folder.resolve("copy").resolve(name);
        Files.createDirectories(Objects.requireNonNull(copy.getParent()));
        try (InputStream content = type.getResourceAsStream("/" + name)) {
            Files.copy(Objects.requireNonNull(content), copy);
        }
        return folder.resolve("copy");
    }

    @Test
    void what_is_loaded_beside_the_class_path_counts() throws Exception {
        Path copy = copyOf(Loaded.class);
        String before;
        // without a parent: on the module path even the platform's loader knows the class
        try (URLClassLoader loader = new URLClassLoader(new URL[] {copy.toUri().toURL()}, null)) {
            before = ClassPathDigest.of(loader.loadClass(Loaded.class.getName()));
        }
        assertThat(before).isNotEqualTo(ClassPathDigest.of(Loaded.class));

        Path another = Files.writeString(folder.resolve("another.jar"), "1");
        try (URLClassLoader loader = new URLClassLoader(
                new URL[] {copy.toUri().toURL(), another.toUri().toURL()}, null)) {
            assertThat(ClassPathDigest.of(loader.loadClass(Loaded.class.getName())))
                    .isNotEqualTo(before);
        }
    }

    /** Reads one class from a file, and doesn't say so. */
    private static final class Hiding extends ClassLoader {

        Class<?> load(Class<?> type) throws IOException {
            try (InputStream content =
                    type.getResourceAsStream("/" + type.getName().replace('.', '/') + ".class")) {
                byte[] bytes = Objects.requireNonNull(content).readAllBytes();
                return defineClass(type.getName(), bytes, 0, bytes.length);
            }
        }
    }

    @Test
    void there_is_none_of_a_class_whose_loader_tells_nothing() throws IOException {
        Class<?> hidden = new Hiding().load(Loaded.class);

        assertThatThrownBy(() -> ClassPathDigest.of(hidden))
                .isInstanceOf(IOException.class)
                .hasMessage("the loader of " + Loaded.class.getName() + ", a " + Hiding.class.getName()
                        + ", doesn't tell where it reads classes from");
    }
}
