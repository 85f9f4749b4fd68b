package dev.assay.engine.internal.declaration;

import java.util.List;
import java.util.stream.Stream;

/** What has checks, and perhaps groups of such. */
public sealed interface CheckContainer permits ModelTestClass, GroupClass {

    /**
     * Returns the class that declares the checks.
     *
     * @return the class
     */
    Class<?> type();

    /**
     * Returns the checks that are in no group of this.
     *
     * @return checks in the order of their names
     */
    List<CheckMethod> checks();

    /**
     * Returns the groups that are in no other group of this.
     *
     * @return groups in the order of their names
     */
    List<GroupClass> groups();

    /**
     * Returns all checks.
     *
     * @return the checks, and then those of each group
     */
    default Stream<CheckMethod> allChecks() {
        return Stream.concat(checks().stream(), groups().stream().flatMap(CheckContainer::allChecks));
    }
}
