package dev.assay.samples;

import dev.assay.engine.CheckContext;
import dev.assay.engine.CheckParameterProvider;
import java.io.IOException;
import java.nio.file.Path;

/** Gives checks the limits of a file; {@code META-INF/services} names this class. */
public final class LimitsProvider implements CheckParameterProvider<Limits> {

    @Override
    public Class<Limits> type() {
        return Limits.class;
    }

    @Override
    public Limits provide(CheckContext context) throws IOException {
        return Limits.read(Path.of("data/wine-limits.properties"));
    }
}
