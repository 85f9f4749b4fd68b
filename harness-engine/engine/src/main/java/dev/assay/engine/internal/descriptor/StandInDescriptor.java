package dev.assay.engine.internal.descriptor;

import dev.assay.engine.internal.execution.AssayContext;
import java.util.List;
import java.util.Optional;
import org.junit.platform.engine.TestSource;
import org.junit.platform.engine.UniqueId;

/** A test in place of those that can't be made: it says why. */
final class StandInDescriptor extends MarkedDescriptor {

    /** Throws what is wrong. */
    @FunctionalInterface
    interface Failure {
        void raise() throws Exception;
    }

    private final String legacyReportingName;
    private final Failure failure;

    StandInDescriptor(
            UniqueId uniqueId,
            String displayName,
            TestSource source,
            String legacyReportingName,
            Optional<String> skipReason,
            Failure failure) {
        super(uniqueId, displayName, source, List.of(), () -> skipReason);
        this.legacyReportingName = legacyReportingName;
        this.failure = failure;
    }

    @Override
    public Type getType() {
        return Type.TEST;
    }

    @Override
    public String getLegacyReportingName() {
        return legacyReportingName;
    }

    @Override
    public AssayContext execute(AssayContext context, DynamicTestExecutor dynamicTestExecutor) throws Exception {
        failure.raise();
        return context;
    }
}
