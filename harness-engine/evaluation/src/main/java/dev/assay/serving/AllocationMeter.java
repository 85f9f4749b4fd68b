package dev.assay.serving;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.util.Optional;
import java.util.function.LongSupplier;

/**
 * Finds out how much the calling thread has allocated so far, where the JVM can count that; a reading is negative where it doesn't, as
 * for virtual threads, or when counting is switched off.
 */
final class AllocationMeter {

    private AllocationMeter() {}

    static Optional<LongSupplier> find() {
        return ManagementFactory.getThreadMXBean() instanceof ThreadMXBean bean
                        && bean.isThreadAllocatedMemorySupported()
                ? Optional.of(bean::getCurrentThreadAllocatedBytes)
                : Optional.empty();
    }
}
