package dev.assay.engine.internal.descriptor;

import dev.assay.engine.internal.execution.AssayContext;
import org.junit.platform.engine.UniqueId;
import org.junit.platform.engine.support.descriptor.EngineDescriptor;
import org.junit.platform.engine.support.hierarchical.Node;

/** The root. */
public final class AssayEngineDescriptor extends EngineDescriptor implements Node<AssayContext> {

    /**
     * Makes a root.
     *
     * @param uniqueId the engine's
     */
    public AssayEngineDescriptor(UniqueId uniqueId) {
        super(uniqueId, "Assay");
    }

    /** Ends the run in any case: what stops it in the middle, as Eclipse does, passes here but not by other methods. */
    @Override
    public void around(AssayContext context, Invocation<AssayContext> invocation) throws Exception {
        try (context) {
            invocation.invoke(context);
        }
    }
}
