package dev.assay.adapters.allure;

import java.util.Optional;
import org.junit.platform.engine.support.descriptor.ClassSource;
import org.junit.platform.launcher.TestIdentifier;
import org.junit.platform.launcher.TestPlan;

/**
 * The class of a test.
 *
 * @param id its unique id
 * @param name its name
 * @param displayName its name for readers
 */
record TestedClass(String id, String name, String displayName) {

    /** Returns the class that a node is or belongs to; for a group of checks, the class that it is in. */
    static Optional<TestedClass> of(TestPlan plan, TestIdentifier node) {
        Optional<TestedClass> found = Optional.empty();
        Optional<TestIdentifier> current = Optional.of(node);
        while (current.isPresent()) {
            Optional<TestedClass> here = of(current.get());
            if (found.isPresent() && here.isEmpty()) {
                // what is above is no part of it, such as a suite
                return found;
            }
            found = here;
            current = plan.getParent(current.get());
        }
        return found;
    }

    private static Optional<TestedClass> of(TestIdentifier identifier) {
        return identifier
                .getSource()
                .filter(ClassSource.class::isInstance)
                .map(ClassSource.class::cast)
                .map(source ->
                        new TestedClass(identifier.getUniqueId(), source.getClassName(), identifier.getDisplayName()));
    }
}
