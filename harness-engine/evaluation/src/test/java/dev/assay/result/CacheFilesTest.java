package dev.assay.result;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.data.Labels;
import dev.assay.evaluation.FoldCache;
import dev.assay.prediction.LabelPredictions;
import dev.assay.prediction.Predictions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CacheFilesTest {

    private static final String KEY = "0123456789abcdef0123456789abcdef";
    private static final FoldCache.Entry ENTRY = new FoldCache.Entry(
            Predictions.probabilities(Labels.of("a", "b"), 0.3, 0.7), Duration.ofMillis(5), Duration.ofNanos(7));

    @TempDir
    Path folder;

    private CacheFiles cache;

    @BeforeEach
    void open() {
        cache = CacheFiles.in(folder.resolve("cache"));
    }

    private List<Path> files() throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile).toList();
        }
    }

    @Test
    void finds_what_was_kept() {
        cache.keep(KEY, ENTRY);

        FoldCache.Entry found = cache.find(KEY).orElseThrow();
        assertThat(found.fitTime()).isEqualTo(ENTRY.fitTime());
        assertThat(found.predictTime()).isEqualTo(ENTRY.predictTime());
        assertThat(((LabelPredictions) found.predictions()).score(0, 1)).isEqualTo(0.7);
        assertThat(cache.find("ff" + KEY.substring(2))).isEmpty();
    }

    @Test
    void does_not_find_what_is_damaged_anywhere_and_replaces_it() throws IOException {
        cache.keep(KEY, ENTRY);
        Path file = files().get(0);
        byte[] whole = Files.readAllBytes(file);

        for (int i = 0; i < whole.length; i++) {
            byte[] damaged = whole.clone();
            for (int bit : new int[] {0x01, 0x40, 0x80}) {
                damaged[i] = (byte) (whole[i] ^ bit);
                Files.write(file, damaged);
                assertThat(cache.find(KEY)).as("damaged at byte %d", i).isEmpty();
            }
        }
        for (int length : new int[] {0, 10, whole.length - 1}) {
            Files.write(file, Arrays.copyOf(whole, length));
            assertThat(cache.find(KEY)).as("cut to %d bytes", length).isEmpty();
        }
        cache.keep(KEY, ENTRY);
        assertThat(cache.find(KEY)).isPresent();
        assertThat(files()).containsExactly(file);
    }

    @Test
    void writes_nothing_if_it_is_to_be_read_only() throws IOException {
        cache.readOnly().keep(KEY, ENTRY);

        assertThat(files()).isEmpty();
        cache.keep(KEY, ENTRY);
        assertThat(cache.readOnly().find(KEY)).isPresent();
    }

    @Test
    void goes_on_without_a_folder_that_can_be_written() throws IOException {
        Files.writeString(folder.resolve("cache"), "a file");

        cache.keep(KEY, ENTRY);

        assertThat(cache.find(KEY)).isEmpty();
    }

    private CacheFiles later(int days) {
        return CacheFiles.in(folder.resolve("cache"), Clock.offset(Clock.systemUTC(), Duration.ofDays(days)));
    }

    @Test
    void deletes_what_nobody_has_used_for_long() {
        cache.keep(KEY, ENTRY);

        later(29).tidy();
        assertThat(cache.find(KEY)).isPresent();
        later(31).readOnly().tidy();
        assertThat(cache.find(KEY)).isPresent();
        later(31).tidy();
        assertThat(cache.find(KEY)).isEmpty();
    }

    @Test
    void keeps_what_was_found_since() {
        cache.keep(KEY, ENTRY);
        assertThat(later(20).find(KEY)).isPresent();

        later(49).tidy();
        assertThat(cache.find(KEY)).isPresent();
        later(51).tidy();
        assertThat(cache.find(KEY)).isEmpty();
    }

    @Test
    void deletes_what_a_killed_process_left_and_nothing_that_is_not_its_own() throws IOException {
        cache.keep(KEY, ENTRY);
        Path entries = Objects.requireNonNull(files().get(0).getParent());
        Path half = entries.resolve("." + UUID.randomUUID() + ".tmp");
        List<Path> others = List.of(
                entries.resolve("notes.txt"),
                folder.resolve("cache/notes.fold"),
                Files.createDirectories(folder.resolve("cache/more/01"))
                        .resolve(files().get(0).getFileName()));
        Files.writeString(half, "half");
        for (Path other : others) {
            Files.writeString(other, "mine");
        }

        later(31).tidy();

        assertThat(files()).containsExactlyInAnyOrderElementsOf(others);
    }

    @Test
    void does_nothing_where_there_is_no_folder() {
        cache.tidy();

        assertThat(folder.resolve("cache")).doesNotExist();
    }
}
