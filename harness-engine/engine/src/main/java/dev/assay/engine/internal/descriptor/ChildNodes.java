package dev.assay.engine.internal.descriptor;

import dev.assay.engine.internal.declaration.CheckContainer;
import dev.assay.engine.internal.declaration.CheckMethod;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.platform.engine.TestDescriptor;
import org.junit.platform.engine.UniqueId;

/** Makes the nodes of checks and groups. */
record ChildNodes(UniqueId parent, CheckContainer container) {

    /** Returns the ids of checks, and then those of groups. */
    List<UniqueId> ids() {
        return Stream.concat(
                        container.checks().stream().map(check -> CheckDescriptor.id(parent, check)),
                        container.groups().stream().map(group -> GroupDescriptor.id(parent, group)))
                .toList();
    }

    /** Makes the node of a check or group, if there is such. */
    Optional<TestDescriptor> of(UniqueId.Segment segment) {
        return switch (segment.getType()) {
            case CheckDescriptor.SEGMENT ->
                container.checks().stream()
                        .filter(check -> check.id().equals(segment.getValue()))
                        .findFirst()
                        .map(this::node);
            case GroupDescriptor.SEGMENT ->
                container.groups().stream()
                        .filter(group -> group.name().equals(segment.getValue()))
                        .findFirst()
                        .map(group -> new GroupDescriptor(parent, group));
            default -> Optional.empty();
        };
    }

    private TestDescriptor node(CheckMethod check) {
        Class<?> type = container.type();
        if (!check.isPerCandidate()) {
            return CallDescriptor.ofCheck(parent, type, check.calls().get(0));
        }
        return check.evaluated().isStreamed()
                ? new StreamedCheckDescriptor(parent, type, check)
                : new CheckDescriptor(parent, type, check);
    }
}
