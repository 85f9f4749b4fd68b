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

    /** Returns the class that a node is or belongs to. */
    static Optional<TestedClass> of(TestPlan plan, TestIdentifier node) {
        Optional<TestIdentifier> current = Optional.of(node);
        while (current.isPresent()) {
            TestIdentifier identifier = current.get();
            Optional<ClassSource> source =
                    identifier.getSource().filter(ClassSource.class::isInstance).map(ClassSource.class::cast);
            if (source.isPresent()) {
                return Optional.of(new TestedClass(
                        identifier.getUniqueId(), source.get().getClassName(), identifier.getDisplayName()));
            }
            current = plan.getParent(identifier);
        }
        return Optional.empty();
    }
}
