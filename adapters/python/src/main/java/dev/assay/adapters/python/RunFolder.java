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
    private final Removal removal;

    private RunFolder(Path root, Path exchange, Removal removal) {
        this.root = root;
        this.exchange = exchange;
        this.removal = removal;
    }

    /** How a folder is removed. */
    interface Removal {

        /** Removes the folder and all that is in it, or as much as can be. */
        void remove(Path folder) throws IOException;
    }

    static RunFolder create() throws IOException {
        return create(RunFolder::removeAll);
    }

    static RunFolder create(Removal removal) throws IOException {
        Path root = Files.createTempDirectory("assay-command-");
        return new RunFolder(root, Files.createDirectory(root.resolve("fold")), removal);
    }

    static void removeAll(Path folder) throws IOException {
        Files.walkFileTree(folder, new RemovingVisitor());
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

    /**
     * Removes the folder and all that is in it. If that can't be, because something still has a file of it open, it is tried once
     * more when the virtual machine ends: what was predicted is right all the same.
     */
    @Override
    public void close() {
        // what the command had open may take a moment to be let go of, or it may just have written another file
        for (int attempt = 1; attempt <= ATTEMPTS; attempt++) {
            if (isRemoved()) {
                return;
            }
            pause();
        }
        try {
            Runtime.getRuntime().addShutdownHook(new Thread(this::isRemoved));
        } catch (IllegalStateException e) {
            // the virtual machine is ending, and the folder stays to whoever cleans the system's folder of temporary
            // files
        }
    }

    private boolean isRemoved() {
        try {
            removal.remove(root);
            return true;
        } catch (IOException e) {
            return false;
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

    private static final class RemovingVisitor extends SimpleFileVisitor<Path> {

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
