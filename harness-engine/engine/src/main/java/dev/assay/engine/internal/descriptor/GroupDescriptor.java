package dev.assay.engine.internal.descriptor;

import dev.assay.engine.internal.declaration.GroupClass;
import dev.assay.engine.internal.declaration.Scheduling;
import java.util.List;
import java.util.Optional;
import org.junit.platform.engine.TestDescriptor;
import org.junit.platform.engine.UniqueId;
import org.junit.platform.engine.support.descriptor.ClassSource;

/** A group of checks. */
public final class GroupDescriptor extends MarkedDescriptor implements ParentDescriptor {

    /** The type of the last segment of a group's id; its value is the simple name of its class. */
    public static final String SEGMENT = "group";

    private final GroupClass group;
    private final ChildNodes nodes;

    GroupDescriptor(UniqueId ofParent, GroupClass group) {
        super(id(ofParent, group), group.displayName(), ClassSource.from(group.type()), group.tags(), group::disabled);
        this.group = group;
        this.nodes = new ChildNodes(getUniqueId(), group);
    }

    /**
     * Identifies a group.
     *
     * @param ofParent the id of the class or group that it is in
     * @param group the group
     * @return the group's id
     */
    public static UniqueId id(UniqueId ofParent, GroupClass group) {
        return ofParent.append(SEGMENT, group.name());
    }

    @Override
    public List<UniqueId> childIds() {
        return nodes.ids();
    }

    @Override
    public Optional<TestDescriptor> child(UniqueId.Segment segment) {
        return nodes.of(segment);
    }

    @Override
    Scheduling scheduling() {
        return group.scheduling();
    }

    @Override
    public Type getType() {
        return Type.CONTAINER;
    }

    @Override
    public String getLegacyReportingName() {
        return group.type().getName();
    }
}
