package dev.assay.engine.internal.descriptor;

import java.util.List;
import java.util.Optional;
import org.junit.platform.engine.TestDescriptor;
import org.junit.platform.engine.UniqueId;

/** A node that knows what may be below it, whether that was selected or not. */
public sealed interface ParentDescriptor extends TestDescriptor
        permits ModelTestDescriptor, GroupDescriptor, CheckDescriptor {

    /**
     * Returns the ids of all that may be below.
     *
     * @return ids in the order in which they run
     */
    List<UniqueId> childIds();

    /**
     * Makes the node of a child.
     *
     * @param segment the last segment of its id
     * @return a node to be added to this one, if there may be such a child
     */
    Optional<TestDescriptor> child(UniqueId.Segment segment);
}
