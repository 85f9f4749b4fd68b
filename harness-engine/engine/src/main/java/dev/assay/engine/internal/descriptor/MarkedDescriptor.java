package dev.assay.engine.internal.descriptor;

import dev.assay.engine.internal.execution.AssayContext;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.junit.platform.engine.TestDescriptor;
import org.junit.platform.engine.TestSource;
import org.junit.platform.engine.TestTag;
import org.junit.platform.engine.UniqueId;
import org.junit.platform.engine.support.descriptor.AbstractTestDescriptor;
import org.junit.platform.engine.support.hierarchical.Node;

/** A node below the root: it may have tags, has those of its parents too, and may be left out, which is asked when it runs. */
abstract class MarkedDescriptor extends AbstractTestDescriptor implements Node<AssayContext> {

    private final List<TestTag> tags;
    private final Supplier<Optional<String>> skipReason;

    MarkedDescriptor(
            UniqueId uniqueId,
            String displayName,
            TestSource source,
            List<TestTag> tags,
            Supplier<Optional<String>> skipReason) {
        super(uniqueId, displayName, source);
        this.tags = tags;
        this.skipReason = skipReason;
    }

    @Override
    public final Set<TestTag> getTags() {
        Set<TestTag> all = new LinkedHashSet<>(tags);
        getParent().map(TestDescriptor::getTags).ifPresent(all::addAll);
        return all;
    }

    final boolean isSkipped() {
        return skipReason.get().isPresent();
    }

    @Override
    public final SkipResult shouldBeSkipped(AssayContext context) {
        return context.isStopped()
                ? SkipResult.skip("the run was stopped by an interrupt")
                : skipReason.get().map(SkipResult::skip).orElseGet(SkipResult::doNotSkip);
    }
}
