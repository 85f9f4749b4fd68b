package dev.assay.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.evaluation.Evaluation;
import dev.assay.result.ResultFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CacheTest {

    @TempDir
    Path folder;

    private Path cache;

    @BeforeEach
    void nameCache() {
        cache = folder.resolve("cache");
    }

    @ModelTest
    static class GoodTestCase extends FlowerModels {

        @Check(of = "rule")
        void isGood(Evaluation model) {
            Judge.met(model, "to be good");
        }
    }

    private List<Path> kept() throws IOException {
        if (!Files.exists(cache)) {
            return List.of();
        }
        try (Stream<Path> files = Files.walk(cache)) {
            return files.filter(Files::isRegularFile).toList();
        }
    }

    private String run(String name, String use) throws IOException {
        Path output = folder.resolve(name);
        Engine.writingTo(output)
                .with("assay.cache", use)
                .with("assay.cache.directory", cache.toString())
                .run(GoodTestCase.class)
                .testEvents()
                .assertStatistics(statistics -> statistics.succeeded(1));
        return Files.readString(ResultFiles.in(output).file(GoodTestCase.class.getName(), "rule"));
    }

    @Test
    void keeps_nothing_unless_told_to() throws IOException {
        run("off", "off");
        run("read", "read");

        assertThat(kept()).isEmpty();
    }

    @Test
    void results_are_the_same_from_a_cold_and_a_warm_cache() throws IOException {
        String without = run("off", "off");
        String cold = run("cold", "read-write");
        assertThat(kept()).isNotEmpty();
        String warm = run("warm", "read");

        assertThat(cold).isEqualTo(without);
        assertThat(warm).isEqualTo(without);
    }
}
