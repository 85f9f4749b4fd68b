package dev.assay.serving;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.util.Optional;
import java.util.function.LongSupplier;

/** Finds out how much the calling thread has allocated so far, where the JVM counts that. */
final class AllocationMeter {

    private AllocationMeter() {}

    static Optional<LongSupplier> find() {
        return ManagementFactory.getThreadMXBean() instanceof ThreadMXBean bean
                        && bean.isThreadAllocatedMemorySupported()
                        && bean.isThreadAllocatedMemoryEnabled()
                ? Optional.of(bean::getCurrentThreadAllocatedBytes)
                : Optional.empty();
    }
}
