package dev.assay.result;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Keeps a cache from growing for ever. The time of a file tells when it was used last, to the day. */
final class StaleFiles {

    /** For how many days a file is kept that nobody uses. */
    static final int DAYS = 30;

    private static final Duration PRECISION = Duration.ofDays(1);

    /** What a cache writes, and what remains of it when its process is killed: a user may have named a folder of other files. */
    private static final Pattern OWN =
            Pattern.compile("[0-9a-f]{2}/([0-9a-f]{30}\\.fold|\\.[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}\\.tmp)");

    private StaleFiles() {}

    static void use(Path file, Instant now) {
        try {
            if (isOlder(file, now, PRECISION)) {
                Files.setLastModifiedTime(file, FileTime.from(now));
            }
        } catch (IOException e) {
            // deleted by another run, or not ours to touch: it is only computed again the sooner
        }
    }

    static void delete(Path directory, Instant now) {
        if (!Files.isDirectory(directory)) {
            return;
        }
        try (Stream<Path> files = Files.walk(directory, 2)) {
            List<Path> own = files.filter(file -> isOwn(directory, file)).toList();
            own.forEach(file -> deleteIfStale(file, now));
        } catch (IOException | UncheckedIOException e) {
            // what can't be listed stays
        }
    }

    private static boolean isOwn(Path directory, Path file) {
        Path place = directory.relativize(file);
        return place.getNameCount() == 2
                && OWN.matcher(place.getName(0) + "/" + place.getName(1)).matches();
    }

    private static void deleteIfStale(Path file, Instant now) {
        try {
            if (isOlder(file, now, Duration.ofDays(DAYS))) {
                Files.deleteIfExists(file);
            }
        } catch (IOException e) {
            // another run has deleted it, or reads it where that keeps it from being deleted
        }
    }

    private static boolean isOlder(Path file, Instant now, Duration age) throws IOException {
        return Files.getLastModifiedTime(file).toInstant().plus(age).isBefore(now);
    }
}
