package dev.assay.adapters.arrow;

import dev.assay.files.PredictionFile;
import java.nio.file.Path;

/** Reads a file in a JVM that doesn't let Arrow Java at its buffers, and prints why it can't. */
final class WithoutAccess {

    private WithoutAccess() {}

    public static void main(String... arguments) {
        try {
            PredictionFile.of(Path.of(arguments[0])).evaluation();
        } catch (IllegalStateException e) {
            System.out.println(e.getMessage());
        }
    }
}
