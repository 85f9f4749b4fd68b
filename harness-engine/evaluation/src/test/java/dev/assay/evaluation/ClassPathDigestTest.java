package dev.assay.evaluation;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.jar.Attributes;
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
}
