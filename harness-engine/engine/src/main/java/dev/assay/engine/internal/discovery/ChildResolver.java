package dev.assay.engine.internal.discovery;

import dev.assay.engine.internal.descriptor.ParentDescriptor;
import java.util.Optional;
import org.junit.platform.engine.TestDescriptor;
import org.junit.platform.engine.UniqueId;
import org.junit.platform.engine.discovery.DiscoverySelectors;
import org.junit.platform.engine.discovery.UniqueIdSelector;
import org.junit.platform.engine.support.discovery.SelectorResolver;

/** Finds checks and their calls by id. */
final class ChildResolver implements SelectorResolver {

    @Override
    public Resolution resolve(UniqueIdSelector selector, Context context) {
        UniqueId id = selector.getUniqueId();
        if (id.getSegments().size() < 2) {
            return Resolution.unresolved();
        }
        return context.addToParent(
                        () -> DiscoverySelectors.selectUniqueId(id.removeLastSegment()),
                        parent -> child(parent, id.getLastSegment()))
                .map(Matches::of)
                .orElseGet(Resolution::unresolved);
    }

    private static Optional<TestDescriptor> child(TestDescriptor parent, UniqueId.Segment segment) {
        return parent instanceof ParentDescriptor ofMany ? ofMany.child(segment) : Optional.empty();
    }
}
