package dev.assay.engine.internal.discovery;

import dev.assay.engine.internal.descriptor.ParentDescriptor;
import dev.assay.engine.internal.descriptor.StreamedCheckDescriptor;
import java.util.Optional;
import org.junit.platform.engine.TestDescriptor;
import org.junit.platform.engine.UniqueId;
import org.junit.platform.engine.discovery.DiscoverySelectors;
import org.junit.platform.engine.discovery.UniqueIdSelector;
import org.junit.platform.engine.support.discovery.SelectorResolver;

/** Finds checks, their calls and groups by id. */
final class ChildResolver implements SelectorResolver {

    @Override
    public Resolution resolve(UniqueIdSelector selector, Context context) {
        UniqueId id = selector.getUniqueId();
        if (id.getSegments().size() < 2) {
            return Resolution.unresolved();
        }
        if (id.getSegments().size() > 2) {
            Optional<StreamedCheckDescriptor> check = streamedCheck(id, context);
            if (check.isPresent()) {
                // the call itself comes when the check runs
                return check.get().select(id.getLastSegment())
                        ? Resolution.match(Match.partial(check.get()))
                        : Resolution.unresolved();
            }
        }
        return context.addToParent(
                        () -> DiscoverySelectors.selectUniqueId(id.removeLastSegment()),
                        parent -> child(parent, id.getLastSegment()))
                .map(Matches::of)
                .orElseGet(Resolution::unresolved);
    }

    private static Optional<StreamedCheckDescriptor> streamedCheck(UniqueId id, Context context) {
        return context.resolve(DiscoverySelectors.selectUniqueId(id.removeLastSegment()))
                .filter(StreamedCheckDescriptor.class::isInstance)
                .map(StreamedCheckDescriptor.class::cast);
    }

    private static Optional<TestDescriptor> child(TestDescriptor parent, UniqueId.Segment segment) {
        return parent instanceof ParentDescriptor ofMany ? ofMany.child(segment) : Optional.empty();
    }
}
