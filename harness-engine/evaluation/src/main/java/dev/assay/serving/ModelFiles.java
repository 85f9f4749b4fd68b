package dev.assay.serving;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitOption;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/** How large models are on disk. */
public final class ModelFiles {

    private ModelFiles() {}

    /**
     * Adds up the sizes of files.
     *
     * @param fileOrFolder a file, or a folder with all that is in it; links, as in the cache of the Hugging Face Hub, count as what
     *     they lead to
     * @return bytes
     * @throws IllegalArgumentException if there is no such file, no file in the folder, or something else in it, such as a link
     *     that leads nowhere
     * @throws UncheckedIOException if the folder can't be read, or a link leads back to a folder that holds it
     */
    public static long size(Path fileOrFolder) {
        if (!Files.exists(fileOrFolder)) {
            throw new IllegalArgumentException(fileOrFolder + ": there is no such file or folder (looked for "
                    + fileOrFolder.toAbsolutePath() + ")");
        }
        try (Stream<Path> all = Files.walk(fileOrFolder, FileVisitOption.FOLLOW_LINKS)) {
            List<Path> files = all.filter(entry -> !Files.isDirectory(entry)).toList();
            if (files.isEmpty()) {
                throw new IllegalArgumentException(
                        fileOrFolder + " holds no file, so no model (looked in " + fileOrFolder.toAbsolutePath() + ")");
            }
            long bytes = 0;
            for (Path file : files) {
                requireFile(fileOrFolder, file);
                bytes += Files.size(file);
            }
            return bytes;
        } catch (UncheckedIOException e) {
            throw unreadable(fileOrFolder, Objects.requireNonNull(e.getCause()));
        } catch (IOException e) {
            throw unreadable(fileOrFolder, e);
        }
    }

    private static void requireFile(Path fileOrFolder, Path entry) {
        if (!Files.isRegularFile(entry)) {
            throw new IllegalArgumentException(fileOrFolder + ": the size of " + entry
                    + " is not known, since it is neither a file nor a folder"
                    + (Files.isSymbolicLink(entry) ? " but a link that leads to none" : ""));
        }
    }

    private static UncheckedIOException unreadable(Path fileOrFolder, IOException e) {
        return new UncheckedIOException(
                fileOrFolder + " can't be read: " + e.getClass().getSimpleName() + ": " + e.getMessage(), e);
    }
}
