package dev.assay.engine.internal.declaration;

import java.util.List;
import java.util.Optional;
import org.junit.platform.engine.TestTag;

/**
 * What a group of checks declares.
 *
 * @param path where it is
 * @param displayName how it is shown
 * @param checks its checks, in the order of their names
 * @param groups the groups in it, in the order of their names
 * @param tags the tags of its own
 * @param condition whether it is left out
 * @param scheduling what it says of running beside others
 */
public record GroupClass(
        GroupPath path,
        String displayName,
        List<CheckMethod> checks,
        List<GroupClass> groups,
        List<TestTag> tags,
        Condition condition,
        Scheduling scheduling)
        implements CheckContainer {

    /** Copies the collections. */
    public GroupClass {
        checks = List.copyOf(checks);
        groups = List.copyOf(groups);
        tags = List.copyOf(tags);
    }

    @Override
    public Class<?> type() {
        return path.type();
    }

    /**
     * Returns the name by which the group is known among those beside it.
     *
     * @return the simple name of the class
     */
    public String name() {
        return type().getSimpleName();
    }

    /**
     * Tells why it is disabled.
     *
     * @return the reason; empty if it is not
     */
    public Optional<String> disabled() {
        return condition.disabled();
    }
}
