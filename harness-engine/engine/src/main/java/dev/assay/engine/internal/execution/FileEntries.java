package dev.assay.engine.internal.execution;

import java.nio.file.Path;
import org.junit.platform.engine.EngineExecutionListener;
import org.junit.platform.engine.TestDescriptor;
import org.junit.platform.engine.reporting.FileEntry;

/** Publishes files. The only class that needs what came with JUnit Platform 1.12, loaded when there is a file. */
final class FileEntries {

    private FileEntries() {}

    static void publish(EngineExecutionListener listener, TestDescriptor node, Path file) {
        listener.fileEntryPublished(node, FileEntry.from(file, "application/json"));
    }
}
