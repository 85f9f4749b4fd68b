package dev.assay.engine.internal.discovery;

import dev.assay.engine.internal.descriptor.ParentDescriptor;
import java.util.Comparator;
import java.util.List;
import org.junit.platform.engine.TestDescriptor;
import org.junit.platform.engine.UniqueId;

/** Puts checks and candidates in their order, in whichever they were selected. */
final class ChildOrder implements TestDescriptor.Visitor {

    @Override
    public void visit(TestDescriptor descriptor) {
        if (descriptor instanceof ParentDescriptor parent) {
            List<UniqueId> order = parent.childIds();
            parent.orderChildren(children -> children.stream()
                    .sorted(Comparator.comparingInt(child -> order.indexOf(child.getUniqueId())))
                    .toList());
        }
    }
}
