package dev.assay.serving;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitOption;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
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
     * @throws IllegalArgumentException if there is no such file, or no file in the folder
     */
    public static long size(Path fileOrFolder) {
        if (!Files.exists(fileOrFolder)) {
            throw new IllegalArgumentException(fileOrFolder + ": there is no such file or folder (looked for "
                    + fileOrFolder.toAbsolutePath() + ")");
        }
        try (Stream<Path> all = Files.walk(fileOrFolder, FileVisitOption.FOLLOW_LINKS)) {
            List<Path> files = all.filter(Files::isRegularFile).toList();
            if (files.isEmpty()) {
                throw new IllegalArgumentException(
                        fileOrFolder + " holds no file, so no model (looked in " + fileOrFolder.toAbsolutePath() + ")");
            }
            long bytes = 0;
            for (Path file : files) {
                bytes += Files.size(file);
            }
            return bytes;
        } catch (IOException e) {
            throw new UncheckedIOException(fileOrFolder + " can't be read: " + e.getMessage(), e);
        }
    }
}
