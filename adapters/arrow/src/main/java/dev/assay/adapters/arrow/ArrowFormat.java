package dev.assay.adapters.arrow;

import dev.assay.files.OpenTable;
import dev.assay.files.TableFormat;
import java.nio.file.Path;
import java.util.Set;

/** Files in Arrow's format with random access, as pandas, Polars and Arrow write them, compressed or not. */
public final class ArrowFormat implements TableFormat {

    /** Creates the format; called by {@link java.util.ServiceLoader}. */
    public ArrowFormat() {}

    @Override
    public Set<String> extensions() {
        return Set.of(".arrow", ".feather");
    }

    /**
     * Opens a file.
     *
     * @throws IllegalStateException if Arrow Java can't be started; the message says how to start the JVM
     */
    @Override
    public OpenTable open(Path file) {
        return ArrowTable.open(file);
    }
}
