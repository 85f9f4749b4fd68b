package dev.assay.adapters.python;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import org.jspecify.annotations.Nullable;

/** The temporary folder of one run: what is exchanged with the command, and beside it what the command prints. */
final class RunFolder implements AutoCloseable {

    private static final int ATTEMPTS = 10;
    private static final long PAUSE_MILLIS = 50;

    private final Path root;
    private final Path exchange;

    private RunFolder(Path root, Path exchange) {
        this.root = root;
        this.exchange = exchange;
    }

    static RunFolder create() throws IOException {
        Path root = Files.createTempDirectory("assay-command-");
        return new RunFolder(root, Files.createDirectory(root.resolve("fold")));
    }

    /** Returns the folder that the command is told. */
    Path exchange() {
        return exchange;
    }

    /** Returns the file of what the command prints. */
    Path output() {
        return root.resolve("stdout");
    }

    /** Returns the file of what the command prints as errors. */
    Path errors() {
        return root.resolve("stderr");
    }

    /** Removes the folder and all that is in it. */
    @Override
    public void close() throws IOException {
        // what the command had open may take a moment to be let go of, or it may just have written another file
        for (int attempt = 1; ; attempt++) {
            try {
                Files.walkFileTree(root, new Removal());
                return;
            } catch (IOException e) {
                if (attempt == ATTEMPTS) {
                    throw e;
                }
                pause();
            }
        }
    }

    private static void pause() {
        boolean interrupted = Thread.interrupted();
        try {
            Thread.sleep(PAUSE_MILLIS);
        } catch (InterruptedException e) {
            interrupted = true;
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private static final class Removal extends SimpleFileVisitor<Path> {

        @Override
        public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
            Files.deleteIfExists(file);
            return FileVisitResult.CONTINUE;
        }

        @Override
        public FileVisitResult visitFileFailed(Path file, IOException failure) throws IOException {
            if (failure instanceof NoSuchFileException) {
                return FileVisitResult.CONTINUE;
            }
            throw failure;
        }

        @Override
        public FileVisitResult postVisitDirectory(Path folder, @Nullable IOException failure) throws IOException {
            if (failure != null) {
                throw failure;
            }
            Files.deleteIfExists(folder);
            return FileVisitResult.CONTINUE;
        }
    }
}
