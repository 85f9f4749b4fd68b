package dev.assay.engine.internal.descriptor;

import dev.assay.engine.internal.declaration.Scheduling;
import dev.assay.engine.internal.execution.AssayContext;
import dev.assay.engine.internal.execution.ParallelExecution;
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
import org.junit.platform.engine.support.hierarchical.ExclusiveResource;
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

    /** Returns what the class or check says of running beside others, for this node and those below it. */
    Scheduling scheduling() {
        return Scheduling.NONE;
    }

    @Override
    public final Set<ExclusiveResource> getExclusiveResources() {
        return scheduling().resources();
    }

    /** Takes what this or the nearest node above says, or else what the configuration says of nodes of this kind. */
    @Override
    public final ExecutionMode getExecutionMode() {
        return saidMode().orElseGet(() -> modeBy(root().parallel()));
    }

    private Optional<ExecutionMode> saidMode() {
        return scheduling()
                .mode()
                .or(() -> getParent()
                        .filter(MarkedDescriptor.class::isInstance)
                        .flatMap(parent -> ((MarkedDescriptor) parent).saidMode()));
    }

    /** Picks the mode of nodes of this kind. */
    ExecutionMode modeBy(ParallelExecution parallel) {
        return parallel.ofChecks();
    }

    private AssayEngineDescriptor root() {
        TestDescriptor node = this;
        while (!(node instanceof AssayEngineDescriptor)) {
            node = node.getParent().orElseThrow();
        }
        return (AssayEngineDescriptor) node;
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
