package dev.assay.engine.internal.declaration;

import java.util.Optional;
import java.util.Set;
import org.junit.platform.engine.support.hierarchical.ExclusiveResource;
import org.junit.platform.engine.support.hierarchical.Node.ExecutionMode;

/**
 * What a class or check says of running beside others.
 *
 * @param mode whether it and what is below it may run at the same time as others, if that is said
 * @param resources what it needs for itself, or shares with those that only read
 */
public record Scheduling(Optional<ExecutionMode> mode, Set<ExclusiveResource> resources) {

    /** Nothing is said. */
    public static final Scheduling NONE = new Scheduling(Optional.empty(), Set.of());

    /** Copies the set. */
    public Scheduling {
        resources = Set.copyOf(resources);
    }
}
