package dev.assay.engine.internal.discovery;

import dev.assay.engine.internal.descriptor.ParentDescriptor;
import dev.assay.engine.internal.descriptor.StreamedCheckDescriptor;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.platform.engine.DiscoverySelector;
import org.junit.platform.engine.TestDescriptor;
import org.junit.platform.engine.discovery.DiscoverySelectors;
import org.junit.platform.engine.support.discovery.SelectorResolver.Match;
import org.junit.platform.engine.support.discovery.SelectorResolver.Resolution;

/** Tells the platform what belongs to a node that was found. */
final class Matches {

    private Matches() {}

    /** Returns the node, with all that may be below it. */
    static Resolution of(TestDescriptor found) {
        return Resolution.match(Match.exact(found, () -> below(found)));
    }

    private static Set<DiscoverySelector> below(TestDescriptor found) {
        if (found instanceof StreamedCheckDescriptor check) {
            // its children are not known, and have no selectors
            check.selectAll();
        }
        return found instanceof ParentDescriptor parent
                ? parent.childIds().stream()
                        .map(DiscoverySelectors::selectUniqueId)
                        .collect(Collectors.toSet())
                : Set.of();
    }
}
